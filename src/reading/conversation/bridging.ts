/** What an earlier question names, said in the language of the next one. */

import { chineseNumeral } from '../../language/numeral-words.js';
import { parseNumeral } from '../../language/numerals.js';
import { displayPinyin } from '../../language/pinyin.js';
import type { Frame } from './frame.js';

const HAN = /\p{Script=Han}/u;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ENGLISH_ENDINGS = ['th', 'st', 'nd', 'rd'];

/** 第十四次专题会议; of an English question its ordinal or day, null when it has neither. */
export function chineseEventOf({
  event,
  language,
  constraints,
}: Pick<Frame, 'event' | 'language' | 'constraints'>): string | null {
  if (event === null || language !== 'en' || HAN.test(event.text)) return event?.text ?? null;
  const ordinal = constraints.find(({ type }) => type === 'ordinal');
  if (ordinal?.type === 'ordinal') return `第${chineseNumeral(ordinal.value)}${ordinal.noun}`;
  const date = constraints.find(({ type }) => type === 'date');
  if (date?.type !== 'date') return null;
  return `${chineseDate(date.iso)}${event.meeting ? '的会议' : ''}`;
}

/** The 14th meeting; of a Chinese question without ordinal or day null. */
export function englishEventOf({
  event,
  language,
  constraints,
}: Pick<Frame, 'event' | 'language' | 'constraints'>): string | null {
  if (event === null || (language === 'en' && !HAN.test(event.text))) return event?.text ?? null;
  const ordinal = constraints.find(({ type }) => type === 'ordinal');
  if (ordinal?.type === 'ordinal') return `the ${englishOrdinal(ordinal.value)} meeting`;
  const date = constraints.find(({ type }) => type === 'date');
  if (date?.type !== 'date') return null;
  return `${event.meeting ? 'the meeting on ' : ''}${englishDate(date.iso)}`;
}

/** Wang Kai for 王凯; names in Latin letters as they are. */
export function englishNameOf(name: string): string {
  return HAN.test(name) ? displayPinyin(name) : name;
}

/** 14th, 21st. */
export function englishOrdinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 20;
  return `${value}${(teen ? undefined : ENGLISH_ENDINGS[value % 10]) ?? 'th'}`;
}

/** 2022年3月21日, as far as `iso` goes (`--03-21`, `2022-03`). */
export function chineseDate(iso: string): string {
  const { year, month, day } = fieldsOf(iso);
  return `${year === null ? '' : `${year}年`}${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`;
}

/** March 21, 2022, as far as `iso` goes. */
export function englishDate(iso: string): string {
  const { year, month, day } = fieldsOf(iso);
  const name = month === null ? null : MONTHS[month - 1];
  return [name, day === null ? null : name === null ? `the ${englishOrdinal(day)}` : String(day)]
    .filter((part) => part != null)
    .join(' ')
    .concat(year === null ? '' : name === null ? String(year) : `, ${year}`);
}

function fieldsOf(iso: string): { year: number | null; month: number | null; day: number | null } {
  const match = /^(?:(\d{4})|-)(?:-(?:(\d{2})|-)?(?:-(\d{2}))?)?/u.exec(iso);
  const [year, month, day] = [1, 2, 3].map((group) =>
    match?.[group] === undefined ? null : parseNumeral(match[group]),
  );
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}
