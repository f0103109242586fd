/** Timelines of an index that were asked for lately: whoever turns a page does not have all of them made again. */
import { type Timeline, timelineOf } from '../reading/timeline/timeline.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';

const KEPT = 8;

/** Those of one index at a time. */
export class Timelines {
  #index: CorpusIndex | null = null;
  #kept = new Map<string, Promise<Timeline>>();

  of(subject: string, index: CorpusIndex): Promise<Timeline> {
    if (index !== this.#index) {
      this.#index = index;
      this.#kept = new Map();
    }
    const kept = this.#kept;
    const timeline = kept.get(subject) ?? timelineOf(subject, index);
    // The latest stands last.
    kept.delete(subject);
    kept.set(subject, timeline);
    timeline.catch(() => kept.delete(subject));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return timeline;
  }
}
