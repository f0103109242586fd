/** Numbers that name a thing (第十二讲, 6号线): a text about another number does not answer. */

import { chineseNumeral } from '../../language/numeral-words.js';
import { parseNumeral } from '../../language/numerals.js';
import { headingOf } from '../../retrieval/headings.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Refused } from '../finding.js';
import { noMention, noSuchOrdinal } from '../notes/notes.js';

/** Series whose members are told apart by nothing but their number; the first is often called 首届, 开幕. */
const SERIES = /第([一二三四五六七八九十百]{1,5}|\d{1,3})([届期讲轮集季批版卷任代])/gu;
/** 第二人民医院, 第三中学: houses of one kind that are told apart by their number. */
const HOUSES =
  /第([一二三四五六七八九十]{1,3}|\d{1,2})((?:人民|附属|实验|中心|中医|中级)?(?:医院|中学|小学|幼儿园|法院|食堂|车间|教学楼|体育馆|水厂|泵站|支部))/gu;
/** 6号线, 3号楼, 5栋, 二年级, 206路; 三、四年级 and 三至五年级 name several. */
const NUMBERED =
  /(?<![\d第])(?:(\d{1,3}|[一二三四五六七八九十]{1,2})([、,和及至到~—-]))?(?<![\d第])(\d{1,3}|[一二三四五六七八九十]{1,3})(号(?:线|楼|馆|厅|门|院)|栋|幢|单元|年级|(?<=\d{2})路|等奖)/gu;
/** v2.6.0, 10.14: the version of a program. */
const VERSION =
  /(?<![\d.a-z])v?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})+|(?<=v)\d{1,3}\.\d{1,3})(?![\d.]*\d|%|万|亿|元)/gu;
/** x2, mate60: a model's letters and its number. */
const MODEL = /(?<![a-z\d])([a-z]{1,8})(\d{1,4})(?![a-z\d])/gu;
const MOST_SHOWN = 8;
const CERTAINTY = 0.9;

/** A refusal where the corpus has the question's series or line, but never with the asked number; else null. */
export function refuseNumber(
  question: Question,
  knowledge: CorpusKnowledge,
  hits: readonly Hit[],
): Refused | null {
  const version = refuseVersion(question, knowledge, hits);
  if (version !== null || question.language === 'en') return version;
  const side = refuseOtherSide(question, knowledge);
  if (side !== null) return side;
  for (const [surface, numeral = '', noun = ''] of question.folded.matchAll(SERIES)) {
    const value = parseNumeral(numeral);
    if (value !== null && value > 1 && isNowhere(value, noun, knowledge))
      return refused(noMention(surface, question.language));
    const series = knowledge.ordinals.filter((one) => one.noun.startsWith(noun));
    if (value === null || value < 2 || series.length === 0 || series.some((one) => one.value === value))
      continue;
    const inScope = knowledge.ordinalsInScope?.filter((one) => one.noun.startsWith(noun)) ?? series;
    const present = new Map(
      inScope.map((one) => [one.value, `第${one.text.replace(/^第/u, '').split(noun)[0]}${noun}`]),
    );
    return refused(noSuchOrdinal(surface, shown(present), question.language));
  }
  const house = refuseOtherHouse(question, knowledge);
  if (house !== null) return house;
  for (const [surface, , , numeral = '', noun = ''] of question.folded.matchAll(NUMBERED)) {
    const value = parseNumeral(numeral);
    const present = new Map<number, string>();
    for (const { passage } of hits)
      for (const [text, from, link, to = '', kind] of passage.folded.matchAll(NUMBERED))
        if (kind === noun)
          for (const one of numbersOf(from, link, to))
            present.set(one, one === parseNumeral(to) ? text : `${one}${noun}`);
    if (value !== null && present.size > 0 && !present.has(value) && knowledge.count(surface) === 0)
      return refused(noSuchOrdinal(surface, shown(present), question.language));
  }
  for (const [surface, letters] of question.folded.matchAll(MODEL)) {
    const present = new Map<number, string>();
    for (const { passage } of hits)
      for (const [text, kind, numeral] of passage.folded.matchAll(MODEL))
        if (kind === letters) present.set(Number(numeral), text);
    if (present.size > 0 && knowledge.count(surface) === 0)
      return refused(noSuchOrdinal(surface, shown(present), question.language));
  }
  return null;
}

/** A refusal where the corpus has other houses of the kind only; 一院 is the first one too. */
function refuseOtherHouse({ folded, language }: Question, knowledge: CorpusKnowledge): Refused | null {
  for (const [surface, numeral = '', noun = ''] of folded.matchAll(HOUSES)) {
    const value = parseNumeral(numeral);
    if (value === null) continue;
    const ways = [numeral, String(value), chineseNumeral(value)];
    const isThere = ways.some(
      (way) => knowledge.count(`第${way}${noun}`) > 0 || knowledge.count(way + noun.slice(-1)) > 0,
    );
    const others = knowledge.ordinals.filter((one) => one.value !== value && one.noun.startsWith(noun));
    if (isThere || others.length === 0) continue;
    const present = new Map(others.map((one) => [one.value, `${one.text.split(noun)[0]}${noun}`]));
    return refused(noSuchOrdinal(surface, shown(present), language));
  }
  return null;
}

/** Whether no text has such a holder or generation at all: 第二代, in either writing. */
function isNowhere(value: number, noun: string, { count }: CorpusKnowledge): boolean {
  if (!/[代任]/u.test(noun)) return false;
  const ways = [`第${value}${noun}`, `第${chineseNumeral(value)}${noun}`, `${chineseNumeral(value)}${noun}`];
  return ways.every((way) => count(way) === 0) && count(`第一${noun}`) === 0;
}

/** The numbers that 三、四年级 and 三至五年级 name. */
function numbersOf(from: string | undefined, link: string | undefined, to: string): readonly number[] {
  const last = parseNumeral(to) ?? 0;
  const first = from === undefined ? last : (parseNumeral(from) ?? last);
  if (link === undefined || !/[至到~—-]/u.test(link)) return [first, last];
  return Array.from({ length: Math.max(1, Math.min(MOST_SHOWN, last - first + 1)) }, (_, i) => first + i);
}

/** 西干渠: told apart from 东干渠 by its side alone. */
const SIDED = /[东西南北](?=([\p{Script=Han}]{2}))/gu;
const SIDES = '东西南北';

/** A refusal where the corpus has the question's thing of another side only: 东干渠 where 西干渠 is asked. */
function refuseOtherSide({ concepts, core, language }: Question, { count }: CorpusKnowledge): Refused | null {
  for (const [side, noun = ''] of core.matchAll(SIDED)) {
    if (!isOfWords(side + noun, concepts)) continue;
    const others = [...SIDES].filter((one) => one !== side && count(one + noun) > 0);
    if (others.length > 0 && count(side + noun) === 0)
      return refused(
        noSuchOrdinal(
          side + noun,
          others.map((one) => one + noun),
          language,
        ),
      );
  }
  return null;
}

/** Whether a text is one or several whole words of the question in a row: 南干渠, not 南海于 of 中南海于清朝. */
function isOfWords(text: string, concepts: Question['concepts']): boolean {
  return concepts.some((_, first) => {
    let joined = '';
    for (const { surface } of concepts.slice(first)) {
      joined += surface;
      if (joined.length >= text.length) break;
    }
    return joined === text;
  });
}

/** A refusal where the texts tell of other versions of a program only. */
function refuseVersion(
  { folded, language }: Question,
  knowledge: CorpusKnowledge,
  hits: readonly Hit[],
): Refused | null {
  for (const [surface, version = ''] of folded.matchAll(VERSION)) {
    const others = hits.flatMap(({ passage }) => [
      ...`${headingOf(passage)}\n${passage.folded}`.matchAll(VERSION),
    ]);
    if (others.length === 0 || others.some(([, other]) => other === version) || knowledge.count(version) > 0)
      continue;
    const present = [...new Set(others.map(([text]) => text))].slice(0, MOST_SHOWN);
    return refused(noSuchOrdinal(surface, present, language));
  }
  return null;
}

function shown(present: ReadonlyMap<number, string>): readonly string[] {
  return [...present]
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
    .slice(0, MOST_SHOWN);
}

function refused(note: string): Refused {
  return { status: 'no-answer', note, certainty: CERTAINTY };
}
