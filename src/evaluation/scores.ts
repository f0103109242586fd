/** Judged questions → figures, over all of them and by language and set. */
import type { AnswerStatus } from '../reading/answer.js';
import type { Outcome } from './outcome.js';
import { mean, type Reliability, reliability } from './reliability.js';

/** Passages past this one do not count for the mean reciprocal rank. */
const MRR_DEPTH = 10;

/** Figures of a group. Shares are 0..1; null where nothing in the group can be judged so. */
export interface Scores {
  readonly questions: number;
  readonly answerable: number;
  readonly recallAt1: number | null;
  readonly recallAt5: number | null;
  readonly mrrAt10: number | null;
  readonly firstCitationRight: number | null;
  readonly quoteHasAnswer: number | null;
  /** Mean characters of the first citation's quote. */
  readonly quoteLength: number | null;
  /** Questions that ask who, when, where, how many, or for a list of known items. */
  readonly shortAsked: number;
  readonly shortContained: number | null;
  readonly shortExact: number | null;
  /** Of the answerable ones. */
  readonly wronglyRefused: number | null;
  readonly unanswerable: number;
  readonly refused: number;
  /** Of the refused ones, those that the articles don't answer. */
  readonly refusalPrecision: number | null;
  /** Of those that the articles don't answer, the refused ones. */
  readonly refusalRecall: number | null;
  /** Milliseconds a question. */
  readonly p50: number | null;
  readonly p99: number | null;
}

export interface Evaluation {
  readonly all: Scores;
  readonly byLanguage: Readonly<Record<string, Scores>>;
  /** Keys are `set` or, where a set is asked in several languages, `set (language)`. */
  readonly bySet: Readonly<Record<string, Scores>>;
  readonly reliability: Readonly<Record<AnswerStatus, Reliability>>;
}

/** Adds up judged questions. */
export function evaluationOf(outcomes: readonly Outcome[]): Evaluation {
  const setOf = setNames(outcomes);
  const statuses = ['answered', 'passages', 'no-answer'] as const;
  const [answered, passages, refused] = statuses.map((status) => reliabilityOf(outcomes, status));
  const none = reliability([]);
  return {
    all: scoresOf(outcomes),
    byLanguage: grouped(outcomes, languageOf),
    bySet: grouped(outcomes, setOf),
    reliability: { answered: answered ?? none, passages: passages ?? none, 'no-answer': refused ?? none },
  };
}

/** The figures of one group. */
export function scoresOf(outcomes: readonly Outcome[]): Scores {
  const answerable = outcomes.filter(({ asked }) => asked.answerable);
  const unanswerable = outcomes.filter(({ asked }) => !asked.answerable);
  const placed = answerable.filter(({ rank }) => rank !== null);
  const short = outcomes.flatMap((outcome) => outcome.short ?? []);
  const refused = outcomes.filter(isRefused);
  const times = outcomes.map(({ took }) => took);
  return {
    questions: outcomes.length,
    answerable: answerable.length,
    recallAt1: share(placed, ({ rank }) => rank === 0),
    recallAt5: share(placed, ({ rank }) => typeof rank === 'number' && rank < 5),
    mrrAt10: mean(
      placed.map(({ rank }) => (typeof rank === 'number' && rank < MRR_DEPTH ? 1 / (rank + 1) : 0)),
    ),
    firstCitationRight: share(placed, ({ citedRightly }) => citedRightly === true),
    quoteHasAnswer: share(
      answerable.filter(({ quoted }) => quoted !== null),
      ({ quoted }) => quoted === true,
    ),
    quoteLength: mean(answerable.flatMap(({ quoteLength }) => quoteLength ?? [])),
    shortAsked: short.length,
    shortContained: share(short, ({ contained }) => contained),
    shortExact: share(short, ({ exact }) => exact),
    wronglyRefused: share(answerable, isRefused),
    unanswerable: unanswerable.length,
    refused: refused.length,
    refusalPrecision: share(refused, ({ asked }) => !asked.answerable),
    refusalRecall: share(unanswerable, isRefused),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** The value below which a share of the values lies (nearest rank); null of nothing. */
export function percentile(values: readonly number[], at: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(at * sorted.length) - 1))] ?? null;
}

function isRefused({ answer }: Outcome): boolean {
  return answer.status === 'no-answer';
}

function share<T>(group: readonly T[], holds: (member: T) => boolean): number | null {
  return group.length === 0 ? null : group.filter(holds).length / group.length;
}

function languageOf({ asked, answer }: Outcome): string {
  return asked.lang ?? answer.language;
}

/** A set's name, with the language where the list says that the set is asked in more than one. */
function setNames(outcomes: readonly Outcome[]): (outcome: Outcome) => string {
  const languages = new Map<string, Set<string>>();
  for (const { asked } of outcomes) {
    if (asked.lang !== null)
      languages.set(asked.set, (languages.get(asked.set) ?? new Set()).add(asked.lang));
  }
  return ({ asked: { set, lang } }) =>
    lang !== null && (languages.get(set)?.size ?? 0) > 1 ? `${set} (${lang})` : set;
}

function grouped(outcomes: readonly Outcome[], nameOf: (outcome: Outcome) => string): Record<string, Scores> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const name = nameOf(outcome);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [outcome]);
    else group.push(outcome);
  }
  return Object.fromEntries([...groups].map(([name, group]) => [name, scoresOf(group)]));
}

function reliabilityOf(outcomes: readonly Outcome[], status: AnswerStatus): Reliability {
  return reliability(
    outcomes.flatMap(({ answer, right }) =>
      right !== null && answer.status === status ? [{ confidence: answer.confidence, right }] : [],
    ),
  );
}
