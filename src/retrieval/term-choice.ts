/** Which of a question's terms an engine looks for, so that a question costs a bounded amount of work: whatever the engine. */
import type { Candidate, WeightedTerm } from './retriever.js';
import type { TermStatistics } from './term-statistics.js';

/** Terms in more than this share of the passages are left out: they carry no weight and most of the work. */
const COMMON_SHARE = 0.08;
/** … unless the corpus is so small that they cost nothing. */
const COMMON_AT_LEAST = 300;
/**
 * Postings that one question may touch among so many passages; its rarest terms come first. Among four times as many it
 * may touch twice as many: over 100,000 passages 99 % of a Chinese question's ten best candidates are those that more
 * than twice as many postings find, in half the time.
 */
const POSTINGS_BUDGET = 6000;
const BUDGET_PASSAGES = 20_000;
/** For each candidate that is wanted a question may touch so many as long as they are no greater share of the passages. */
const POSTINGS_A_CANDIDATE = 75;
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

/** How many postings a question may touch in an index of so many passages, for so many candidates. */
export function postingsBudget(passages: number, candidates: number): number {
  const growth = Math.max(1, passages / BUDGET_PASSAGES);
  const wanted = Math.max(POSTINGS_BUDGET * Math.sqrt(growth), POSTINGS_A_CANDIDATE * candidates);
  return Math.min(POSTINGS_BUDGET * growth, wanted);
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
