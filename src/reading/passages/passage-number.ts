/** Which number of a passage answers how many and how long: that of the asked measure, beside what the model of spans took. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { splitSentences } from '../../language/sentences.js';
import { headingOf } from '../../retrieval/headings.js';
import type { Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { beyondNames, coverage, pairShare } from '../matching/coverage.js';
import { type ShortAnswer, withQualifiers } from '../spans/extract.js';
import { asksOrdinal, asksUnit, carriesUnit, measuredNumbers } from './asked-number.js';
import { aptness, OF_MEASURE } from './which-number.js';

/** Of a question, what the sentence with a number of the asked measure must carry; a chosen sentence has some of it already. */
const LEAST_MEASURED = 0.35;
/** English words cover a Chinese sentence faintly at best; the measure itself says enough. */
const LEAST_MEASURED_ENGLISH = 0.1;
const CHOSEN = 0.1;
/** What the title and headings say of the question counts a little less than what the sentence says. */
const TITLED = 0.8;
/** What the words around a number say is worth this much beside what its sentence carries. */
const APT = 0.25;
/** By so much more is it told that one of several numbers of a sentence is meant. */
const CLEARLY = 0.06;
const MEASURED_CERTAINTY = 0.8;
/** Between a number of the asked measure and the model's stretch, by the model's chances, see `eitherOf`. */
const ENOUGH = 0.5;
const DOUBTFUL = 0.3;
const SURE_OF_UNIT = 0.5;

/** What stands between the numbers of a row. */
const ROW_MARK = /^(?:[、,，]|和|与|及|以及)$/u;

/** A number with its sentence, both in the paragraph, and how sure it is to be the asked one: 0..1. */
export interface Measured {
  readonly span: Span;
  readonly range: Span;
  readonly certainty: number;
  /** Its sentence has others, and the words around this one say that it is meant. */
  readonly isTold: boolean;
}

/**
 * The number of the asked measure, or what the model of spans took. They mostly agree: then the number alone, if the
 * model thinks it enough. Else the model is right more often, unless it is in doubt. A number that must carry a unit is
 * taken from the model only with that unit and when it is sure.
 */
export function eitherOf(
  question: Question,
  found: ShortAnswer | null,
  measured: Measured | null,
): ShortAnswer | Measured | null {
  if (measured === null)
    return found === null ||
      (asksUnit(question) && !(found.certainty >= SURE_OF_UNIT && carriesUnit(question, fold(found.text))))
      ? null
      : found;
  if (found === null || asksOrdinal(question)) return measured;
  if (asksUnit(question) && !carriesUnit(question, fold(found.text))) return measured;
  if (measured.isTold && found.span[0] < measured.range[1] && measured.range[0] < found.span[1])
    return measured;
  if (found.span[0] <= measured.span[0] && measured.span[1] <= found.span[1])
    return question.language !== 'en' && found.chanceIn(measured.span) < ENOUGH * found.chance
      ? found
      : measured;
  return found.chance < DOUBTFUL ? measured : found;
}

/** The number of the asked measure in the passage's sentence that carries the question best, with that sentence. */
export function measuredAnswer(question: Question, hit: Hit, range: Span, folded: string): Measured | null {
  const sentences = splitSentences(folded).filter(
    ([start, end]) => start < hit.passage.range[1] && hit.passage.range[0] < end,
  );
  const found = sentences.flatMap((sentence) =>
    measuredNumbers(question, folded, sentence).map((span) => {
      const chosen = sentence[0] < range[1] && range[0] < sentence[1] ? CHOSEN : 0;
      const share = carriedBy(question, folded.slice(...sentence)) + chosen;
      return { span, range: sentence, share, apt: APT * aptness(question, folded, span, sentence) };
    }),
  );
  const [best] = found.sort((a, b) => b.share + b.apt - a.share - a.apt);
  if (best === undefined) return null;
  const titled =
    question.core === '' ? 0 : carriedBy(question, `${contextOf(hit)}\n${folded.slice(...best.range)}`);
  return Math.max(best.share, TITLED * titled) <
    (question.core === '' ? LEAST_MEASURED_ENGLISH : LEAST_MEASURED)
    ? null
    : {
        span: withQualifiers(
          folded,
          asksEach(question) ? withOthers(best, found, folded) : best.span,
          best.range,
        ),
        range: best.range,
        certainty: MEASURED_CERTAINTY,
        isTold: isToldApart(best, found),
      };
}

/** 分别给予多少补助: every number of a row is asked for. */
function asksEach({ folded, language }: Question): boolean {
  return language !== 'en' && folded.includes('分别');
}

/** The row of numbers that a number stands in, with nothing but 、 or 和 between them: 30万元、20万元. */
function withOthers({ span, range }: Found, all: readonly Found[], folded: string): Span {
  const inOrder = all.filter((one) => one.range === range).sort((a, b) => a.span[0] - b.span[0]);
  let [start, end] = span;
  for (const { span: next } of inOrder)
    if (next[0] >= end && ROW_MARK.test(folded.slice(end, next[0]))) end = next[1];
  for (const { span: before } of [...inOrder].reverse())
    if (before[1] <= start && ROW_MARK.test(folded.slice(before[1], start))) start = before[0];
  return [start, end];
}

function contextOf({ passage }: Hit): string {
  const { article } = passage;
  return `${fold([article.title ?? '', ...article.subtitles].join('\n'))}\n${headingOf(passage)}`;
}

interface Found {
  readonly span: Span;
  readonly range: Span;
  readonly apt: number;
}

/** Whether a number's sentence has others, all of which suit the question clearly less. */
function isToldApart(best: Found, all: readonly Found[]): boolean {
  const others = all.filter((one) => one !== best && one.range === best.range);
  return others.length > 0 && others.every(({ apt }) => best.apt - apt >= CLEARLY);
}

function carriedBy(question: Question, sentence: string): number {
  const topic = beyondNames(question);
  const things = question.core === '' ? topic.filter(({ surface }) => !OF_MEASURE.test(surface)) : topic;
  const words = coverage(things.length > 0 ? things : topic, sentence);
  return question.core === '' ? words : (words + pairShare(question.core, sentence)) / 2;
}
