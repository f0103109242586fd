/** How telling a question's words are, in units that do not depend on the size of a corpus. */
import { generalIdf, type WordClass, wordClass } from '../language/tokenizer.js';
import { documentFrequency } from './frequencies.js';
import type { Concept } from './question.js';
import type { TermStatistics } from './term-statistics.js';

/** What the counts of a corpus are taken from. */
export type Counts = Parameters<typeof documentFrequency>[1] & { readonly statistics: TermStatistics };

/** A concept with what it is worth. */
export interface Telling {
  readonly concept: Concept;
  readonly wordClass: WordClass;
  /** 0..about 1.2: minus the log of how likely a passage of any corpus has it, in units of SCALE. */
  readonly weight: number;
}

/** What general Chinese says counts like so many passages of the corpus: a small one alone tells little. */
const PRIOR_PASSAGES = 1000;
/** A passage has about so many more words than one document counts for in general Chinese: e^2. */
const PRIOR_SHIFT = 2;
/** General idf of words without one: of one character or very common, and in no list at all. */
const COMMON_IDF = 7;
const UNLISTED_IDF = 11;
/** Whatever is rarer than e^-8.5 a passage counts as equally rare. */
const RAREST = 8.5;
/** Natural logs in one unit of weight. */
const SCALE = 7;
/** Keep logs finite. */
const LEAST_COUNT = 0.05;

/** Chinese concepts: what the corpus counts, corrected by general Chinese where it is small. */
export function tellingWords(concepts: readonly Concept[], { statistics }: Counts): readonly Telling[] {
  const { passages } = statistics;
  return concepts.map((concept) => {
    const { surface } = concept;
    const kind = wordClass(surface);
    const known =
      generalIdf(surface) ?? (surface.length === 1 || kind !== 'unknown' ? COMMON_IDF : UNLISTED_IDF);
    const general = PRIOR_PASSAGES * Math.min(1, Math.exp(PRIOR_SHIFT - known));
    const counted = countOf(concept, passages);
    const likely = (counted + general + LEAST_COUNT) / (passages + PRIOR_PASSAGES);
    return { concept, wordClass: kind, weight: weightOf(likely) };
  });
}

/** In how many passages a concept stands, by its idf, which is ln((passages + 1) / (count + 0.5)). */
function countOf({ idf }: Concept, passages: number): number {
  return Math.min(passages, Math.max(0, (passages + 1) * Math.exp(-idf) - 0.5));
}

/** Weight of something that a passage has with this probability. */
function weightOf(likely: number): number {
  return Math.min(RAREST, -Math.log(Math.min(1, likely))) / SCALE;
}

/** An English word with what the corpus has of it. */
export interface TellingForeign {
  readonly concept: Concept;
  /** 0..about 1.2, by its likely Chinese words only: far glosses make every word look common. */
  readonly weight: number;
  /** Whether the lexicon has Chinese words for it that the corpus has too. */
  readonly hasGloss: boolean;
  /** Written in capitals throughout: its letters stand in the text, or a gloss does. */
  readonly isAcronym: boolean;
}

/** Fainter glosses are other senses. */
export const LIKELY_GLOSS = 0.4;
/** Weights of a name by its sound (sounds.ts); the lexicon's own weights leave this band free. */
const BY_SOUND = { least: 0.44, most: 0.605 };
const ENGLISH_PRIOR_PASSAGES = 300;
const ENGLISH_LEAST_COUNT = 0.8;

/** Whether a variant is a name that only sounds like the word. */
export function isBySound(concept: Concept, { text, weight }: Concept['variants'][number]): boolean {
  return (
    concept.kind === 'name' && weight > BY_SOUND.least && weight < BY_SOUND.most && !/[a-z0-9]/u.test(text)
  );
}

/** English concepts, weighed by how many passages have a likely gloss of theirs. */
export function tellingForeign(concepts: readonly Concept[], counts: Counts): readonly TellingForeign[] {
  const { passages } = counts.statistics;
  return concepts.map((concept) => {
    const likely = concept.variants.filter(
      (variant) => variant.weight >= LIKELY_GLOSS && !isBySound(concept, variant),
    );
    const count = likely.reduce(
      (sum, { text, weight }) => sum + Math.min(1, weight) * documentFrequency(text, counts),
      0,
    );
    return {
      concept,
      weight: weightOf(
        (Math.min(passages, count) + ENGLISH_LEAST_COUNT) / (passages + ENGLISH_PRIOR_PASSAGES),
      ),
      hasGloss: likely.some(({ text }) => /\p{Script=Han}/u.test(text)),
      isAcronym: isAcronym(concept),
    };
  });
}

/** Written in capitals throughout. */
export function isAcronym({ surface }: Concept): boolean {
  return /^\p{Lu}[\p{Lu}\d]+$/u.test(surface);
}
