/** What one passage answers: a short span of the sentences that carry the question best, where they hold one of the asked kind. */
import type { Span } from '../corpus/article.js';
import { fold } from '../language/script.js';
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { ASKS_CLOCK, CLOCK } from './answer-dates.js';
import { askedAttribute } from './asked-fact.js';
import { asksUnit, countsKnownThing, lacksDimension } from './asked-number.js';
import { barePlace } from './conditions.js';
import type { Finding, Proof, ReadingEvidence, Refused, Shown } from './finding.js';
import { asksName, isCalledSo, lacksAsked } from './missing-thing.js';
import { factNotGiven } from './notes.js';
import { eitherOf, measuredAnswer } from './passage-number.js';
import { plainTime } from './plain-time.js';
import { rankSentences, type WeighedParagraph, weighSentences } from './sentences.js';
import { extractSpan, type ShortAnswer } from './spans/extract.js';

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
/** Kinds whose answer must be a thing of that kind: without one the articles don't say. */
const TYPED_KINDS: ReadonlySet<string> = new Set(['time', 'number', 'person']);
const LONGEST_SENTENCE_ANSWER = 160;
/** A name, a date or a number is no longer than this. */
const LONGEST_TYPED = 60;
/** A clause of this length without any word for a place tells of none. */
const LONG_FOR_PLACE = 8;
const PLACE_SIGN =
  /[省市县区镇乡村路街场馆厅楼院校园站港桥岛山河湖海江洋国洲州城店厂室里边处库巷湾谷寺庙塔宫殿门东南西北京陆原地]|[a-z]{3}/u;

/** Whether a stretch may tell a place at all; short ones may be names of any kind. */
function tellsPlace(folded: string, { places }: CorpusKnowledge): boolean {
  if (folded.length <= LONG_FOR_PLACE || PLACE_SIGN.test(folded)) return true;
  return [...places].some((place) => folded.includes(place));
}

/** Some word for a time; the kinds of them are many. */
const TELLS_TIME = /[\d〇零一二三四五六七八九十两半]|[年月日天时期季春夏秋冬早晚午晨夜今昨明前后]|[a-z]{3}/u;
const NUMERAL = /[\d〇零一二三四五六七八九十百千万亿两半几数]|[a-z]/u;
/** 上半年 is no year. */
const ASKS_YEAR = /哪(?:一)?年|(?:what|which) year/u;
const YEAR =
  /(?:\d{1,4}|[〇零一二三四五六七八九]{2,4}|[元一二三四五六七八九十百]{1,4})\s?年|\d{4}|(?:去|今|前|明|当|同|次|翌|那)年|民国|[a-z]{3}/u;
function asksYear({ kind, folded }: Question): boolean {
  return kind === 'time' && ASKS_YEAR.test(folded);
}

/** 2. 管理费: the number of an item counts nothing. */
const ITEM = /^\s*[(（]?\d{1,2}[)）.、]\s*(?!\d)/u;
/** 一个潜伏期, 第一时间, 各项: numerals in such words count nothing that is asked. */
const COUNTS_NOTHING =
  /(?:\d{1,2}月)?\d{1,2}[日号](?!楼|线|院)|[一二三四五六七八九十]{1,3}[是要]|一(?:个|批|次|种|律|切|些|线|旦|般|定|致|体|是|要|方面)|第[一二三]|[统同专]一|之一|各项/gu;
/** A passage that carries this much of the question is shown, though it holds nothing of the asked kind. */
const CARRIED = 0.5;
/** A whole sentence as the answer is less sure than a span. */
const SENTENCE_CERTAINTY = 0.5;

/** A place that the question itself names is no answer to where. */
function isAsked(question: Question, answer: string): boolean {
  return question.kind === 'place' && question.folded.includes(barePlace(fold(answer)));
}

/** 司机叫什么名字: a name is asked for, not a clause about its bearer. */
const ASKS_NAME =
  /叫(?:什么|啥|做什么)名字?[?？呀啊呢]*$|名字(?:是|叫)(?:什么|啥)[?？呀啊呢]*$|的名字[?？]*$/u;
const ENGLISH_ASKS_NAME = /^what(?:'s| is| was) (?:the )?[^?]{1,40}'s name\b/u;
const LONGEST_GIVEN_NAME = 16;

/** Whether a stretch may be the name that is asked for: short, or with a name in quotation marks. */
function mayBeName({ kind, folded, language }: Question, answer: string): boolean {
  const isAsked =
    language === 'en' ? ENGLISH_ASKS_NAME.test(folded) : kind === 'which' && ASKS_NAME.test(folded);
  if (!isAsked || /[,，]/u.test(folded)) return true;
  return answer.length <= LONGEST_GIVEN_NAME || /[“"「『《]/u.test(answer);
}

/** “三查七对” counts nothing outside its quotation marks. */
const QUOTED = /[“「『][^“”「」『』]*[”」』]/gu;
/** What counts or measures something is no name. */
const COUNTS = /(?:\d|[一二三四五六七八九十])(?:[支件种台万年元]|gb)/u;
/** 由茶商…出资: whom no list knows. */
const BY_SOMEBODY = /由\p{Script=Han}{2,}/u;
const LONGEST_NAME = 4;

/** Whether a person that the corpus knows, a foreign name or letters stand in a folded text. */
function namesSomebody(folded: string, knowledge: CorpusKnowledge): boolean {
  if (/[a-z]{3}|·/u.test(folded)) return true;
  for (let at = 0; at + 1 < folded.length; at++)
    for (let length = 2; length <= LONGEST_NAME; length++)
      if (knowledge.persons.has(folded.slice(at, at + length))) return true;
  return false;
}

/** Whether a span can be of the asked kind at all: a date, a number, a name; a clause is none of them. */
function suitsKind(question: Question, answer: string, knowledge: CorpusKnowledge): boolean {
  const { kind, folded: asked } = question;
  if (!mayBeName(question, answer)) return false;
  if (!TYPED_KINDS.has(kind)) return true;
  if (answer.length > LONGEST_TYPED) return false;
  if (kind === 'place' && !tellsPlace(fold(answer), knowledge)) return false;
  if (kind === 'time' && !TELLS_TIME.test(fold(answer))) return false;
  if (asksYear(question) && !YEAR.test(fold(answer))) return false;
  if (kind === 'time' && ASKS_CLOCK.test(asked))
    return CLOCK.test(fold(answer)) && !/小时/u.test(fold(answer));
  if (kind === 'person' && COUNTS.test(fold(answer)) && !BY_SOMEBODY.test(fold(answer)))
    return namesSomebody(fold(answer), knowledge);
  return (
    kind !== 'number' ||
    NUMERAL.test(fold(answer).replace(ITEM, '').replace(COUNTS_NOTHING, '').replace(QUOTED, ''))
  );
}

/** The finding from a passage; `share` says how much of the question it carries, 0..1. */
export function answerFromPassage(
  question: Question,
  hit: Hit,
  share: number,
  knowledge: CorpusKnowledge,
): Finding {
  const { article, paragraph } = hit.passage;
  const folded = fold(paragraph.text);
  const weighed = weighSentences(question, folded, article.title, knowledge);
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
    picked === null ? null : { ...picked, span: plainTime(question, folded, picked.span, quote.range) };
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
    return lackingFact(question, shown);
  if (!mayBeName(question, paragraph.text.slice(...quote.range))) return lackingFact(question, shown);
  const [start, end] = quote.range;
  if (SENTENCE_KINDS.has(question.kind) && end - start <= LONGEST_SENTENCE_ANSWER) {
    const answer = paragraph.text.slice(start, end).trim();
    return { ...shown, status: 'answered', answer, certainty: SENTENCE_CERTAINTY };
  }
  return { ...shown, status: 'passages' };
}

/** Whether a stretch has no date where a time is asked for, and no number where a number is. */
function lacksKind({ kind, language }: Question, stretch: string): boolean {
  if (kind === 'time') return !TELLS_TIME.test(stretch);
  return kind === 'number' && language === 'en' && !NUMERAL.test(stretch.replace(COUNTS_NOTHING, ''));
}

/** Nothing of the asked kind stands there; the passage may still say it in a way that was not understood. */
function lackingFact(question: Question, shown: Omit<Shown, 'status'>): Refused {
  const note = factNotGiven(question.language);
  // A sum, a measure or a year that does not stand there is not said in another way.
  if ((question.kind === 'number' && asksUnit(question)) || asksYear(question))
    return { status: 'no-answer', note, certainty: 0.6 };
  return { status: 'no-answer', note, certainty: 0.6, instead: { ...shown, status: 'passages', note } };
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
  return found;
}
