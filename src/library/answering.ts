/** One answer from an index: understand, retrieve, rank, read. */
import type { Answer } from '../reading/answer.js';
import { followUp } from '../reading/conversation/follow-up.js';
import { read } from '../reading/read.js';
import { analyse } from '../retrieval/analysis.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import { retrieve } from '../retrieval/retrieve.js';
import { filterIndex } from './filter.js';
import { readingAids } from './reading-aids.js';
import type { AskOptions } from './types.js';

/** `limit` bounds `passages` (default 10). */
export async function answerFrom(
  index: CorpusIndex,
  question: string,
  { limit, filter = {}, turns = [] }: AskOptions = {},
): Promise<Answer> {
  const started = performance.now();
  const { question: asked, about } = followUp(question, turns, index);
  const filtered = filterIndex(index, filter);
  const understood = analyse(asked, index);
  const { hits, relevance } = await retrieve(understood, index, filtered?.passages);
  const answer = read(understood, hits, index.knowledge, {
    ...(limit === undefined ? {} : { limit }),
    relevance,
  });
  return {
    ...answer,
    ...(await readingAids(answer, understood, index.knowledge)),
    question,
    asked,
    about,
    undated: filtered?.undated ?? 0,
    tookMs: performance.now() - started,
  };
}
