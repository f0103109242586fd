/** One question, asked and judged. */
import type { Answer } from '../reading/answer.js';
import type { AnswerKind } from '../retrieval/question.js';
import { holdsAll, holdsAny, isAny, isExactly } from './matching.js';
import type { GoldPlace, JudgedQuestion } from './questions.js';

/** A short answer past this many characters is no short answer; lists whose items are known may be longer. */
export const LONGEST_SHORT_ANSWER = 60;
/** Questions that ask who, when, where or how many are due a short answer. */
const DUE_A_SHORT_ANSWER: ReadonlySet<AnswerKind> = new Set(['person', 'time', 'place', 'number']);

/** What went wrong: the first passage, the sentence within it, the short answer, or whether to answer at all. */
export type Failure = 'passage' | 'sentence' | 'short-answer' | 'refused' | 'answered';

/** A judged question. Null stands where the list gives nothing to judge by. */
export interface Outcome {
  readonly asked: JudgedQuestion;
  /** What the question's analysis takes it to ask. */
  readonly kind: AnswerKind;
  readonly answer: Answer;
  /** Place of the first right passage, from 0; `missed` when none of those listed is right. */
  readonly rank: number | 'missed' | null;
  /** Whether the first citation stands in a right article. */
  readonly citedRightly: boolean | null;
  /** Whether the first citation's quote holds the answer; for lists, whether the quotes together hold every item. */
  readonly quoted: boolean | null;
  /** Characters of the first citation's quote; null without a citation. */
  readonly quoteLength: number | null;
  /** For questions that are due one. */
  readonly short: { readonly contained: boolean; readonly exact: boolean } | null;
  /** Whether the answer given, of whatever status, is right: what `confidence` speaks of. */
  readonly right: boolean | null;
  /** Milliseconds. */
  readonly took: number;
}

/** Judges an answer. `kind` is the question's own, by its analysis. */
export function judge(asked: JudgedQuestion, kind: AnswerKind, answer: Answer, took: number): Outcome {
  const { answerable, place } = asked;
  const [first] = answer.citations;
  const placed = answerable && place.articleIds.length + place.files.length > 0;
  const rank = answer.passages.findIndex(({ article }) => isIn(article, place));
  return {
    asked,
    kind,
    answer,
    took,
    rank: placed ? (rank < 0 ? 'missed' : rank) : null,
    citedRightly: placed ? first !== undefined && isIn(first.article, place) : null,
    quoted: answerable ? quoted(asked, answer) : null,
    quoteLength: first === undefined ? null : first.quote.length,
    short: answerable && isDueShort(asked, kind) ? shortOf(asked, answer) : null,
    right: rightness(asked, answer),
  };
}

/** Whether an article is one of those that hold the answer. */
export function isIn(article: { readonly id: string; readonly file: string }, place: GoldPlace): boolean {
  return place.articleIds.includes(article.id) || place.files.includes(article.file);
}

/** Everything that went wrong with a question, the first cause first. */
export function failuresOf({
  asked,
  answer,
  rank,
  citedRightly,
  quoted,
  short,
}: Outcome): readonly Failure[] {
  const refused = answer.status === 'no-answer';
  if (!asked.answerable) return refused ? [] : ['answered'];
  const failures: Failure[] = rank !== null && rank !== 0 ? ['passage'] : [];
  if (refused) return [...failures, 'refused'];
  // Past a wrong passage, the sentence and the answer cannot be right but by chance.
  if (citedRightly === false) return failures;
  if (quoted === false) failures.push('sentence');
  if (short?.contained === false) failures.push('short-answer');
  return failures;
}

function isDueShort({ answers, items }: JudgedQuestion, kind: AnswerKind): boolean {
  return items.length > 0 || (answers.length > 0 && DUE_A_SHORT_ANSWER.has(kind));
}

function quoted({ answers, items }: JudgedQuestion, { citations }: Answer): boolean | null {
  if (items.length > 0) return holdsAll(citations.map(({ quote }) => quote).join('\n'), items);
  return answers.length > 0 ? holdsAny(citations[0]?.quote ?? '', answers) : null;
}

function shortOf({ answers, items }: JudgedQuestion, { answer }: Answer): Outcome['short'] {
  if (answer === null) return { contained: false, exact: false };
  if (items.length > 0) return { contained: holdsAll(answer, items), exact: isExactly(answer, items) };
  return {
    contained: answer.length <= LONGEST_SHORT_ANSWER && holdsAny(answer, answers),
    exact: isAny(answer, answers),
  };
}

function rightness(asked: JudgedQuestion, answer: Answer): boolean | null {
  const { answerable, answers, items } = asked;
  if (answer.status === 'no-answer') return !answerable;
  if (!answerable) return false;
  if (answer.status === 'passages') return quoted(asked, answer);
  if (items.length > 0) return holdsAll(answer.answer ?? '', items);
  return answers.length > 0 ? holdsAny(answer.answer ?? '', answers) : null;
}
