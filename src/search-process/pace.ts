/** Progress at a pace that somebody can follow: a corpus of many files would otherwise send a message for each of them. */
import type { ReindexProgress } from '../library/types.js';

/** Milliseconds between two messages of one phase. */
const PACE_MS = 100;

/** Passes on the first progress of every phase, and of the others the latest that is due. `clock` gives milliseconds. */
export function atPace(
  tell: (progress: ReindexProgress) => void,
  clock: () => number = () => performance.now(),
): (progress: ReindexProgress) => void {
  let phase: ReindexProgress['phase'] | null = null;
  let told = 0;
  return (progress) => {
    const now = clock();
    if (progress.phase === phase && now - told < PACE_MS) return;
    phase = progress.phase;
    told = now;
    tell(progress);
  };
}
