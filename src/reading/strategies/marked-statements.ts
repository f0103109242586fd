/** What passages say behind a mark (由…写, 地点在…, 移交…): the best of all statements that patterns find and a judge takes. */
import type { Span } from '../../corpus/article.js';
import { findOrdinals } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import { splitSentences } from '../../language/sentences.js';
import { headingOf } from '../../retrieval/headings.js';
import type { Hit, Passage } from '../../retrieval/passage.js';
import { foldedParagraph } from '../../retrieval/passages.js';
import type { Concept } from '../../retrieval/question.js';
import { type Answered, answeredBy, type Statement } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage } from '../matching/coverage.js';

const READ_PASSAGES = 8;
/** Of the question beside what the mark says, the passage with its title must carry this much. */
const LEAST_TOPIC = 0.5;
/** The clause itself names the thing; the sentence before or the title counts less. */
const NEAR = { clause: 1, sentence: 0.85, before: 0.7, passage: 0.5 } as const;
const RANK_COST = 0.05;
const ORDER_COST = 0.03;
const CERTAINTY = 0.82;
const CLAUSE_END = /[,，;；。!！?？]/u;

/** How something is said, as folded text with the answer in its group `answer`. */
export interface Mark {
  readonly pattern: RegExp;
  /** How near the thing that is asked about must be said, 0..1: less where the mark leaves little doubt. */
  readonly leastNear: number;
}

/** How much of what a mark points at is the answer, from its start, as folded text: 0 for nothing. */
export type Judge = (pointedAt: string, mark: string, isSure: boolean) => number;

/** Above this nearness a mark is a loose one: the mere order of words. */
const SURE_UP_TO = 0.3;

interface Told extends Statement {
  readonly score: number;
}

/** The statement nearest to the question's topic, the surest mark first; null where no passage has one. */
export function bestMarked(
  asked: string,
  topic: readonly Concept[],
  hits: readonly Hit[],
  marks: readonly Mark[],
  judge: Judge,
): Answered | null {
  const [best] = hits
    .slice(0, READ_PASSAGES)
    .filter(({ passage }) => !isOfOtherNumber(asked, passage.folded))
    .flatMap(({ passage }, rank) => toldIn(passage, topic, marks, judge, rank * RANK_COST))
    .filter(({ passage, answer }) => !asked.includes(fold(passage.paragraph.text.slice(...answer))))
    .sort((a, b) => b.score - a.score);
  return best === undefined ? null : answeredBy(best, CERTAINTY);
}

/** 第四场 is asked for, and the passage tells of 第二场 alone. */
function isOfOtherNumber(asked: string, folded: string): boolean {
  const told = findOrdinals(folded);
  return findOrdinals(asked).some(({ value, noun }) => {
    const series = told.filter((one) => one.noun.charAt(0) === noun.charAt(0));
    return series.length > 0 && series.every((one) => one.value !== value);
  });
}

function toldIn(
  passage: Passage,
  topic: readonly Concept[],
  marks: readonly Mark[],
  judge: Judge,
  cost: number,
): readonly Told[] {
  const { article, range } = passage;
  const share = coverage(topic, `${headOf(article)}\n${headingOf(passage)}\n${passage.folded}`);
  if (share < LEAST_TOPIC) return [];
  const folded = foldedParagraph(passage);
  const sentences = splitSentences(folded);
  return sentences.flatMap((sentence, i): Told[] => {
    const [start, end] = sentence;
    if (start >= range[1] || end <= range[0]) return [];
    const text = folded.slice(start, end);
    const before = folded.slice(...(sentences[i - 1] ?? [start, start]));
    return marks.flatMap(({ pattern, leastNear }, order): Told[] => {
      const found = firstJudged(text, pattern, (one, mark) => judge(one, mark, leastNear <= SURE_UP_TO));
      if (found === null) return [];
      const near = Math.max(
        NEAR.clause * coverage(topic, clauseAround(text, found.mark)),
        NEAR.sentence * coverage(topic, text),
        NEAR.before * coverage(topic, `${before}\n${text}`),
        NEAR.passage * share,
      );
      if (near < leastNear) return [];
      const answer: Span = [start + found.answer[0], start + found.answer[1]];
      const score = near - cost - order * ORDER_COST;
      return [{ passage, sentence, answer, score, share: Math.max(share, near) }];
    });
  });
}

/** The first stretch of a sentence that the pattern points at and the judge takes. */
function firstJudged(
  text: string,
  pattern: RegExp,
  judge: (pointedAt: string, mark: string) => number,
): { readonly mark: Span; readonly answer: Span } | null {
  for (const match of text.matchAll(new RegExp(pattern.source, 'gu'))) {
    const pointedAt = match.groups?.answer ?? '';
    const length = pointedAt === '' ? 0 : judge(pointedAt, match[0]);
    if (length === 0) continue;
    const at = match.index + match[0].lastIndexOf(pointedAt);
    return { mark: [match.index, match.index + match[0].length], answer: [at, at + length] };
  }
  return null;
}

function clauseAround(text: string, [start, end]: Span): string {
  let from = start;
  while (from > 0 && !CLAUSE_END.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && !CLAUSE_END.test(text.charAt(to))) to++;
  return text.slice(from, to);
}
