import { type APIAllowedMentions, type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import type { AnyComponent } from './component-tree.js';
import { componentFaults } from './components.js';
import { embedFaults } from './embeds.js';
import { faultIf, type Path } from './rules.js';

/** Characters of a message's content, for those without Nitro and for bots. */
const MAX_CONTENT = 2_000;
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
interface AttachmentReference {
  readonly id: string | number;
  readonly filename?: string | null;
  readonly description?: string | null;
}

/** What the schemas do not say of a message. `flags` are those that it will have. */
export function messageFaults(body: MessageBody, flags: number, path: Path = []): readonly FieldFault[] {
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...faultIf(
      (body.content ?? '').length > MAX_CONTENT,
      [...path, 'content'],
      'BASE_TYPE_MAX_LENGTH',
      `Must be ${MAX_CONTENT} or fewer in length.`,
    ),
    ...faultIf(
      ((body.flags ?? 0) & ~SENDABLE_FLAGS) !== 0,
      [...path, 'flags'],
      'MESSAGE_FLAGS_INVALID',
      'The specified flags are not allowed',
    ),
    ...(v2 ? legacyFaults(body, path) : []),
    ...embedFaults(body.embeds ?? [], [...path, 'embeds']),
    ...componentFaults(body.components ?? [], v2, [...path, 'components']),
    ...mentionFaults(body.allowed_mentions ?? {}, [...path, 'allowed_mentions']),
  ];
}

/** A message of components v2 has nothing else. */
function legacyFaults(body: MessageBody, path: Path): readonly FieldFault[] {
  const legacy = { content: body.content, embeds: body.embeds?.length, poll: body.poll };
  return Object.entries(legacy).flatMap(([field, value]) =>
    faultIf(
      Boolean(value),
      [...path, field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

/** A kind of mention is allowed in general, or for a list of ids, not both. */
function mentionFaults(allowed: APIAllowedMentions, path: Path): readonly FieldFault[] {
  return (['users', 'roles'] as const).flatMap((kind) =>
    faultIf(
      (allowed.parse ?? []).some((parsed) => parsed === kind) && (allowed[kind] ?? []).length > 0,
      path,
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    ),
  );
}
