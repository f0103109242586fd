/** Which of a question's terms an engine looks for, so that a question costs a bounded amount of work: whatever the engine. */
import type { Candidate, WeightedTerm } from './retriever.js';
import type { TermStatistics } from './term-statistics.js';

/** Terms in more than this share of the passages are left out: they carry no weight and most of the work. */
const COMMON_SHARE = 0.08;
/** … unless the corpus is so small that they cost nothing. */
const COMMON_AT_LEAST = 300;
/** Postings that one question may touch for every so many passages; its rarest terms come first. */
const POSTINGS_BUDGET = 6000;
const BUDGET_PASSAGES = 20_000;
/** The rarest terms are searched whatever they cost. */
const ALWAYS_SEARCHED = 3;

/** A term of a question that stands somewhere. */
export interface KnownTerm extends WeightedTerm {
  /** In how many passages. */
  readonly frequency: number;
}

/** The terms that stand somewhere, the most telling for their postings first; of equals, in the order of their names. */
export function weigh(
  terms: readonly WeightedTerm[],
  statistics: Pick<TermStatistics, 'frequency'>,
): readonly KnownTerm[] {
  return terms
    .map(({ term, weight }) => ({ term, weight, frequency: statistics.frequency(term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency / a.weight - b.frequency / b.weight || (a.term < b.term ? -1 : 1));
}

/** Those that do not stand in a great share of the passages. */
export function uncommon(
  terms: readonly KnownTerm[],
  { passages }: { readonly passages: { readonly length: number } },
): readonly KnownTerm[] {
  const common = Math.max(COMMON_AT_LEAST, passages.length * COMMON_SHARE);
  return terms.filter(({ frequency }) => frequency <= common);
}

/** How many postings a question may touch in an index of so many passages. */
export function postingsBudget(passages: number): number {
  return POSTINGS_BUDGET * Math.max(1, passages / BUDGET_PASSAGES);
}

/** The first terms that the budget has postings for, each once; `cost` is how many postings a term touches. */
export function affordable<T extends { readonly term: string; readonly cost: number }>(
  terms: Iterable<T>,
  budget: number,
): readonly T[] {
  const taken = new Map<string, T>();
  let postings = 0;
  for (const term of terms) {
    postings += term.cost;
    if (taken.size >= ALWAYS_SEARCHED && postings > budget) break;
    taken.set(term.term, term);
  }
  return [...taken.values()];
}

/** Of a few passages all are candidates, whether they share a term with the question or not. */
export function filledUp(
  found: readonly Candidate[],
  among: ReadonlySet<number>,
  limit: number,
): readonly Candidate[] {
  const candidates = [...found];
  const known = new Set(found.map(({ passage }) => passage));
  for (const passage of among) {
    if (candidates.length >= limit) break;
    if (!known.has(passage)) candidates.push({ passage, score: 0 });
  }
  return candidates;
}
