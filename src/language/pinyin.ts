/** How Chinese names are read and spelled in Latin letters. The only file that imports pinyin-pro. */
import { pinyin } from 'pinyin-pro';
import { fold } from './script.js';
import { surnameLengthAt } from './surnames.js';

const HAN = /^[\p{Script=Han}〇]$/u;
/** Characters that folding merges with another one of a different reading: 王乾 stands as 王干 on the folded layer. */
const MERGED_READINGS: Readonly<Record<string, readonly string[]>> = {
  干: ['qian'],
  只: ['zhi'],
  借: ['jie'],
};
const TONE_MARKS = /[\u0300\u0301\u0304\u030c]/g;
/** Longest Han text that is compared with Latin spelling; names are shorter. */
const LONGEST_NAME = 24;
const LONGEST_LATIN = 160;

/** Toneless syllables in lower case, with ü as v; a surname at the head gets its reading as a surname: 单 → shan. */
export function pinyinOf(hanName: string): string[] {
  if (hanName === '') return [];
  return pinyin(hanName, { toneType: 'none', type: 'array', mode: 'surname', surname: 'head', v: true });
}

const readings = new Map<string, ReadonlySet<string>>();

/** Every toneless reading of one character (ü as v), of its simplified form too. */
export function readingsOf(character: string): ReadonlySet<string> {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const simplified = fold(character);
  const all = new Set(MERGED_READINGS[simplified]);
  for (const form of new Set([character, simplified])) {
    if (!HAN.test(form)) continue;
    for (const reading of pinyin(form, { multiple: true, type: 'array', toneType: 'none', v: true }))
      all.add(reading);
  }
  readings.set(character, all);
  return all;
}

/** Latin letters without tone marks, case, and anything between letters; ü as v: `Lǚ Tǐng-lín` → `lvtinglin`. */
function latinKey(latin: string): string {
  return latin
    .slice(0, LONGEST_LATIN)
    .normalize('NFD')
    .replace(TONE_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ü|u:/g, 'v')
    .replace(/[^a-z]/g, '');
}

const tonedReadings = new Map<string, ReadonlySet<string>>();

/**
 * Whether the Latin letters, with or without tone marks, are one of the readings of the character: 長 + `cháng` or
 * `zhǎng`. With a tone mark the tone must be right. The character may be traditional or simplified; case is ignored.
 */
export function isReadingOf(char: string, latinWithTones: string): boolean {
  if (!HAN.test(char)) return false;
  const latin = latinWithTones.trim().normalize('NFC').toLowerCase();
  if (latin === '') return false;
  let known = tonedReadings.get(char);
  if (known === undefined) {
    const forms = new Set([char, fold(char)]);
    known = new Set([...forms].flatMap((form) => pinyin(form, { multiple: true, type: 'array' })));
    tonedReadings.set(char, known);
  }
  if (known.has(latin)) return true;
  const toneless = latinKey(latin);
  return toneless === latin.replace(/ü/g, 'v') && readingsOf(char).has(toneless);
}

function capitalised(syllables: readonly string[]): string {
  const word = syllables.map((syllable) => syllable.replace(/v/g, 'ü')).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const surnameLengthOf = (han: string) => Math.max(1, surnameLengthAt(fold(han), 0));

/** The usual Latin spelling of a Chinese name: surname, space, given name: `Lou Yangsheng`, `Ouyang Xiu`. */
export function displayPinyin(hanName: string): string {
  const syllables = pinyinOf(hanName);
  const surname = syllables.length > 2 ? surnameLengthOf(hanName) : 1;
  if (syllables.length <= surname) return capitalised(syllables);
  return `${capitalised(syllables.slice(0, surname))} ${capitalised(syllables.slice(surname))}`;
}

/** The syllables of a Han text run together, ü as v, for looking names up by sound: 楼阳生 → `louyangsheng`, 吕 → `lv`. */
export function pinyinKey(han: string): string {
  return pinyinOf(han).join('');
}

/** Spellings of one syllable: ü is written v, u, yu or ue in passports and newspapers. */
function spellings(syllable: string): readonly string[] {
  if (!syllable.includes('v')) return [syllable];
  return ['v', 'u', 'yu', 'ue'].map((spelling) => syllable.replace('v', spelling));
}

/** More spellings than these of one name are not worth an entry each. */
const MOST_KEYS = 16;

/**
 * The key of a name, those of its other readings (乐 le or yue) and spellings of ü (lv, lu, lyu), the likeliest first: an
 * index that holds them all is asked with `lookupKeys`.
 */
export function pinyinKeys(han: string): string[] {
  let keys = [''];
  for (const character of han.slice(0, LONGEST_NAME)) {
    const syllables = [...readingsOf(character)].flatMap(spellings);
    keys = keys.flatMap((key) => syllables.map((syllable) => key + syllable)).slice(0, MOST_KEYS);
  }
  return [...new Set([pinyinKey(han), ...keys])];
}

/** The keys that a Latin spelling may have been filed under: as written, and with the last word first (Yangsheng Lou). */
export function lookupKeys(latin: string): string[] {
  const words = latin.split(/[\s,]+/).map(latinKey);
  const orders = [
    words,
    [...words.slice(-1), ...words.slice(0, -1)],
    [...words.slice(1), ...words.slice(0, 1)],
  ];
  return [...new Set(orders.map((order) => order.join('')))].filter((key) => key !== '');
}

function spells(latin: string, characters: readonly string[]): boolean {
  let ends = new Set([0]);
  for (const character of characters) {
    const next = new Set<number>();
    for (const reading of readingsOf(character)) {
      for (const spelling of spellings(reading)) {
        for (const end of ends) if (latin.startsWith(spelling, end)) next.add(end + spelling.length);
      }
    }
    if (next.size === 0) return false;
    ends = next;
  }
  return ends.has(latin.length);
}

/**
 * Whether Latin letters spell a Han name: case, spaces, hyphens, apostrophes and tone marks don't count, the surname
 * may stand first or last (`Yangsheng Lou`), ü may be written ü, v, u, yu or ue, and any reading of a character will do.
 */
export function matchesPinyin(latin: string, han: string): boolean {
  const characters = [...han];
  if (characters.length === 0 || characters.length > LONGEST_NAME) return false;
  const key = latinKey(latin);
  if (key === '' || spells(key, characters)) return key !== '';
  if (characters.length < 2) return false;
  const surname = surnameLengthOf(han);
  return spells(key, [...characters.slice(surname), ...characters.slice(0, surname)]);
}
