/** What speaks for and against a candidate, as the active features of a linear model. */

import type { Candidate } from './candidates.js';
import { conceptSlot } from './concept-gaps.js';
import { AROUND, ENDING, STARTING } from './edges.js';
import { ENUMERATION, has } from './marks.js';
import type { Scene } from './scene-types.js';
import {
  bracketSlot,
  calendarSlot,
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
  const { edges, perConcept } = scene;
  const { starts, ends, terms, weights } = scene.columns;
  perConcept.fill(0);
  let asked = 0;
  for (let i = edges.firstAround[first] ?? 0; i < starts.length; i++) {
    const from = starts[i] ?? 0;
    const to = ends[i] ?? 0;
    if (from >= end + AROUND) break;
    const weight = weights[i] ?? 0;
    if (from < end && to > start) {
      asked += weight;
      continue;
    }
    const gap = to <= start ? start - to : from - end;
    const term = terms[i] ?? 0;
    if (gap < AROUND && weight > (perConcept[term] ?? 0)) perConcept[term] = weight;
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

/** The places of what is looked at for each candidate: neither fixed nor of its first or last word alone. */
export const INNER: readonly number[] = [
  NUMBERS.length,
  NUMBERS.words,
  NUMBERS.asked,
  NUMBERS.askedPairs,
  NUMBERS.askedCharacters,
  NUMBERS.near,
  NUMBERS.around,
  SLOTS.date,
  SLOTS.number,
  SLOTS.unit,
  SLOTS.head,
  SLOTS.calendar,
  SLOTS.person,
  SLOTS.known,
  SLOTS.shape,
  SLOTS.list,
  SLOTS.clauses,
  SLOTS.mention,
  SLOTS.weightiest,
  SLOTS.second,
  SLOTS.bracket,
  SLOTS.approximate,
  SLOTS.conceptBefore,
  SLOTS.conceptAfter,
];

/** Writes the active features at the places of INNER to `active`. */
export function writeInner(scene: Scene, candidate: Candidate, active: Uint16Array): void {
  const { range, edges, gaps, pairsBefore, charactersBefore } = scene;
  const { start, end, first, last } = candidate;
  const length = end - start;
  const from = start - range[0];
  const to = end - range[0];
  const pairs = (pairsBefore[to - 1] ?? 0) - (pairsBefore[from] ?? 0);
  const characters = (charactersBefore[to] ?? 0) - (charactersBefore[from] ?? 0);
  lookAround(scene, candidate, active);
  active[NUMBERS.length] = numberFeature(NUMBERS.length, length);
  active[NUMBERS.words] = numberFeature(NUMBERS.words, last - first + 1);
  active[NUMBERS.askedPairs] = numberFeature(NUMBERS.askedPairs, pairs / Math.max(1, length - 1));
  active[NUMBERS.askedCharacters] = numberFeature(NUMBERS.askedCharacters, characters / Math.max(1, length));
  const list = has(scene.marks, ENUMERATION, from, to) ? (scene.question.plural ? 2 : 1) : 0;
  const approximate = ((edges.approximate[first] ?? 0) & 1) + ((edges.approximate[last] ?? 0) & 2);
  setSlot(active, SLOTS.date, dateSlot(scene, candidate));
  setSlot(active, SLOTS.number, numberSlot(scene, candidate));
  setSlot(active, SLOTS.unit, unitSlot(scene, candidate));
  setSlot(active, SLOTS.head, headSlot(scene, candidate));
  setSlot(active, SLOTS.calendar, calendarSlot(scene, candidate));
  setSlot(active, SLOTS.person, personSlot(scene, candidate));
  setSlot(active, SLOTS.known, placeSlot(scene, candidate));
  setSlot(active, SLOTS.shape, shapeSlot(scene, candidate));
  setSlot(active, SLOTS.list, list);
  setSlot(active, SLOTS.clauses, clausesIn(scene, candidate));
  setSlot(active, SLOTS.mention, mentionSlot(scene, candidate));
  setSlot(active, SLOTS.weightiest, conceptSlot(gaps.weightiest, candidate));
  setSlot(active, SLOTS.second, conceptSlot(gaps.second, candidate));
  setSlot(active, SLOTS.bracket, bracketSlot(scene, candidate));
  setSlot(active, SLOTS.approximate, approximate);
  setSlot(active, SLOTS.conceptBefore, conceptSlot(gaps.before, candidate));
  setSlot(active, SLOTS.conceptAfter, conceptSlot(gaps.after, candidate));
}

function setSlot(active: Uint16Array, place: number, slot: number): void {
  active[place] = slotFeature(place, slot);
}

/** The active features of a candidate, each below `FEATURE_COUNT`. */
export function spanFeatures(scene: Scene, candidate: Candidate): Uint16Array {
  const { edges, fixed } = scene;
  const { start, end, first, last } = candidate;
  const active = new Uint16Array(ACTIVE_FEATURES);
  for (let i = 0; i < fixed.length; i += 2) active[fixed[i] ?? 0] = fixed[i + 1] ?? 0;
  STARTING.forEach((place, i) => {
    active[place] = edges.starting[first * STARTING.length + i] ?? 0;
  });
  ENDING.forEach((place, i) => {
    active[place] = edges.ending[last * ENDING.length + i] ?? 0;
  });
  if (end - start === 1) active[SLOTS.ending] = edges.endingAlone[last] ?? 0;
  writeInner(scene, candidate, active);
  return active;
}
