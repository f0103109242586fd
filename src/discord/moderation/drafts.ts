/** Keep and Discard: what becomes of files that were shown. */
import { UPLOADS } from '../../library/articles.js';
import type { Draft } from '../../store/drafts.js';
import type { ComponentHandler, Press } from '../component.js';
import type { Card } from '../limits.js';
import { DRAFT_DAYS } from '../manners/retention.js';
import { plainMarkdown } from '../markdown.js';
import { renderNotice } from '../rendering/notice.js';
import { type ChangeOutcome, changeInTurn } from './changes.js';
import { FILE_OPTIONS, sha256 } from './corpus-adding.js';
import { DRAFT, renderDrafts, type WaitingFile } from './draft-rendering.js';
import { type Moderator, moderatorOf } from './gate.js';
import { warningLines } from './receipt.js';
import { recordAct } from './record.js';

const DAY = 86_400_000;
const DRAFT_ID = /^[\w-]{6,32}$/;
const MAX_NAME = 80;
const MAX_REASON = 500;
/** Warnings that the outcome names at most. */
const WARNINGS_LISTED = 8;

/** What a press asks for, read off arguments that prove nothing. */
interface Wish {
  readonly act: 'keep' | 'drop';
  readonly chosen: readonly string[];
  readonly others: readonly string[];
}

function wishOf([act, which, list = '', ...more]: readonly string[]): Wish | null {
  const ids = list.split('.');
  const readable = ids.length <= FILE_OPTIONS.length && ids.every((id) => DRAFT_ID.test(id));
  if ((act !== 'keep' && act !== 'drop') || !readable || more.length > 0) return null;
  if (which === 'all') return { act, chosen: ids, others: [] };
  const index = ids.findIndex((_, at) => String(at) === which);
  return index < 0
    ? null
    : { act, chosen: ids.slice(index, index + 1), others: ids.filter((_, at) => at !== index) };
}

interface Found {
  readonly id: string;
  readonly draft: Draft;
}

/** The drafts that still wait in the moderator's own server. */
async function stillWaiting(
  ids: readonly string[],
  { guildId }: Moderator,
  press: Press,
): Promise<readonly Found[]> {
  const { store, clock } = press.services;
  const found: Found[] = [];
  for (const id of ids) {
    const draft = await store.drafts.get(id);
    const fresh = draft !== null && draft.at > clock() - DRAFT_DAYS * DAY;
    if (fresh && draft.guildId === guildId) found.push({ id, draft });
  }
  return found;
}

/** Puts files among the uploads. An article of them that somebody removed before is back again. */
async function put(found: readonly Found[], moderator: Moderator, press: Press): Promise<void> {
  const { store, library, clock } = press.services;
  const hidden = await store.uploads.hidden();
  for (const { id, draft } of found) {
    const { name, bytes } = draft;
    await store.uploads.put({ name, bytes, sha256: sha256(bytes), addedBy: moderator.userId, at: clock() });
    const back = hidden.length === 0 ? [] : await library.idsIn(name, bytes, hidden);
    for (const articleId of back) await store.uploads.unhide(articleId);
    // Only now: whatever happens before, the file is either still waiting or kept. Of two who press, one kept it.
    if ((await store.drafts.take(id)) !== null) await recordAct(press, moderator, 'corpus-keep', name);
  }
}

const namesOf = (found: readonly Found[]): string =>
  found.map(({ draft }) => `**${plainMarkdown(draft.name, MAX_NAME)}**`).join(' · ');

/** Their names as the index has them. */
const filesOf = (found: readonly Found[]): readonly string[] =>
  found.map(({ draft }) => `${UPLOADS}${draft.name}`);

function keptCard(found: readonly Found[], outcome: ChangeOutcome, { texts }: Press): Card {
  const { add, queue } = texts.moderation;
  const head = `### ${add.kept(found.length)}\n${namesOf(found)}`;
  if ('report' in outcome) {
    const { articles, passages, warnings, unreadable } = outcome.report;
    const files = new Set(filesOf(found));
    const skipped = unreadable.first.map(({ file, reason }) => ({ file, message: reason }));
    const odd = [...skipped, ...warnings.first].filter(({ file }) => files.has(file));
    const lines = warningLines(odd.slice(0, WARNINGS_LISTED).map(({ message }) => message));
    return { tone: 'answer', description: [head, add.answersNow(articles, passages), ...lines].join('\n') };
  }
  if ('refused' in outcome && outcome.refused === 'pending')
    return { tone: 'progress', description: `${head}\n${queue.pending}` };
  const reason = 'failed' in outcome ? plainMarkdown(outcome.failed, MAX_REASON) : queue[outcome.refused];
  return { tone: 'trouble', description: `${head}\n${add.notIndexed(reason)}` };
}

async function keep(found: readonly Found[], moderator: Moderator, press: Press): Promise<Card> {
  await press.reply({ ...renderNotice(press.texts.moderation.add.keeping, 'progress'), content: '' });
  await put(found, moderator, press);
  return keptCard(
    found,
    await changeInTurn(press, 'corpus-keep', () => press.services.library.refresh(filesOf(found))),
    press,
  );
}

async function drop(found: readonly Found[], moderator: Moderator, press: Press): Promise<Card> {
  for (const { id, draft } of found) {
    await press.services.store.drafts.discard(id);
    await recordAct(press, moderator, 'corpus-discard', draft.name);
  }
  const { add } = press.texts.moderation;
  return { tone: 'neutral', description: `### ${add.discarded(found.length)}\n${namesOf(found)}` };
}

/** What waits further on, read anew. */
async function previews(found: readonly Found[], press: Press): Promise<readonly WaitingFile[]> {
  const waiting: WaitingFile[] = [];
  for (const { id, draft } of found) {
    const { name, bytes } = draft;
    const preview = await press.services.library.preview(name, bytes);
    waiting.push({ draftId: id, name, size: bytes.byteLength, preview, notes: [] });
  }
  return waiting;
}

/** Keep, Discard, Keep all and Discard all. */
export const draftHandler: ComponentHandler = {
  prefix: DRAFT,
  async press(press) {
    const moderator = await moderatorOf(press, 'articles', press.tell);
    if (moderator === null) return;
    const { add } = press.texts.moderation;
    const wish = wishOf(press.args);
    const found = wish === null ? [] : await stillWaiting(wish.chosen, moderator, press);
    if (wish === null || found.length === 0) return press.tell(renderNotice(add.gone, 'neutral'));
    await press.deferUpdate();
    const card = await (wish.act === 'keep' ? keep : drop)(found, moderator, press);
    const waiting = await previews(await stillWaiting(wish.others, moderator, press), press);
    await press.reply(renderDrafts(waiting, [], [card], press.texts));
  },
};
