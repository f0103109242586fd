import { type APIAllowedMentions, type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import { type AnyComponent, componentFaults } from './components.js';

/** Characters of a message's content, for those without Nitro and for bots. */
const MAX_CONTENT = 2_000;
/** Characters of all texts of all embeds of a message. */
const MAX_EMBEDS_TEXT = 6_000;
/** Flags that a bot may set when it sends a message. */
const SENDABLE_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

/** The fields of a message that a bot sends, in whichever way. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly AnyComponent[] | null;
  readonly attachments?: readonly AttachmentReference[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly flags?: number | null;
  readonly tts?: boolean | null;
  readonly poll?: unknown;
  readonly nonce?: string | number | null;
  readonly message_reference?: {
    readonly message_id: string;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
}

/** An attachment of a body: a new file by its index, or a kept one by its id. */
export interface AttachmentReference {
  readonly id: string | number;
  readonly filename?: string | null;
  readonly description?: string | null;
}

/** What the schemas do not say of a message. `flags` are those that it will have. */
export function messageFaults(
  body: MessageBody,
  flags: number,
  path: readonly (string | number)[] = [],
): readonly FieldFault[] {
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...contentFaults(body, path),
    ...(v2 ? v2Faults(body, path) : []),
    ...flagFaults(body, path),
    ...embedFaults(body.embeds ?? [], [...path, 'embeds']),
    ...componentFaults(body.components ?? [], v2, [...path, 'components']),
    ...mentionFaults(body.allowed_mentions ?? {}, [...path, 'allowed_mentions']),
  ];
}

function contentFaults(body: MessageBody, path: readonly (string | number)[]): readonly FieldFault[] {
  if ((body.content ?? '').length <= MAX_CONTENT) return [];
  return [
    {
      path: [...path, 'content'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${MAX_CONTENT} or fewer in length.`,
    },
  ];
}

/** A message of components v2 has nothing else. */
function v2Faults(body: MessageBody, path: readonly (string | number)[]): readonly FieldFault[] {
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  const message = 'The message cannot have it together with MessageFlags.IS_COMPONENTS_V2.';
  const used = [
    body.content ? 'content' : null,
    (body.embeds ?? []).length > 0 ? 'embeds' : null,
    body.poll ? 'poll' : null,
  ];
  return used.flatMap((field) => (field === null ? [] : [{ path: [...path, field], code, message }]));
}

function flagFaults(body: MessageBody, path: readonly (string | number)[]): readonly FieldFault[] {
  if (((body.flags ?? 0) & ~SENDABLE_FLAGS) === 0) return [];
  return [
    {
      path: [...path, 'flags'],
      code: 'MESSAGE_FLAGS_INVALID',
      message: 'The specified flags are not allowed',
    },
  ];
}

function embedFaults(embeds: readonly APIEmbed[], path: readonly (string | number)[]): readonly FieldFault[] {
  const faults: FieldFault[] = embeds.flatMap((embed, index) => singleEmbedFaults(embed, [...path, index]));
  if (embeds.reduce((sum, embed) => sum + embedLength(embed), 0) > MAX_EMBEDS_TEXT) {
    faults.push({
      path,
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${MAX_EMBEDS_TEXT}`,
    });
  }
  return faults;
}

function singleEmbedFaults(embed: APIEmbed, path: readonly (string | number)[]): readonly FieldFault[] {
  const required = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  const faults: FieldFault[] = [];
  const { title, description, author, footer, image, thumbnail, url } = embed;
  const fields = embed.fields ?? [];
  const nothing =
    !title && !description && !author?.name && !footer?.text && fields.length === 0 && !image && !thumbnail;
  if (nothing) faults.push({ path: [...path, 'description'], ...required });
  fields.forEach((field, index) => {
    if (field.name.trim() === '') faults.push({ path: [...path, 'fields', index, 'name'], ...required });
    if (field.value.trim() === '') faults.push({ path: [...path, 'fields', index, 'value'], ...required });
  });
  const links: readonly (readonly [string, string | undefined])[] = [
    ['url', url],
    ['author.url', author?.url],
  ];
  for (const [where, link] of links) {
    if (!link || /^https?:\/\//i.test(link)) continue;
    const message = `Scheme "${link.split(':')[0]}" is not supported. Scheme must be one of ('http', 'https').`;
    faults.push({ path: [...path, ...where.split('.')], code: 'URL_TYPE_INVALID_SCHEME', message });
  }
  return faults;
}

/** Characters that count towards the limit of all embeds. */
export function embedLength(embed: APIEmbed): number {
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  for (const field of embed.fields ?? []) texts.push(field.name, field.value);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

/** A kind of mention is allowed in general, or for a list of ids, not both. */
function mentionFaults(
  allowed: APIAllowedMentions,
  path: readonly (string | number)[],
): readonly FieldFault[] {
  return (['users', 'roles'] as const)
    .filter(
      (kind) => (allowed.parse ?? []).some((parsed) => parsed === kind) && (allowed[kind] ?? []).length > 0,
    )
    .map((kind) => ({
      path,
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}
