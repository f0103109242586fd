import { ComponentType, InteractionType, type LocaleString } from 'discord-api-types/v10';
import type { Message } from '../messages.js';
import type { Platform } from '../platform.js';
import { type AnyComponent, flatten } from '../validation/component-tree.js';
import { idOf, type Reference } from '../world-model.js';
import { componentMetadata, interactionPayload } from './payload.js';
import { sceneOf } from './places.js';
import { RefusedByClientError } from './refused.js';
import { Resolved } from './resolved.js';
import { InteractionRun } from './run.js';

/** A component as a user uses it. */
export interface ComponentAct {
  readonly user: Reference;
  /** The message, or its id. */
  readonly message: Reference;
  readonly customId: string;
  /** Of a select menu: what is chosen. */
  readonly values?: readonly string[];
  readonly locale?: LocaleString;
  /** As a forged client: the component need not be on the message, nor the message be visible to the user. */
  readonly force?: boolean;
}

/** Uses a button or a select menu; throws `RefusedByClientError` when a client would not allow it. */
export function useComponent(platform: Platform, act: ComponentAct): InteractionRun {
  const message = visibleMessage(platform, act);
  const scene = sceneOf(platform, { user: act.user, channel: message.channel_id });
  const component = usable(message, act);
  const resolved = new Resolved(platform, scene.channel, scene.user.id);
  const values = component.type === ComponentType.Button ? undefined : chosen(component, act, resolved);
  const data = {
    component_type: component.type,
    custom_id: act.customId,
    id: component.id ?? 0,
    ...(values !== undefined && { values }),
    ...resolved.field(),
  };
  const type = InteractionType.MessageComponent;
  const interaction = platform.interactions.open({
    type,
    userId: scene.user.id,
    channel: scene.channel,
    command: null,
    focusedType: null,
    source: message,
    metadata: (id) => componentMetadata(scene, id, message),
    payload: (id, token) =>
      interactionPayload(
        platform,
        { ...scene, locale: act.locale ?? scene.locale },
        { id, token, type },
        { data, message },
      ),
  });
  return new InteractionRun(platform, interaction);
}

function visibleMessage(platform: Platform, act: ComponentAct): Message {
  const message = platform.messages.get(idOf(act.message));
  if (message === undefined) throw new RefusedByClientError(`no message ${idOf(act.message)}`);
  const reader = platform.messages.readerOf(message.id);
  if (reader !== null && reader !== idOf(act.user) && act.force !== true) {
    throw new RefusedByClientError('the message is for another user only');
  }
  return message;
}

function usable(message: Message, act: ComponentAct): AnyComponent {
  const components = (message.components ?? []) as unknown as readonly AnyComponent[];
  const found = flatten(components, []).find(
    ({ component }) => component.custom_id === act.customId,
  )?.component;
  if (act.force === true) {
    const type = act.values === undefined ? ComponentType.Button : ComponentType.StringSelect;
    return found ?? { type, custom_id: act.customId };
  }
  if (found === undefined) throw new RefusedByClientError(`the message has no component ${act.customId}`);
  if (found.disabled === true) throw new RefusedByClientError(`${act.customId} is disabled`);
  return found;
}

function chosen(component: AnyComponent, act: ComponentAct, resolved: Resolved): readonly string[] {
  const values = act.values ?? [];
  if (act.force === true) return values;
  if (values.length < (component.min_values ?? 1) || values.length > (component.max_values ?? 1)) {
    throw new RefusedByClientError(`${act.customId} does not take ${values.length} values`);
  }
  for (const value of values) {
    if (!isOffered(component, value, resolved))
      throw new RefusedByClientError(`${act.customId} does not offer ${value}`);
  }
  return values;
}

function isOffered(component: AnyComponent, value: string, resolved: Resolved): boolean {
  switch (component.type) {
    case ComponentType.StringSelect:
      return (component.options ?? []).some((option) => option.value === value);
    case ComponentType.UserSelect:
      return resolved.addUser(value);
    case ComponentType.RoleSelect:
      return resolved.addRole(value);
    case ComponentType.ChannelSelect:
      return resolved.addChannel(value);
    case ComponentType.MentionableSelect:
      return resolved.addUser(value) || resolved.addRole(value);
    default:
      return false;
  }
}
