/** `/corpus inspect`: what is known of an article, its paragraphs, and what was left out. */
import { droppedByRule } from '../../library/preview.js';
import type { ArticleText } from '../../library.js';
import { articleKey, idOfKey } from '../articles/article-key.js';
import type { Call } from '../command.js';
import type { ComponentHandler } from '../component.js';
import { wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import { articleTitle, dateParts } from '../rendering/article.js';
import { renderNotice } from '../rendering/notice.js';
import type { Texts } from '../texts/texts.js';
import { moderatorOf } from './gate.js';
import { pageButtons, pagesOf, pageWithin } from './pages.js';
import { droppedLines, droppedPieces, warningLines } from './receipt.js';
import { recordAct } from './record.js';

/** The prefix of the controls of inspecting. */
const INSPECT = 'inspect';
/** Characters of a page; what is left of an embed is for its heading. */
const PAGE_ROOM = 3_400;
const MAX_TITLE = 200;
const MAX_VALUE = 300;
const MAX_PARAGRAPH = 3_000;

function dateText(mention: ArticleText['summary']['published'], texts: Texts): string | null {
  const parts = mention?.iso == null ? null : dateParts(mention.iso);
  if (mention === null || parts === null) return null;
  const date = texts.article.date(parts);
  return mention.certainty === 'inferred' ? texts.article.inferred(date) : date;
}

function facts(article: ArticleText, texts: Texts): readonly string[] {
  const { inspect } = texts.moderation;
  const { summary, author, reporters, editors, subtitles, places, sha256 } = article;
  const fileFrom = summary.uploaded ? inspect.uploaded : inspect.fromCorpus;
  const listed: readonly (readonly [string, string | null])[] = [
    [inspect.file, fileFrom(summary.file)],
    [inspect.source, summary.source],
    [inspect.author, author],
    [inspect.reporters, reporters.join('、')],
    [inspect.editors, editors.join('、')],
    [inspect.published, dateText(summary.published, texts)],
    [inspect.happened, dateText(summary.happened, texts)],
    [inspect.address, summary.url],
    [inspect.places, places.map(({ word, place }) => `${word} = ${place}`).join('、')],
    [inspect.fingerprint, sha256],
  ];
  return [
    ...subtitles.map((subtitle) => `*${plainMarkdown(subtitle, MAX_VALUE)}*`),
    ...listed.flatMap(([label, value]) =>
      value === null || value === ''
        ? []
        : [texts.moderation.labelled(`**${label}**`, plainMarkdown(value, MAX_VALUE))],
    ),
  ];
}

/** The whole article in blocks: what is known, what was left out in short, the paragraphs, every piece left out. */
function blocksOf(article: ArticleText, texts: Texts): readonly string[] {
  const { inspect, add } = texts.moderation;
  const { dropped, warnings, paragraphs } = article;
  return [
    [
      ...facts(article, texts),
      ...(warnings.length === 0
        ? []
        : ['', `**${inspect.warnings(warnings.length)}**`, ...warningLines(warnings)]),
      '',
      dropped.length === 0 ? add.nothingDropped : `**${inspect.dropped(dropped.length)}**`,
      ...droppedLines(droppedByRule(dropped), texts),
      '',
      `**${inspect.paragraphs(paragraphs.length)}**`,
    ].join('\n'),
    ...paragraphs.map(
      ({ number, text }) => `-# ${texts.article.paragraph(number)}\n${plainMarkdown(text, MAX_PARAGRAPH)}`,
    ),
    ...(dropped.length === 0
      ? []
      : [`**${inspect.dropped(dropped.length)}**`, ...droppedPieces(dropped, texts)]),
  ];
}

function renderArticle(article: ArticleText, wanted: number, texts: Texts): Reply {
  const pages = pagesOf(blocksOf(article, texts), PAGE_ROOM, '\n');
  const page = pageWithin(wanted, pages.length);
  const buttons = pageButtons(INSPECT, [articleKey(article.summary.id)], page, pages.length);
  return {
    cards: [
      {
        tone: 'neutral',
        description: `## ${articleTitle(article.summary, MAX_TITLE)}\n${pages[page]}`,
        ...(pages.length > 1 ? { footer: texts.moderation.page(page + 1, pages.length) } : {}),
      },
    ],
    rows: [buttons],
  };
}

/** Shows a moderator the article that they named. The answer must be deferred. */
export async function inspectArticle(call: Call): Promise<void> {
  const moderator = await moderatorOf(call, 'articles', call.reply);
  if (moderator === null) return;
  const { texts, services } = call;
  const typed = call.text('article');
  const summary = await services.library.find(typed);
  const article = summary === null ? null : await services.library.article(summary.id);
  if (article === null) {
    const unknown = texts.moderation.article.unknown(plainMarkdown(typed, MAX_TITLE));
    await call.reply(renderNotice(unknown, 'neutral'));
    return;
  }
  await recordAct(call, moderator, 'corpus-inspect', article.summary.title ?? article.summary.file);
  await call.reply(renderArticle(article, 0, texts));
}

/** ◀ and ▶. */
export const inspectHandler: ComponentHandler = {
  prefix: INSPECT,
  async press(press) {
    if ((await moderatorOf(press, 'articles', press.tell)) === null) return;
    const [key = '', page] = press.args;
    const { library } = press.services;
    await press.deferUpdate();
    const id = await idOfKey(key, library);
    const article = id === null ? null : await library.article(id);
    const gone = renderNotice(press.texts.moderation.article.gone, 'neutral');
    await press.reply(article === null ? gone : renderArticle(article, wholeNumber(page) ?? 0, press.texts));
  },
};
