import type { APIAttachment } from 'discord-api-types/v10';
import { invalidField, refusals } from '../api-error.js';
import type { UploadedFile } from '../files.js';
import type { Platform } from '../platform.js';
import type { MessageBody } from '../validation/message.js';
import type { Path } from '../validation/rules.js';

/** Files of a request by the number in their field's name. */
export type FilesByNumber = ReadonlyMap<string, UploadedFile>;

/** The attachments of a message that stay: those that an edit names, or all when it names none. */
export function keptAttachments(
  before: readonly APIAttachment[],
  body: MessageBody,
): readonly APIAttachment[] {
  if (body.attachments === undefined || body.attachments === null) return before;
  const ids = new Set(body.attachments.map((attachment) => String(attachment.id)));
  return before.filter((attachment) => ids.has(attachment.id));
}

/** Stores the new files of a body beside the kept ones; every entry of `attachments` must be one of either. */
export function attach(
  platform: Platform,
  channelId: string,
  body: MessageBody,
  files: FilesByNumber,
  kept: readonly APIAttachment[],
  path: Path,
): APIAttachment[] {
  const references = new Map((body.attachments ?? []).map((reference) => [String(reference.id), reference]));
  const known = new Set([...files.keys(), ...kept.map((attachment) => attachment.id)]);
  const unknown = [...references.keys()].find((id) => !known.has(id));
  if (unknown !== undefined) {
    const message = `No file or attachment with the id ${unknown}`;
    throw invalidField([...path, 'attachments'], message, 'ATTACHMENT_NOT_FOUND');
  }
  const tooLarge = [...files.values()].some(
    (file) => file.bytes.byteLength > platform.settings.attachmentBytes,
  );
  if (tooLarge) throw refusals.tooLarge();
  const added = [...files].map(([number, file]) => {
    const reference = references.get(number);
    return platform.files.add(channelId, {
      ...file,
      name: reference?.filename ?? file.name,
      ...(reference?.description && { description: reference.description }),
    });
  });
  return [...kept, ...added];
}
