/**
 * Whether what was found in a small corpus can be what is asked for at all: a number that counts the asked thing, a time
 * that is one, a firm where a firm is asked, the best of its kind where the text says so. Else the articles don't give it.
 */
import { fold } from '../../language/script.js';
import { synonymsOf } from '../../language/synonyms.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Finding, Proof } from '../finding.js';
import { factNotGiven } from '../notes/notes.js';
import { countsThing } from '../passages/asked-fact.js';
import { lacksThing, suitsEnglish } from '../passages/suits-english.js';

const CERTAINTY = 0.75;
/** 多少名医生, 几个隔离点, 多少参观者: what is counted, and by which measure. */
const COUNTED =
  /(?:多少|几)(?<measure>[名位个张件支只台辆座所家间户栋棵头匹份册本篇])(?<thing>\p{Script=Han}{2,4})(?=$|[?？呢呀啊的在])|多少(?<bare>(?:参观者|观众|游客|医生|护士|教师|老师|会员|学生|员工|职工|居民|村民|病人|患者|病例|房间|床位|座位|摊位))/u;
/** 多少名会员出席: what is counted did something. */
const WHAT_THEY_DO = /(?<=\p{Script=Han}{2})(?:出席|参加|到会|到场|参赛|报名|参与)$/u;
/** Any of these is as good as the other. */
const OF_PEOPLE = /[名位人]/u;
const PEOPLE_COUNTED =
  /(?<before>\p{Script=Han}{2})?(?<![\d.])[\d〇零一二两三四五六七八九十百千万.]+\s?(?:多|余)?(?:名|位|人(?!次))(?<behind>\p{Script=Han}{2})?/gu;
/** 护士26名 counts no doctors. */
const PROFESSION =
  /医生|护士|教师|老师|记者|司机|警察|教练|运动员|裁判|志愿|会员|党员|学生|学员|队员|员工|职工|观众|游客|居民|村民/u;
const VISITORS = /[\d百千万]\s?(?:多|余)?人次|(?:接待|客流|观众|游客)/u;
const IS_PERSON = /[者员生师人民工客友众]$|患者|居民/u;
/** All there are, where a list tells who came. */
const IN_ALL = /一共有|总共有|共有/u;
const OF_THOSE_PRESENT = /^[\s•·*-]*(?:出\s*席|到\s*会|参\s*加|列\s*席|与\s*会|出席人员|参会人员)\s*[:：]/u;
const ASKS_PRESENT = /出席|到会|参加|列席|参会|与会|到场/u;
const TELLS_TIME = /[\d〇零一二三四五六七八九十两半]|[年月日天时期季春夏秋冬早晚午晨夜今昨明前后]|[a-z]{3}/u;
/** 最有名的: no text says so unless it ranks. */
const SUPERLATIVE =
  /最(?:有名|著名|出名|受欢迎|好看|好吃|漂亮|大|高|长|贵|便宜|快|慢|老|年轻|重|远|深|珍贵|值钱)的/u;
const RANKS = /最|第一|首[位屈个]|冠|居首|榜首|之[王首最]|头名|领先|唯一/u;
/** Kinds of things that are told by what their names end in, or by their very word. */
const KINDS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/(?:什么|哪个|哪种)品种/u, /品种|[犬种]|土狗|柴犬|橘猫|狸花/u],
  [/(?:什么|哪些|哪几个|哪几门)(?:科目|课程)/u, /科目|课程|学科|语文|数学|英语|知识|《/u],
  [/哪(?:一)?条(?:街|路|巷)/u, /[路街巷道弄]/u],
  [
    /(?:哪(?:一)?所|什么)(?:学校|大学|中学|小学|学院)|(?:学校|大学|中学|小学|学院)是哪(?:一)?所/u,
    /[学校院]|[一二三四五六七八九十]中/u,
  ],
  [/哪(?:一)?家(?:公司|企业|银行)|(?:公司|企业|银行)是哪(?:一)?家/u, /公司|集团|企业|厂|行|社|店|[商业]/u],
];
const QUESTION_KINDS_BEFORE = /(?:学校|大学|中学|小学|学院|公司|企业|银行)是哪(?:一)?[所家]/u;

/** The finding, or a refusal where it cannot be what is asked for. */
export function unlessOfOtherKind(
  question: Question,
  finding: Finding,
  { passages }: CorpusKnowledge,
): Finding {
  if (
    finding.status === 'no-answer' ||
    !isSmall(passages) ||
    (finding.status === 'answered' && finding.strategy === 'archive')
  )
    return finding;
  const quotes = finding.proofs.map(quoteOf).join('\n');
  const answer = finding.status === 'answered' ? fold(finding.answer) : null;
  const whole = finding.proofs.map(({ paragraph }) => fold(paragraph.text)).join('\n');
  const isWrong =
    question.language === 'en'
      ? answer !== null && lacksEnglish(question, answer, quotes, whole)
      : lacksCount(question, answer === null ? whole : quotes, finding.note) ||
        isOfThosePresent(question, finding.proofs) ||
        (answer !== null && question.kind === 'time' && !TELLS_TIME.test(answer)) ||
        (SUPERLATIVE.test(question.folded) && !RANKS.test(whole)) ||
        (answer !== null && (lacksKindOf(question.folded, quotes) || repeatsAsked(question, answer)));
  return isWrong
    ? { status: 'no-answer', note: factNotGiven(question.language), certainty: CERTAINTY }
    : finding;
}

function quoteOf({ paragraph, ranges }: Proof): string {
  return fold(ranges.map((range) => paragraph.text.slice(...range)).join('\n'));
}

/** No number of the quote counts the thing that a Chinese question counts; a note tells of one that was counted. */
function lacksCount({ kind, folded }: Question, quotes: string, note: string | null): boolean {
  const { measure = '', thing: named, bare } = COUNTED.exec(folded)?.groups ?? {};
  const thing = (named ?? bare)?.replace(WHAT_THEY_DO, '');
  if (kind !== 'number' || thing === undefined || note !== null) return false;
  const ways = [thing, ...synonymsOf(thing)].filter((way) => way.length > 1);
  const clauses = quotes.split(/[,，。;；\n]/u);
  if (ways.some((way) => clauses.some((clause) => countsThing(way, clause)))) return false;
  if (measure !== '' && measure !== '个' && !OF_PEOPLE.test(measure)) return !countsBy(measure, quotes);
  if (OF_PEOPLE.test(measure) || IS_PERSON.test(thing))
    return !(countsPeople(thing, quotes) || (/[客众者]$/u.test(thing) && VISITORS.test(quotes)));
  return true;
}

/** Whether a text counts people who may be the asked ones. */
function countsPeople(thing: string, text: string): boolean {
  return [...text.matchAll(PEOPLE_COUNTED)].some(({ groups = {} }) =>
    [groups.before ?? '', groups.behind ?? ''].every((one) => !PROFESSION.test(one) || thing.includes(one)),
  );
}

function countsBy(measure: string, text: string): boolean {
  return new RegExp(`[\\d〇零一二两三四五六七八九十百千万]\\s?(?:多|余)?${measure}`, 'u').test(text);
}

/** 一共有多少名会员: who came to a meeting are not all. */
function isOfThosePresent({ folded, kind }: Question, proofs: readonly Proof[]): boolean {
  const [proof] = proofs;
  return (
    kind === 'number' &&
    IN_ALL.test(folded) &&
    !ASKS_PRESENT.test(folded) &&
    proof !== undefined &&
    OF_THOSE_PRESENT.test(fold(proof.paragraph.text))
  );
}

function lacksKindOf(folded: string, quotes: string): boolean {
  const told = KINDS.find(([asked]) => asked.test(folded))?.[1];
  if (told === undefined) return false;
  if (!told.test(quotes)) return true;
  // 停课的学校是哪一所: the question's own words name none.
  if (!QUESTION_KINDS_BEFORE.test(folded)) return false;
  const named = [
    ...quotes.matchAll(/(\p{Script=Han}{2,8})(?:学校|大学|中学|小学|学院|公司|企业|银行|集团)/gu),
  ];
  return !named.some(([, name = '']) => [...name.slice(-2)].every((one) => !folded.includes(one)));
}

/** 东陵市由谁汇报: a list that the question's own place is one of. */
function repeatsAsked({ kind, constraints }: Question, answer: string): boolean {
  return (
    kind === 'person' &&
    answer.split('、').some((item) => constraints.some((one) => one.type === 'place' && one.name === item))
  );
}

/** 进一步, 统一: they count nothing. */
const NO_COUNT = /进一步|一步|统一|一律|一定|一般|一致|一切|第一|专一|一是|之一|唯一/gu;
const HOW_MANY = /\bhow many\b/u;
const HOW_MANY_OF = /\bhow many ([a-z]+)/u;
/** What is measured, as texts write it. */
const UNITS: Readonly<Record<string, RegExp>> = {
  litres: /升/u,
  liters: /升/u,
  metres: /米/u,
  meters: /米/u,
  kilometres: /公里|千米/u,
  kilometers: /公里|千米/u,
  hours: /小时|钟头/u,
  minutes: /分/u,
  seconds: /秒/u,
  yuan: /元|块/u,
  tonnes: /吨/u,
  tons: /吨/u,
  pages: /页/u,
  degrees: /度|℃/u,
};
/** What is counted, by its measure words. */
const MEASURES: Readonly<Record<string, RegExp>> = {
  books: /[册本部]/u,
  visitors: /[人名位客]/u,
  people: /[人名位户员]/u,
  students: /[人名位]/u,
  pupils: /[人名位]/u,
  athletes: /[人名位]/u,
  beds: /[张床]/u,
};
/** How somebody is reached. */
const ASKS_PHONE = /\b(?:phone|telephone|mobile|contact) number\b|\bhotline\b/u;
const PHONE = /\d{7,}|\d{3,4}[-—–]\d{4,}|(?<!\d)\d{5}(?!\d)/u;

/** Which company, newspaper or station, beside those that no corpus of any size has by other names. */
const ENGLISH_KINDS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [
    /\b(?:which (?:[a-z-]+ ){0,2}?|what )(?:compan(?:y|ies)|firms?|contractors?)\b/u,
    /公司|集团|[厂社店]|建工|工程队/u,
  ],
  [/\b(?:which (?:[a-z-]+ ){0,2}?|what )newspapers?\b/u, /报/u],
  [/\b(?:which|what) (?:tv|television|radio) (?:stations?|channels?)\b/u, /台|频道/u],
];

function lacksEnglish(question: Question, answer: string, quotes: string, whole: string): boolean {
  const { folded } = question;
  if (lacksThing(question, quotes)) return true;
  if (ENGLISH_KINDS.some(([asked, told]) => asked.test(folded) && !told.test(quotes))) return true;
  if (ASKS_PHONE.test(folded) && !PHONE.test(quotes)) return true;
  if (question.kind === 'time') return !suitsEnglish(question, answer);
  if (question.kind !== 'number') return false;
  const counted = HOW_MANY_OF.exec(folded)?.[1] ?? '';
  if (UNITS[counted]?.test(quotes) === false || MEASURES[counted]?.test(answer) === false) return true;
  const isQuoted = HOW_MANY.test(folded) && new RegExp(`[“「『]${escaped(answer)}[”」』]`, 'u').test(whole);
  return isQuoted || !suitsEnglish(question, answer.replace(NO_COUNT, ''));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
