/** Question → hits: candidates from the engine, order from the ranker, the same story once. */

import type { CorpusIndex } from './corpus-index.js';
import { withDuplicates } from './duplicates.js';
import { withLoneCharacters } from './lone-characters.js';
import type { Retrieved } from './passage.js';
import { queryTerms } from './query.js';
import type { Question } from './question.js';
import { type Ranked, rank } from './ranker.js';
import { relevanceOf } from './relevance.js';
import type { PassageFilter } from './retriever.js';

/** Candidates that the ranker looks at: 98.8 % of the pool's Chinese questions have the right passage among the first 100. */
const CHINESE_CANDIDATES = 100;
/** English words have many glosses, so the right passage stands further down: 93 % among the first 400. */
const ENGLISH_CANDIDATES = 400;
/** Hits that the reader gets. */
const HITS = 50;

/** The best hits, best first; with a filter, of its passages only. */
export async function retrieve(
  question: Question,
  index: CorpusIndex,
  filter?: PassageFilter,
): Promise<Retrieved> {
  const ranked = (await rankCandidates(question, index, filter)).slice(0, HITS);
  return {
    hits: withDuplicates(ranked),
    relevance: relevanceOf(question, ranked, index),
  };
}

/** Every candidate in the ranker's order, with the features that decided its place. */
export async function rankCandidates(
  question: Question,
  index: CorpusIndex,
  filter?: PassageFilter,
): Promise<readonly Ranked[]> {
  const limit = question.language === 'en' ? ENGLISH_CANDIDATES : CHINESE_CANDIDATES;
  const candidates = await index.retriever.search(queryTerms(question, index.statistics), limit, filter);
  return rank(question, withLoneCharacters(question, candidates, index.passages, filter), index);
}
