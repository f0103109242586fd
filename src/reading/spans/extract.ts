/** Finds the short answer inside the likeliest sentences of a paragraph. */

import type { Span } from '../../corpus/article.js';
import { looksLikePersonName } from '../../language/names.js';
import { wordClass } from '../../language/tokenizer.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { AnswerKind, Question } from '../../retrieval/question.js';
import type { WeighedParagraph } from '../passages/sentences.js';
import { suitsEnglish } from '../passages/suits-english.js';
import { type Candidate, type Candidates, findCandidates } from './candidates.js';
import { knownPersons } from './mentions.js';
import { setScene } from './scene.js';
import { calibrate, calibrationFor, fittedWeightsFor } from './span-model.js';
import { scoresOf } from './span-scores.js';
import type { WeighedSentence } from './weighed-sentence.js';

/** A short answer in the text's words. */
export interface ShortAnswer {
  /** Offsets in the paragraph's original text. */
  readonly span: Span;
  readonly text: string;
  /** How likely it holds the answer, given that the paragraph does: 0..1. */
  readonly certainty: number;
  /** The model's own chance of that: 0..1, summed over all candidates inside. */
  readonly chance: number;
  /** The chance of the best single candidate, 0..1: high when the model is sure of the very words. */
  readonly peak: number;
  /** The chance of the answer to stand in a stretch of the paragraph. */
  chanceIn(stretch: Span): number;
}

/** Kinds of questions that no few words answer. */
const NO_SHORT_ANSWER: ReadonlySet<AnswerKind> = new Set(['list', 'statement', 'manner', 'reason', 'yes-no']);
/** Sentences that are looked into: so many of the likeliest, and of them those with at least this chance; two in any case. */
const MOST_SENTENCES = 4;
const SURELY_SENTENCES = 2;
const LEAST_CHANCE = 0.02;
/**
 * What a character of an answer costs in chance, and how much the chance of the very words adds: a longer stretch holds
 * the answer more often, a shorter one says it plainly. Of the pool's Chinese questions who, when, where and how many
 * 70 % get a stretch that holds the gold answer, 14 % the gold answer itself, at 0.4 instead of 1 for the second, in 21
 * characters; at 1 it is 69 % and 20 % in 18; at 0.007 and 0.6, 69 % and 17 % in 17.
 */
const LENGTH_COST = 0.004;
const PLAINNESS = 1;
/** What an answer to such a question has, as a character at least; else the sentences do not carry one. */
const MARKS: Partial<Record<AnswerKind, RegExp>> = {
  number: /[\d〇零一二三四五六七八九十百千万亿两半数几]/u,
  time: /[\d年月日天号时期间代朝世纪初末前后晨早午晚夜周春夏秋冬昨今明]/u,
};

/** The sentences worth looking into, in order; `within` is the part of the paragraph that may answer. */
export function likelySentences(
  { evidence, chances }: WeighedParagraph,
  within: Span,
): readonly WeighedSentence[] {
  return evidence.sentences
    .map(([start, end], i) => ({
      span: [Math.max(start, within[0]), Math.min(end, within[1])] as const,
      chance: chances[i] ?? 0,
    }))
    .filter(({ span: [start, end] }) => start < end)
    .sort((a, b) => b.chance - a.chance)
    .filter(
      ({ chance }, i) => i < MOST_SENTENCES && chance > 0 && (i < SURELY_SENTENCES || chance >= LEAST_CHANCE),
    )
    .sort((a, b) => a.span[0] - b.span[0]);
}

function chancesOf(scores: ArrayLike<number>): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) top = Math.max(top, scores[i] ?? 0);
  const chances = Float64Array.from(scores);
  let all = 0;
  for (let i = 0; i < chances.length; i++) {
    const power = Math.exp((chances[i] ?? 0) - top);
    chances[i] = power;
    all += power;
  }
  for (let i = 0; i < chances.length; i++) chances[i] = (chances[i] ?? 0) / all;
  return chances;
}

/** Words that say how exactly a number or time is meant belong to it. */
const BEFORE_NUMBER =
  /(?:(?:每(?:秒|分钟?|小时|[天日周月年人户次张份件]))?(?:大约|至少|不?超过|不到|不足|不少于|不低于|不高于|将近|最多|约|近|逾|每|每(?:秒|分钟?|小时))|(?:每周|每个?星期|周|星期|礼拜)[一二三四五六日天末])$/u;
const AFTER_NUMBER = /^(?:左右|以上|以下|以内|以来|之间|上下|多|余)/u;
/** 超过3个月 behind 不 says the opposite. */
const DENIED = /^(?:超过|少于|低于|高于|足|到)/u;
const LONGEST_QUALIFIER = 5;
/** 亿英里 of 数万亿英里: a numeral is whole. */
const NUMERAL_BEFORE =
  /[\d〇零一二两三四五六七八九十百千万亿数几半][\d.,〇零一二两三四五六七八九十百千万亿数几半]*$/u;
const BEGINS_IN_NUMERAL = /^[\d〇零一二两三四五六七八九十百千万亿]/u;
const LONGEST_NUMERAL = 12;
const QUALIFIED: ReadonlySet<AnswerKind> = new Set(['number', 'time']);

/** A stretch with the words around it that say how exactly its number or time is meant, inside `sentence`. */
export function withQualifiers(folded: string, [from, end]: Span, sentence: Span): Span {
  const isDenied = from > sentence[0] && folded.charAt(from - 1) === '不' && DENIED.test(folded.slice(from));
  const start = isDenied ? from - 1 : from - numeralBefore(folded, from, sentence[0]);
  const before = BEFORE_NUMBER.exec(folded.slice(Math.max(sentence[0], start - LONGEST_QUALIFIER), start));
  const after = AFTER_NUMBER.exec(folded.slice(end, Math.min(sentence[1], end + LONGEST_QUALIFIER)));
  return [start - (before?.[0].length ?? 0), end + (after?.[0].length ?? 0)];
}

/** How many characters before a place belong to the numeral that goes on there. */
function numeralBefore(folded: string, at: number, least: number): number {
  if (!BEGINS_IN_NUMERAL.test(folded.slice(at))) return 0;
  return NUMERAL_BEFORE.exec(folded.slice(Math.max(least, at - LONGEST_NUMERAL), at))?.[0].length ?? 0;
}

/** A candidate with the chance that the answer stands in it. */
export interface PickedSpan {
  readonly candidate: Candidate;
  readonly chance: number;
  /** The chance of the best single candidate. */
  readonly peak: number;
  /** The chance of each candidate to be the answer. */
  readonly chances: Float64Array;
}

/** How many numbers there are before the first that is less than the one before it. */
function lengthOfOrder(numbers: Int32Array): number {
  let length = Math.min(1, numbers.length);
  while (length < numbers.length && (numbers[length] ?? 0) >= (numbers[length - 1] ?? 0)) length++;
  return length;
}

/** Entry i is the sum of the first i numbers. */
function sumsBefore(numbers: Float64Array): Float64Array {
  const sums = new Float64Array(numbers.length + 1);
  for (let i = 0; i < numbers.length; i++) sums[i + 1] = (sums[i] ?? 0) + (numbers[i] ?? 0);
  return sums;
}

/** The first place from `low` on, and before `high`, whose number is not below `least`; the numbers ascend. */
function firstFrom(numbers: Int32Array, least: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What sums of chances may be wrong by. */
const ROUNDING = 1e-9;

/** The candidate that is worth most by the candidates' scores: its chance to hold the answer, less its length. Null when there are no candidates. */
export function pickSpan({ candidates }: Candidates, scores: ArrayLike<number>): PickedSpan | null {
  const chances = chancesOf(scores);
  const peak = chances.reduce((a, b) => Math.max(a, b), 0);
  const starts = new Int32Array(candidates.length);
  const ends = new Int32Array(candidates.length);
  candidates.forEach(({ start, end }, i) => {
    starts[i] = start;
    ends[i] = end;
  });
  let best = -1;
  let chance = 0;
  let most = Number.NEGATIVE_INFINITY;
  // Candidates stand in order of their starts, joined clauses after all others: what lies within one is near it.
  const ordered = lengthOfOrder(starts);
  const sums = sumsBefore(chances);
  const ofJoined = (sums[candidates.length] ?? 0) - (sums[ordered] ?? 0);
  let from = 0;
  for (let c = 0; c < candidates.length; c++) {
    const start = starts[c] ?? 0;
    const end = ends[c] ?? 0;
    if (start < (starts[c - 1] ?? 0)) from = 0;
    while (from < ordered && (starts[from] ?? 0) < start) from++;
    const beside = PLAINNESS * (chances[c] ?? 0) - LENGTH_COST * (end - start);
    const until = firstFrom(starts, end, from, ordered);
    if ((sums[until] ?? 0) - (sums[from] ?? 0) + ofJoined + beside < most - ROUNDING) continue;
    let inside = 0;
    for (let i = from; i < until; i++) if ((ends[i] ?? 0) <= end) inside += chances[i] ?? 0;
    for (let i = ordered; i < candidates.length; i++)
      if ((starts[i] ?? 0) >= start && (ends[i] ?? 0) <= end) inside += chances[i] ?? 0;
    const worth = inside - LENGTH_COST * (end - start) + PLAINNESS * (chances[c] ?? 0);
    if (worth > most) [best, chance, most] = [c, inside, worth];
  }
  const candidate = candidates[best];
  return candidate === undefined ? null : { candidate, chance, peak, chances };
}

/** Ends of words for people and for bodies that act, words that stand for somebody, and signs of names. */
const ACTOR =
  /(?<=.)(?:[者员师长兵匠工童妇父母爷奶叔姨哥姐弟妹友客民帝侯妃僧氏商们队社司局部会院校所馆厂店府国党军团组站处科厅委方]|[孩女男妻儿王弟]子|集团|银行)$|人$|^[我你他她]|[“"「『@·]|[a-z]{2}|医生|学生|先生|女士|小姐|专家|作家|画家|老板|皇|总统|主席|书记|主任|教授|博士|记者|乡亲|选手/u;

/** Who is nobody without a name or a word for people: 渡口的红砖 is none. */
function withActors(
  found: Candidates,
  { kind, language }: Question,
  folded: string,
  knowledge: CorpusKnowledge,
): Candidates {
  if (kind !== 'person') return found;
  const names = knownPersons(folded, knowledge.persons);
  const acts = found.words.map(
    ({ text, start, end }) =>
      ACTOR.test(text) ||
      (looksLikePersonName(text) && !(language === 'en' && isPlainWord(text))) ||
      names.some(([from, to]) => from < end && start < to),
  );
  // By word, the first one from there on that may act.
  const next = new Int32Array(acts.length);
  for (let i = acts.length - 1; i >= 0; i--) next[i] = acts[i] === true ? i : (next[i + 1] ?? acts.length);
  const candidates = found.candidates.filter(({ first, last }) => (next[first] ?? acts.length) <= last);
  return { ...found, candidates };
}

/** 马拉松, 方面: words like any other, though they begin with a surname. */
function isPlainWord(word: string): boolean {
  const kind = wordClass(word);
  return kind === 'noun' || kind === 'verb' || kind === 'other';
}

/** The 5 of 5月6日. */
const OF_DATE = /^\d ?[年月日号]/u;

/** What can be of the asked kind at all, where an English question asks for a time or a number. */
function ofKind(found: Candidates, question: Question, folded: string): Candidates {
  if (question.language !== 'en') return found;
  const candidates = found.candidates.filter(
    ({ start, end }) =>
      suitsEnglish(question, folded.slice(start, end)) &&
      !(question.kind === 'number' && OF_DATE.test(folded.slice(end - 1, end + 2))),
  );
  return { ...found, candidates };
}

/** Whom the question names is no answer to who. */
function withoutNamed(found: Candidates, { kind, constraints }: Question, folded: string): Candidates {
  const named = constraints.flatMap((one) => (one.type === 'person' ? [one.name] : []));
  if (kind !== 'person' || named.length === 0) return found;
  const candidates = found.candidates.filter(({ start, end }) => !named.includes(folded.slice(start, end)));
  return { ...found, candidates };
}

/**
 * The short answer, at most 60 characters, in the words of the paragraph. Null for kinds of questions that have none,
 * and when the likeliest sentences carry none: no number for how many, no time for when.
 */
export function extractSpan(
  question: Question,
  text: string,
  folded: string,
  weighed: WeighedParagraph,
  within: Span,
  knowledge: CorpusKnowledge,
): ShortAnswer | null {
  if (NO_SHORT_ANSWER.has(question.kind)) return null;
  const sentences = likelySentences(weighed, within);
  const spans = sentences.map(({ span }) => span);
  const named = withoutNamed(findCandidates(folded, spans, knowledge), question, folded);
  const found = ofKind(withActors(named, question, folded, knowledge), question, folded);
  const scene = setScene(question, folded, sentences, weighed.evidence, found, knowledge);
  const picked = pickSpan(found, scoresOf(scene, found.candidates, fittedWeightsFor(question)));
  if (picked === null) return null;
  const { start, end } = picked.candidate;
  const sentence = spans.find(([from, to]) => from <= start && end <= to) ?? [start, end];
  const span = QUALIFIED.has(question.kind)
    ? withQualifiers(folded, [start, end], sentence)
    : ([start, end] as const);
  if (MARKS[question.kind]?.test(folded.slice(...span)) === false) return null;
  return {
    span,
    text: text.slice(...span),
    certainty: calibrate(picked.chance, calibrationFor(question)),
    chance: picked.chance,
    peak: picked.peak,
    chanceIn: (stretch) => chanceIn(found, picked.chances, stretch),
  };
}

function chanceIn({ candidates }: Candidates, chances: Float64Array, [from, to]: Span): number {
  let sum = 0;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i];
    if (candidate !== undefined && candidate.start >= from && candidate.end <= to) sum += chances[i] ?? 0;
  }
  return sum;
}
