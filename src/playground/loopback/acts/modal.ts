import { ComponentType, InteractionType } from 'discord-api-types/v10';
import type { Interaction } from '../interactions.js';
import type { Platform } from '../platform.js';
import type { AnyComponent } from '../validation/component-tree.js';
import { interactionPayload, modalMetadata } from './payload.js';
import { sceneOf } from './places.js';
import { RefusedByClientError } from './refused.js';
import { InteractionRun } from './run.js';

/** What a user filled into a modal, by custom_id: a text, or the chosen values. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

/** Longest text of an input without a limit of its own. */
const MAX_TEXT = 4_000;

/** Submits the modal that an interaction opened; throws `RefusedByClientError` when a client would not allow it. */
export function submitModal(platform: Platform, opener: Interaction, values: ModalValues): InteractionRun {
  const modal = opener.acknowledgement?.modal;
  if (!modal) throw new RefusedByClientError('no modal is open');
  const scene = sceneOf(platform, { user: opener.userId, channel: opener.channel });
  const known = new Set<string>();
  const components = modal.components.map((component) => submitted(component, values, known));
  for (const customId of Object.keys(values)) {
    if (!known.has(customId)) throw new RefusedByClientError(`the modal has no field ${customId}`);
  }
  const type = InteractionType.ModalSubmit;
  const source = opener.source === null ? null : (platform.messages.get(opener.source.id) ?? opener.source);
  const particular = {
    data: { custom_id: modal.custom_id, components },
    ...(source !== null && { message: source }),
  };
  const interaction = platform.interactions.open({
    type,
    userId: opener.userId,
    channel: opener.channel,
    command: null,
    focusedType: null,
    source,
    metadata: (id) => modalMetadata(scene, id, opener.metadata),
    payload: (id, token) => interactionPayload(platform, scene, { id, token, type }, particular),
  });
  return new InteractionRun(platform, interaction);
}

/** A component of the modal as it is sent back. */
function submitted(
  component: AnyComponent,
  values: ModalValues,
  known: Set<string>,
): Readonly<Record<string, unknown>> {
  const { type } = component;
  const id = component.id ?? 0;
  if (type === ComponentType.ActionRow) {
    return {
      type,
      id,
      components: (component.components ?? []).map((child) => submitted(child, values, known)),
    };
  }
  if (type === ComponentType.Label && component.component) {
    return { type, id, component: submitted(component.component, values, known) };
  }
  if (component.custom_id === undefined) return { type, id };
  known.add(component.custom_id);
  const value = values[component.custom_id];
  const content = type === ComponentType.TextInput ? textOf(component, value) : choiceOf(component, value);
  return { type, id, custom_id: component.custom_id, ...content };
}

interface TextInput extends AnyComponent {
  readonly value?: string;
  readonly min_length?: number;
  readonly max_length?: number;
}

function textOf(input: TextInput, value: string | readonly string[] | undefined): { readonly value: string } {
  const text = value ?? input.value ?? '';
  if (typeof text !== 'string') throw new RefusedByClientError(`${input.custom_id} is a text`);
  const required = input.required !== false;
  if (text === '' && required) throw new RefusedByClientError(`${input.custom_id} is required`);
  const least = text === '' ? 0 : (input.min_length ?? 0);
  if (text.length < least || text.length > (input.max_length ?? MAX_TEXT)) {
    throw new RefusedByClientError(`${input.custom_id} must not have ${text.length} characters`);
  }
  return { value: text };
}

function choiceOf(
  select: AnyComponent,
  value: string | readonly string[] | undefined,
): { readonly values: readonly string[] } {
  const preset = (select.options ?? [])
    .filter((option) => option.default === true)
    .map((option) => option.value);
  const values = value === undefined ? preset : typeof value === 'string' ? [value] : value;
  const least = select.required === false ? 0 : (select.min_values ?? 1);
  if (values.length < least || values.length > (select.max_values ?? 1)) {
    throw new RefusedByClientError(`${select.custom_id} does not take ${values.length} values`);
  }
  const unknown = values.find(
    (chosen) => select.options?.every((option) => option.value !== chosen) === true,
  );
  if (unknown !== undefined) throw new RefusedByClientError(`${select.custom_id} does not offer ${unknown}`);
  return { values };
}
