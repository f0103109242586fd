/** A corpus of invented articles that answers through the whole pipeline: reading, indexing, retrieval, answering. */
import type { Article } from '../../src/corpus/article.js';
import { readArticles } from '../../src/corpus/read.js';
import { readWholeLexicons } from '../../src/library.js';
import { answerQuestion } from '../../src/reading/answering.js';
import type { ReadAnswer } from '../../src/reading/read.js';
import { analyse } from '../../src/retrieval/analysis.js';
import { assemble, buildParts } from '../../src/retrieval/build-index.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';

const LEXICONS = await readWholeLexicons();

export interface TestCorpus {
  readonly articles: readonly Article[];
  readonly index: CorpusIndex;
  ask(question: string): Promise<ReadAnswer>;
}

/** Reads one raw text file per entry and makes it answer. */
export function corpusOf(files: Readonly<Record<string, string>>): TestCorpus {
  const articles = Object.entries(files).flatMap(
    ([file, text]) => readArticles({ file, bytes: new TextEncoder().encode(text) }).articles,
  );
  const index = assemble(buildParts(articles, LEXICONS));
  return {
    articles,
    index,
    ask: async (text) => {
      return answerQuestion(analyse(text, index), index);
    },
  };
}
