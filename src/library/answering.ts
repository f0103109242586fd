/** One answer from an index: understand, retrieve, rank, read. */
import { articleHead } from '../corpus/article-head.js';
import type { Answer } from '../reading/answer.js';
import { answerQuestion } from '../reading/answering.js';
import { followUp } from '../reading/conversation/follow-up.js';
import { analyse } from '../retrieval/analysis.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
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
  const answer = await answerQuestion(understood, index, {
    ...(limit === undefined ? {} : { limit }),
    ...(filtered === null ? {} : { scope: filtered }),
  });
  return {
    ...answer,
    ...withHeads(answer),
    ...(await readingAids(answer, understood, index.knowledge)),
    question,
    asked,
    about,
    undated: filtered?.undated ?? 0,
    tookMs: performance.now() - started,
  };
}

/** Articles' texts stay here: an answer quotes what it needs of them. */
function withHeads({ citations, passages }: Pick<Answer, 'citations' | 'passages'>) {
  return {
    citations: citations.map((citation) => ({
      ...citation,
      article: articleHead(citation.article),
      alsoIn: citation.alsoIn.map((other) => ({ ...other, article: articleHead(other.article) })),
    })),
    passages: passages.map((passage) => ({ ...passage, article: articleHead(passage.article) })),
  };
}
