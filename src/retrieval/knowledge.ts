/** What is known of a corpus beside its postings. */
import type { MinedFacts } from './corpus-index.js';
import type { CorpusKnowledge, Passage } from './passage.js';
import type { TermStatistics } from './term-statistics.js';
import { termsOf } from './terms.js';

/** Texts whose count is remembered; the same few are asked for again and again. */
const REMEMBERED = 2000;

/** Knowledge over the passages of an index and the facts that were mined from it. */
export function createKnowledge(
  passages: readonly Passage[],
  facts: MinedFacts,
  statistics: TermStatistics,
): CorpusKnowledge {
  const ofArticle = byArticle(passages);
  const counts = new Map<string, number>();
  return {
    passages: passages.length,
    persons: new Set(facts.gazetteer.persons),
    places: new Set(facts.gazetteer.places),
    ordinals: facts.ordinals,
    articlePassages: (articleId) => ofArticle.get(articleId) ?? [],
    count: (text) => {
      const known = counts.get(text);
      if (known !== undefined) return known;
      const nowhere = termsOf(text).some((term) => statistics.frequency(term) === 0 && !isWordPart(term));
      const count = nowhere
        ? 0
        : passages.reduce((sum, { folded }) => sum + (folded.includes(text) ? 1 : 0), 0);
      if (counts.size >= REMEMBERED) counts.clear();
      counts.set(text, count);
      return count;
    },
  };
}

/** Letters and digits may be part of a longer run in the text, so their absence as a term proves nothing. */
function isWordPart(term: string): boolean {
  return !/\p{Script=Han}/u.test(term);
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
