/** Everything that answering needs of an indexed corpus, as one immutable value. */
import type { Article } from '../corpus/article.js';
import type { Lexicon } from '../language/lexicon.js';
import type { Tokenizer } from '../language/tokenizer.js';
import type { NearWords } from './lexicons-of-corpus.js';
import type { MinedFacts } from './mined-facts.js';
import type { CorpusKnowledge, Passage } from './passage.js';
import type { Retriever } from './retriever.js';
import type { TermStatistics } from './term-statistics.js';
import type { TextCounts } from './text-counts.js';

export interface CorpusIndex {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly retriever: Retriever;
  readonly statistics: TermStatistics;
  readonly texts: TextCounts;
  /** As far as the corpus has its words. */
  readonly lexicon: Lexicon;
  readonly nearWords: NearWords;
  readonly facts: MinedFacts;
  readonly tokenizer: Tokenizer;
  readonly knowledge: CorpusKnowledge;
  /** Folded title and subtitles of an article, a line each. */
  titleOf(article: Article): string;
}
