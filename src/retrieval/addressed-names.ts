/** Whom a question means by surname and office (楼书记, Governor Wang, Lou), put by the full name that the corpus has. */
import { looksLikePersonName } from '../language/names.js';
import { displayPinyin, pinyinOf } from '../language/pinyin.js';
import { CHINESE_PLACES } from '../language/place-list.js';
import { fold } from '../language/script.js';
import { ENGLISH_TITLES } from './intent-lexicon.js';

interface Known {
  /** Folded. */
  readonly persons: ReadonlySet<string>;
  /** In how many passages a folded text stands. */
  readonly count: (folded: string) => number;
}

/** Ways to address the holder of an office by his surname. */
const TITLE =
  '(?:副?(?:书记|省长|市长|县长|区长|镇长|乡长|村长|主席|主任|厅长|局长|部长|院长|校长|处长|科长|站长|队长|所长|秘书长|总经理|经理|董事长|会长|理事长|行长|司令|指挥长)|老师|教授|医生|大夫|师傅|总|工)';
const ADDRESSED = new RegExp(
  `(?<![副老小])(?<![现前历担出接继新首兼时后上离卸](?=任))(\\p{Script=Han})(${TITLE})(?!会议|办公|团|席|[\\p{Script=Han}]{0,2}(?:是谁|叫什么|是哪一?位))`,
  'gu',
);
/** Governor Wang, Mr Wei. */
const ADDRESSED_ENGLISH =
  /\b((?:(?:vice|deputy|executive|party|provincial|municipal|city) )*(?:governor|mayor|secretary|chief|chairman|chairwoman|director|president|minister|commander|professor|mr|ms|mrs|dr|comrade)\.?) ([a-z]+)\b/giu;
/** What did Lou say, demanded by Lou: one word with a capital where somebody acts; the Tang dynasty is nobody. */
const SURNAME_ALONE =
  /(?<=\b(?:did|does|has|had|will|would|by) )(\p{Lu}[a-z]{1,5})(?='s\b|[ ,?])(?! (?:\p{Lu}|dynast|period|empire|emperor|kingdom|era|army|famil|people|court|state|school|style))/gu;
/** Such words are English as often as names. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  'An A He She We Me Be So To No Do Go Long Song Fan Man Sun Pan Tan Wan May Dan Bai I On In Or As At It Is'.split(
    ' ',
  ),
);
/** One of several of a surname is meant where so many times as many passages have him as any other. */
const FAR_MORE = 3;
const LONGEST_NAME = 3;

/** A Chinese question with full names for surnames before offices; as it was where nobody or more than one may be meant. */
export function namesAddressed(typed: string, known: Known): string {
  const folded = fold(typed);
  let text = '';
  let at = 0;
  for (const match of folded.matchAll(ADDRESSED)) {
    const [address, surname = '', title = ''] = match;
    const isCut = isWithinOther(folded, match.index, match.index + address.length);
    const name = isCut || known.count(address) > 0 ? null : bearer(surname, title, known);
    if (name === null) continue;
    text += typed.slice(at, match.index) + name;
    at = match.index + address.length;
  }
  return text + typed.slice(at);
}

/** 江西副省长吴晓军: 西 ends the name of a place, and whose office it is stands behind it. */
function isWithinOther(folded: string, start: number, end: number): boolean {
  const endsPlace = [2, 3].some((length) =>
    CHINESE_PLACES.has(folded.slice(Math.max(0, start + 1 - length), start + 1)),
  );
  const names = [LONGEST_NAME, LONGEST_NAME - 1].map((length) => folded.slice(end, end + length));
  return endsPlace || names.some((name) => name.length > 1 && looksLikePersonName(name));
}

/** The same for an English question, in Latin letters. */
export function englishNamesAddressed(typed: string, known: Known): string {
  return typed
    .replace(ADDRESSED_ENGLISH, (whole, title: string, surname: string, at: number) => {
      const isFull = /^ \p{Lu}[a-z]/u.test(typed.slice(at + whole.length));
      if (isFull || !/^\p{Lu}/u.test(surname)) return whole;
      const chinese = ENGLISH_TITLES.find(({ pattern }) => pattern.test(title.toLowerCase()))?.chinese[0];
      const name = spelledBearer(surname, chinese ?? '', known);
      return name === null ? whole : `${title} ${displayPinyin(name)}`;
    })
    .replace(SURNAME_ALONE, (surname) => {
      const name = ENGLISH_WORDS.has(surname) ? null : spelledBearer(surname, '', known);
      return name === null ? surname : displayPinyin(name);
    });
}

function bearer(surname: string, title: string, known: Known): string | null {
  const names = bySurname(known.persons).get(surname) ?? [];
  return oneOf(names, title, known);
}

function spelledBearer(latin: string, title: string, known: Known): string | null {
  const sound = latin.toLowerCase();
  const spelled = [...bySurname(known.persons)].flatMap(([surname, names]) =>
    (pinyinOf(names[0] ?? surname)[0] ?? '').replace(/v/gu, 'u') === sound ? names : [],
  );
  return oneOf(spelled, title, known);
}

const surnames = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();

/** The persons of a corpus by the first character of their names, sorted once: there may be tens of thousands. */
function bySurname(persons: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const known = surnames.get(persons);
  if (known !== undefined) return known;
  const sorted = new Map<string, string[]>();
  for (const name of persons) {
    if (name.length < 2 || name.length > LONGEST_NAME) continue;
    const names = sorted.get(name.charAt(0));
    if (names === undefined) sorted.set(name.charAt(0), [name]);
    else names.push(name);
  }
  surnames.set(persons, sorted);
  return sorted;
}

/** The only one of them whom a text names behind the title, else the only one at all. */
function oneOf(names: readonly string[], title: string, known: Known): string | null {
  const held = title === '' ? [] : names.filter((name) => known.count(`${title}${name}`) > 0);
  const [first, second] = [...(held.length > 0 ? held : names)]
    .map((name) => ({ name, passages: known.count(name) }))
    .sort((a, b) => b.passages - a.passages);
  if (first === undefined || first.passages === 0) return null;
  return second === undefined || first.passages >= FAR_MORE * second.passages ? first.name : null;
}
