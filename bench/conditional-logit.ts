/**
 * Fits a linear model that picks one of several alternatives (conditional logit: softmax over the alternatives of a
 * question), by full-batch Adam with an L2 penalty. Convex, so that the same data give the same weights.
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

const STEP = 0.08;
/** The last steps are smaller, so that the weights settle. */
const SETTLE_AFTER = 0.6;
const SETTLE_STEP = 0.2;
const MOMENTUM = 0.9;
const SCALE_MOMENTUM = 0.99;
/** Alternatives that are this nearly right teach nothing. */
const NO_ERROR = 1e-5;

function scoreOf({ features, values }: Alternative, weights: Float64Array): number {
  let score = 0;
  for (let i = 0; i < features.length; i++) {
    const weight = weights[features[i] ?? 0] ?? 0;
    score += values === undefined ? weight : weight * (values[i] ?? 0);
  }
  return score;
}

/** Scores → chances that sum to 1. */
function softmax(scores: readonly number[]): number[] {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function addGradient(gradient: Float64Array, choice: Choice, weights: Float64Array): void {
  const chances = softmax(choice.alternatives.map((alternative) => scoreOf(alternative, weights)));
  choice.alternatives.forEach(({ features, values }, a) => {
    const error = (chances[a] ?? 0) - (choice.target[a] ?? 0);
    if (Math.abs(error) < NO_ERROR) return;
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] ?? 0;
      gradient[feature] = (gradient[feature] ?? 0) + error * (values === undefined ? 1 : (values[i] ?? 0));
    }
  });
}

/** Choices that share their weight sets, so that these are summed once. */
function bySets(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const key = choice.sets.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [choice]);
    else group.push(choice);
  }
  return [...groups.values()];
}

function gradientOf(
  groups: readonly (readonly Choice[])[],
  weights: Float64Array,
  features: number,
): Float64Array {
  const gradient = new Float64Array(weights.length);
  for (const group of groups) {
    const sets = group[0]?.sets ?? [];
    const sum = Float64Array.from({ length: features }, (_, f) =>
      sets.reduce((s, set) => s + (weights[set + f] ?? 0), 0),
    );
    const ofGroup = new Float64Array(features);
    for (const choice of group) addGradient(ofGroup, choice, sum);
    for (const set of sets)
      for (let f = 0; f < features; f++) gradient[set + f] = (gradient[set + f] ?? 0) + (ofGroup[f] ?? 0);
  }
  return gradient;
}

/**
 * The weights after `rounds` passes over the choices: `size` in all, in sets of `features`.
 */
export function fitConditionalLogit(
  choices: readonly Choice[],
  { size, features, penalty, rounds }: { size: number; features: number; penalty: number; rounds: number },
): Float64Array {
  const groups = bySets(choices);
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const gradient = gradientOf(groups, weights, features);
    const step = round < SETTLE_AFTER * rounds ? STEP : STEP * SETTLE_STEP;
    for (let i = 0; i < size; i++) {
      const slope = (gradient[i] ?? 0) / choices.length + 2 * penalty * (weights[i] ?? 0);
      const m = MOMENTUM * (mean[i] ?? 0) + (1 - MOMENTUM) * slope;
      const v = SCALE_MOMENTUM * (scale[i] ?? 0) + (1 - SCALE_MOMENTUM) * slope * slope;
      mean[i] = m;
      scale[i] = v;
      const corrected = Math.sqrt(v / (1 - SCALE_MOMENTUM ** round)) + 1e-8;
      weights[i] = (weights[i] ?? 0) - (step * (m / (1 - MOMENTUM ** round))) / corrected;
    }
  }
  return weights;
}
