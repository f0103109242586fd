/**
 * What holds for every candidate that starts, or that ends, at a word, as active features: worked out once for each
 * word of the sentences, while there are ten times as many candidates.
 */
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Occurrence } from '../passages/evidence.js';
import type { Blank } from './blank.js';
import type { Candidates } from './candidates.js';
import { firstPairsOf, mayStartName } from './mentions.js';
import {
  ENDINGS,
  FIRST_WORD_SLOT,
  LEFT_WORDS,
  NUMBERS,
  numberFeature,
  OPENING_WORDS,
  RIGHT_WORDS,
  SLOTS,
  slotFeature,
} from './span-layout.js';
import type { Standing, WeighedSentence } from './weighed-sentence.js';
import type { Word } from './words.js';

/** Softens distances: a question word right beside counts a third. */
const NEARNESS = 3;
/** How far the question's words next to its blank are looked for. */
const REACH = 10;
const NEXT_TO_BLANK = 4;
/** How many characters away a question word still stands around a candidate. */
export const AROUND = 15;
/** Farther than any question word. */
const NOWHERE = 99;

/** Active features by word; of one feature after the other. */
export interface Edges {
  /** STARTING features of the candidates that start with a word, one word behind the other. */
  readonly starting: Uint16Array;
  /** ENDING features of the candidates that end with a word. */
  readonly ending: Uint16Array;
  /** The feature of the ending of a candidate of one character. */
  readonly endingAlone: Uint16Array;
  /** Sums over the question words before and after, each softened by its distance. */
  readonly nearBefore: Float64Array;
  readonly nearAfter: Float64Array;
  /** The first question word that ends no farther than AROUND before it. */
  readonly firstAround: Uint32Array;
  /** 1 where a word that belongs to a number or time stands before it; 2 where one stands after it. */
  readonly approximate: Uint8Array;
  /** 1 where a known person's, 2 where a known place's name of two characters or more may start. */
  readonly mayStart: Uint8Array;
}

export const MAY_BE_PERSON = 1;
export const MAY_BE_PLACE = 2;

/** In the order of `Edges.starting` and `Edges.ending`. */
export const STARTING: readonly number[] = [
  NUMBERS.nearBefore,
  NUMBERS.gapBefore,
  NUMBERS.before,
  NUMBERS.beforeAny,
  NUMBERS.place,
  NUMBERS.clause,
  NUMBERS.clauseLead,
  NUMBERS.sentence,
  NUMBERS.sentenceLead,
  NUMBERS.chance,
  SLOTS.order,
  SLOTS.opening,
  SLOTS.left,
];
export const ENDING: readonly number[] = [
  NUMBERS.nearAfter,
  NUMBERS.gapAfter,
  NUMBERS.after,
  NUMBERS.afterAny,
  SLOTS.right,
  SLOTS.ending,
];

/** What the edges are worked out of, see `Scene`. */
export interface EdgeSource {
  readonly question: string;
  readonly folded: string;
  readonly range: readonly [start: number, end: number];
  readonly found: Candidates;
  readonly knowledge: CorpusKnowledge;
  readonly blank: Blank;
  readonly occurrences: readonly Occurrence[];
  readonly sentences: readonly WeighedSentence[];
  readonly clauseStandings: readonly Standing[];
  readonly sentenceStandings: readonly Standing[];
}

type WordSlots = ReadonlyMap<string, number>;

function slotsOf(words: readonly string[], first: number): WordSlots {
  return new Map(words.map((word, i) => [word, i + first]));
}

const LEFT_SLOTS = slotsOf(LEFT_WORDS, FIRST_WORD_SLOT);
const RIGHT_SLOTS = slotsOf(RIGHT_WORDS, FIRST_WORD_SLOT);
const OPENING_SLOTS = slotsOf(OPENING_WORDS, FIRST_WORD_SLOT);
const ENDING_SLOTS = slotsOf(ENDINGS, 1);
/** Of a word without a slot of its own. */
const IN_QUESTION = 1;
const ELSEWHERE = 2;
const NOTHING: Standing = { share: 0, lead: 0 };

/** The edges of all words of the candidates. */
export function edgesOf(source: EdgeSource): Edges {
  const { folded, knowledge } = source;
  const { words, clauses } = source.found;
  const persons = firstPairsOf(knowledge.persons);
  const places = firstPairsOf(knowledge.places);
  const isAsked = Uint8Array.from(words, ({ text }) => (source.question.includes(text) ? 1 : 0));
  const edges: Edges = {
    starting: new Uint16Array(words.length * STARTING.length),
    ending: new Uint16Array(words.length * ENDING.length),
    endingAlone: new Uint16Array(words.length),
    nearBefore: new Float64Array(words.length),
    nearAfter: new Float64Array(words.length),
    firstAround: new Uint32Array(words.length),
    approximate: new Uint8Array(words.length),
    mayStart: new Uint8Array(words.length),
  };
  const slotOf = (slots: WordSlots, at: number) =>
    slots.get(words[at]?.text ?? '') ?? (isAsked[at] === 1 ? IN_QUESTION : ELSEWHERE);
  clauses.forEach(({ from, to }, clause) => {
    for (let place = from; place < to; place++) {
      const word = words[place];
      if (word === undefined) continue;
      const opening = slotOf(OPENING_SLOTS, place);
      setStart(edges, source, place, word, clause, opening, place > from ? slotOf(LEFT_SLOTS, place - 1) : 0);
      setEnd(edges, source, place, word, place + 1 < to ? slotOf(RIGHT_SLOTS, place + 1) : 0);
      edges.approximate[place] = approximateAround(folded, word);
      edges.mayStart[place] =
        (mayStartName(persons, folded, word.start) ? MAY_BE_PERSON : 0) +
        (mayStartName(places, folded, word.start) ? MAY_BE_PLACE : 0);
    }
  });
  return edges;
}

function setStart(
  edges: Edges,
  { folded, range, occurrences, blank, sentences, clauseStandings, sentenceStandings }: EdgeSource,
  place: number,
  { start }: Word,
  clause: number,
  opening: number,
  left: number,
): void {
  let near = 0;
  let gap = NOWHERE;
  let firstAround = occurrences.length;
  for (let i = 0; i < occurrences.length; i++) {
    const o = occurrences[i];
    if (o === undefined || o.start >= start) break;
    const distance = start - o.end;
    if (distance < AROUND) firstAround = Math.min(firstAround, i);
    if (distance < 0) continue;
    near += o.weight / (NEARNESS + distance);
    if (distance < gap) gap = distance;
  }
  if (firstAround === occurrences.length) firstAround = firstFrom(occurrences, start);
  const sentence = sentences.findIndex(({ span: [from, to] }) => start >= from && start < to);
  const inClause = clauseStandings[clause] ?? NOTHING;
  const inSentence = sentenceStandings[sentence] ?? NOTHING;
  const before = folded.slice(Math.max(range[0], start - REACH), start);
  edges.nearBefore[place] = near;
  edges.firstAround[place] = firstAround;
  const { starting } = edges;
  // In the order of STARTING; one by one, because a list that is made to be copied costs more than what is in it.
  let at = place * STARTING.length;
  starting[at++] = numberFeature(NUMBERS.nearBefore, near);
  starting[at++] = numberFeature(NUMBERS.gapBefore, gap);
  starting[at++] = numberFeature(NUMBERS.before, sharedBefore(folded, start, blank.before));
  starting[at++] = numberFeature(NUMBERS.beforeAny, charactersIn(before, blank.before.slice(-NEXT_TO_BLANK)));
  starting[at++] = numberFeature(NUMBERS.place, (start - range[0]) / Math.max(1, range[1] - range[0]));
  starting[at++] = numberFeature(NUMBERS.clause, inClause.share);
  starting[at++] = numberFeature(NUMBERS.clauseLead, inClause.lead);
  starting[at++] = numberFeature(NUMBERS.sentence, inSentence.share);
  starting[at++] = numberFeature(NUMBERS.sentenceLead, inSentence.lead);
  starting[at++] = numberFeature(NUMBERS.chance, sentences[sentence]?.chance ?? 0);
  starting[at++] = slotFeature(SLOTS.order, sentence);
  starting[at++] = slotFeature(SLOTS.opening, opening);
  starting[at++] = slotFeature(SLOTS.left, left);
}

function firstFrom(occurrences: readonly Occurrence[], start: number): number {
  const first = occurrences.findIndex((o) => o.start >= start);
  return first < 0 ? occurrences.length : first;
}

function setEnd(
  edges: Edges,
  { folded, range, occurrences, blank }: EdgeSource,
  place: number,
  { end }: Word,
  right: number,
): void {
  let near = 0;
  let gap = NOWHERE;
  for (const o of occurrences) {
    const distance = o.start - end;
    if (distance < 0) continue;
    near += o.weight / (NEARNESS + distance);
    if (distance < gap) gap = distance;
  }
  const after = folded.slice(end, Math.min(range[1], end + REACH));
  const alone = ENDING_SLOTS.get(folded.slice(end - 1, end)) ?? 0;
  edges.nearAfter[place] = near;
  edges.endingAlone[place] = slotFeature(SLOTS.ending, alone);
  const { ending } = edges;
  // In the order of ENDING.
  let at = place * ENDING.length;
  ending[at++] = numberFeature(NUMBERS.nearAfter, near);
  ending[at++] = numberFeature(NUMBERS.gapAfter, gap);
  ending[at++] = numberFeature(NUMBERS.after, sharedAfter(folded, end, blank.after));
  ending[at++] = numberFeature(NUMBERS.afterAny, charactersIn(after, blank.after.slice(0, NEXT_TO_BLANK)));
  ending[at++] = slotFeature(SLOTS.right, right);
  ending[at++] = slotFeature(
    SLOTS.ending,
    ENDING_SLOTS.get(folded.slice(Math.max(0, end - 2), end)) ?? alone,
  );
}

const APPROXIMATE_BEFORE = /(?:约|近|至少|超过|逾|每|共|达|第|前|超|最多)$/u;
const APPROXIMATE_AFTER =
  /^(?:多|余|左右|以上|以下|之间|以内|后|前|以来|起|末|初|底|年代|上下|[个名人年月日时天])/u;

/** What every match of these ends, and begins, with: most words have none of it beside them. */
const ENDS_APPROXIMATE = '约近少过逾每共达第前超多';
const BEGINS_APPROXIMATE = '多余左以之后前起末初底年上个名人月日时天';

function approximateAround(folded: string, { start, end }: Word): number {
  const mayBefore = start > 0 && ENDS_APPROXIMATE.includes(folded.charAt(start - 1));
  const mayAfter = end < folded.length && BEGINS_APPROXIMATE.includes(folded.charAt(end));
  const before = mayBefore && APPROXIMATE_BEFORE.test(folded.slice(Math.max(0, start - 2), start)) ? 1 : 0;
  return before + (mayAfter && APPROXIMATE_AFTER.test(folded.slice(end, end + 2)) ? 2 : 0);
}

/** How many characters right before `at` are those before the question's blank. */
function sharedBefore(folded: string, at: number, before: string): number {
  let shared = 0;
  while (
    shared < before.length &&
    folded.charAt(at - 1 - shared) === before.charAt(before.length - 1 - shared)
  )
    shared++;
  return shared;
}

function sharedAfter(folded: string, at: number, after: string): number {
  let shared = 0;
  while (shared < after.length && folded.charAt(at + shared) === after.charAt(shared)) shared++;
  return shared;
}

function charactersIn(part: string, wanted: string): number {
  let found = 0;
  for (const character of wanted) if (part.includes(character)) found++;
  return found;
}
