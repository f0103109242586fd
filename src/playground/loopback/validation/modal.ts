import { ComponentType } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import { type AnyComponent, flatten, type PlacedComponent } from './component-tree.js';
import { duplicateFaults } from './components.js';
import { selectFaults } from './controls.js';
import { faultIf, missingIf, type Path } from './rules.js';

/** Components at the top of a modal. */
const MAX_TOP_COMPONENTS = 5;

/** A modal as a bot opens it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly AnyComponent[];
}

/** What the schemas do not say of a modal. */
export function modalFaults(modal: Modal, path: Path): readonly FieldFault[] {
  const at = [...path, 'components'];
  const all = flatten(modal.components, at);
  const message = `Must be between 1 and ${MAX_TOP_COMPONENTS} in length.`;
  return [
    ...faultIf(modal.components.length > MAX_TOP_COMPONENTS, at, 'BASE_TYPE_BAD_LENGTH', message),
    ...all.flatMap(rowFaults),
    ...all.flatMap(selectFaults),
    ...duplicateFaults(all),
  ];
}

/** A row of a modal holds one text input, which then carries the label itself. */
function rowFaults({ component, path }: PlacedComponent): readonly FieldFault[] {
  if (component.type !== ComponentType.ActionRow) return [];
  const children = component.components ?? [];
  const [input] = children;
  if (children.length !== 1 || input?.type !== ComponentType.TextInput) {
    return faultIf(true, [...path, 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be 1 text input.');
  }
  return missingIf(!input.label, [...path, 'components', 0, 'label']);
}
