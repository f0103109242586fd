/**
 * The scores of candidates: the sum of the weights of their active features. There are a thousand candidates a
 * question, so that what all have, and what is the same for all that start or end at a word, is added up once.
 */
import type { Candidate } from './candidates.js';
import { type Edges, ENDING, STARTING } from './edges.js';
import type { Scene } from './scene-types.js';
import { INNER, writeInner } from './span-features.js';
import { ACTIVE_FEATURES } from './span-layout.js';

/** The score of a candidate by its active features. */
export function scoreOf(active: Uint16Array, weights: Float64Array): number {
  let score = 0;
  for (let i = 0; i < active.length; i++) score += weights[active[i] ?? 0] ?? 0;
  return score;
}

/** As `scoreOf` the `spanFeatures` of each candidate, but for rounding. */
export function scoresOf(
  scene: Scene,
  candidates: readonly Candidate[],
  weights: Float64Array,
): Float64Array {
  const { edges, fixed } = scene;
  let shared = 0;
  for (let i = 1; i < fixed.length; i += 2) shared += weights[fixed[i] ?? 0] ?? 0;
  const starting = sumsByWord(edges.starting, STARTING.length, weights);
  const ending = sumsByWord(edges.ending, ENDING.length, weights);
  const endingAlone = endingAloneOf(edges, ending, weights);
  const active = new Uint16Array(ACTIVE_FEATURES);
  const scores = new Float64Array(candidates.length);
  for (let c = 0; c < candidates.length; c++) {
    const candidate = candidates[c];
    if (candidate === undefined) continue;
    const { start, end, first, last } = candidate;
    writeInner(scene, candidate, active);
    let score = shared + (starting[first] ?? 0) + ((end - start === 1 ? endingAlone : ending)[last] ?? 0);
    for (let i = 0; i < INNER.length; i++) score += weights[active[INNER[i] ?? 0] ?? 0] ?? 0;
    scores[c] = score;
  }
  return scores;
}

/** By word, the sum of the weights of its features, of which each word has `count`. */
function sumsByWord(features: Uint16Array, count: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(features.length / count);
  for (let i = 0, word = 0; word < sums.length; word++)
    for (const end = i + count; i < end; i++)
      sums[word] = (sums[word] ?? 0) + (weights[features[i] ?? 0] ?? 0);
  return sums;
}

/** The sums of the ends with the feature of a candidate of one character instead of that of a longer one, the last of ENDING. */
function endingAloneOf(edges: Edges, ending: Float64Array, weights: Float64Array): Float64Array {
  const { length } = ENDING;
  return ending.map((sum, word) => {
    const longer = weights[edges.ending[(word + 1) * length - 1] ?? 0] ?? 0;
    return sum - longer + (weights[edges.endingAlone[word] ?? 0] ?? 0);
  });
}
