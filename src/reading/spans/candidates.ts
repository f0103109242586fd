/** The stretches of a sentence that could be a short answer: runs of words inside a clause. */

import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import { SEPARATOR, type Word, wordsOf } from './words.js';

/** A run of words, by their indices in the clause's words. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly clause: number;
  /** Index of the first and the last word in `words`. */
  readonly first: number;
  readonly last: number;
}

export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Half-open, in `words`. */
  readonly from: number;
  readonly to: number;
}

export interface Candidates {
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
  readonly candidates: readonly Candidate[];
}

/** Words in one candidate: longer answers are clauses, see below. */
const MOST_WORDS = 13;
/** A whole clause is a candidate up to this length. */
const LONGEST_ANSWER = 60;

/** Between two neighbouring clauses: a mark with blanks. */
const LONGEST_GAP = 3;

/** No answer begins or ends with one of these words. */
const NO_EDGE = new Set(
  '的 了 是 被 和 与 、 为 有 把 将 对 及 并 而 也 都 就 到 之 着 过 或 “ ” ‘ ’ · - ( [ { … — / < > = 《 他 她 它 他们 其 该 此 这 那 但 又 则 所 已 还 且 如 若 即 使 让 给 跟 同'.split(
    ' ',
  ),
);
/** These begin an answer (在柳溪, 自去年) but end none; those the other way round (去年后, 三人等). */
const NO_END = new Set('在 于 由 以 从 向 因 自'.split(' '));
const NO_START = new Set('等 后 时'.split(' '));
const OPENERS: Readonly<Record<string, string>> = { '(': ')', '《': '》', '“': '”', '[': ']' };
const CLOSERS = new Set(Object.values(OPENERS));

/** The clauses of the words from an index on. */
function clausesOf(words: readonly Word[], first: number): Clause[] {
  const clauses: Clause[] = [];
  let from = first;
  const close = (to: number) => {
    const opening = words[from];
    const last = words[to - 1];
    if (opening !== undefined && last !== undefined && to > from)
      clauses.push({ start: opening.start, end: last.end, from, to });
    from = to + 1;
  };
  for (let i = first; i < words.length; i++) if (SEPARATOR.test(words[i]?.text ?? '')) close(i);
  close(words.length);
  return clauses;
}

/** What a word may not be in a candidate. */
const NOT_FIRST = 1;
const NOT_LAST = 2;
const CLOSES = 4;
const OPENS = 8;

function edgeOf(text: string): number {
  const isNoEdge = NO_EDGE.has(text);
  const closes = CLOSERS.has(text);
  const notFirst = (isNoEdge && !(text in OPENERS && text !== '(')) || NO_START.has(text) || closes;
  const notLast = (isNoEdge && text !== '”') || NO_END.has(text);
  const marks = (closes ? CLOSES : 0) | (text in OPENERS ? OPENS : 0);
  return (notFirst ? NOT_FIRST : 0) | (notLast ? NOT_LAST : 0) | marks;
}

/** By word, for those that may not be everywhere in a candidate. */
const EDGES: ReadonlyMap<string, number> = new Map(
  [...NO_EDGE, ...NO_END, ...NO_START, ...CLOSERS, ...Object.keys(OPENERS)].map((text) => [
    text,
    edgeOf(text),
  ]),
);

function candidatesOf(words: readonly Word[], clause: Clause, index: number): Candidate[] {
  const found: Candidate[] = [];
  const edges = words.slice(clause.from, clause.to).map(({ text }) => EDGES.get(text) ?? 0);
  for (let first = clause.from; first < clause.to; first++) {
    const start = words[first];
    if (start === undefined || ((edges[first - clause.from] ?? 0) & NOT_FIRST) !== 0) continue;
    const open: string[] = [];
    for (let last = first; last < clause.to; last++) {
      const end = words[last];
      if (end === undefined || end.end - start.start > LONGEST_ANSWER) break;
      const edge = edges[last - clause.from] ?? 0;
      const closer = (edge & OPENS) === 0 ? undefined : OPENERS[end.text];
      if (closer !== undefined) open.push(closer);
      else if ((edge & CLOSES) !== 0 && open.pop() !== end.text) break;
      const whole = first === clause.from && last === clause.to - 1;
      if (!whole && last - first >= MOST_WORDS) continue;
      if (open.length > 0 || (edge & NOT_LAST) !== 0) continue;
      found.push({ start: start.start, end: end.end, clause: index, first, last });
    }
  }
  return found;
}

/** Neighbouring clauses together, up to the longest answer; for answers that a comma cuts. */
function joinedClauses(clauses: readonly Clause[], folded: string): Candidate[] {
  const joined: Candidate[] = [];
  clauses.forEach((clause, index) => {
    for (const next of clauses.slice(index + 1)) {
      if (
        next.end - clause.start > LONGEST_ANSWER ||
        /[。！？!?;；|\n]/u.test(folded.slice(clause.end, next.start)) ||
        next.start - clause.end > LONGEST_GAP
      )
        break;
      if (!isBalanced(folded.slice(clause.start, next.end))) continue;
      joined.push({
        start: clause.start,
        end: next.end,
        clause: index,
        first: clause.from,
        last: next.to - 1,
      });
    }
  });
  return joined;
}

/** No bracket is closed that was opened before. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open++;
    else if (character === ')' && --open < 0) return false;
  }
  return true;
}

/** All candidates of some sentences of a folded paragraph, which are in order and apart. */
export function findCandidates(
  folded: string,
  sentences: readonly Span[],
  knowledge: CorpusKnowledge,
): Candidates {
  const words: Word[] = [];
  const clauses: Clause[] = [];
  for (const sentence of sentences) {
    const from = words.length;
    words.push(...wordsOf(folded, sentence, knowledge));
    clauses.push(...clausesOf(words, from));
  }
  return {
    words,
    clauses,
    candidates: [
      ...clauses.flatMap((clause, index) => candidatesOf(words, clause, index)),
      ...joinedClauses(clauses, folded),
    ],
  };
}
