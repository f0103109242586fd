/** Two sides of a comparison, answered apart, as one answer. */
import type { Question } from '../../retrieval/question.js';
import type { ArticleCitation } from '../answer.js';
import type { ReadAnswer } from '../read.js';
import { bothAlike, notTold, sameForBoth } from './archive-notes.js';
import type { Comparison } from './comparison.js';

/** Less certain answers are no side of a comparison. */
const LEAST_CONFIDENCE = 0.5;
const UNTOLD_CERTAINTY = 0.7;

/** The answers side by side; null where too little is answered to speak of a comparison. */
export function sideBySide(
  question: Question,
  { sides, aspects, meetings }: Comparison,
  answers: readonly (readonly [ReadAnswer, ReadAnswer])[],
): ReadAnswer | null {
  const { language } = question;
  const told = aspects.flatMap((aspect, i) => {
    const pair = answers[i]?.map(reliable);
    const some = pair?.some(({ answer }) => answer !== null) ?? false;
    const enough = meetings ? some : (pair?.every(({ answer }) => answer !== null) ?? false);
    return pair !== undefined && enough ? [{ aspect, pair }] : [];
  });
  const [first] = told;
  const base = first?.pair[0];
  if (base === undefined) return meetings ? unanswered(question, sides, answers) : null;
  const colon = language === 'en' ? ': ' : '：';
  const one = (side: string, answer: string | null) => (answer === null ? [] : [`${side}${colon}${answer}`]);
  const lines = told.map(({ aspect, pair }) => {
    const alike = pair.length > 1 && new Set(pair.map(({ answer }) => answer)).size === 1;
    const text = pair
      .flatMap(({ answer }, i) => one(sides[i] ?? '', answer))
      .join(language === 'en' ? '; ' : '；');
    if (aspect.label === null) return text;
    const shown = alike ? `${sameForBoth(language)}${colon}${pair[0]?.answer ?? ''}` : text;
    return language === 'en' ? `${aspect.label} (${shown})` : `${aspect.label}（${shown}）`;
  });
  const pairs = told.map(({ pair }) => pair);
  const alike = pairs.every(([a, b]) => a !== undefined && a.answer !== null && a.answer === b?.answer);
  const missing = aspects.length === 1 ? sides.filter((_, i) => pairs[0]?.[i]?.answer === null) : [];
  const notes = [
    ...(alike ? [bothAlike(language)] : []),
    ...missing.map((side) => notTold(side, language)),
    ...new Set(pairs.flat().flatMap(({ note, answer }) => (answer === null || note === null ? [] : [note]))),
  ];
  const answered = pairs.flat().filter(({ answer }) => answer !== null);
  return {
    ...base,
    question: question.text,
    asked: question.text,
    status: 'answered',
    answer: lines.join(language === 'en' ? '; ' : '；'),
    note: notes.join(' ') || null,
    confidence: Math.min(...answered.map(({ confidence }) => confidence)),
    citations: numbered(answered),
    passages: answered.flatMap(({ passages }) => passages.slice(0, 5)),
  };
}

/** What the reader itself is not sure of is no side of a comparison. */
function reliable(answer: ReadAnswer): ReadAnswer {
  return answer.confidence < LEAST_CONFIDENCE ? { ...answer, answer: null } : answer;
}

/** Neither side is told. */
function unanswered(
  question: Question,
  sides: readonly string[],
  answers: readonly (readonly ReadAnswer[])[],
): ReadAnswer | null {
  const [first] = answers.flat();
  if (first === undefined) return null;
  return {
    ...first,
    question: question.text,
    asked: question.text,
    status: 'no-answer',
    answer: null,
    note: sides.map((side) => notTold(side, question.language)).join(' '),
    confidence: UNTOLD_CERTAINTY,
    citations: [],
  };
}

/** The best citation of each, each stretch once. */
function numbered(answers: readonly ReadAnswer[]): readonly ArticleCitation[] {
  const firsts = answers.flatMap(({ citations }) => citations.slice(0, 1));
  return firsts
    .filter(
      (one, i) =>
        firsts.findIndex((other) => other.article === one.article && other.quote === one.quote) === i,
    )
    .map((citation, i) => ({ ...citation, n: i + 1 }));
}
