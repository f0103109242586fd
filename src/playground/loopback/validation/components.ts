import { ComponentType } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import { type AnyComponent, flatten, type PlacedComponent } from './component-tree.js';
import { buttonFaults, selectFaults } from './controls.js';
import { faultIf, type Path, repeated } from './rules.js';

/** Rows of a message without components v2. */
const MAX_ROWS = 5;
/** Components of a message with components v2, nested ones counted. */
const MAX_COMPONENTS = 40;
/** Characters of all text displays of a message. */
const MAX_DISPLAYED_TEXT = 4_000;

/** What the schemas do not say of a message's components. `v2`: whether the message has the components v2 flag. */
export function componentFaults(
  components: readonly AnyComponent[],
  v2: boolean,
  path: Path,
): readonly FieldFault[] {
  const all = flatten(components, path);
  return [
    ...(v2 ? v2Faults(all, path) : v1Faults(components, path)),
    ...all.flatMap(rowFaults),
    ...all.flatMap(buttonFaults),
    ...all.flatMap(selectFaults),
    ...duplicateFaults(all),
  ];
}

function v1Faults(components: readonly AnyComponent[], path: Path): readonly FieldFault[] {
  const message = `Must be between 1 and ${MAX_ROWS} in length.`;
  return [
    ...faultIf(components.length > MAX_ROWS, path, 'BASE_TYPE_BAD_LENGTH', message),
    ...components.flatMap(({ type }, index) =>
      faultIf(
        type !== ComponentType.ActionRow,
        [...path, index, 'type'],
        'UNION_TYPE_CHOICES',
        'Value of field "type" must be one of (1,).',
      ),
    ),
  ];
}

function v2Faults(all: readonly PlacedComponent[], path: Path): readonly FieldFault[] {
  const displays = all.filter(({ component }) => component.type === ComponentType.TextDisplay);
  const text = displays.reduce((sum, { component }) => sum + (component.content ?? '').length, 0);
  return [
    ...faultIf(
      all.length > MAX_COMPONENTS,
      path,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components exceeds ${MAX_COMPONENTS}`,
    ),
    ...faultIf(
      text > MAX_DISPLAYED_TEXT,
      path,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Total displayable text size exceeds the maximum size of ${MAX_DISPLAYED_TEXT}`,
    ),
  ];
}

/** A row holds up to five buttons, or one select. */
function rowFaults({ component, path }: PlacedComponent): readonly FieldFault[] {
  if (component.type !== ComponentType.ActionRow) return [];
  const children = component.components ?? [];
  return faultIf(
    children.length > 1 && children.some((child) => child.type !== ComponentType.Button),
    [...path, 'components'],
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    'The specified component exceeds the maximum width',
  );
}

/** No two components of a message or modal share a custom_id, or a number of their own. */
export function duplicateFaults(all: readonly PlacedComponent[]): readonly FieldFault[] {
  const at = (index: number, field: string): Path => [...(all[index]?.path ?? []), field];
  return [
    ...repeated(all, ({ component }) => component.custom_id).map((index) => ({
      path: at(index, 'custom_id'),
      code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
      message: 'Component custom id cannot be duplicated',
    })),
    ...repeated(all, ({ component }) => component.id || null).map((index) => ({
      path: at(index, 'id'),
      code: 'COMPONENT_ID_DUPLICATED',
      message: 'Component id cannot be duplicated',
    })),
  ];
}
