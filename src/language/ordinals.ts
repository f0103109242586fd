/** Ordinals in Chinese texts. */
import { HAN_NUMERAL, parseNumeral } from './numeral-grammar.js';

export interface OrdinalMention {
  readonly value: number;
  /** Of 第 and the numeral; the noun follows, perhaps after a space. */
  readonly start: number;
  readonly end: number;
  /**
   * Up to eight Han characters after the numeral, measure word first, cut before a verb or particle: 次专题会议. Where
   * only the measure word follows, with the meeting named right before: 联席会议纪要(第二次) → 次联席会议.
   */
  readonly noun: string;
}

const ORDINAL = new RegExp(
  `第 ?([0-9]{1,6}|[${HAN_NUMERAL}]{1,9})(?![0-9]|[.,][0-9])(?= ?([\\p{Script=Han}]{0,8}))`,
  'gu',
);
/** 届 and 中全会 count without 第: 七届二次会议, 十九届六中全会; but 哪一届 asks, and 每一届 means all. */
const BARE_ORDINAL = new RegExp(
  `(?<![0-9第哪每这那上下前后某任${HAN_NUMERAL}])([0-9]{1,3}|[${HAN_NUMERAL}]{1,4})(?=届[\\p{Script=Han}0-9 ])(?=([\\p{Script=Han}]{0,8}))`,
  'gu',
);
/** 七届二次会议 is the seventh term's and the second of it. */
const SESSION = new RegExp(
  `(?<=[0-9${HAN_NUMERAL}]届)([0-9]{1,3}|[${HAN_NUMERAL}]{1,3})(?=(次[\\p{Script=Han}]{1,7}))`,
  'gu',
);
const CONGRESS = new RegExp(
  `(?<=党的|中共)([${HAN_NUMERAL}]{1,3})(大)(?=$|[^\\p{Script=Han}]|报告|精神|召开|胜利|以来|代表|开幕|闭幕|提出)`,
  'gu',
);
/** Fixed words in which 第 counts nothing. */
const NO_ORDINAL_NOUN = /^(?:时间|一线|线$|方(?!案|阵|队|面|程)|手$|者$)/;
/** Where the counted noun ends: particles, question words, verbs that follow meetings and terms of office. */
const NOUN_END =
  /[第的了在是由和与及或于从被把将也都就而但对向给谁哪几多吗呢何]|主持|召开|举行|举办|强调|指出|出席|参加|列席|通过|上强|审议|什么|有哪|有多|怎|(?<![临及平战小同])时(?![装代间节期尚事政空刻报])/;

/** A meeting with its number behind it, mostly in brackets. */
const MEETING_BEFORE =
  /([\p{Script=Han}]{0,6}(?:会议|大会|全会|例会|论坛))(?:纪要|公报|决议|记录|简报|实录)?[(（\s—-]{1,3}$/u;
const LONGEST_BEFORE = 16;

function nounOf(folded: string, start: number, following: string): string {
  const noun = cutNoun(following);
  if (noun.length !== 1) return noun;
  return noun + (MEETING_BEFORE.exec(folded.slice(Math.max(0, start - LONGEST_BEFORE), start))?.[1] ?? '');
}

function cutNoun(following: string): string {
  const end = following.slice(1).search(NOUN_END);
  return end < 0 ? following : following.slice(0, end + 1);
}

/** Every ordinal of a folded Chinese text: 第十四次专题会议, 第14次, 第 49 届, 七届二次会议, 党的二十大; in order. */
export function findOrdinals(folded: string): OrdinalMention[] {
  const found: OrdinalMention[] = [];
  for (const pattern of [ORDINAL, BARE_ORDINAL, SESSION, CONGRESS]) {
    for (const match of folded.matchAll(pattern)) {
      const [whole, numeral = '', following = ''] = match;
      const value = parseNumeral(numeral);
      if (value === null || !Number.isInteger(value) || NO_ORDINAL_NOUN.test(following)) continue;
      found.push({
        value,
        start: match.index,
        end: match.index + (pattern === CONGRESS ? numeral : whole).length,
        noun: nounOf(folded, match.index, following),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
