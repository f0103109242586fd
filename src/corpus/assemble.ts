import { fold } from '../language/script.js';
import type { Article, ArticleFormat, Paragraph, Receipt, Span } from './article.js';
import { headByline, tailByline } from './bylines.js';
import { findCloaks, isHabit, uncloaked } from './cloaking.js';
import { type Credits, mergeCredits, NO_CREDITS } from './credits.js';
import { type Dating, dateArticle } from './dating.js';
import { type Drop, readHead, type SortedLines } from './head.js';
import type { Line } from './line.js';
import { isDateline, isFurtherPart } from './line-kind.js';
import { isOutlet, sourceInText } from './outlets.js';
import { rejoined } from './rejoin.js';
import { regionNamesIn, relativePlaces } from './relative-places.js';
import { splitArticles } from './splitting.js';
import { rawExtent, type Stretch } from './stretch.js';
import { readTail } from './tail.js';
import { tidied } from './whitespace.js';

/** What a file, a page's head or a record says of its articles beside their text. */
export interface Known {
  readonly title: string | null;
  readonly subtitles: readonly string[];
  readonly credits: Credits;
}

export const NOTHING_KNOWN: Known = { title: null, subtitles: [], credits: NO_CREDITS };

/** A file as its format's reader leaves it: lines in order, still with everything that is no article. */
export interface Draft {
  readonly file: string;
  readonly format: ArticleFormat;
  readonly raw: string;
  readonly lines: readonly Line[];
  readonly known: Known;
  /** What the reader itself left out, e.g. front matter. */
  readonly dropped: readonly Receipt[];
}

const LONGEST_RECEIPT = 200;
/** `???` or the mark of a character that could not be decoded, where no excited question ends. */
const LOST = /\ufffd|(?<!\?)\?{3,}(?=[,，、;；:：)）」”\p{Script=Han}])|(?<=[,，、(（:：])\?{3,}/u;

/** A receipt for a stretch of the raw text. */
export function receipt(rule: string, text: string, span: Span): Receipt {
  return { rule, text: text.slice(0, LONGEST_RECEIPT), span };
}

function receiptOf({ rule, line }: Drop): Receipt {
  return receipt(rule, line.stretch.text, rawExtent(line.stretch));
}

/** The raw place of a span of a stretch's text. */
function rawSpanOf(stretch: Stretch, [start, end]: Span): Span {
  const at = (offset: number): number => {
    const run = stretch.runs.findLast((candidate) => candidate.at <= offset);
    return run === undefined ? 0 : run.raw + Math.min(offset - run.at, run.rawLength);
  };
  return [at(start), at(end - 1) + 1];
}

/** A line as cleaning leaves it, with receipts for what went. */
export interface CleanLine extends Line {
  readonly receipts: readonly Receipt[];
}

/** Undoes the cloaking of all lines and drops the white space that says nothing. */
export function cleanLines(lines: readonly Line[]): readonly CleanLine[] {
  const habit = isHabit(lines.flatMap((line) => findCloaks(line.stretch.text)));
  return lines.map((line): CleanLine => {
    const { stretch, removed } = uncloaked(line.stretch, habit);
    const receipts = removed.map((span) =>
      receipt('pinyin-cloaking', line.stretch.text.slice(...span), rawSpanOf(line.stretch, span)),
    );
    return { ...line, stretch: tidied(stretch), receipts };
  });
}

/** Computes a value when it is first wanted and keeps it. */
function lazily<T extends object>(compute: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

/** The reporters of each paragraph's part: from 又讯, or a later dateline with its own credit, on. */
function partReporters(paragraphs: readonly string[]): readonly (readonly string[])[] {
  let current: readonly string[] = [];
  return paragraphs.map((text, i) => {
    if (i > 0 && (isFurtherPart(text) || isDateline(text))) current = headByline(text)?.reporters ?? [];
    return current;
  });
}

interface Authors {
  readonly reporters: readonly string[];
  readonly outlets: readonly string[];
}

/** Who reported it: the credit at the head of the text, those of the article's head and foot, and one at the text's end. */
function authorsOf(paragraphs: readonly string[], credits: Credits): Authors {
  const head = headByline(paragraphs[0] ?? '');
  const lastOwn = paragraphs.findIndex((text, i) => i > 0 && isFurtherPart(text));
  const tail = tailByline(paragraphs.at(lastOwn < 0 ? -1 : lastOwn - 1) ?? '');
  const found = [head, tail].filter((byline) => byline !== null);
  return {
    reporters: [...new Set([...credits.reporters, ...found.flatMap((byline) => byline.reporters)])],
    outlets: found.flatMap((byline) => byline.outlet ?? []),
  };
}

/**
 * Builds paragraphs. Their dates are read when somebody first asks for them: reading dates takes longer than all the
 * rest, and most paragraphs of a large corpus are never asked.
 */
function paragraphsOf(stretches: readonly Stretch[], dating: () => Dating): readonly Paragraph[] {
  const reporters = partReporters(stretches.map((stretch) => stretch.text));
  return stretches.map(
    (stretch, i): Paragraph => ({
      number: i + 1,
      text: stretch.text,
      runs: stretch.runs,
      get dates() {
        return dating().dates[i] ?? [];
      },
      reporters: reporters[i] ?? [],
      damaged: LOST.test(stretch.text),
    }),
  );
}

/** What identifies an article within its file and what is known of it before its text is read. */
interface Identity {
  readonly id: string;
  readonly file: string;
  readonly format: ArticleFormat;
  readonly title: string | null;
  readonly subtitles: readonly string[];
  readonly credits: Credits;
  /** The regions that the whole file names, where that is more than the article. */
  readonly fileRegions: (() => ReadonlySet<string>) | null;
}

/** The article of cleaned paragraphs. */
export function articleOf(
  identity: Identity,
  stretches: readonly Stretch[],
  dropped: readonly Receipt[],
): Article {
  const { credits, title } = identity;
  const texts = stretches.map((stretch) => stretch.text);
  const dating = lazily(() => dateArticle(texts, credits.published?.iso ?? null));
  const paragraphs = paragraphsOf(stretches, dating);
  const authors = authorsOf(texts, credits);
  const outlet = credits.author !== null && isOutlet(fold(credits.author)) ? credits.author : null;
  const source = credits.source ?? sourceInText(texts[0] ?? '') ?? authors.outlets[0] ?? outlet;
  const text = [title ?? '', ...identity.subtitles, ...texts].join('\n');
  return {
    id: identity.id,
    file: identity.file,
    format: identity.format,
    title,
    subtitles: identity.subtitles,
    source,
    author: credits.author,
    reporters: authors.reporters,
    editors: credits.editors,
    url: credits.url,
    published: credits.published,
    get happened() {
      return dating().happened;
    },
    places: relativePlaces({
      lead: texts[0] ?? '',
      text,
      outlets: [source, ...authors.outlets, credits.author].filter((name) => name !== null),
      fileRegions: identity.fileRegions ?? (() => regionNamesIn(text)),
    }),
    paragraphs,
    dropped,
    warnings: paragraphs
      .filter((paragraph) => paragraph.damaged)
      .map((paragraph) => `paragraph ${paragraph.number} has lost characters; they are kept as they stand`),
  };
}

/** Sorts one article's lines into head, body and foot. Lines that their mark-up drops still give their credits. */
function sort(lines: readonly Line[], knownTitle: string | null): SortedLines {
  const marked = lines.filter((line) => line.dropBy !== null);
  const inside = lines.filter((line) => line.dropBy === null);
  const head = readHead(inside, knownTitle);
  const tail = readTail(head.body);
  // Where a page's furniture was told from its article, the furniture may hold the article's credits.
  const outside = readHead(marked, null).credits;
  return {
    ...head,
    body: tail.body,
    credits: mergeCredits(mergeCredits(head.credits, tail.credits), outside),
    dropped: [
      ...head.dropped,
      ...tail.dropped,
      ...marked.map((line): Drop => ({ rule: line.dropBy ?? '', line })),
    ],
  };
}

/** What later articles of a file may take from the first: the day on which their common page was published. */
function shared(credits: Credits): Credits {
  const { published } = credits;
  return { ...NO_CREDITS, published: published && { ...published, certainty: 'inferred' } };
}

/** The articles of a draft: cleaned, split, sorted and rejoined. The first has the file as its id, the others a number. */
export function assemble(draft: Draft): readonly Article[] {
  const groups = splitArticles(cleanLines(draft.lines));
  const fileRegions = lazily(() => regionNamesIn(draft.raw));
  let page = NO_CREDITS;
  return groups.map((lines, index): Article => {
    const first = index === 0;
    const sorted = sort(lines, first ? draft.known.title : null);
    const own = mergeCredits(draft.known.credits, sorted.credits);
    if (first) page = shared(own);
    const originalTitle = sorted.credits.originalTitle;
    const identity: Identity = {
      id: first ? draft.file : `${draft.file}#${index + 1}`,
      file: draft.file,
      format: draft.format,
      title: sorted.title,
      subtitles: [
        ...(first ? draft.known.subtitles : []),
        ...sorted.subtitles,
        ...(originalTitle === null ? [] : [originalTitle]),
      ],
      credits: mergeCredits(own, page),
      fileRegions,
    };
    const receipts = [
      ...(first ? draft.dropped : []),
      ...lines.flatMap((line) => line.receipts),
      ...sorted.dropped.map(receiptOf),
    ].sort((a, b) => a.span[0] - b.span[0]);
    return articleOf(identity, rejoined(draft.raw, sorted.body), receipts);
  });
}
