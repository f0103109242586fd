/** What speaks for and against a candidate, as the active features of a linear model. */

import type { Candidate } from './candidates.js';
import type { Scene } from './scene.js';
import {
  approximateSlot,
  bracketSlot,
  calendarSlot,
  conceptSlot,
  dateSlot,
  endingSlot,
  formSlot,
  headSlot,
  mentionSlot,
  numberSlot,
  personSlot,
  placeSlot,
  shapeSlot,
  unitSlot,
} from './slots.js';
import { activeFeatures, KINDS } from './span-layout.js';

/** Softens distances: a question word right beside counts a third. */
const NEARNESS = 3;
/** How many characters away a question word still stands around a candidate. */
const AROUND = 15;
/** How far the question's words next to its blank are looked for. */
const REACH = 10;
const NEXT_TO_BLANK = 4;

interface Surroundings {
  asked: number;
  nearBefore: number;
  nearAfter: number;
  gapBefore: number;
  gapAfter: number;
  around: number;
}

function lookAround(scene: Scene, { start, end }: Candidate): Surroundings {
  const seen: Surroundings = {
    asked: 0,
    nearBefore: 0,
    nearAfter: 0,
    gapBefore: 99,
    gapAfter: 99,
    around: 0,
  };
  const best = scene.perConcept.fill(0);
  for (const { start: from, end: to, term, weight } of scene.occurrences) {
    if (from < end && to > start) {
      seen.asked += weight;
      continue;
    }
    const gap = to <= start ? start - to : from - end;
    if (to <= start) {
      seen.nearBefore += weight / (NEARNESS + gap);
      if (gap < seen.gapBefore) seen.gapBefore = gap;
    } else {
      seen.nearAfter += weight / (NEARNESS + gap);
      if (gap < seen.gapAfter) seen.gapAfter = gap;
    }
    if (gap < AROUND && weight > (best[term] ?? 0)) best[term] = weight;
  }
  for (const weight of best) seen.around += weight;
  return seen;
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

/** Index of the sentence that a candidate stands in. */
function sentenceOf({ sentences }: Pick<Scene, 'sentences'>, { start }: Candidate): number {
  return sentences.findIndex(({ span: [from, to] }) => start >= from && start < to);
}

/** How many clauses a candidate is part of; 0 for one that is a clause from edge to edge. */
function clausesIn({ found: { clauses } }: Scene, { clause, last, first }: Candidate): number {
  let count = 1;
  while ((clauses[clause + count]?.from ?? Number.POSITIVE_INFINITY) <= last) count++;
  const whole = clauses[clause]?.from === first && clauses[clause + count - 1]?.to === last + 1;
  return count === 1 && whole ? 0 : Math.min(3, count);
}

/** Kinds without a slot of their own share the last. */
function kindSlot({ question: { kind } }: Scene): number {
  const slot = KINDS.indexOf(kind);
  return slot < 0 ? KINDS.length - 1 : slot;
}

/** The active features of a candidate, each below `FEATURE_COUNT`. */
export function spanFeatures(scene: Scene, candidate: Candidate): Uint16Array {
  const { folded, found, blank, range } = scene;
  const { start, end, first, last } = candidate;
  const text = folded.slice(start, end);
  const length = end - start;
  const clause = found.clauses[candidate.clause];
  const sentence = sentenceOf(scene, candidate);
  const inClause = scene.clauseStandings[candidate.clause] ?? { share: 0, lead: 0 };
  const inSentence = scene.sentenceStandings[sentence] ?? { share: 0, lead: 0 };
  const seen = lookAround(scene, candidate);
  const { pairsBefore, charactersBefore } = scene;
  const from = start - range[0];
  const to = end - range[0];
  const pairs = (pairsBefore[to - 1] ?? 0) - (pairsBefore[from] ?? 0);
  const characters = (charactersBefore[to] ?? 0) - (charactersBefore[from] ?? 0);
  const before = folded.slice(Math.max(range[0], start - REACH), start);
  const after = folded.slice(end, Math.min(range[1], end + REACH));
  const [weightiest = -1, second = -1] = scene.weightiest;
  return activeFeatures(
    [
      length,
      last - first + 1,
      seen.asked,
      pairs / Math.max(1, length - 1),
      characters / Math.max(1, length),
      seen.nearBefore + seen.nearAfter,
      seen.nearBefore,
      seen.nearAfter,
      seen.gapBefore,
      seen.gapAfter,
      inClause.share,
      inClause.lead,
      inSentence.share,
      inSentence.lead,
      seen.around,
      sharedBefore(folded, start, blank.before),
      sharedAfter(folded, end, blank.after),
      charactersIn(before, blank.before.slice(-NEXT_TO_BLANK)),
      charactersIn(after, blank.after.slice(0, NEXT_TO_BLANK)),
      from / Math.max(1, range[1] - range[0]),
      scene.sentences[sentence]?.chance ?? 0,
      scene.sentences.length,
    ],
    [
      first > (clause?.from ?? 0) ? (scene.leftSlots[first - 1] ?? 0) : 0,
      last + 1 < (clause?.to ?? 0) ? (scene.rightSlots[last + 1] ?? 0) : 0,
      endingSlot(text),
      dateSlot(scene, candidate),
      numberSlot(scene, candidate, text),
      unitSlot(scene, text),
      headSlot(scene, text, end),
      calendarSlot(scene, text),
      personSlot(scene, candidate, text),
      placeSlot(scene, candidate, text),
      shapeSlot(folded, text, candidate),
      text.includes('、') ? (scene.question.plural ? 2 : 1) : 0,
      sentence,
      scene.openingSlots[first] ?? 0,
      clausesIn(scene, candidate),
      mentionSlot(scene, candidate),
      conceptSlot(scene, weightiest, candidate),
      conceptSlot(scene, second, candidate),
      bracketSlot(folded, text, candidate),
      approximateSlot(scene, candidate),
      kindSlot(scene),
      scene.question.language === 'en' ? 1 : 0,
      formSlot(scene),
      conceptSlot(scene, blank.conceptBefore, candidate),
      conceptSlot(scene, blank.conceptAfter, candidate),
    ],
  );
}
