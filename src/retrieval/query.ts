/** The terms that a question sends to the engine. */
import { chineseNumeral } from '../language/numeral-words.js';
import type { Constraint, Question } from './question.js';
import type { WeightedTerm } from './retriever.js';
import { idf, type TermStatistics } from './term-statistics.js';
import { termsOf } from './terms.js';

/** Of a concept's variants, how many are searched, the heaviest first. */
const VARIANTS_SEARCHED = 10;
/** How much more a telling concept counts than a common one (measured by recall among the first 400). */
const IDF_POWER = 1.5;
/** Question phrases may be content after all (第几, 多少钱); their terms count this much. */
const PHRASE_WEIGHT = 0.25;
/** Keeps terms that stand nearly everywhere from being blown up. */
const MIN_RARITY = 0.1;
/** Larger ordinals are written in digits. */
const MOST_SPELLED = 99;

/**
 * Chinese: the terms of the stripped question, and, lighter, of the rest. English: the terms of every concept's
 * variants; a concept is one soft word, so its terms' own rarity is divided out and the concept's put in its place.
 */
export function queryTerms(question: Question, statistics: TermStatistics): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => {
    weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  if (question.language === 'en') {
    for (const { variants, idf: telling } of question.concepts) {
      const best = [...variants].sort((a, b) => b.weight - a.weight).slice(0, VARIANTS_SEARCHED);
      for (const { text, weight } of best) {
        const terms = termsOf(text);
        for (const term of terms) {
          const rarity = idf(statistics.frequency(term), statistics.passages);
          add(term, (weight * telling ** IDF_POWER) / terms.length / Math.max(rarity, MIN_RARITY));
        }
      }
    }
  } else {
    for (const term of termsOf(question.core)) add(term, 1);
    for (const term of termsOf(question.folded)) add(term, PHRASE_WEIGHT);
    for (const way of question.constraints.flatMap(otherWays)) for (const term of termsOf(way)) add(term, 1);
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** How a text may write what a question writes in another way: 14次会 is 第十四次会议, 三月二十一号 is 3月21日. */
function otherWays(constraint: Constraint): readonly string[] {
  const day = constraint.type === 'date' ? /(\d{2})-(\d{2})$/u.exec(constraint.iso) : null;
  if (day !== null) return [`${Number(day[1])}月${Number(day[2])}日`];
  if (constraint.type !== 'ordinal' || constraint.value > MOST_SPELLED) return [];
  const measure = constraint.noun.charAt(0);
  return [`第${chineseNumeral(constraint.value)}${measure}`, `第${constraint.value}${measure}`];
}
