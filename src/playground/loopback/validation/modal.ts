import { ComponentType } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import { type AnyComponent, duplicateFaults, flatten, selectFaults } from './components.js';

/** Components at the top of a modal. */
const MAX_TOP_COMPONENTS = 5;

/** A modal as a bot opens it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly AnyComponent[];
}

/** What the schemas do not say of a modal. */
export function modalFaults(modal: Modal, path: readonly (string | number)[]): readonly FieldFault[] {
  const all = flatten(modal.components, [...path, 'components']);
  const faults: FieldFault[] = [...all.flatMap(selectFaults), ...duplicateFaults(all)];
  if (modal.components.length > MAX_TOP_COMPONENTS) {
    const message = `Must be between 1 and ${MAX_TOP_COMPONENTS} in length.`;
    faults.push({ path: [...path, 'components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  for (const { component, path: at } of all) {
    if (component.type === ComponentType.ActionRow) faults.push(...rowFaults(component, at));
  }
  return faults;
}

/** A row of a modal holds one text input, which then carries the label itself. */
function rowFaults(row: AnyComponent, path: readonly (string | number)[]): readonly FieldFault[] {
  const [input, ...more] = row.components ?? [];
  if (more.length > 0 || input?.type !== ComponentType.TextInput) {
    return [
      { path: [...path, 'components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be 1 text input.' },
    ];
  }
  if (input.label) return [];
  return [
    {
      path: [...path, 'components', 0, 'label'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    },
  ];
}
