/** Everything that answering needs of an indexed corpus, as one immutable value. */
import type { Article } from '../corpus/article.js';
import type { Lexicon } from '../language/lexicon.js';
import type { Gazetteer } from '../language/names.js';
import type { Tokenizer } from '../language/tokenizer.js';
import type { NearWords } from './lexicons-of-corpus.js';
import type { OrdinalFact } from './ordinals.js';
import type { CorpusKnowledge, Passage } from './passage.js';
import type { Retriever } from './retriever.js';
import type { Transliterations } from './sounds.js';
import type { TermStatistics } from './term-statistics.js';
import type { TextCounts } from './text-counts.js';

/** What is mined once, at index time, and stored with the snapshot. */
export interface MinedFacts {
  readonly gazetteer: Gazetteer;
  readonly ordinals: readonly OrdinalFact[];
  /** Folded transliterated names by their consonant skeleton. */
  readonly transliterations: Transliterations;
}

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
