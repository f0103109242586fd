/** What one passage answers: a short span of the sentences that carry the question best, where they hold one of the asked kind. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { wordClass } from '../../language/tokenizer.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import { foldedParagraph } from '../../retrieval/passages.js';
import type { Question } from '../../retrieval/question.js';
import type { Finding, Proof, ReadingEvidence, Refused, Shown } from '../finding.js';
import { barePlace } from '../matching/conditions.js';
import { presence } from '../matching/coverage.js';
import { factNotGiven } from '../notes/notes.js';
import { extractSpan, type ShortAnswer } from '../spans/extract.js';
import { soleName } from '../spans/sole-name.js';
import { ASKS_CLOCK } from '../strategies/answer-dates.js';
import { askedAttribute } from './asked-fact.js';
import { asksUnit, countsKnownThing, lacksDimension } from './asked-number.js';
import { asksName, isCalledSo, lacksAsked } from './missing-thing.js';
import { eitherOf, measuredAnswer } from './passage-number.js';
import { plainNumber } from './plain-number.js';
import { plainTime } from './plain-time.js';
import { rankSentences, type WeighedParagraph, weighSentences } from './sentences.js';
import { saysSomething } from './suits-english.js';
import { asksYear, lacksKind, mayBeName, suitsKind, TYPED_KINDS } from './suits-kind.js';

/** Kinds whose answer is a sentence when no shorter span is found. */
const SENTENCE_KINDS: ReadonlySet<string> = new Set([
  'statement',
  'manner',
  'reason',
  'definition',
  'yes-no',
  'other',
  'which',
  'list',
]);
const LONGEST_SENTENCE_ANSWER = 160;
/** A passage that carries this much of the question is shown, though it holds nothing of the asked kind. */
const CARRIED = 0.5;
/** A whole sentence as the answer is less sure than a span. */
const SENTENCE_CERTAINTY = 0.5;

/** A place that the question itself names is no answer to where. */
function isAsked(question: Question, answer: string): boolean {
  return question.kind === 'place' && question.folded.includes(barePlace(fold(answer)));
}

/** The finding from a passage; `share` says how much of the question it carries, 0..1. */
export function answerFromPassage(
  question: Question,
  hit: Hit,
  share: number,
  knowledge: CorpusKnowledge,
): Finding {
  const { article, paragraph } = hit.passage;
  const folded = foldedParagraph(hit.passage);
  const weighed = withAskedDeed(question, folded, weighSentences(question, folded, article.title, knowledge));
  const within = hit.passage.range;
  const chosen = quoteOf(weighed, within, null);
  const measured = measuredAnswer(question, hit, chosen.range, folded);
  const stretch = folded.slice(...(measured?.range ?? chosen.range));
  const lacksThing = lacksAsked(question, stretch, folded, knowledge);
  const found = lacksThing ? null : shortAnswer(question, hit, folded, weighed, knowledge);
  const picked = lacksThing ? null : eitherOf(question, found, measured);
  const quote =
    picked !== null && picked === measured
      ? measured
      : quoteOf(weighed, within, picked === null ? null : found);
  const short =
    picked === null ? null : { ...picked, span: plainSpan(question, folded, picked.span, quote.range) };
  const proof: Proof = {
    article,
    paragraph,
    ranges: [quote.range],
    highlights: short === null ? [] : [short.span],
  };
  const evidence: ReadingEvidence = {
    sentence: chosen.chance,
    span: short === null || found === null ? null : found.chanceIn(short.span),
    peak: found?.peak ?? null,
  };
  const shown = { note: null, proofs: [proof], fit: share, evidence };
  if (short !== null)
    return {
      ...shown,
      status: 'answered',
      answer: paragraph.text.slice(...short.span),
      certainty: short.certainty,
    };
  const attribute = askedAttribute(question);
  const asksClock = question.kind === 'time' && ASKS_CLOCK.test(question.folded);
  const unsaid =
    asksClock ||
    asksYear(question) ||
    asksUnit(question) ||
    lacksThing ||
    lacksKind(question, stretch) ||
    (measured === null && countsKnownThing(question)) ||
    (attribute !== null && !folded.includes(attribute));
  if (asksName(question) || ((TYPED_KINDS.has(question.kind) || lacksThing) && (unsaid || share < CARRIED)))
    return lackingFact(question, shown, knowledge);
  if (!mayBeName(question, paragraph.text.slice(...quote.range)))
    return lackingFact(question, shown, knowledge);
  const [start, end] = quote.range;
  if (SENTENCE_KINDS.has(question.kind) && end - start <= LONGEST_SENTENCE_ANSWER) {
    const answer = paragraph.text.slice(start, end).trim();
    if (!saysSomething(question, answer)) return lackingFact(question, shown, knowledge);
    return { ...shown, status: 'answered', answer, certainty: SENTENCE_CERTAINTY };
  }
  return { ...shown, status: 'passages' };
}

/** The answer without the clause around it, where it is a time or a number. */
function plainSpan(question: Question, folded: string, span: Span, sentence: Span): Span {
  return plainNumber(question, folded, plainTime(question, folded, span, sentence));
}

/** Nothing of the asked kind stands there; the passage may still say it in a way that was not understood. */
function lackingFact(
  question: Question,
  shown: Omit<Shown, 'status'>,
  { passages }: CorpusKnowledge,
): Refused {
  const note = factNotGiven(question.language);
  // A sum, a measure or a year that does not stand there is not said in another way, as far as few articles go.
  const isExact =
    (question.kind === 'number' && asksUnit(question)) || asksYear(question) || asksName(question);
  if (isExact && isSmall(passages)) return { status: 'no-answer', note, certainty: 0.6 };
  return { status: 'no-answer', note, certainty: 0.6, instead: { ...shown, status: 'passages', note } };
}

/** 是不是马上施行: the sentence with what is asked about, the question's last verb, is so much more likely the one. */
const DEED_THERE = 0.6;

/** Of a Chinese question whether, the sentences that have its last verb weigh more. */
function withAskedDeed(question: Question, folded: string, weighed: WeighedParagraph): WeighedParagraph {
  if (question.kind !== 'yes-no' || question.language === 'en') return weighed;
  const deed = question.concepts.findLast(({ surface }) => wordClass(surface) === 'verb');
  if (deed === undefined) return weighed;
  const chances = weighed.chances.map((chance, i) => {
    const [start, end] = weighed.evidence.sentences[i] ?? [0, 0];
    return chance + DEED_THERE * presence(deed, folded.slice(start, end));
  });
  return { ...weighed, chances };
}

interface Quote {
  readonly range: Span;
  /** Chance of the answer to stand there, given that the paragraph has it. */
  readonly chance: number;
}

/** The one or two sentences to quote: with the short answer, where there is one, whose own chances then count too. */
function quoteOf({ evidence, chances }: WeighedParagraph, within: Span, short: ShortAnswer | null): Quote {
  const mixed = chances.map((chance, i) =>
    short === null ? chance : (chance + short.chanceIn(evidence.sentences[i] ?? [0, 0])) / 2,
  );
  const choices = rankSentences(evidence, mixed);
  const fitting = choices.filter(
    ({ range }) =>
      range[0] < within[1] &&
      within[0] < range[1] &&
      (short === null || (range[0] <= short.span[0] && range[1] >= short.span[1])),
  );
  const best = fitting[0] ?? choices[0];
  return best === undefined ? { range: within, chance: 0 } : { range: best.range, chance: best.score };
}

function shortAnswer(
  question: Question,
  { passage }: Hit,
  folded: string,
  weighed: WeighedParagraph,
  knowledge: CorpusKnowledge,
): ShortAnswer | null {
  const { paragraph, range } = passage;
  if (lacksDimension(question, folded, range)) return null;
  const found = extractSpan(question, paragraph.text, folded, weighed, range, knowledge);
  if (found === null || isAsked(question, found.text) || !suitsKind(question, found.text, knowledge))
    return null;
  if (asksName(question) && !isCalledSo(fold(found.text), knowledge)) return null;
  if (!saysSomething(question, found.text)) return null;
  const name = soleName(question, folded, found.span, range, weighed.evidence, knowledge);
  return name === null ? found : { ...found, span: name, text: paragraph.text.slice(...name) };
}
