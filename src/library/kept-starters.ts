/** Questions to start with: they take seconds, so they are made when they are first wanted, and kept beside the snapshot. */
import { type Starters, startersOf } from '../reading/starters.js';
import { answerFrom } from './answering.js';
import type { Snapshots } from './snapshots.js';
import type { LibraryState } from './state.js';

/** Name of the note beside a snapshot. */
const STARTERS = 'starters';

export class KeptStarters {
  readonly #snapshots: Snapshots;
  readonly #known = new WeakMap<LibraryState, Promise<Starters>>();

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
  }

  /** Those of a state, which is saved as `snapshot` or, when that is null, not at all. */
  of(state: LibraryState, snapshot: string | null): Promise<Starters> {
    const starters = this.#known.get(state) ?? this.#made(state, snapshot);
    this.#known.set(state, starters);
    // An engine that was away may be back the next time.
    starters.catch(() => this.#known.delete(state));
    return starters;
  }

  async #made({ index }: LibraryState, snapshot: string | null): Promise<Starters> {
    const kept = snapshot === null ? null : await this.#snapshots.note(snapshot, STARTERS);
    if (isStarters(kept)) return kept;
    const starters = await startersOf(index, (question) => answerFrom(index, question));
    if (snapshot !== null) await this.#snapshots.keepNote(snapshot, STARTERS, starters);
    return starters;
  }
}

function isStarters(note: unknown): note is Starters {
  return (
    typeof note === 'object' &&
    note !== null &&
    ['zh-Hans', 'zh-Hant', 'en'].every((language) => language in note)
  );
}
