/** What is known of a corpus beside its postings. */
import type { MinedFacts } from './corpus-index.js';
import type { CorpusKnowledge, Passage } from './passage.js';
import type { TextCounts } from './text-counts.js';

/** Knowledge over the passages of an index and the facts that were mined from it. */
export function createKnowledge(
  passages: readonly Passage[],
  facts: MinedFacts,
  texts: TextCounts,
  readingFacts: Uint8Array | null,
): CorpusKnowledge {
  const ofArticle = byArticle(passages);
  return {
    passages: passages.length,
    persons: new Set(facts.gazetteer.persons),
    places: new Set(facts.gazetteer.places),
    ordinals: facts.ordinals,
    articlePassages: (articleId) => ofArticle.get(articleId) ?? [],
    count: texts.count,
    ...(readingFacts === null ? {} : { readingFacts }),
  };
}

function byArticle(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const table = new Map<string, Passage[]>();
  for (const passage of passages) {
    const list = table.get(passage.article.id);
    if (list === undefined) table.set(passage.article.id, [passage]);
    else list.push(passage);
  }
  return table;
}
