/** Numbers and ordinals in Chinese text, in every writing: 十四, 14, １４, 廿, 两百, 1.5万, 5.05亿, 百分之三, 三分之二. */

/** Reads `字1 字2 …` as a table of characters and values. */
function valuesOf(table: string): ReadonlyMap<string, number> {
  return new Map(table.split(' ').map((entry) => [entry.charAt(0), Number(entry.slice(1))]));
}

const DIGITS = valuesOf(
  '〇0 零0 ○0 一1 二2 两2 三3 四4 五5 六6 七7 八8 九9 壹1 贰2 叁3 肆4 伍5 陆6 柒7 捌8 玖9 貳2 參3 陸6 兩2',
);
const TENS = valuesOf('廿20 卅30 卌40');
/** Powers of ten inside a section. */
const POWERS = valuesOf('十10 拾10 百100 佰100 千1000 仟1000');
/** What ends a section. */
const SECTIONS = valuesOf('万1e4 萬1e4 亿1e8 億1e8 兆1e12');
/** Longer texts are no numeral. */
const LONGEST_NUMERAL = 40;

/** Below one section (万, 亿): 三千零五十 → 3050; `open` is the power that a bare last digit takes (两百五 → 250). */
function parseSection(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let power = 0;
  let afterZero = false;
  for (const character of text) {
    const value = DIGITS.get(character);
    const unit = POWERS.get(character);
    const tens = TENS.get(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      afterZero ||= value === 0;
      digit = value;
    } else if (tens !== undefined) {
      if (digit !== null && digit !== 0) return null;
      total += tens;
      digit = null;
      power = 10;
    } else if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
      power = unit;
      afterZero = false;
    } else return null;
  }
  if (digit === null) return total;
  return total + digit * (power >= 100 && !afterZero ? power / 10 : 1);
}

/** 二〇二二 → 2022. */
function parseDigitString(text: string): number | null {
  if (text.length < 2) return null;
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function parseInteger(text: string): number | null {
  const digits = parseDigitString(text);
  if (digits !== null) return digits;
  const last = Math.max(...Array.from(SECTIONS.keys(), (mark) => text.lastIndexOf(mark)));
  if (last < 0) return parseSection(text);
  return parseSections(text);
}

/** Sections from the highest down: 一亿二千万, and 万亿 as a product; 一万五 is 15,000. */
function parseSections(text: string): number | null {
  let total = 0;
  let section = '';
  let lastSection = 1;
  for (const character of text) {
    const unit = SECTIONS.get(character);
    if (unit === undefined) {
      section += character;
      continue;
    }
    if (section === '') {
      if (total === 0) return null;
      total *= unit;
    } else {
      const value = parseNumberBefore(section);
      if (value === null) return null;
      total = unit > lastSection && total > 0 ? (total + value) * unit : total + value * unit;
    }
    lastSection = unit;
    section = '';
  }
  if (section === '') return total;
  const rest = parseNumberBefore(section);
  if (rest === null) return null;
  const bareDigit = section.length === 1 && DIGITS.get(section) !== undefined;
  return total + (bareDigit ? (rest * lastSection) / 10 : rest);
}

function parseNumberBefore(text: string): number | null {
  const arabic = parseArabic(text);
  return arabic ?? parseSection(text.replace(/^零/, ''));
}

/** `1,234.5` → 1234.5, `3千` → 3000. */
function parseArabic(text: string): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千]?)$/.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = '', power = ''] = match;
  return Number(whole.replaceAll(',', '') + fraction) * (POWERS.get(power) ?? 1);
}

/** The exact product of a decimal and a power of ten: 5.05亿 is 505000000, not 504999999.99. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}

function parsePositive(text: string): number | null {
  const arabic = parseArabic(text);
  if (arabic !== null) return arabic;
  const percent = /^百分之(.+)$/.exec(text);
  if (percent?.[1] !== undefined) return scaled(parsePositive(percent[1]), 1);
  const fraction = /^([^分]+)分之([^分]+)$/.exec(text);
  if (fraction !== null) {
    const below = parsePositive(fraction[1] ?? '');
    const above = parsePositive(fraction[2] ?? '');
    return below === null || above === null || below === 0 ? null : above / below;
  }
  const point = /^([^点]*)点([^点万亿萬億]+)([万亿萬億]*)$/.exec(text);
  if (point !== null) return parseDecimal(point[1] ?? '', point[2] ?? '', point[3] ?? '');
  return scaled(parseInteger(text), 1);
}

function scaled(value: number | null, by: number): number | null {
  return value === null ? null : exact(value * by);
}

/** 三点一四, 一点五亿. */
function parseDecimal(whole: string, fraction: string, units: string): number | null {
  const above = whole === '' ? 0 : parseInteger(whole);
  const below = [...fraction].map((character) => DIGITS.get(character));
  if (above === null || below.includes(undefined)) return null;
  const by = [...units].reduce((product, unit) => product * (SECTIONS.get(unit) ?? 1), 1);
  return scaled(Number(`${above}.${below.join('')}`), by);
}

/**
 * The value of a text that is wholly one Chinese or Arabic numeral, else null. Full-width digits, thousand separators,
 * 万 and 亿, decimals, 百分之三 (→ 3) and 三分之二 (→ 0.667) are understood.
 */
export function parseNumeral(text: string): number | null {
  const numeral = text.normalize('NFKC').replaceAll(' ', '');
  if (numeral === '' || numeral.length > LONGEST_NUMERAL) return null;
  return parsePositive(numeral);
}

/** Characters that Chinese numerals are written with, for character classes. */
const HAN_NUMERAL = '〇零○一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟';

export interface OrdinalMention {
  readonly value: number;
  /** Of 第 and the numeral; the noun follows, perhaps after a space. */
  readonly start: number;
  readonly end: number;
  /** Up to eight Han characters after the numeral, measure word first, cut before a verb or particle: 次专题会议. */
  readonly noun: string;
}

const ORDINAL = new RegExp(
  `第 ?([0-9]{1,6}|[${HAN_NUMERAL}]{1,9})(?![0-9]|[.,][0-9]) ?([\\p{Script=Han}]{0,8})`,
  'gu',
);
/** 届 and 中全会 count without 第: 七届二次会议, 十九届六中全会. */
const BARE_ORDINAL = new RegExp(
  `(?<![0-9第${HAN_NUMERAL}])([0-9]{1,3}|[${HAN_NUMERAL}]{1,4})(?=届[\\p{Script=Han}0-9 ])([\\p{Script=Han}]{0,8})`,
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
  /[的了在是由和与及或于从被把将也都就而但对向给谁哪几多吗呢何]|主持|召开|举行|举办|强调|指出|出席|参加|列席|通过|上强|审议|什么|有哪|有多|怎/;

function cutNoun(following: string): string {
  const end = following.slice(1).search(NOUN_END);
  return end < 0 ? following : following.slice(0, end + 1);
}

/** Every ordinal of a folded Chinese text: 第十四次专题会议, 第14次, 第 49 届, 七届二次会议, 党的二十大; in order. */
export function findOrdinals(folded: string): OrdinalMention[] {
  const found: OrdinalMention[] = [];
  for (const pattern of [ORDINAL, BARE_ORDINAL, CONGRESS]) {
    for (const match of folded.matchAll(pattern)) {
      const [whole, numeral = '', following = ''] = match;
      const value = parseNumeral(numeral);
      if (value === null || !Number.isInteger(value) || NO_ORDINAL_NOUN.test(following)) continue;
      const end = match.index + whole.trimEnd().length - following.length;
      const trimmed = folded.charAt(end - 1) === ' ' ? end - 1 : end;
      found.push({
        value,
        start: match.index,
        end: pattern === CONGRESS ? match.index + numeral.length : trimmed,
        noun: cutNoun(following),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export interface NumberMention {
  readonly value: number;
  /** The upper end of a range (3至5 → 5), else null. */
  readonly upper: number | null;
  readonly start: number;
  /** After the numeral and a following 多, 余, 来; before the unit. */
  readonly end: number;
  /** Measure word, currency or % right after, '' if none. */
  readonly unit: string;
  /** 约, 近, 超过 before or 多, 余 after. */
  readonly approximate: boolean;
}

const UNITS = (
  '平方公里 平方千米 平方米 平方英里 立方米 万千瓦 千瓦时 千瓦 公里 千米 厘米 毫米 英里 英尺 英寸 海里 公顷 公斤 千克 毫克 ' +
  '微米 纳米 小时 分钟 个月 星期 个小时 世纪 年代 人次 人民币 美元 欧元 英镑 日元 港元 港币 台币 新台币 卢布 法郎 马克 澳元 加元 韩元 ' +
  '公元 百分点 个百分点 摄氏度 米 克 吨 升 毫升 亩 里 尺 寸 斤 两 元 块 角 分 秒 天 日 年 月 周 岁 届 次 回 遍 趟 场 轮 ' +
  '个 名 位 人 例 项 条 款 章 节 篇 部 本 册 卷 张 幅 封 件 份 套 台 架 辆 艘 列 班 架次 座 栋 幢 间 所 家 户 口 层 楼 ' +
  '种 类 样 批 组 队 支 只 头 匹 棵 株 朵 颗 粒 枚 发 把 根 块 片 面 门 道 处 点 倍 成 折 度 级 号 路 站 等 票 字 句 词 ' +
  '首 曲 集 期 代 世 任 国 省 市 县 区 镇 乡 村 州 字节 兆瓦 瓦 伏 赫兹 马力 节 桶 箱 袋 瓶 杯 剂 针 床 张床 名额 席 步 圈 局 球 分球'
).split(' ');
const UNIT = [...new Set(UNITS)].sort((a, b) => b.length - a.length).join('|');
const ARABIC = '[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?';
const NUMERAL = `(?:(?:${ARABIC})[ ]?[十百千万亿]{0,3}|[${HAN_NUMERAL}]+(?:点[〇零一二三四五六七八九]+[万亿]{0,2})?)`;
const NUMBER = new RegExp(
  `(约|近|超过?|逾|大约|将近|至少|不足)?(?:(百分之|[${HAN_NUMERAL}]{1,4}分之)?(${NUMERAL})(?:([%‰])?[至到~～\\-–—](${NUMERAL}))?)(多|余|来|几)?([%‰]| ?(?:${UNIT}))?`,
  'gu',
);

/** 分之 before the numeral makes it a fraction; 百分之 a percentage. */
function mentionedValue(prefix: string, numeral: string): number | null {
  return parseNumeral(prefix === '百分之' ? numeral : prefix + numeral);
}

const FORMAL_DIGIT = /^[壹贰叁肆伍陆柒捌玖]$/;

/** A Han numeral of one character without a unit is mostly part of a word (统一, 一起), a formal one a surname (陆). */
function isPartOfWord(prefix: string, numeral: string, unit: string, before: string): boolean {
  if (prefix !== '' || /[0-9]/.test(numeral)) return false;
  if (numeral.length === 1 && (unit === '' || FORMAL_DIGIT.test(numeral))) return true;
  return (numeral === '一' && unit === '步' && before === '进') || (numeral === '十' && unit === '分');
}

/** 23–16 is a score, 0371-65866 a telephone number: two numbers, no range. */
function isRange(from: string, to: string): boolean {
  const lower = parseNumeral(from);
  const upper = parseNumeral(to);
  return lower !== null && upper !== null && lower < upper && !/^0\d/.test(from);
}

/**
 * Every number of a folded Chinese text with its unit, in order. Ordinals (第…) are left out; dates are not: their
 * numbers carry the unit 年, 月, 日.
 */
export function findNumbers(folded: string): NumberMention[] {
  const found: NumberMention[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const [whole, about = '', prefix = '', numeral = '', , to, more = '', mark = ''] = match;
    const start = match.index + about.length;
    const unit = prefix === '百分之' ? '%' : mark.trim();
    if (/第 ?$/.test(folded.slice(Math.max(0, start - 2), start))) continue;
    if (isPartOfWord(prefix, numeral, unit, folded.charAt(start - 1))) continue;
    const value = mentionedValue(prefix, numeral.trim());
    if (value === null) continue;
    const end = match.index + whole.length - mark.length;
    const approximate = about !== '' || more !== '';
    if (to === undefined || isRange(numeral, to)) {
      found.push({ value, upper: to === undefined ? null : parseNumeral(to), start, end, unit, approximate });
      continue;
    }
    const second = end - more.length - to.length;
    found.push({
      value,
      upper: null,
      start,
      end: start + prefix.length + numeral.length,
      unit: '',
      approximate,
    });
    found.push({ value: parseNumeral(to) ?? 0, upper: null, start: second, end, unit, approximate });
  }
  return found;
}

export { findEnglishNumbers, findEnglishOrdinals } from './english-numerals.js';
