/** Place names: a list of known ones, and every other by its ending. */
import { characterTable, isHanUnit } from './character-table.js';
import { KNOWN_PLACES } from './place-list.js';
import { BEFORE_PLACE, GENERIC, LEADS_TO_PLACE, NOT_AFTER, NOT_IN_STEM } from './place-words.js';

/** Endings of place names, longest first. */
const PLACE_SUFFIXES: readonly string[] =
  '特别行政区 自治区 自治州 自治县 自治旗 示范区 开发区 高新区 国际机场 火车站 高铁站 街道 机场 大道 新区 省 市 县 区 州 镇 乡 村 旗 路 岛'.split(
    ' ',
  );

/** How long stems are (金水 in 金水区), the likeliest length first. */
const STEM_LENGTHS = [2, 3, 1];
/** Endings that a stem of one character may have: 祁县. */
const SHORT_STEMS = new Set(['县']);
/** Endings that are also the ends of many other words: only where nothing but a sign or another place stands before. */
const WEAK_SUFFIXES = new Set(['路', '大道', '旗', '岛', '州', '新区', '机场', '火车站']);
const HAN_ONLY = /^[\u4e00-\u9fff]+$/;

/** Whether the ending and the next character (empty at the end) are another word. */
function goesOn(suffix: string, next: string): boolean {
  return next !== '' && NOT_AFTER[suffix]?.includes(next) === true;
}

const known = new Map<string, string[]>();
for (const name of [...KNOWN_PLACES].sort((a, b) => b.length - a.length)) {
  const start = name.slice(0, 2);
  known.set(start, [...(known.get(start) ?? []), name]);
}

const knownStart = characterTable(...KNOWN_PLACES.map((name) => name.charAt(0)));

function knownAt(folded: string, at: number): string | null {
  if (!knownStart.has(folded.charCodeAt(at))) return null;
  const names = known.get(folded.slice(at, at + 2));
  return names?.find((name) => folded.startsWith(name, at)) ?? null;
}

const suffixesByLast = new Map<string, string[]>();
for (const suffix of PLACE_SUFFIXES) {
  const last = suffix.slice(-1);
  suffixesByLast.set(last, [...(suffixesByLast.get(last) ?? []), suffix]);
}

const suffixEnd = characterTable(...suffixesByLast.keys());

/** The longest place ending that stops at `end`, or null. */
function suffixBefore(folded: string, end: number): string | null {
  if (!suffixEnd.has(folded.charCodeAt(end - 1))) return null;
  const suffixes = suffixesByLast.get(folded.charAt(end - 1));
  return suffixes?.find((suffix) => folded.startsWith(suffix, end - suffix.length)) ?? null;
}

const beforePlace = characterTable(BEFORE_PLACE);
const leadsToPlace = characterTable(LEADS_TO_PLACE);
const COMPASS = new Set('东西南北');

function isGeneric(stem: string, suffix: string): boolean {
  if (GENERIC[suffix]?.includes(stem.slice(-1)) !== true) return false;
  return !(stem.length === 2 && COMPASS.has(stem.charAt(0)));
}

export interface PlaceMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** False where the name's beginning was only guessed from the word before it. */
  readonly sure: boolean;
}

/** What stands before `start`: something no name runs across, a word that leads to a place, or part of another word. */
function borderAt(folded: string, start: number, border: number): 'hard' | 'soft' | 'none' {
  if (start === border || start === 0 || !isHanUnit(folded.charCodeAt(start - 1))) return 'hard';
  return beforePlace.has(folded.charCodeAt(start - 1)) ? 'soft' : 'none';
}

interface Stem {
  readonly length: number;
  /** Whether a sign or another place stands right before it. */
  readonly hard: boolean;
}

/** The stem before `stemEnd`; null when none stands between borders. Two characters are the usual length. */
function stemBefore(folded: string, stemEnd: number, border: number): Stem | null {
  let soft = 0;
  for (const length of STEM_LENGTHS) {
    const start = stemEnd - length;
    if (start < border) continue;
    const kind = borderAt(folded, start, border);
    if (kind === 'hard') return { length, hard: true };
    if (kind === 'soft' && soft === 0) soft = length;
  }
  return soft === 0 ? null : { length: soft, hard: false };
}

/** 和, and 年 after a number, stand before a place, but begin some too (和平区, 日土县). */
const leads = (character: string) =>
  '和年月日'.includes(character) || leadsToPlace.has(character.charCodeAt(0));

/** The unknown place whose ending stops at `end`; `border` is where the place before it stopped. */
function suffixedPlace(folded: string, end: number, border: number): PlaceMention | null {
  const suffix = suffixBefore(folded, end);
  if (suffix === null || goesOn(suffix, folded.charAt(end))) return null;
  const stemEnd = end - suffix.length;
  const found = stemBefore(folded, stemEnd, border);
  if (
    found === null ||
    (found.length === 1 && !SHORT_STEMS.has(suffix)) ||
    (!found.hard && WEAK_SUFFIXES.has(suffix))
  )
    return null;
  const lead = found.length > 2 && leads(folded.charAt(stemEnd - found.length)) ? 1 : 0;
  const start = stemEnd - found.length + lead;
  const stem = folded.slice(start, stemEnd);
  if (
    leadsToPlace.has(stem.charCodeAt(0)) ||
    isGeneric(stem, suffix) ||
    NOT_IN_STEM.test(stem) ||
    !HAN_ONLY.test(stem)
  )
    return null;
  return { name: stem + suffix, start, end, sure: found.hard && lead === 0 };
}

/** The known place at `at` with its ending: 郑州, 郑州市. */
function knownPlace(folded: string, at: number): PlaceMention | null {
  const name = knownAt(folded, at);
  if (name === null) return null;
  const next = folded.charAt(at + name.length);
  const ending = PLACE_SUFFIXES.find((suffix) => folded.startsWith(suffix, at + name.length));
  const whole =
    ending === undefined || goesOn(ending, folded.charAt(at + name.length + ending.length))
      ? 0
      : ending.length;
  if (next === '' || whole === 0 || ending === '路' || ending === '村')
    return { name, start: at, end: at + name.length, sure: true };
  return {
    name: folded.slice(at, at + name.length + whole),
    start: at,
    end: at + name.length + whole,
    sure: true,
  };
}

/**
 * The places that a folded Chinese text names, in order, without overlaps: known ones (郑州, 法国) with or without their
 * ending, others by their ending where a border stands before them (金水区, 航空港区). One after another they come apart.
 */
export function findPlaces(folded: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  let border = 0;
  for (let at = 0; at < folded.length; at++) {
    const place = at < border ? null : (knownPlace(folded, at) ?? suffixedPlace(folded, at + 1, border));
    if (place === null) continue;
    found.push(place);
    border = place.end;
  }
  return found;
}
