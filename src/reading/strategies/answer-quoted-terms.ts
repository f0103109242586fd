/** Answers what a named thing is called, from the quotation marks in front of it: “三查”制度 for 什么制度. */
import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import type { Answered } from '../finding.js';
import { beyondNames, coverage, presence, topicConcepts } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { plainTopic } from './asked-deed.js';
import { linesSpoken } from './asked-speech.js';

/** 什么工作法, 哪种标准: what follows begins with the thing's kind. */
const ASKED_KIND = /(?:什么|何种|哪(?:一)?[个种项套条])(?:样的)?([\p{Script=Han}]{2,6})/u;
/** A term in quotation marks; folding leaves the marks as they are. */
const QUOTED = /[“"「『‘]([^“”"「」『』‘’,，。;；]{2,20})[”"」』’]/gu;
/** What working method, which operating procedure. */
const ENGLISH_KIND =
  /\b(?:what|which) (?:[a-z-]+ ){0,2}?([a-z]+)(?= (?:did|does|do|was|were|is|are|must|should|has|have|for|to|that|of)\b)/u;
/** “五包一”和各项管控措施: one of the things that the words behind it sum up. */
const AND_OTHERS =
  /^(?:和|及|以及|、|等)(?:各项?|其他|有关|相关)?\p{Script=Han}{0,4}?(?=措施|制度|规定|标准|要求|办法|机制|原则|政策|方案)/u;
/** What rule applies, which slogan: what is said in few words stands in quotation marks, with no word for its kind behind. */
const ASKS_SAYING =
  /\b(?:what|which) (?:[a-z-]+ ){0,2}?(?:rules?|principles?|slogans?|mottos?|polic(?:y|ies)|requirements?|standards?|formula|phrase|scheme|approach|catchphrase|guideline) (?:appl|did|does|do|was|were|is|are|must|should|has|have|govern|guide|laid)/u;
/** These are called by more than their quotation: 第五次全省“…”活动. */
const BROAD = /^(?:events?|activit(?:y|ies)|projects?|programm?e?s?|campaigns?)$/u;
const LEAST_GLOSS = 0.4;
const READ_PASSAGES = 3;
/** Of what the question says, the sentence must carry this much. */
const LEAST_COVERAGE = 0.4;

interface Term {
  readonly highlight: Span;
  /** How many characters of the asked kind follow the quotation. */
  readonly agreement: number;
  /** What follows, as far as one word may reach. */
  readonly head: string;
}

/** The quoted term in front of the asked kind of thing, or null when the question asks for none or no sentence has one. */
export function answerQuotedTerm(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const kinds = kindsAsked(question);
  const asksSaying = question.language === 'en' && ASKS_SAYING.test(question.folded);
  if (kinds.length === 0 && !asksSaying) return null;
  const topic = question.language === 'en' ? beyondNames(question) : topicConcepts(question);
  const near = hits.slice(0, READ_PASSAGES).flatMap((hit) => linesIn(hit, knowledge));
  const found = [...new Set([...near, ...linesSpoken(question, fits)])].flatMap((line) => {
    const share = coverage(topic, line.folded.slice(...line.range));
    const [only, another] = asksSaying ? quotedIn(line.folded, line.range) : [];
    if (only !== undefined && another === undefined)
      return [{ line, term: only, share: coverage(plainTopic(question), line.folded.slice(...line.range)) }];
    return kinds
      .flatMap((kind) => termsIn(line.folded, line.range, kind, question.language === 'en'))
      .map((term) => ({ line, term, share: share + likeness(topic, term.head) }));
  });
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

/** What the asked kind of thing is called, in English by the glosses of the word behind what. */
function kindsAsked({ kind, folded, language, concepts }: Question): readonly string[] {
  if (kind !== 'which') return [];
  if (language !== 'en') {
    const asked = ASKED_KIND.exec(folded)?.[1];
    return asked === undefined ? [] : [asked];
  }
  const noun = ENGLISH_KIND.exec(folded)?.[1];
  if (noun === undefined || BROAD.test(noun)) return [];
  return concepts
    .filter(({ surface }) => surface.toLowerCase().endsWith(noun))
    .flatMap(({ variants }) => variants.filter(({ weight }) => weight >= LEAST_GLOSS))
    .flatMap(({ text }) => (text.length > 1 ? [text] : []));
}

/** How many characters of the asked kind a text begins with. */
function agreeing(after: string, kind: string): number {
  let agreement = 0;
  while (agreement < kind.length && after.charAt(agreement) === kind.charAt(agreement)) agreement++;
  return agreement;
}

/** How much of what is asked the word behind a quotation says, every word of the question alike. */
function likeness(topic: readonly Concept[], head: string): number {
  const all = topic.map((concept) => presence(concept, head));
  return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
}

/** The word behind a quotation, roughly: a gloss is rarely the whole of it (作法 in 工作法). */
function headOf(after: string): string {
  return /^\p{Script=Han}{0,4}/u.exec(after)?.[0] ?? '';
}

/** All quoted terms of a sentence. */
function quotedIn(folded: string, [start, end]: Span): readonly Term[] {
  return [...folded.slice(start, end).matchAll(QUOTED)].map((quoted) => {
    const from = start + quoted.index + 1;
    return { highlight: [from, from + (quoted[1] ?? '').length] as const, agreement: 0, head: '' };
  });
}

/** Quoted terms of a sentence behind which the asked kind, or its beginning of two characters and more, stands; `inside` takes it anywhere in the word behind. */
function termsIn(folded: string, [start, end]: Span, kind: string, inside: boolean): readonly Term[] {
  const sentence = folded.slice(start, end);
  return [...sentence.matchAll(QUOTED)].flatMap((quoted) => {
    const after = sentence.slice(quoted.index + quoted[0].length);
    const agreement = inside
      ? headOf(after).includes(kind)
        ? kind.length
        : 0
      : Math.max(agreeing(after, kind), agreeing(after.replace(AND_OTHERS, ''), kind));
    const from = start + quoted.index + 1;
    const bare: Span = [from, from + (quoted[1] ?? '').length];
    // “母亲河”徒步活动 is called so only with what stands between.
    const between = inside ? headOf(after).indexOf(kind) : 0;
    const highlight: Span = between > 0 ? [bare[0] - 1, bare[1] + 1 + between + kind.length] : bare;
    return agreement < 2 ? [] : [{ highlight, agreement, head: headOf(after) }];
  });
}
