/** Files that wait for Keep or Discard, as messages: what was read in them, what was left out, and the buttons. */
import { UPLOADS } from '../../library/articles.js';
import type { PreviewedArticle } from '../../library/preview.js';
import type { Listed, Preview } from '../../library.js';
import type { Button, Row } from '../controls.js';
import { customId } from '../custom-id.js';
import { type Card, fitting, LIMITS, type Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import { articleLine, articleTitle } from '../rendering/article.js';
import type { Refused } from '../texts/moderation/texts.js';
import type { Texts } from '../texts/texts.js';
import { fileSize } from './file-size.js';
import { droppedLines, warningLines } from './receipt.js';

/** The prefix of the controls of drafts. */
export const DRAFT = 'draft';

/** A file that was read and waits. */
export interface WaitingFile {
  readonly draftId: string;
  /** As it would be kept: `uploads/NAME` without its folder. */
  readonly name: string;
  readonly size: number;
  readonly preview: Preview;
  /** What keeping it would mean beside adding it. */
  readonly notes: readonly ('replaces' | 'renamed' | { readonly sameAs: string })[];
}

/** A file that was not taken, and why: a reason of ours, or the reader's own words. */
export interface RefusedFile {
  readonly name: string;
  readonly refused: Refused | { readonly reason: string };
}

const MAX_NAME = 80;
const MAX_TITLE = 150;
const MAX_BEGINNING = 220;
const ARTICLES_LISTED = 8;
const MAX_REASON = 200;
const LINE = '\n';

/** The beginnings of an article's paragraphs. */
function beginnings(article: PreviewedArticle, texts: Texts): readonly string[] {
  const shown = article.beginnings.map((text) => `> ${plainMarkdown(text, MAX_BEGINNING)}`);
  const rest = article.summary.paragraphs - shown.length;
  return rest > 0 ? [...shown, `-# ${texts.moderation.add.moreParagraphs(rest)}`] : shown;
}

function head({ summary }: PreviewedArticle, texts: Texts): readonly string[] {
  const { add } = texts.moderation;
  const dated = summary.published?.iso != null || summary.happened?.iso != null;
  const line = articleLine(summary, texts, add.paragraphs(summary.paragraphs));
  return [
    `### ${summary.title === null ? add.untitled : articleTitle(summary, MAX_TITLE)}`,
    `-# ${line}${dated ? '' : ` · ${add.undated}`}`,
  ];
}

/** Of one article its text, of several their titles. */
function contents({ count, first }: Listed<PreviewedArticle>, texts: Texts): readonly string[] {
  const [only] = first;
  if (only === undefined) return [];
  const { add } = texts.moderation;
  if (count === 1) return [...head(only, texts), ...beginnings(only, texts)];
  const listed = first.slice(0, ARTICLES_LISTED).map(({ summary }) => {
    const title = summary.title === null ? add.untitled : articleTitle(summary, MAX_NAME);
    return `- ${title} · ${articleLine(summary, texts, add.paragraphs(summary.paragraphs))}`;
  });
  const rest = count - listed.length;
  return [`### ${add.articles(count)}`, ...listed, ...(rest > 0 ? [`-# ${add.moreArticles(rest)}`] : [])];
}

function notes(file: WaitingFile, texts: Texts): readonly string[] {
  const { add } = texts.moderation;
  return file.notes.map((note) => {
    if (note === 'replaces') return `⚠️ ${add.replaces}`;
    return note === 'renamed' ? `⚠️ ${add.renamed}` : `⚠️ ${add.sameAs(plainMarkdown(note.sameAs, MAX_NAME))}`;
  });
}

function waitingCard(file: WaitingFile, texts: Texts, room: number): Card {
  const { add } = texts.moderation;
  const { articles, dropped, warnings, unreadable } = file.preview;
  const pieces = dropped.reduce((sum, { count }) => sum + count, 0);
  const odd = [...warnings.first, ...unreadable.map(({ reason }) => reason)];
  const oddities = warnings.count + unreadable.length;
  const name = plainMarkdown(`${UPLOADS}${file.name}`, UPLOADS.length + MAX_NAME);
  const lines = [
    ...contents(articles, texts),
    `-# ${add.keptAs(name, fileSize(file.size))}`,
    ...notes(file, texts),
    '',
    pieces === 0 ? add.nothingDropped : `**${add.dropped(pieces)}**`,
    ...droppedLines(dropped, texts),
    ...(oddities === 0 ? [] : ['', `**${add.warnings(oddities)}**`, ...warningLines(odd)]),
  ];
  return { tone: 'evidence', description: fitting(lines, room, LINE, 0).join(LINE) };
}

function refusedCard(files: readonly RefusedFile[], texts: Texts): readonly Card[] {
  if (files.length === 0) return [];
  const { add } = texts.moderation;
  const lines = files.map(({ name, refused }) => {
    const why =
      typeof refused === 'string' ? add.refused[refused] : plainMarkdown(refused.reason, MAX_REASON);
    return `- **${plainMarkdown(name, MAX_NAME)}** — ${why}`;
  });
  return [{ tone: 'trouble', description: [`### ${add.notTaken}`, ...lines].join(LINE) }];
}

/** Buttons for all files, and where there are several one pair for each. Each carries the ids of all that wait. */
function buttons(files: readonly WaitingFile[], texts: Texts): readonly Row[] {
  const { add } = texts.moderation;
  const ids = files.map(({ draftId }) => draftId).join('.');
  const button = (act: 'keep' | 'drop', which: string, label: string): Button => ({
    id: customId(DRAFT, act, which, ids),
    label,
    style: act === 'keep' ? 'success' : which === 'all' ? 'danger' : 'secondary',
  });
  if (files.length === 0) return [];
  if (files.length === 1) return [[button('keep', 'all', add.keep), button('drop', 'all', add.discard)]];
  return [
    [button('keep', 'all', add.keepAll), button('drop', 'all', add.discardAll)],
    files.map(({ name }, index) => button('keep', String(index), add.keepOne(name))),
    files.map(({ name }, index) => button('drop', String(index), add.discardOne(name))),
  ];
}

/** Files that wait, those that were not taken, and under `outcome` what was done with others a moment ago. */
export function renderDrafts(
  waiting: readonly WaitingFile[],
  refused: readonly RefusedFile[],
  outcome: readonly Card[],
  texts: Texts,
): Reply {
  const { add } = texts.moderation;
  const others = [...outcome, ...refusedCard(refused, texts)];
  const taken = others.reduce((sum, { description }) => sum + description.length, 0);
  const room = Math.floor((LIMITS.embedsTotal - taken) / Math.max(1, waiting.length));
  return {
    // Empty rather than left out: an edit without it would leave the old text standing.
    content: waiting.length === 0 ? '' : `**${add.heading(waiting.length)}**\n${add.ask}`,
    cards: [
      ...outcome,
      ...waiting.map((file) => waitingCard(file, texts, Math.min(room, LIMITS.embedDescription))),
      ...refusedCard(refused, texts),
    ],
    rows: buttons(waiting, texts),
  };
}
