/** `/corpus export`: all articles, an article a line, in files that Discord takes. */
import type { ArticleText, Library } from '../../library.js';
import type { Call } from '../command.js';
import type { ReplyFile } from '../limits.js';
import { renderNotice } from '../rendering/notice.js';
import { fileSize } from './file-size.js';
import { moderatorForWork } from './gate.js';
import { recordAct } from './record.js';

/** Bytes of one file: Discord takes 10 MiB a request, of which a little is for everything around the file. */
const MAX_FILE_BYTES = 9_500_000;
/** More messages would bury the channel, and take longer than the interaction lives. */
const MOST_PARTS = 20;

/** One file of the export, and how many articles are in it. */
export interface ExportPart {
  readonly bytes: Uint8Array;
  readonly articles: number;
}

/** An article as a line that `wenju ask --corpus` reads: the same paragraphs, cleaned already. */
export function exportLine({ summary, author, paragraphs }: ArticleText): string {
  const { id, title, source, url, published, happened } = summary;
  const known = {
    date: published?.iso ?? happened?.iso ?? null,
    source,
    url,
    author,
  };
  const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return `${JSON.stringify({ id, title: title ?? '', text, ...present })}\n`;
}

/** Lines put into files of at most `room` bytes each; a longer line stands alone. */
export async function* exportParts(
  lines: AsyncIterable<string>,
  room: number = MAX_FILE_BYTES,
): AsyncGenerator<ExportPart> {
  let held: Buffer[] = [];
  let size = 0;
  const part = (): ExportPart => ({ bytes: Buffer.concat(held, size), articles: held.length });
  for await (const line of lines) {
    const bytes = Buffer.from(line);
    if (size > 0 && size + bytes.byteLength > room) {
      yield part();
      held = [];
      size = 0;
    }
    held.push(bytes);
    size += bytes.byteLength;
  }
  if (size > 0) yield part();
}

/** Ids of all articles, newest first. When one goes while they are counted up, the counting begins anew. */
async function allIds(library: Library): Promise<readonly string[]> {
  const ids = new Set<string>();
  let last: string | null = null;
  for (;;) {
    const more: readonly string[] | null = await library.ids(last);
    if (more?.length === 0) return [...ids];
    for (const id of more ?? []) ids.add(id);
    last = more?.at(-1) ?? null;
  }
}

async function* linesOf(ids: readonly string[], library: Library): AsyncGenerator<string> {
  for (const id of ids) {
    const article = await library.article(id);
    // One that has gone in the meantime is no longer part of the corpus.
    if (article !== null) yield exportLine(article);
  }
}

function fileOf({ bytes }: ExportPart, index: number, parts: number, day: string): ReplyFile {
  const number = parts === 1 ? '' : `-${String(index + 1).padStart(2, '0')}`;
  return { name: `articles-${day}${number}.jsonl`, bytes };
}

/** Sends a moderator all articles. The answer must be deferred. */
export async function exportCorpus(call: Call): Promise<void> {
  const moderator = await moderatorForWork(call, 'articles', call.reply);
  if (moderator === null) return;
  const { library, clock } = call.services;
  const words = call.texts.moderation.export;
  const ids = await allIds(library);
  const parts: ExportPart[] = [];
  for await (const part of exportParts(linesOf(ids, library))) {
    parts.push(part);
    if (parts.length === MOST_PARTS) break;
  }
  const exported = parts.reduce((sum, part) => sum + part.articles, 0);
  if (exported === 0) return call.reply(renderNotice(words.none, 'neutral'));
  await recordAct(call, moderator, 'corpus-export', `(${exported})`);
  const size = fileSize(parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0));
  const done = parts.length === 1 ? words.done(exported, size) : words.parts(exported, size, parts.length);
  const lines = [done, ...(exported < ids.length ? [words.incomplete(exported, ids.length)] : [])];
  const day = new Date(clock()).toISOString().slice(0, 10);
  const files = parts.map((part, index) => fileOf(part, index, parts.length, day));
  const description = `${lines.join('\n')}\n-# ${words.format}`;
  await call.reply({ cards: [{ tone: 'neutral', description }], files: files.slice(0, 1) });
  // A request takes one such file; the others follow, each with its number.
  for (const [index, file] of files.entries()) {
    if (index === 0) continue;
    await call.tell({ ...renderNotice(words.part(index + 1, files.length), 'neutral'), files: [file] });
  }
}
