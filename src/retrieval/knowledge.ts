/** What is known of a corpus beside its postings. */
import type { MinedFacts } from './mined-facts.js';
import { inOrder, ordinalsIn } from './ordinals.js';
import type { CorpusKnowledge, Passage } from './passage.js';
import type { TextCounts } from './text-counts.js';

/** Knowledge over the passages of an index and the facts that were mined from it. */
export function createKnowledge(
  passages: readonly Passage[],
  facts: MinedFacts,
  texts: TextCounts,
  readingFacts: Uint8Array | null,
): CorpusKnowledge {
  const firsts = firstPassages(passages);
  return {
    passages: passages.length,
    persons: new Set(facts.gazetteer.persons),
    places: new Set(facts.gazetteer.places),
    ordinals: facts.ordinals,
    articlePassages: (articleId) => passagesOf(articleId, firsts.get(articleId) ?? 0, passages),
    count: texts.count,
    ...(readingFacts === null ? {} : { readingFacts }),
  };
}

/** The same knowledge for a question that only some passages, by number, may answer. */
export function knowledgeWithin(
  knowledge: CorpusKnowledge,
  numbers: ReadonlySet<number>,
  passages: readonly Passage[],
): CorpusKnowledge {
  return {
    ...knowledge,
    // Only a refusal wants them.
    get ordinalsInScope() {
      return inOrder([...numbers].flatMap((number) => ordinalsIn(passages[number]?.folded ?? '')));
    },
  };
}

/** By an article's id: number of its first passage. Those of an article follow one another. */
function firstPassages(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  let last: Passage['article'] | null = null;
  passages.forEach(({ article }, number) => {
    if (article !== last && !firsts.has(article.id)) firsts.set(article.id, number);
    last = article;
  });
  return firsts;
}

function passagesOf(articleId: string, first: number, passages: readonly Passage[]): readonly Passage[] {
  let end = first;
  while (passages[end]?.article.id === articleId) end++;
  return passages.slice(first, end);
}
