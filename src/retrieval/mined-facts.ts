/** What is mined of a corpus when it is indexed. */
import type { Gazetteer } from '../language/names.js';
import type { OrdinalFact } from './ordinals.js';
import type { Transliterations } from './sounds.js';

/** What is mined once, at index time, and stored with the snapshot. */
export interface MinedFacts {
  readonly gazetteer: Gazetteer;
  readonly ordinals: readonly OrdinalFact[];
  /** Folded transliterated names by their consonant skeleton. */
  readonly transliterations: Transliterations;
}
