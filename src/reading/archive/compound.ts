/** Two questions in one: 谁列席、是什么职务, 前移到哪里、前置到哪里: the second is asked as one that follows the first. */
import { fold } from '../../language/script.js';
import { chineseKind, maskQuotes, questionPhrase } from '../../retrieval/intent-chinese.js';
import { englishRole } from '../../retrieval/intent-english.js';
import type { Language, Question } from '../../retrieval/question.js';
import type { ReadAnswer } from '../read.js';

export interface Compound {
  readonly first: string;
  /** As typed, without what it shares with the first. */
  readonly second: string;
  /** The second with the beginning of the first, where both end in the same question phrase; else null. */
  readonly parallel: string | null;
}

const JOINT = /[,，、;；?？]\s*(?:并且?|而且|以及|还有|又|另外)?(?=[\p{Script=Han}\d])/gu;
const ENGLISH_JOINT =
  /[,;]? and (?=(?:(?:on|at|in|by|from|to|for|since|until) )?(?:what|who|whom|when|where|which|how|why)\b)/giu;
/** When and where can they get it: two question words of one question. */
const ENGLISH_BOTH =
  /^(?<one>who|whom|when|where|how|why)(?: and |, )(?<other>who|whom|when|where|how|why)\b(?<rest> .+)$/iu;
/** What the question that is joined shares with the first: all of it but the words that ask. */
const ENGLISH_OPENING =
  /^(?:(?:on|at|in|by|from|to|for) )?(?:who|whom|when|where|why|how(?: (?:many|much|long|old|far|often))?|(?:what|which)(?: (?:day|date|time|year|hour|place))?) /iu;
/** Of whoever the first question is answered with. */
const OF_PERSON =
  /\b(?:he|she|him|her|his|they|them|their|(?:that|this|the same) (?:person|man|woman|official|leader))\b/iu;
/** A second question with so many words of its own, or with a name, says itself what it is about. */
const STANDS_ALONE = 7;
/** 是哪几个, 分别是谁: asks once more what the first part asks. */
const RESTATES =
  /^(?:这|那|他们|它们)?(?:分别|都|各自|各|具体|又|究竟|到底)*(?:是|有|叫|为|指|来自)?(?:哪|谁|什么|多少|几|怎么)(?:[一二三四五六七八九十几些个位名家项条点种方市县区人]|领导|城市|单位|部门|方面|地方|内容|工作|要求|措施|呢)*$/u;
/** 任何, 几千年 and names are not what asks. */
const ASKS =
  /谁|什么|啥|哪|多少|多[大高长远重久宽深]|几[个位名项次条点号月日岁年天家级层]|怎|何[时地处人]|为何|如何/u;
/** One thing or the other. */
const CONTRASTS = /^(?:而不是|而非|还是|或|不是|才)/u;
const LONGEST_SECOND = 30;
const SHORTEST_PART = 2;
/** 什么职务: of whoever the first part is answered with. */
const OF_POST =
  /^(?:他|她|又|分别|都|各)?(?:是|担任|任|当)?(?:的)?(?:什么|啥|哪个|何)(?:职务|职位|官职|身份|头衔|级别)|^(?:他|她)?的?(?:职务|职位|身份|头衔)(?:是什么)?$/u;
const QUOTED = /^[“"「『][^“”"「」『』]{1,20}[”"」』]/u;
const CLOSING = /[\s?？!！。.]+$/u;
const ENGLISH_ASKS = /\b(?:what|who|whom|when|where|which|how|why)\b/iu;

/** The two questions that a question joins, or null when it is one. */
export function compoundOf({ text, folded, language, constraints }: Question): Compound | null {
  const names = constraints.flatMap(({ type, surface }) => (type === 'person' ? [surface] : []));
  return language === 'en' ? englishCompound(text) : chineseCompound(text, folded, names);
}

function chineseCompound(text: string, folded: string, names: readonly string[]): Compound | null {
  const body = text.replace(CLOSING, '');
  const masked = maskQuotes(folded).slice(0, body.length);
  const splits = [...masked.matchAll(JOINT)].flatMap((match): Compound[] => {
    const first = body.slice(0, match.index);
    const second = body.slice(match.index + match[0].length);
    const [a, b] = [questionPhrase(fold(first), names), questionPhrase(fold(second), names)];
    if (a === null || b === null || isYesNo(first) || isYesNo(second)) return [];
    const asking = [first.slice(a[0]), second.slice(b[0])].map(fold);
    if (!asking.every((phrase) => ASKS.test(phrase)) || CONTRASTS.test(fold(second))) return [];
    if (first.length < SHORTEST_PART || second.length < SHORTEST_PART || second.length > LONGEST_SECOND)
      return [];
    if (
      names.some((name) => fold(second).includes(name)) &&
      !names.some((name) => fold(first).includes(name))
    )
      return [];
    if (RESTATES.test(fold(second)) && !/[职身]/u.test(second)) return [];
    return [{ first, second, parallel: parallelOf(first, second, a, b) }];
  });
  return splits.length === 1 ? (splits[0] ?? null) : null;
}

function isYesNo(text: string): boolean {
  return chineseKind(fold(text)).kind === 'yes-no';
}

/** 楼某要求把防线前移到哪里、前置到哪里: the second verb in place of the first. */
function parallelOf(
  first: string,
  second: string,
  a: readonly [number, number],
  b: readonly [number, number],
): string | null {
  const same = first.slice(...a) === second.slice(...b) && first.slice(a[1]) === second.slice(b[1]);
  if (!same || b[0] === 0 || b[0] > 6 || a[0] < b[0]) return null;
  return first.slice(0, a[0] - b[0]) + second;
}

function englishCompound(text: string): Compound | null {
  const body = text.replace(CLOSING, '');
  const both = ENGLISH_BOTH.exec(body)?.groups;
  if (both !== undefined)
    return {
      first: `${both.one}${both.rest}?`,
      second: `${both.other}?`,
      parallel: `${both.other}${both.rest}?`,
    };
  const splits = [...body.matchAll(ENGLISH_JOINT)].flatMap((match): Compound[] => {
    const first = body.slice(0, match.index);
    const second = body.slice(match.index + match[0].length);
    return ENGLISH_ASKS.test(first) && first.split(' ').length > 2 && second.split(' ').length > 2
      ? [{ first: `${first}?`, second: `${second}?`, parallel: englishParallel(first, second) }]
      : [];
  });
  return splits.length === 1 ? (splits[0] ?? null) : null;
}

/** On which day, presided over the dispatch meeting: a second question that says little, with what the first says. */
function englishParallel(first: string, second: string): string | null {
  const words = second.split(' ');
  const isNamed = words.slice(1).some((word) => /^\p{Lu}/u.test(word));
  const shared = first.replace(ENGLISH_OPENING, '');
  const isWhole =
    isNamed ||
    words.length > STANDS_ALONE ||
    OF_PERSON.test(second) ||
    englishRole(second.toLowerCase()) !== null;
  return isWhole || shared === first ? null : `${second}, ${shared}?`;
}

/** Both answers as one, each citation once; null where either question is not answered. */
export function bothAnswers(question: Question, parts: readonly ReadAnswer[]): ReadAnswer | null {
  const [first] = parts;
  if (first === undefined || parts.some(({ answer }) => answer === null)) return null;
  const said = [...new Set(parts.map(({ answer }) => answer ?? ''))];
  const notes = [...new Set(parts.flatMap(({ note }) => (note === null ? [] : [note])))];
  const citations = parts
    .flatMap((part) => part.citations)
    .filter(
      (one, i, all) =>
        all.findIndex((other) => other.article === one.article && other.quote === one.quote) === i,
    )
    .map((citation, i) => ({ ...citation, n: i + 1 }));
  return {
    ...first,
    question: question.text,
    asked: question.text,
    answer: said.join(separator(question.language)),
    note: notes.join(' ') || null,
    confidence: Math.min(...parts.map(({ confidence }) => confidence)),
    citations,
  };
}

function separator(language: Language): string {
  return language === 'en' ? '; ' : '；';
}

/** 谁列席，什么职务: the second part as asked of the one whom the first is answered with; null for other questions. */
export function postOf({ second }: Compound, answer: string): string | null {
  return OF_POST.test(fold(second)) && /^[\p{L}·]{2,12}$/u.test(answer) ? `${answer}是什么职务` : null;
}

/** “四查”是谁提的，是哪四项: the second part with the term that the first begins with. */
export function withTerm({ first, second }: Compound): string | null {
  const term = QUOTED.exec(first)?.[0];
  return term === undefined || /[“"「『]/u.test(second) ? null : `${term}${second}`;
}
