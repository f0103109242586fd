/**
 * Fits a linear model that picks one of several alternatives (conditional logit: softmax over the alternatives of a
 * question), by Adam over small batches whose step shrinks to nothing, with a decay of the weights. Order and samples are
 * drawn from a seed, so that the same data give the same weights.
 */

/** One alternative: active features and their values. */
export interface Alternative {
  readonly features: Uint16Array;
  /** Values of the features; all 1 when missing. */
  readonly values?: Float64Array;
}

export interface Choice {
  readonly alternatives: readonly Alternative[];
  /** What share of the truth each alternative has; sums to 1. */
  readonly target: readonly number[];
  /** Where the weight sets of this choice begin: a feature's weight is its sum over them. */
  readonly sets: readonly number[];
}

const STEP = 0.01;
const MOMENTUM = 0.9;
const SCALE_MOMENTUM = 0.99;
const BATCH = 16;
/** Of the wrong alternatives so many teach in one pass, drawn anew each time, and stand for all. */
const WRONG_ALTERNATIVES = 60;
/** Alternatives that are this nearly right teach nothing. */
const NO_ERROR = 1e-4;
const SEED = 11;

/** Mulberry32: numbers of 0..1 from a seed. */
function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Brings the first `count` of a random order to the front. */
function shuffle<T>(items: T[], count: number, draw: () => number): void {
  for (let i = 0; i < Math.min(count, items.length - 1); i++) {
    const other = i + Math.floor(draw() * (items.length - i));
    const [a, b] = [items[i], items[other]];
    if (a !== undefined && b !== undefined) [items[i], items[other]] = [b, a];
  }
}

interface Sampled {
  readonly alternative: Alternative;
  readonly target: number;
  /** How many alternatives it stands for. */
  readonly copies: number;
}

/** All right alternatives of a choice and some of the wrong ones. */
function sample({ alternatives, target }: Choice, draw: () => number): readonly Sampled[] {
  const all = alternatives.map((alternative, i) => ({ alternative, target: target[i] ?? 0, copies: 1 }));
  const right = all.filter((one) => one.target > 0);
  const wrong = all.filter((one) => one.target === 0);
  if (wrong.length <= WRONG_ALTERNATIVES) return all;
  shuffle(wrong, WRONG_ALTERNATIVES, draw);
  const copies = wrong.length / WRONG_ALTERNATIVES;
  return [...right, ...wrong.slice(0, WRONG_ALTERNATIVES).map((one) => ({ ...one, copies }))];
}

function scoreOf({ features, values }: Alternative, sets: readonly number[], weights: Float64Array): number {
  let score = 0;
  for (const set of sets)
    for (let i = 0; i < features.length; i++) {
      const weight = weights[set + (features[i] ?? 0)] ?? 0;
      score += values === undefined ? weight : weight * (values[i] ?? 0);
    }
  return score;
}

function addGradient(
  gradient: Float64Array,
  { sets }: Choice,
  sampled: readonly Sampled[],
  weights: Float64Array,
): void {
  const scores = sampled.map(({ alternative }) => scoreOf(alternative, sets, weights));
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = sampled.map(({ copies }, a) => copies * Math.exp((scores[a] ?? 0) - top));
  const all = powers.reduce((a, b) => a + b, 0);
  sampled.forEach(({ alternative: { features, values }, target }, a) => {
    const error = (powers[a] ?? 0) / all - target;
    if (Math.abs(error) < NO_ERROR) return;
    for (const set of sets)
      for (let i = 0; i < features.length; i++) {
        const feature = set + (features[i] ?? 0);
        gradient[feature] = (gradient[feature] ?? 0) + error * (values === undefined ? 1 : (values[i] ?? 0));
      }
  });
}

/** The weights after `rounds` passes over the choices: `size` in all. */
export function fitConditionalLogit(
  choices: readonly Choice[],
  { size, penalty, rounds }: { size: number; penalty: number; rounds: number },
): Float64Array {
  const draw = drawsFrom(SEED);
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  const gradient = new Float64Array(size);
  const order = [...choices];
  const steps = rounds * Math.ceil(choices.length / BATCH);
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, order.length, draw);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      gradient.fill(0);
      for (const choice of batch) addGradient(gradient, choice, sample(choice, draw), weights);
      done++;
      const step = (STEP / 2) * (1 + Math.cos((Math.PI * done) / steps));
      for (let i = 0; i < size; i++) {
        const slope = (gradient[i] ?? 0) / batch.length;
        const m = MOMENTUM * (mean[i] ?? 0) + (1 - MOMENTUM) * slope;
        const v = SCALE_MOMENTUM * (scale[i] ?? 0) + (1 - SCALE_MOMENTUM) * slope * slope;
        mean[i] = m;
        scale[i] = v;
        const move = m / (1 - MOMENTUM ** done) / (Math.sqrt(v / (1 - SCALE_MOMENTUM ** done)) + 1e-8);
        weights[i] = (weights[i] ?? 0) - step * (move + penalty * (weights[i] ?? 0));
      }
    }
  }
  return weights;
}
