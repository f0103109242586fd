/** Answers what a named thing is called, from the quotation marks in front of it: “三查”制度 for 什么制度. */
import type { Span } from '../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { coverage, topicConcepts } from './coverage.js';
import type { Answered } from './finding.js';
import { outlineOf } from './outline.js';

/** 什么工作法, 哪种标准: what follows begins with the thing's kind. */
const ASKED_KIND = /(?:什么|何种|哪(?:一)?[个种项套条])(?:样的)?([\p{Script=Han}]{2,6})/u;
/** A term in quotation marks; folding leaves the marks as they are. */
const QUOTED = /[“"「『‘]([^“”"「」『』‘’,，。;；]{2,20})[”"」』’]/gu;
const READ_PASSAGES = 3;
/** Of what the question says, the sentence must carry this much. */
const LEAST_COVERAGE = 0.4;

interface Term {
  readonly highlight: Span;
  /** How many characters of the asked kind follow the quotation. */
  readonly agreement: number;
}

/** The quoted term in front of the asked kind of thing, or null when the question asks for none or no sentence has one. */
export function answerQuotedTerm(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const kind = question.kind === 'which' ? ASKED_KIND.exec(question.folded)?.[1] : undefined;
  if (kind === undefined) return null;
  const topic = topicConcepts(question);
  const found = hits.slice(0, READ_PASSAGES).flatMap(({ passage }) =>
    outlineOf(passage.article, knowledge)
      .lines.filter(
        ({ paragraph, range }) =>
          paragraph === passage.paragraph && range[0] < passage.range[1] && passage.range[0] < range[1],
      )
      .flatMap((line) => {
        const share = coverage(topic, line.folded.slice(...line.range));
        return termsIn(line.folded, line.range, kind).map((term) => ({ line, term, share }));
      }),
  );
  const [best] = found
    .filter(
      ({ line, term, share }) =>
        share >= LEAST_COVERAGE && !question.folded.includes(line.folded.slice(...term.highlight)),
    )
    .sort((a, b) => b.term.agreement + b.share - a.term.agreement - a.share);
  if (best === undefined) return null;
  const { line, term, share } = best;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...term.highlight),
    note: null,
    proofs: [
      {
        article: line.article,
        paragraph: line.paragraph,
        ranges: [line.range],
        highlights: [term.highlight],
      },
    ],
    certainty: 0.8,
    fit: share,
  };
}

/** Quoted terms of a sentence behind which the asked kind, or its beginning of two characters and more, stands. */
function termsIn(folded: string, [start, end]: Span, kind: string): readonly Term[] {
  const sentence = folded.slice(start, end);
  return [...sentence.matchAll(QUOTED)].flatMap((quoted) => {
    const after = sentence.slice(quoted.index + quoted[0].length);
    let agreement = 0;
    while (agreement < kind.length && after.charAt(agreement) === kind.charAt(agreement)) agreement++;
    const from = start + quoted.index + 1;
    return agreement < 2 ? [] : [{ highlight: [from, from + (quoted[1] ?? '').length] as const, agreement }];
  });
}
