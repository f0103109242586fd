/** Whether `confidence` means what it says: how often answers of each confidence are right. */

const BINS = 10;
/** From this confidence on, nine answers in ten should be right. */
const SURE = 0.8;

/** Answers whose confidence lies in [from, to), the last bin with its end. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence; null when the bin is empty. */
  readonly confidence: number | null;
  /** Share that is right; null when the bin is empty. */
  readonly accuracy: number | null;
}

export interface Reliability {
  readonly count: number;
  readonly bins: readonly ReliabilityBin[];
  /** The answers whose confidence is at least 0.8. */
  readonly sure: { readonly count: number; readonly accuracy: number | null };
  /** Mean gap between confidence and accuracy, weighted by the bins' counts (Naeini et al. 2015); null without answers. */
  readonly calibrationError: number | null;
}

/** The reliability table of judged answers. */
export function reliability(
  answers: readonly { readonly confidence: number; readonly right: boolean }[],
): Reliability {
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const inside = answers.filter(({ confidence }) => binOf(confidence) === bin);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      accuracy: mean(inside.map(({ right }) => (right ? 1 : 0))),
    };
  });
  const gaps = bins.map(
    ({ count, confidence, accuracy }) => count * Math.abs((confidence ?? 0) - (accuracy ?? 0)),
  );
  const sure = answers.filter(({ confidence }) => confidence >= SURE);
  const count = answers.length;
  return {
    count,
    bins,
    sure: { count: sure.length, accuracy: mean(sure.map(({ right }) => (right ? 1 : 0))) },
    calibrationError: count === 0 ? null : gaps.reduce((a, b) => a + b, 0) / count,
  };
}

function binOf(confidence: number): number {
  return Math.max(0, Math.min(BINS - 1, Math.floor(confidence * BINS)));
}

/** Arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}
