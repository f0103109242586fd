/** Turns proofs into citations: short verbatim quotes with their places in the raw file. */
import type { Article, Span } from '../corpus/article.js';
import { rawSpans } from '../corpus/offsets.js';
import type { Hit } from '../retrieval/passage.js';
import type { ArticleCitation, Citation } from './answer.js';
import type { Proof } from './finding.js';

/** A quote longer than this is cut down to the clauses around the answer. */
const LONGEST_QUOTE = 250;
/** At most so many citations. */
const MOST_CITATIONS = 5;
const CLAUSE_MARK = /[,，;；。!?！？]/u;

/** At most `most` citations in the order of the proofs, each paragraph stretch once; `hits` tell where the same story stands again. */
export function citationsOf(
  proofs: readonly Proof[],
  hits: readonly Hit[],
  most = MOST_CITATIONS,
): readonly ArticleCitation[] {
  const seen = new Set<string>();
  const citations: ArticleCitation[] = [];
  for (const proof of proofs) {
    if (citations.length === most) break;
    const ranges = quotedRanges(proof);
    const key = `${proof.article.id}/${proof.paragraph.number}/${ranges[0]?.[0] ?? 0}`;
    if (ranges.length === 0 || seen.has(key)) continue;
    seen.add(key);
    citations.push(citation(citations.length + 1, proof, ranges, hits));
  }
  return citations;
}

function citation(
  n: number,
  { article, paragraph, highlights }: Proof,
  ranges: readonly Span[],
  hits: readonly Hit[],
): ArticleCitation {
  return {
    n,
    article,
    paragraph: paragraph.number,
    quote: ranges.map((range) => paragraph.text.slice(...range)).join(''),
    spans: ranges.flatMap((range) => rawSpans(paragraph, range)),
    highlights: highlights.flatMap((highlight) => inQuote(highlight, ranges)),
    alsoIn: alsoIn(article, paragraph.number, hits),
  };
}

/** The part of a paragraph span that the quote holds, in the quote's own offsets. */
function inQuote([start, end]: Span, ranges: readonly Span[]): readonly Span[] {
  let before = 0;
  for (const [from, to] of ranges) {
    const [a, b] = [Math.max(start, from), Math.min(end, to)];
    if (a < b) return [[before + a - from, before + b - from]];
    before += to - from;
  }
  return [];
}

function quotedRanges({ paragraph, ranges, highlights }: Proof): readonly Span[] {
  if (ranges.length > 1) return ranges.map((range) => trimmed(paragraph.text, range));
  return ranges.map((range) => trimmed(paragraph.text, shortened(paragraph.text, range, highlights)));
}

function trimmed(text: string, [start, end]: Span): Span {
  const part = text.slice(start, end);
  return [start + part.length - part.trimStart().length, start + part.trimEnd().length];
}

/** Whole clauses around the answer, as many as fit; all of the answer in any case. */
function shortened(text: string, range: Span, highlights: readonly Span[]): Span {
  if (range[1] - range[0] <= LONGEST_QUOTE) return range;
  const inside = highlights.filter(([start, end]) => start < range[1] && end > range[0]);
  const core: Span =
    inside.length === 0
      ? [range[0], range[0] + 1]
      : [
          Math.max(range[0], Math.min(...inside.map(([start]) => start))),
          Math.min(range[1], Math.max(...inside.map(([, end]) => end))),
        ];
  let [start, end] = [clauseStart(text, core[0], range[0]), clauseEnd(text, core[1], range[1])];
  for (;;) {
    const wider: Span =
      end < range[1]
        ? [start, clauseEnd(text, end + 1, range[1])]
        : [clauseStart(text, start - 1, range[0]), end];
    const left: Span = [clauseStart(text, Math.max(range[0], start - 1), range[0]), end];
    const next = start > range[0] && left[1] - left[0] <= LONGEST_QUOTE ? left : wider;
    if ((next[0] === start && next[1] === end) || next[1] - next[0] > LONGEST_QUOTE) return [start, end];
    [start, end] = next;
  }
}

function clauseStart(text: string, at: number, least: number): number {
  let start = Math.max(at, least);
  while (start > least && !CLAUSE_MARK.test(text.charAt(start - 1))) start--;
  return start;
}

function clauseEnd(text: string, at: number, most: number): number {
  let end = Math.min(at, most);
  while (end < most && !CLAUSE_MARK.test(text.charAt(end - 1))) end++;
  return end;
}

function alsoIn(article: Article, paragraph: number, hits: readonly Hit[]): Citation['alsoIn'] {
  const hit = hits.find(
    ({ passage }) => passage.article === article && passage.paragraph.number === paragraph,
  );
  return (hit?.alsoIn ?? []).map((passage) => ({
    article: passage.article,
    paragraph: passage.paragraph.number,
  }));
}
