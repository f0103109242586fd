/** Answers who is responsible for a measure, from what stands in brackets or on a line of its own behind it: (责任单位：市商务局). */
import type { Paragraph, Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import type { Answered, Proof } from '../finding.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import { quoteUnits } from '../passages/units.js';

const BODY = '(?:单位|部门|机构|处室|科室|局|委|人|地方|责任人)';
const DUTY = '(?:负责|牵头|配合|落实|主责|主办|承办|参与|组织实施)';
const ASKS = new RegExp(
  `(?:由|归|是|属于?)?(?:谁|(?:哪|什么)(?:些|个|一个|几个|几家|家)?${BODY}).{0,6}?${DUTY}|(?:责任|牵头|配合|主责|主管)${BODY}(?:分别)?(?:是|有|为|包括)?(?:谁|哪|什么)|\\b(?:which|what) (?:departments?|agenc(?:y|ies)|offices?|units?|bod(?:y|ies)|bureaus?|authorit(?:y|ies)) .{0,40}\\b(?:responsible|in charge|leads?|takes the lead)|\\bwho (?:is|are) (?:responsible for|in charge of)\\b`,
  'u',
);
/** Words of such a question that say nothing of the measure. */
const OF_DUTY = new RegExp(
  `^(?:${DUTY}|责任|主管|${BODY}|responsible|charge|lead|leads|departments?|agency|agencies)$`,
  'u',
);
/** In brackets: who is named with a label or before what he does. */
const BRACKET = new RegExp(
  `\\(((?:(?:责任|牵头|配合|主责|主办|承办|落实|实施)${BODY}\\s?[:：])[^()]{2,200}|[^()]{2,160}(?:负责|牵头|配合|落实|参与)[^()]{0,80})\\)`,
  'gu',
);
const LABELLED = /(责任|牵头|配合|主责|主办|承办|落实|实施)[\p{Script=Han}]{1,3}\s?[:：]\s?([^;；]+)/gu;
const LINE = new RegExp(`^((?:责任|牵头|配合|主责|主办|承办|落实|实施)${BODY}\\s?[:：].{2,200})$`, 'u');
/** What is done, in a bracket without labels: 市商务局牵头,市财政局配合. */
const CLAUSE = /([^,，;；]+?)(负责|牵头|配合|落实|参与)/gu;
/** So much of what is asked must stand in title and measure, and in the measure alone of what the title lacks. */
const LEAST_SHARE = 0.55;
const LEAST_OF_MEASURE = 0.4;
const READ_PASSAGES = 8;
const CERTAINTY = 0.8;

/** A measure with who is responsible for it; spans in the folded texts of their paragraphs. */
interface Measure {
  readonly text: Span;
  readonly bearer: Span;
  readonly of: Paragraph;
}

/** Who is responsible, as written, or null where that is not asked or nothing of the kind stands behind the measure. */
export function answerResponsible(question: Question, hits: readonly Hit[]): Answered | null {
  if (!ASKS.test(question.folded)) return null;
  const topic = topicConcepts(question).filter(({ surface }) => !OF_DUTY.test(surface));
  const found = hits.slice(0, READ_PASSAGES).flatMap(({ passage: { article, paragraph } }) => {
    const folded = fold(paragraph.text);
    const title = fold(article.title ?? '');
    const next = article.paragraphs.find(({ number }) => number === paragraph.number + 1);
    return measuresIn(paragraph, folded, next).map((measure): Answered => {
      const { text, bearer, of } = measure;
      const answer = namesIn(fold(of.text), bearer, question.folded);
      const sentence = bestUnit(topic, folded, text);
      const proofs: readonly Proof[] =
        of === paragraph
          ? [{ article, paragraph, ranges: [sentence, bearer], highlights: [answer] }]
          : [
              { article, paragraph, ranges: [sentence], highlights: [] },
              { article, paragraph: of, ranges: [bearer], highlights: [answer] },
            ];
      return {
        status: 'answered',
        answer: of.text.slice(...answer),
        note: null,
        proofs,
        certainty: CERTAINTY,
        fit: shareOf(topic, title, folded.slice(...text)),
      };
    });
  });
  return found.reduce<Answered | null>((a, b) => (b.fit > (a?.fit ?? 0) ? b : a), null);
}

/** How much of the question a measure carries under its title: 0..1; 0 where that is too little. */
function shareOf(topic: readonly Concept[], title: string, measure: string): number {
  const own = topic.filter((concept) => coverage([concept], title) < 1);
  const share = coverage(topic, `${title}\n${measure}`);
  const ofMeasure = own.length === 0 ? 0 : coverage(own, measure);
  return share < LEAST_SHARE || ofMeasure < LEAST_OF_MEASURE ? 0 : share * ofMeasure;
}

/** Every measure of a paragraph with who stands behind it: in brackets, or on the line of the next paragraph. */
function measuresIn(paragraph: Paragraph, folded: string, next: Paragraph | undefined): readonly Measure[] {
  const measures: Measure[] = [];
  let from = 0;
  for (const { index, 0: whole } of folded.matchAll(BRACKET)) {
    const end = index + whole.length;
    measures.push({ text: [from, index], bearer: [index, end], of: paragraph });
    from = end;
  }
  if (from === 0 && next !== undefined && LINE.test(fold(next.text)))
    measures.push({ text: [0, folded.length], bearer: [0, next.text.length], of: next });
  return measures;
}

/** The sentence of a measure that carries most of the question. */
function bestUnit(topic: readonly Concept[], folded: string, [start, end]: Span): Span {
  const measure = folded.slice(start, end);
  const units = quoteUnits(measure).map(([from, to]): Span => [start + from, start + to]);
  const shares = units.map((unit) => coverage(topic, folded.slice(...unit)));
  return units[shares.indexOf(Math.max(...shares))] ?? [start, end];
}

/** Whom the words behind a measure name for what the question asks: those who lead, where it asks for them; else all. */
function namesIn(folded: string, bearer: Span, asked: string): Span {
  const text = folded.slice(...bearer);
  const parts = [...text.matchAll(LABELLED)].map(({ index, 0: whole, 1: duty = '', 2: names = '' }) => ({
    duty,
    span: trimmed(folded, bearer[0] + index + whole.length - names.length, bearer[0] + index + whole.length),
  }));
  const done = [...text.matchAll(CLAUSE)].map(({ index, 1: names = '', 2: duty = '' }) => ({
    duty,
    span: trimmed(folded, bearer[0] + index, bearer[0] + index + names.length),
  }));
  const named = parts.length > 0 ? parts : done;
  const meant = named.find(({ duty }) => asked.includes(duty)) ?? (named.length === 1 ? named[0] : undefined);
  return meant?.span ?? trimmed(folded, ...bearer);
}

/** A stretch without the marks and blanks at its ends. */
function trimmed(folded: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s()（）,，;；。]/u.test(folded.charAt(from))) from++;
  while (to > from && /[\s()（）,，;；。]/u.test(folded.charAt(to - 1))) to--;
  return [from, to];
}
