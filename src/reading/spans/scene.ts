/** What is worked out once for all candidates of a stretch. */

import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { findNumbers, type NumberMention } from '../../language/numerals.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { damping, type Evidence, type Occurrence } from '../evidence.js';
import { type Blank, findBlank } from './blank.js';
import type { Candidates } from './candidates.js';
import { FIRST_WORD_SLOT, LEFT_WORDS, RIGHT_WORDS } from './span-layout.js';

/** Share of the question's words, and how much more that is than the best of the others has. */
export interface Standing {
  readonly share: number;
  readonly lead: number;
}

export interface Scene {
  readonly question: Question;
  readonly folded: string;
  readonly range: Span;
  readonly sentences: readonly Span[];
  readonly found: Candidates;
  readonly knowledge: CorpusKnowledge;
  readonly blank: Blank;
  /** Of the range, by start; weights as shares of the whole question's. */
  readonly occurrences: readonly Occurrence[];
  readonly clauseStandings: readonly Standing[];
  readonly sentenceStandings: readonly Standing[];
  readonly dates: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly numbers: readonly NumberMention[];
  /** By offset in the range: how many pairs of characters up to there the question has too; the same for characters. */
  readonly pairsBefore: Uint16Array;
  readonly charactersBefore: Uint16Array;
  /** Per word: its slots as a neighbour, and whether it is a known person or place. */
  readonly leftSlots: Uint8Array;
  readonly rightSlots: Uint8Array;
  readonly isPerson: Uint8Array;
  readonly isPlace: Uint8Array;
}

const LEFT_SLOTS = new Map(LEFT_WORDS.map((word, i) => [word, i + FIRST_WORD_SLOT]));
const RIGHT_SLOTS = new Map(RIGHT_WORDS.map((word, i) => [word, i + FIRST_WORD_SLOT]));

/** Total weight of the different question words in a stretch. */
function shareIn(occurrences: readonly Occurrence[], start: number, end: number, concepts: number): number {
  const best = new Float64Array(concepts);
  for (const o of occurrences)
    if (o.start >= start && o.end <= end && o.weight > (best[o.term] ?? 0)) best[o.term] = o.weight;
  return best.reduce((sum, weight) => sum + weight, 0);
}

function standingsOf(shares: readonly number[]): Standing[] {
  const sorted = [...shares].sort((a, b) => b - a);
  const [first = 0, second = 0] = sorted;
  return shares.map((share) => ({ share, lead: share - (share === first ? second : first) }));
}

/** Running counts: entry i is how many of the first i offsets of a text are counted. */
function runningCount(length: number, counts: (at: number) => boolean): Uint16Array {
  const running = new Uint16Array(length + 1);
  for (let at = 0; at < length; at++) running[at + 1] = (running[at] ?? 0) + (counts(at) ? 1 : 0);
  return running;
}

function wordSlots({ words }: Candidates, slots: ReadonlyMap<string, number>, question: string): Uint8Array {
  return Uint8Array.from(words, ({ text }) => slots.get(text) ?? (question.includes(text) ? 1 : 2));
}

/** Sets the scene for `range` of a folded paragraph. */
export function setScene(
  question: Question,
  folded: string,
  range: Span,
  evidence: Evidence,
  found: Candidates,
  knowledge: CorpusKnowledge,
): Scene {
  const part = folded.slice(range[0], range[1]);
  const total = evidence.concepts.reduce((sum, term) => sum + term.idf * term.rarity * damping(term), 0) || 1;
  const all = evidence.occurrences.map((o) => ({ ...o, weight: o.weight / total }));
  const share = (start: number, end: number) => shareIn(all, start, end, evidence.concepts.length);
  const pairs = new Set(Array.from(question.folded, (_, i) => question.folded.slice(i, i + 2)));
  const shift = <T extends { start: number; end: number }>(mention: T): T => ({
    ...mention,
    start: mention.start + range[0],
    end: mention.end + range[0],
  });
  return {
    question,
    folded,
    range,
    sentences: evidence.sentences,
    found,
    knowledge,
    blank: findBlank(question),
    occurrences: all.filter((o) => o.start >= range[0] && o.end <= range[1]),
    clauseStandings: standingsOf(found.clauses.map(({ start, end }) => share(start, end))),
    sentenceStandings: standingsOf(evidence.sentences.map(([start, end]) => share(start, end))),
    dates: findDates(part).map(shift),
    numbers: findNumbers(part).map(shift),
    pairsBefore: runningCount(part.length, (at) => pairs.has(part.slice(at, at + 2))),
    charactersBefore: runningCount(part.length, (at) => question.folded.includes(part.charAt(at))),
    leftSlots: wordSlots(found, LEFT_SLOTS, question.folded),
    rightSlots: wordSlots(found, RIGHT_SLOTS, question.folded),
    isPerson: Uint8Array.from(found.words, ({ text }) =>
      knowledge.persons.has(text) || text.includes('·') ? 1 : 0,
    ),
    isPlace: Uint8Array.from(found.words, ({ text }) => (knowledge.places.has(text) ? 1 : 0)),
  };
}
