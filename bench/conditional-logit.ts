/**
 * Fits a linear model that picks one of several alternatives (conditional logit: softmax over the alternatives of a
 * question), by full-batch Adam with an L2 penalty. Convex, so that the same data give the same weights.
 */

/** One alternative: active features and their values. */
export interface Alternative {
  readonly features: ArrayLike<number>;
  /** Values of the features; all 1 when missing. */
  readonly values?: ArrayLike<number>;
}

export interface Choice {
  readonly alternatives: readonly Alternative[];
  /** What share of the truth each alternative has; sums to 1. */
  readonly target: readonly number[];
}

const STEP = 0.08;
/** The last steps are smaller, so that the weights settle. */
const SETTLE_AFTER = 0.6;
const SETTLE_STEP = 0.2;
const MOMENTUM = 0.9;
const SCALE_MOMENTUM = 0.99;

/** The weighted sum of an alternative's features. */
export function scoreOf({ features, values }: Alternative, weights: ArrayLike<number>): number {
  let score = 0;
  for (let i = 0; i < features.length; i++)
    score += (weights[features[i] ?? 0] ?? 0) * (values === undefined ? 1 : (values[i] ?? 0));
  return score;
}

/** Scores → chances that sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function addGradient(gradient: Float64Array, choice: Choice, weights: Float64Array): void {
  const chances = softmax(choice.alternatives.map((alternative) => scoreOf(alternative, weights)));
  choice.alternatives.forEach(({ features, values }, a) => {
    const error = (chances[a] ?? 0) - (choice.target[a] ?? 0);
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] ?? 0;
      gradient[feature] = (gradient[feature] ?? 0) + error * (values === undefined ? 1 : (values[i] ?? 0));
    }
  });
}

/** The weights of `size` features after `rounds` passes over the choices. */
export function fitConditionalLogit(
  choices: readonly Choice[],
  size: number,
  penalty: number,
  rounds: number,
): Float64Array {
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(size);
    for (const choice of choices) addGradient(gradient, choice, weights);
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
