/**
 * Whether a Chinese stretch can be the answer to an English question of a kind. The model of spans goes by the question's
 * words, which English ones cover faintly, so that what it takes is looked at more closely here.
 */
import { fold } from '../../language/script.js';
import type { Question } from '../../retrieval/question.js';

/** Fainter glosses are other senses: an answer may be one of them. */
const LIKELY_GLOSS = 0.4;
/** 1. 洗碗机: the number of an item is no answer. */
const ITEM = /^\s*[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、]\s*(?!\d)/u;
const TELLING = /[\p{L}\p{N}]/u;
const EMPTY = /[的了在是和与有为]/gu;

const DIGIT = '[\\d〇零一二两三四五六七八九十百]';
/** A date, a time of day or of the year, a span of time, or a word for one. */
const WHEN = new RegExp(
  `${DIGIT}\\s?(?:[年月日号时点周岁天分秒:：/.-]|个月|小时|世纪|年代|季度)|\\d{3,4}|[今去前明后昨当同次翌每本]\\s?[年月日天晚晨周夜]|[上下](?:半年|个?月|周|旬)|[上中下正凌清傍早][午晨晚旬]|早上|晚上|夜|周[一二三四五六日末]|星期|礼拜|[春夏秋冬]|季度|[年月][初中末底]|[以之]?[前后](?:$|[^面者方])|目前|现在|时候|期间|[日天]出|日落|节|[a-z]{3}`,
  'u',
);

const ASKS_DAY = /\b(?:which|what) (?:exact )?(?:days?|dates?)\b/u;
const DAY = new RegExp(
  `${DIGIT}\\s?(?:日|号(?!展|楼|线|馆|厅|门|院))|\\d[./-]\\d|周[一二三四五六日末]|星期|礼拜|[今昨明当次翌每]\\s?[天日晚]|节|[初廿]${DIGIT}|[a-z]{3}`,
  'u',
);

/** What carries a number and counts nothing: ordinals, dates, times, telephone numbers, names of models, quoted words. */
const UNCOUNTED =
  /[\d〇零一二两三四五六七八九十百]+分之[\d〇零一二两三四五六七八九十百]+|第[\d〇零一二两三四五六七八九十百]+[\p{Script=Han}]|\d{4}年|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号](?!展|楼|线|馆|厅|门|院)|\d{1,2}[:：]\d{2}|\d{3,}[-—–]\d{3,}|\d{7,}|[a-z]+-?\d+|《[^》]*》|[“「『][^“”「」『』]*[”」』]/gu;
/** Units that tell no number of things. */
const MEASURED =
  /[\d.〇零一二两三四五六七八九十百千万亿半]+(?:多|余|几)?\s?(?:公里|千米|厘米|毫米|平方|米|元|块钱|美元|岁|周岁|度|%|℃|克|千克|公斤|吨|小时|分钟|点|个月|天|年)/gu;
const NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿半几数]|[a-z]/u;
/** How many of what is a measure itself. */
const ASKS_MEASURE =
  /\bhow many (?:[a-z-]+ ){0,2}?(?:met(?:er|re)s?|kilomet(?:er|re)s?|miles?|km|yuan|dollars?|euros?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|degrees?|percent|kilos?|kilograms?|tons?|tonnes?|grams?|square)\b/u;
const ASKS_COUNT = /\bhow many\b/u;

/** Which university: how the Chinese names of such things end. */
const THINGS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [asksThing('universit(?:y|ies)|colleges?'), /大学|学院/u],
  [asksThing('hospitals?|clinics?'), /医院|卫生院|诊所|保健院/u],
  [asksThing('schools?'), /[学校]|幼儿园/u],
  [asksThing('banks?'), /银行|信用社/u],
  [asksThing('museums?|librar(?:y|ies)|galler(?:y|ies)'), /馆/u],
  [asksThing('airports?'), /机场/u],
  [asksThing('hotels?'), /酒店|宾馆|饭店|旅馆|旅社|民宿/u],
  [asksThing('bridges?'), /桥/u],
  [asksThing('streets?|roads?|avenues?|highways?'), /[路街道巷线]/u],
];

/** Things whose Chinese names end in many ways: a sentence without any of them hardly names one, but may. */
const BROADER_THINGS: typeof THINGS = [
  [asksThing('compan(?:y|ies)|firms?|contractors?'), /公司|集团|[厂业商行店]|工程队/u],
  [
    asksThing('organi[sz]ations?|agenc(?:y|ies)|institutions?|bod(?:y|ies)|foundations?|charit(?:y|ies)'),
    /[局厅委办部处站队组社校院馆厂行会]|中心|公司|集团|基金|政府|单位|机构/u,
  ],
  [asksThing('departments?|bureaus?'), /[局厅委办部处科室组]|中心|部门/u],
  [asksThing('teams?|squads?'), /队|组/u],
  [asksThing('cit(?:y|ies)'), /[市城州港]/u],
  [asksThing('villages?'), /[村寨屯庄]/u],
];

function asksThing(noun: string): RegExp {
  return new RegExp(`\\b(?:which|what) (?:[a-z-]+ ){0,2}?(?:${noun})\\b`, 'u');
}

/** Whether an English question asks which university, hospital or the like, and a folded stretch names none. */
export function lacksThing({ language, folded }: Question, stretch: string): boolean {
  return language === 'en' && THINGS.some(([asked, told]) => asked.test(folded) && !told.test(stretch));
}

/** The same for companies, bodies, teams, cities and villages too, for a clause that is to be the answer itself. */
export function namesNoThing(question: Question, stretch: string): boolean {
  return (
    lacksThing(question, stretch) ||
    BROADER_THINGS.some(([asked, told]) => asked.test(question.folded) && !told.test(stretch))
  );
}

/** Whether an answer says anything beyond what the question names. */
export function saysSomething({ language, concepts, kind }: Question, answer: string): boolean {
  if (language !== 'en' || kind === 'yes-no') return true;
  const said = concepts
    .flatMap(({ variants }) => variants)
    .filter(({ text, weight }) => weight >= LIKELY_GLOSS && text !== '')
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length);
  const rest = said.reduce((text, way) => text.replaceAll(way, ' '), fold(answer).replace(ITEM, ''));
  return TELLING.test(rest.replace(EMPTY, ''));
}

/** Whether a folded stretch can be a time or a number where an English question asks for one; true for all others. */
export function suitsEnglish({ language, kind, folded }: Question, stretch: string): boolean {
  if (language !== 'en') return true;
  const said = stretch.replace(ITEM, '');
  if (kind === 'time') return (ASKS_DAY.test(folded) ? DAY : WHEN).test(said);
  return kind !== 'number' || hasCount(folded, said);
}

function hasCount(asked: string, said: string): boolean {
  const counted = said.replace(UNCOUNTED, ' ');
  const isCount = ASKS_COUNT.test(asked) && !ASKS_MEASURE.test(asked);
  return NUMERAL.test(isCount ? counted.replace(MEASURED, ' ') : ASKS_COUNT.test(asked) ? counted : said);
}
