import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { postAnswer } from '../answering/answers.js';
import { acknowledge } from '../answering/callbacks.js';
import { editMessage } from '../answering/posting.js';
import { refusals } from '../api-error.js';
import type { Interaction } from '../interactions.js';
import { isThinking, type Message } from '../messages.js';
import type { Platform } from '../platform.js';
import type { MessageBody } from '../validation/message.js';
import { NO_CONTENT, ok, param, type RestReply, type RestRequest, type Route } from './router.js';

/** First answers to interactions, and the messages that their tokens allow for fifteen minutes. */
export function interactionRoutes(platform: Platform): readonly Route[] {
  const webhook = '/webhooks/:application/:token';
  const message = `${webhook}/messages/:message`;
  const auth = 'none';
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      auth,
      handle: (request) => callback(platform, request),
    },
    { method: 'POST', path: webhook, auth, handle: (request) => followUp(platform, request) },
    { method: 'GET', path: message, auth, handle: (request) => ok(answerOf(platform, request).message) },
    { method: 'PATCH', path: message, auth, handle: (request) => edit(platform, request) },
    { method: 'DELETE', path: message, auth, handle: (request) => remove(platform, request) },
  ];
}

function callback(platform: Platform, request: RestRequest): RestReply {
  const interaction = platform.interactions.awaiting(param(request, 'interaction'), param(request, 'token'));
  const message = acknowledge(platform, interaction, request.body, request.files);
  if (request.query.get('with_response') !== 'true') return NO_CONTENT;
  const type = interaction.acknowledgement?.type;
  const made = type === InteractionResponseType.DeferredMessageUpdate ? null : message;
  return ok({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message !== null && {
        response_message_id: message.id,
        response_message_loading: isThinking(message),
        response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(made !== null && { resource: { type, message: made } }),
  });
}

/** The first follow-up of a deferred answer takes its place, as Discord documents. */
function followUp(platform: Platform, request: RestRequest): RestReply {
  const interaction = interactionOf(platform, request);
  const body = platform.schemas.parse<MessageBody>('followUp', request.body ?? {});
  const original = platform.messages.get(interaction.originalId ?? '');
  if (original !== undefined && isThinking(original)) {
    const { flags = 0, ...rest } = body;
    const kept = (flags ?? 0) & ~MessageFlags.Ephemeral;
    return ok(change(platform, interaction, original, { ...rest, flags: kept }, request));
  }
  const message = postAnswer(platform, interaction, body, request.files, []);
  interaction.followUpIds.push(message.id);
  platform.interactions.answered.emit(interaction);
  return ok(message);
}

function edit(platform: Platform, request: RestRequest): RestReply {
  const { interaction, message } = answerOf(platform, request);
  const body = platform.schemas.parse<MessageBody>('followUpEdit', request.body ?? {});
  return ok(change(platform, interaction, message, body, request));
}

function change(
  platform: Platform,
  interaction: Interaction,
  message: Message,
  body: MessageBody,
  request: RestRequest,
): Message {
  const edited = platform.messages.edit(editMessage(platform, message, body, request.files));
  platform.interactions.answered.emit(interaction);
  return edited;
}

function remove(platform: Platform, request: RestRequest): RestReply {
  const { interaction, message } = answerOf(platform, request);
  platform.messages.remove(message.id);
  platform.interactions.answered.emit(interaction);
  return NO_CONTENT;
}

function interactionOf(platform: Platform, request: RestRequest): Interaction {
  if (param(request, 'application') !== platform.settings.applicationId) throw refusals.unknownWebhook();
  return platform.interactions.answering(param(request, 'token'));
}

/** The message of the path, which must be an answer to the interaction whose token the path has. */
function answerOf(
  platform: Platform,
  request: RestRequest,
): { readonly interaction: Interaction; readonly message: Message } {
  const interaction = interactionOf(platform, request);
  const asked = param(request, 'message');
  const own = [interaction.originalId, ...interaction.followUpIds];
  const id = asked === '@original' ? interaction.originalId : own.find((known) => known === asked);
  const message = platform.messages.get(id ?? '');
  if (message === undefined) throw refusals.unknownMessage();
  return { interaction, message };
}
