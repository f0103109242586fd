import type { Article, ArticleFormat, Receipt } from './article.js';
import { cleanLines, receipt } from './cleaning.js';
import { articleOf, type Identity, lazily } from './compose.js';
import { type Credits, mergeCredits, NO_CREDITS } from './credits.js';
import { type Drop, readHead, type SortedLines } from './head.js';
import type { Line } from './line.js';
import { rejoined } from './rejoin.js';
import { regionNamesIn } from './relative-places.js';
import { splitArticles } from './splitting.js';
import { rawExtent } from './stretch.js';
import { readTail } from './tail.js';

/** What a file, a page's head or a record says of its articles beside their text. */
export interface Known {
  readonly title: string | null;
  readonly subtitles: readonly string[];
  readonly credits: Credits;
}

/** A file as its format's reader leaves it: lines in order, still with everything that is no article. */
export interface Draft {
  readonly file: string;
  readonly format: ArticleFormat;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** `raw`, where that was taken out of the file rather than decoded. */
  readonly extracted?: string;
  readonly raw: string;
  readonly lines: readonly Line[];
  readonly known: Known;
  /** What the reader itself left out, e.g. front matter. */
  readonly dropped: readonly Receipt[];
}

/** Lines that may be asked for: who edited, whose page it is, what its notice says. */
const CITABLE: ReadonlySet<string> = new Set(['credit', 'copyright-notice', 'footer']);

function receiptOf({ rule, line }: Drop): Receipt {
  const { stretch } = line;
  const dropped = receipt(rule, stretch.text, rawExtent(stretch));
  return CITABLE.has(rule) && dropped.text === stretch.text ? { ...dropped, runs: stretch.runs } : dropped;
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
      sha256: draft.sha256,
      extracted: draft.extracted,
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
