/** `/corpus remove`: asks, takes the article out, and can bring it back. */
import { keyById } from '../../library/article-keys.js';
import { plainTitle, UPLOADS } from '../../library/articles.js';
import type { CatalogueEntry } from '../../library/catalogue-types.js';
import { articleKey } from '../articles/article-key.js';
import type { Call } from '../command.js';
import type { ComponentHandler, Press } from '../component.js';
import { customId } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import { articleLine, articleTitle } from '../rendering/article.js';
import { renderNotice } from '../rendering/notice.js';
import { type ChangeOutcome, changeInTurn } from './changes.js';
import { DRAFT } from './draft-rendering.js';
import { type Moderator, moderatorOf } from './gate.js';
import { recordAct } from './record.js';

/** The prefix of the controls of removing. */
const REMOVE = 'remove';
const MAX_TITLE = 150;
const MAX_FILE = 120;
const MAX_REASON = 500;

/** What removing an article means: a file of its own is deleted, any other article is only taken out of the answers. */
function wayOf({ uploaded, sharesFile }: CatalogueEntry): 'ofCorpus' | 'ofUpload' | 'ofUploadShared' {
  if (!uploaded) return 'ofCorpus';
  return sharesFile ? 'ofUploadShared' : 'ofUpload';
}

/** Asks a moderator whether the article that they named is to go. The answer must be deferred. */
export async function askToRemove(call: Call): Promise<void> {
  if ((await moderatorOf(call, 'articles', call.reply)) === null) return;
  const { texts, services } = call;
  const { remove, article: words, add } = texts.moderation;
  const typed = call.text('article');
  const article = await services.library.find(typed);
  if (article === null) {
    await call.reply(renderNotice(words.unknown(plainMarkdown(typed, MAX_TITLE)), 'neutral'));
    return;
  }
  const description = [
    `### ${remove.ask}`,
    articleTitle(article, MAX_TITLE),
    `-# ${articleLine(article, texts, add.paragraphs(article.paragraphs))}`,
    '',
    remove[wayOf(article)](plainMarkdown(article.file, MAX_FILE)),
  ].join('\n');
  const key = articleKey(article.id);
  await call.reply({
    cards: [{ tone: 'trouble', description }],
    rows: [
      [
        { id: customId(REMOVE, 'yes', key), label: remove.confirm, style: 'danger' },
        { id: customId(REMOVE, 'no'), label: remove.cancel },
      ],
    ],
  });
}

/** Takes an article out; gives the id of the control that brings it back. */
async function takeOut(article: CatalogueEntry, moderator: Moderator, press: Press): Promise<string> {
  const { store, clock } = press.services;
  const { guildId, userId } = moderator;
  const way = wayOf(article);
  const name = article.file.slice(UPLOADS.length);
  const bytes = way === 'ofUpload' ? await store.uploads.bytes(name) : null;
  if (bytes === null) {
    await store.uploads.hide(article.id, { by: userId, at: clock() });
    return customId(REMOVE, 'undo', articleKey(article.id));
  }
  // The bytes wait for a day, as those of a file that was not kept yet.
  const draftId = await store.drafts.create({ guildId, userId, name, bytes, at: clock() });
  await store.uploads.remove(name);
  return customId(DRAFT, 'keep', 'all', draftId);
}

function outcomeReply(outcome: ChangeOutcome, done: string, undoId: string | null, { texts }: Press): Reply {
  const { add, queue, remove } = texts.moderation;
  const rows = undoId === null ? [] : [[{ id: undoId, label: remove.undo }]];
  if ('report' in outcome) return { cards: [{ tone: 'neutral', description: done }], rows };
  if ('refused' in outcome && outcome.refused === 'pending')
    return { cards: [{ tone: 'progress', description: `${done}\n${queue.pending}` }], rows };
  const reason = 'failed' in outcome ? plainMarkdown(outcome.failed, MAX_REASON) : queue[outcome.refused];
  return { cards: [{ tone: 'trouble', description: `${done}\n${add.notIndexed(reason)}` }], rows };
}

async function removeNow(key: string, moderator: Moderator, press: Press): Promise<void> {
  const { texts, services } = press;
  const { remove, article: words } = texts.moderation;
  const article = await services.library.entry(key);
  if (article === null) return press.update(renderNotice(words.gone, 'neutral'));
  await press.update(renderNotice(remove.working, 'progress'));
  const undoId = await takeOut(article, moderator, press);
  await recordAct(press, moderator, 'corpus-remove', plainTitle(article));
  const outcome = await changeInTurn(press, 'corpus-remove', () => services.library.refresh());
  await press.reply(
    outcomeReply(outcome, `### ${remove.done(articleTitle(article, MAX_TITLE))}`, undoId, press),
  );
}

async function restore(key: string, moderator: Moderator, press: Press): Promise<void> {
  const { texts, services } = press;
  const { remove, article: words } = texts.moderation;
  const id = (await services.store.uploads.hidden()).find((hidden) => articleKey(hidden) === key);
  if (id === undefined) return press.update(renderNotice(words.gone, 'neutral'));
  await press.update(renderNotice(texts.moderation.add.keeping, 'progress'));
  await services.store.uploads.unhide(id);
  const outcome = await changeInTurn(press, 'corpus-restore', () => services.library.refresh());
  const article = await services.library.entry(keyById(id));
  await recordAct(press, moderator, 'corpus-restore', article === null ? id : plainTitle(article));
  const title = article === null ? plainMarkdown(id, MAX_TITLE) : articleTitle(article, MAX_TITLE);
  await press.reply(outcomeReply(outcome, `### ${remove.restored(title)}`, null, press));
}

/** Remove, Cancel and Undo. */
export const removeHandler: ComponentHandler = {
  prefix: REMOVE,
  async press(press) {
    const moderator = await moderatorOf(press, 'articles', press.tell);
    if (moderator === null) return;
    const [act, key = ''] = press.args;
    if (act === 'yes') return removeNow(key, moderator, press);
    if (act === 'undo') return restore(key, moderator, press);
    await press.update(renderNotice(press.texts.moderation.remove.cancelled, 'neutral'));
  },
};
