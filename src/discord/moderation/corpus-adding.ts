/** `/corpus add`: files are fetched, read and shown; nothing is kept before somebody presses Keep. */
import { createHash } from 'node:crypto';
import { UPLOADS } from '../../library/articles.js';
import type { Preview } from '../../library.js';
import type { AttachedFile, Call } from '../command.js';
import type { Refused } from '../texts/moderation/texts.js';
import { download, MAX_UPLOAD_BYTES } from './attachment-download.js';
import { type RefusedFile, renderDrafts, type WaitingFile } from './draft-rendering.js';
import { type Moderator, moderatorForWork } from './gate.js';
import { recordAct } from './record.js';
import { freeName, uploadName } from './upload-names.js';

/** Names of the options; each takes one file. */
export const FILE_OPTIONS = ['file', 'file2', 'file3', 'file4', 'file5'] as const;
/** Reasons that the reader gives, and what they are called here. */
const KNOWN_REASONS: ReadonlyMap<string, Refused> = new Map([
  ['empty', 'empty'],
  ['binary', 'binary'],
  ['bad-encoding', 'bad-encoding'],
  ['no-text', 'no-text'],
  ['damaged', 'damaged'],
  ['encrypted', 'encrypted'],
  ['scanned', 'scanned'],
  // The file itself is small enough, or it would not have been fetched.
  ['too-large', 'swells'],
  ['too-slow', 'too-slow'],
]);

/** What is known while the files of one call are gone through. */
interface Batch {
  readonly moderator: Moderator;
  /** Hashes by name of the files that are kept already. */
  readonly kept: ReadonlyMap<string, string>;
  readonly names: Set<string>;
  readonly hashes: Set<string>;
}

/** Hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether nothing could be read, and the reason for the message; null when there is something to keep. */
function unreadable({ articles, unreadable: files }: Preview): RefusedFile['refused'] | null {
  if (articles.count > 0) return null;
  const first = files[0];
  if (first === undefined) return 'no-text';
  return KNOWN_REASONS.get(first.code) ?? { reason: first.reason };
}

function notesOf(name: string, wanted: string, hash: string, kept: Batch['kept']): WaitingFile['notes'] {
  const same = [...kept].find(([other, otherHash]) => otherHash === hash && other !== name);
  return [
    ...(name === wanted ? [] : (['renamed'] as const)),
    ...(kept.has(name) ? (['replaces'] as const) : []),
    ...(same === undefined ? [] : [{ sameAs: `${UPLOADS}${same[0]}` }]),
  ];
}

/** Fetches, reads and sets aside one file. */
async function take(call: Call, file: AttachedFile, batch: Batch): Promise<WaitingFile | RefusedFile> {
  const { library, store, settings, clock } = call.services;
  const shown = file.title === null ? file.name : `${file.title}.${file.name.split('.').at(-1)}`;
  const refuse = (refused: RefusedFile['refused']): RefusedFile => ({ name: shown, refused });
  const wanted = uploadName(file.name, file.title);
  if (wanted === null) return refuse('kind');
  if (file.size > MAX_UPLOAD_BYTES) return refuse('too-large');
  const fetched = await download(file.url, { apiBase: settings.apiBase });
  if ('refused' in fetched) return refuse(fetched.refused);
  const { bytes } = fetched;
  const hash = sha256(bytes);
  if (batch.hashes.has(hash)) return refuse('same-file');
  const name = freeName(wanted, batch.names);
  const preview = await library.preview(name, bytes);
  const why = unreadable(preview);
  if (why !== null) return refuse(why);
  batch.hashes.add(hash);
  batch.names.add(name);
  const { guildId, userId } = batch.moderator;
  const draftId = await store.drafts.create({ guildId, userId, name, bytes, at: clock() });
  return { draftId, name, size: bytes.byteLength, preview, notes: notesOf(name, wanted, hash, batch.kept) };
}

/** Shows a moderator what was read in the attached files. The answer must be deferred. */
export async function addFiles(call: Call): Promise<void> {
  const moderator = await moderatorForWork(call, 'articles', call.reply);
  if (moderator === null) return;
  const files = FILE_OPTIONS.flatMap((option) => call.attachment(option) ?? []);
  const kept = new Map(
    (await call.services.store.uploads.list()).map(({ name, sha256: hash }) => [name, hash]),
  );
  const batch: Batch = { moderator, kept, names: new Set(), hashes: new Set() };
  const waiting: WaitingFile[] = [];
  const refused: RefusedFile[] = [];
  // One after the other: together they could take as much memory as all of them hold.
  for (const file of files) {
    const outcome = await take(call, file, batch);
    if ('draftId' in outcome) waiting.push(outcome);
    else refused.push(outcome);
  }
  if (waiting.length > 0) {
    await recordAct(call, moderator, 'corpus-add', waiting.map(({ name }) => name).join(', '));
  }
  await call.reply(renderDrafts(waiting, refused, [], call.texts));
}
