import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';

/** Rows of a message without components v2. */
const MAX_ROWS = 5;
/** Components of a message with components v2, nested ones counted. */
const MAX_COMPONENTS = 40;
/** Characters of all text displays of a message. */
const MAX_DISPLAYED_TEXT = 4_000;

type Path = readonly (string | number)[];

/** A component of whatever kind; only fields that the rules look at. */
export interface AnyComponent {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly url?: string;
  readonly sku_id?: string;
  readonly emoji?: unknown;
  readonly disabled?: boolean;
  readonly content?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly components?: readonly AnyComponent[];
  readonly component?: AnyComponent;
  readonly accessory?: AnyComponent;
}

/** A component and where it stands. */
export interface PlacedComponent {
  readonly path: Path;
  readonly component: AnyComponent;
}

/** All components, those inside others too, each after the one that holds it. */
export function flatten(components: readonly AnyComponent[], path: Path): readonly PlacedComponent[] {
  return components.flatMap((component, index) => placed(component, [...path, index]));
}

function placed(component: AnyComponent, path: Path): readonly PlacedComponent[] {
  return [
    { path, component },
    ...flatten(component.components ?? [], [...path, 'components']),
    ...(component.component ? placed(component.component, [...path, 'component']) : []),
    ...(component.accessory ? placed(component.accessory, [...path, 'accessory']) : []),
  ];
}

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
  const faults: FieldFault[] = [];
  if (components.length > MAX_ROWS)
    faults.push(fault(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.'));
  components.forEach((component, index) => {
    if (component.type === ComponentType.ActionRow) return;
    faults.push(
      fault([...path, index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).'),
    );
  });
  return faults;
}

function v2Faults(all: readonly PlacedComponent[], path: Path): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (all.length > MAX_COMPONENTS) {
    faults.push(
      fault(
        path,
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components exceeds ${MAX_COMPONENTS}`,
      ),
    );
  }
  const text = all.reduce(
    (sum, { component }) =>
      sum + (component.type === ComponentType.TextDisplay ? (component.content ?? '').length : 0),
    0,
  );
  if (text > MAX_DISPLAYED_TEXT) {
    faults.push(
      fault(
        path,
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `Total displayable text size exceeds the maximum size of ${MAX_DISPLAYED_TEXT}`,
      ),
    );
  }
  return faults;
}

/** A row holds up to five buttons, or one select. */
function rowFaults({ component, path }: PlacedComponent): readonly FieldFault[] {
  if (component.type !== ComponentType.ActionRow) return [];
  const children = component.components ?? [];
  const selects = children.filter((child) => child.type !== ComponentType.Button).length;
  if (selects === 0 || children.length === 1) return [];
  return [
    fault(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    ),
  ];
}

function buttonFaults({ component, path }: PlacedComponent): readonly FieldFault[] {
  if (component.type !== ComponentType.Button) return [];
  const faults: FieldFault[] = [];
  const link = component.style === ButtonStyle.Link;
  const premium = component.style === ButtonStyle.Premium;
  if (link && !component.url) faults.push(fault([...path, 'url'], 'BASE_TYPE_REQUIRED', 'A url is required'));
  if (!link && component.url)
    faults.push(fault([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'Only link buttons have a url'));
  if (link || premium) {
    if (component.custom_id)
      faults.push(
        fault(
          path,
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
        ),
      );
  } else if (!component.custom_id) {
    faults.push(fault([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'));
  }
  if (!premium && !component.label && !component.emoji) {
    faults.push(
      fault([...path, 'label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required'),
    );
  }
  return faults;
}

/** Rules of select menus, in messages and in modals. */
export function selectFaults({ component, path }: PlacedComponent): readonly FieldFault[] {
  if (component.type !== ComponentType.StringSelect) return [];
  const options = component.options ?? [];
  const most = component.max_values ?? 1;
  const faults: FieldFault[] = [];
  if ((component.min_values ?? 1) > most) {
    faults.push(
      fault(
        [...path, 'min_values'],
        'SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX',
        'min_values must not be greater than max_values',
      ),
    );
  }
  if (most > options.length) {
    faults.push(
      fault(
        [...path, 'max_values'],
        'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
        'max_values must not be greater than the number of options',
      ),
    );
  }
  if (options.filter((option) => option.default === true).length > most) {
    faults.push(
      fault(
        [...path, 'options'],
        'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
        'More default options than max_values',
      ),
    );
  }
  const seen = new Set<string>();
  options.forEach((option, index) => {
    if (seen.has(option.value)) {
      faults.push(
        fault(
          [...path, 'options', index, 'value'],
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
        ),
      );
    }
    seen.add(option.value);
  });
  return faults;
}

/** No two components of a message or modal share a custom_id (or a numeric id). */
export function duplicateFaults(all: readonly PlacedComponent[]): readonly FieldFault[] {
  const customIds = new Set<string>();
  const ids = new Set<number>();
  const faults: FieldFault[] = [];
  for (const { component, path } of all) {
    if (component.custom_id) {
      if (customIds.has(component.custom_id)) {
        faults.push(
          fault(
            [...path, 'custom_id'],
            'COMPONENT_CUSTOM_ID_DUPLICATED',
            'Component custom id cannot be duplicated',
          ),
        );
      }
      customIds.add(component.custom_id);
    }
    if (component.id) {
      if (ids.has(component.id))
        faults.push(fault([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'));
      ids.add(component.id);
    }
  }
  return faults;
}

function fault(path: Path, code: string, message: string): FieldFault {
  return { path, code, message };
}
