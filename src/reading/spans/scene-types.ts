/** What is known once of all candidates of some sentences, as one value. */
import type { Span } from '../../corpus/article.js';
import type { NumberMention } from '../../language/numerals.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Occurrence } from '../passages/evidence.js';
import type { Blank } from './blank.js';
import type { Candidates } from './candidates.js';
import type { ConceptGaps } from './concept-gaps.js';
import type { Edges } from './edges.js';
import type { Marks } from './marks.js';
import type { WeighedSentence } from './weighed-sentence.js';

export interface Scene {
  readonly question: Question;
  readonly folded: string;
  /** From the first sentence's start to the last one's end. */
  readonly range: Span;
  /** In order. */
  readonly sentences: readonly WeighedSentence[];
  readonly found: Candidates;
  readonly knowledge: CorpusKnowledge;
  readonly blank: Blank;
  /** Of the range, by start; weights as shares of the whole question's. */
  readonly occurrences: readonly Occurrence[];
  /** The same, a column a field. */
  readonly columns: OccurrenceColumns;
  /** Of the two weightiest concepts that stand in the range, and of those next to the blank; null where there is none. */
  readonly gaps: Readonly<Record<'weightiest' | 'second' | 'before' | 'after', ConceptGaps | null>>;
  readonly dates: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly numbers: readonly NumberMention[];
  /** Mentions of the kind that is asked for which the question does not have; none for kinds without mentions. */
  readonly mentions: readonly Span[];
  /** By offset in the range: how many pairs of characters up to there the question has too; the same for characters. */
  readonly pairsBefore: Uint16Array;
  readonly charactersBefore: Uint16Array;
  /** Of the range, from its start. */
  readonly marks: Marks;
  readonly edges: Edges;
  /** What is the same for all candidates: pairs of a feature's place and the active feature. */
  readonly fixed: Uint16Array;
  /** How many words up to each one are known persons, and known places. */
  readonly personsBefore: Uint16Array;
  readonly placesBefore: Uint16Array;
  /** Room to reckon in: a weight for each concept. */
  readonly perConcept: Float64Array;
}

/** Occurrences as numbers, so that a thousand candidates are held against them at little cost. */
export interface OccurrenceColumns {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}
