/** The outline of an article: from the facts of the corpus, where they were extracted, else made when it is asked for. */
import type { Article } from '../../corpus/article.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import { decodeOutline } from './outline-code.js';
import { type Outline, outlineArticle } from './outlining.js';
import { decodeFacts, factsKey, type ReadingFacts } from './reading-facts.js';

export type { Outline, Speaker } from './outlining.js';

/** Outlines that are kept; a question reads some fifty articles at most. */
const KEPT = 400;

const factsOf = new WeakMap<Uint8Array, ReadingFacts>();
const kept = new WeakMap<CorpusKnowledge, Map<Article, Outline>>();

/** The outline of an article of the corpus; the same value while a question is answered. */
export function outlineOf(article: Article, knowledge: CorpusKnowledge): Outline {
  const outlines = kept.get(knowledge) ?? new Map<Article, Outline>();
  kept.set(knowledge, outlines);
  const outline = outlines.get(article) ?? read(article, knowledge);
  // The last used stand last, so that the first is the one to forget.
  outlines.delete(article);
  outlines.set(article, outline);
  const [oldest] = outlines.keys();
  if (outlines.size > KEPT && oldest !== undefined) outlines.delete(oldest);
  return outline;
}

function read(article: Article, knowledge: CorpusKnowledge): Outline {
  const encoded = readingFacts(knowledge)?.articles.get(factsKey(article));
  return encoded === undefined ? outlineArticle(article, knowledge.persons) : decodeOutline(encoded, article);
}

function readingFacts({ readingFacts: bytes }: CorpusKnowledge): ReadingFacts | null {
  if (bytes === undefined) return null;
  const facts = factsOf.get(bytes) ?? decodeFacts(bytes);
  factsOf.set(bytes, facts);
  return facts;
}
