/** What a Chinese or Arabic numeral is worth, in every writing: 十四, 14, １４, 廿, 两百, 1.5万, 5.05亿, 百分之三, 三分之二. */

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

/** Below one section (万, 亿): 三千零五十 → 3050; a bare last digit takes the next lower power, 两百五 → 250. */
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
export const HAN_NUMERAL = '〇零○一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟';
