/** What speaks for and against a candidate, as the active features of a linear model. */

import type { Candidate } from './candidates.js';
import { AROUND, ENDING, STARTING } from './edges.js';
import { ENUMERATION, has } from './marks.js';
import type { Scene } from './scene.js';
import {
  bracketSlot,
  calendarSlot,
  conceptSlot,
  dateSlot,
  headSlot,
  mentionSlot,
  numberSlot,
  personSlot,
  placeSlot,
  shapeSlot,
  unitSlot,
} from './slots.js';
import { ACTIVE_FEATURES, NUMBERS, numberFeature, SLOTS, slotFeature } from './span-layout.js';

/** Active features of the question words inside a candidate and around it. */
function lookAround(scene: Scene, { first, last, start, end }: Candidate, active: Uint16Array): void {
  const { occurrences, edges, perConcept } = scene;
  perConcept.fill(0);
  let asked = 0;
  for (let i = edges.firstAround[first] ?? 0; i < occurrences.length; i++) {
    const o = occurrences[i];
    if (o === undefined || o.start >= end + AROUND) break;
    if (o.start < end && o.end > start) {
      asked += o.weight;
      continue;
    }
    const gap = o.end <= start ? start - o.end : o.start - end;
    if (gap < AROUND && o.weight > (perConcept[o.term] ?? 0)) perConcept[o.term] = o.weight;
  }
  let around = 0;
  for (let i = 0; i < perConcept.length; i++) around += perConcept[i] ?? 0;
  const near = (edges.nearBefore[first] ?? 0) + (edges.nearAfter[last] ?? 0);
  active[NUMBERS.asked] = numberFeature(NUMBERS.asked, asked);
  active[NUMBERS.near] = numberFeature(NUMBERS.near, near);
  active[NUMBERS.around] = numberFeature(NUMBERS.around, around);
}

/** How many clauses a candidate is part of; 0 for one that is a clause from edge to edge. */
function clausesIn({ found: { clauses } }: Scene, { clause, last, first }: Candidate): number {
  let count = 1;
  while ((clauses[clause + count]?.from ?? Number.POSITIVE_INFINITY) <= last) count++;
  const whole = clauses[clause]?.from === first && clauses[clause + count - 1]?.to === last + 1;
  return count === 1 && whole ? 0 : Math.min(3, count);
}

/**
 * The active features of a candidate, each below `FEATURE_COUNT`, written to `active`: there are thousands of
 * candidates a question, so that whoever only adds up weights gives the same room for all.
 */
export function spanFeatures(
  scene: Scene,
  candidate: Candidate,
  active: Uint16Array = new Uint16Array(ACTIVE_FEATURES),
): Uint16Array {
  const { found, blank, range, edges, weightiest, fixed } = scene;
  const { start, end, first, last } = candidate;
  const length = end - start;
  const clause = found.clauses[candidate.clause];
  for (let i = 0; i < fixed.length; i += 2) active[fixed[i] ?? 0] = fixed[i + 1] ?? 0;
  for (let i = 0; i < STARTING.length; i++)
    active[STARTING[i] ?? 0] = edges.starting[first * STARTING.length + i] ?? 0;
  for (let i = 0; i < ENDING.length; i++)
    active[ENDING[i] ?? 0] = edges.ending[last * ENDING.length + i] ?? 0;
  if (length === 1) active[SLOTS.ending] = edges.endingAlone[last] ?? 0;
  lookAround(scene, candidate, active);
  const from = start - range[0];
  const to = end - range[0];
  const { pairsBefore, charactersBefore } = scene;
  const pairs = (pairsBefore[to - 1] ?? 0) - (pairsBefore[from] ?? 0);
  const characters = (charactersBefore[to] ?? 0) - (charactersBefore[from] ?? 0);
  active[NUMBERS.length] = numberFeature(NUMBERS.length, length);
  active[NUMBERS.words] = numberFeature(NUMBERS.words, last - first + 1);
  active[NUMBERS.askedPairs] = numberFeature(NUMBERS.askedPairs, pairs / Math.max(1, length - 1));
  active[NUMBERS.askedCharacters] = numberFeature(NUMBERS.askedCharacters, characters / Math.max(1, length));
  active[SLOTS.left] =
    first > (clause?.from ?? 0) ? (edges.left[first - 1] ?? 0) : slotFeature(SLOTS.left, 0);
  active[SLOTS.right] =
    last + 1 < (clause?.to ?? 0) ? (edges.right[last + 1] ?? 0) : slotFeature(SLOTS.right, 0);
  const setSlot = (place: number, slot: number) => {
    active[place] = slotFeature(place, slot);
  };
  setSlot(SLOTS.date, dateSlot(scene, candidate));
  setSlot(SLOTS.number, numberSlot(scene, candidate));
  setSlot(SLOTS.unit, unitSlot(scene, candidate));
  setSlot(SLOTS.head, headSlot(scene, candidate));
  setSlot(SLOTS.calendar, calendarSlot(scene, candidate));
  setSlot(SLOTS.person, personSlot(scene, candidate));
  setSlot(SLOTS.known, placeSlot(scene, candidate));
  setSlot(SLOTS.shape, shapeSlot(scene, candidate));
  setSlot(SLOTS.list, has(scene.marks, ENUMERATION, from, to) ? (scene.question.plural ? 2 : 1) : 0);
  setSlot(SLOTS.clauses, clausesIn(scene, candidate));
  setSlot(SLOTS.mention, mentionSlot(scene, candidate));
  setSlot(SLOTS.weightiest, conceptSlot(scene, weightiest[0] ?? -1, candidate));
  setSlot(SLOTS.second, conceptSlot(scene, weightiest[1] ?? -1, candidate));
  setSlot(SLOTS.bracket, bracketSlot(scene, candidate));
  setSlot(SLOTS.approximate, ((edges.approximate[first] ?? 0) & 1) + ((edges.approximate[last] ?? 0) & 2));
  setSlot(SLOTS.conceptBefore, conceptSlot(scene, blank.conceptBefore, candidate));
  setSlot(SLOTS.conceptAfter, conceptSlot(scene, blank.conceptAfter, candidate));
  return active;
}
