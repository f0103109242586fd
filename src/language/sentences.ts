/** Where sentences end, and which sentences are items of an enumeration. */

const CLOSERS = new Set('”’"\'」』》〉）)】］]〕»'.split(''));
const ENDERS = new Set('。！？；!?;｡…'.split(''));
/** Latin abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|No|Nos|vs|etc|e\.g|i\.e|approx|fig|Fig|Vol|vol|pp|p|Inc|Ltd|Co|Corp|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|ca|cf|al)$/u;
const HAN = /\p{Script=Han}/u;
/** How far back an abbreviation is looked for. */
const ABBREVIATION_REACH = 10;
/** A title in 《》, or a remark in brackets, that is longer than this may hold sentences of its own (or was never closed). */
const LONGEST_ASIDE = 80;
/** Marks around what stands inside a sentence, whatever it holds. */
const ASIDES: Readonly<Record<string, string>> = { '《': '》', '(': ')', '（': '）' };

/** `7. ` at the start of a line or after a space, before Han text: the number of an item. */
const LIST_NUMBER = /(?:^|[\s)）。！？；!?;])\d{1,2}$/;

/** Whether the ASCII full stop at `at` ends a sentence: not in a number, a Latin abbreviation, a list marker or an address. */
function isFullStop(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  const nextIsHan = HAN.test(next);
  if (next !== '' && !/\s/.test(next) && !CLOSERS.has(next) && !nextIsHan) return false;
  const before = text.slice(Math.max(0, at - ABBREVIATION_REACH), at);
  const following = text.slice(at + 1, at + 1 + ABBREVIATION_REACH).trimStart();
  if (LIST_NUMBER.test(before) && HAN.test(following.charAt(0))) return false;
  if (HAN.test(before.slice(-1))) return true;
  return !nextIsHan && !ABBREVIATION.test(before);
}

/** The end of the title or remark that opens at `at`, or `at` when it is not closed soon, on its line. */
function skipAside(text: string, at: number): number {
  const opening = text.charAt(at);
  const closing = ASIDES[opening];
  const limit = Math.min(text.length, at + LONGEST_ASIDE);
  for (let i = at + 1; i < limit; i++) {
    const character = text.charAt(i);
    if (character === closing) return i;
    if (character === '\n' || character === opening) return at;
  }
  return at;
}

/** The first offset after `at` that belongs to the next sentence: repeated end marks, closing quotes and spaces stay. */
function endOfSentence(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && (ENDERS.has(text.charAt(end)) || text.charAt(end) === '.')) end++;
  while (end < text.length && CLOSERS.has(text.charAt(end))) end++;
  while (end < text.length && /\s/.test(text.charAt(end))) end++;
  return end;
}

/**
 * Cuts a text (original or folded) into sentences, as half-open offsets that follow one another and cover it whole.
 * 。！？；!?; and a line break end a sentence, an ASCII full stop when it is no decimal point and no abbreviation's;
 * a closing quote or bracket, and the spaces after it, stay with the sentence before. Marks inside 《》 and short brackets
 * end nothing.
 */
export function splitSentences(text: string): readonly (readonly [start: number, end: number])[] {
  const sentences: (readonly [number, number])[] = [];
  let start = 0;
  for (let i = 0; i < text.length; ) {
    const character = text.charAt(i);
    if (ASIDES[character] !== undefined) {
      i = skipAside(text, i) + 1;
    } else if (character === '\n' || isEnder(text, i, character)) {
      const end = endOfSentence(text, i);
      sentences.push([start, end]);
      start = end;
      i = end;
    } else {
      i++;
    }
  }
  if (start < text.length) sentences.push([start, text.length]);
  return sentences;
}

function isEnder(text: string, at: number, character: string): boolean {
  if (character === '…') return false;
  return ENDERS.has(character) || (character === '.' && isFullStop(text, at));
}

export interface EnumerationItem {
  /** As written: 一要, 二是, (三), 4., ⑤, 第六, 其一. */
  readonly marker: string;
  readonly start: number;
  readonly end: number;
}

const CHINESE_ORDER = '一二三四五六七八九十'.split('');
/** Ways to number items; the order of the groups is the style. Circled numbers need no border before them. */
const STYLES = [
  '(?<a>[一二三四五六七八九十]{1,3})(?:要|是|须|应|需|则|、|[,，](?!\\d))',
  '[（(](?<b>[一二三四五六七八九十]{1,3}|\\d{1,2})[)）]、?',
  '(?<c>\\d{1,2})(?:[.．、](?!\\d)|[)）])',
  '第(?<d>[一二三四五六七八九十]{1,3})[,，、:：]',
  '其(?<e>[一二三四五六七八九十])[,，、是:：]',
];
const MARKER = new RegExp(`(?<=^|[\\s。！？；!?;:：，,、”"’）)])(?:${STYLES.join('|')})|(?<f>[①-⑳])`, 'gu');

interface Marker {
  readonly style: string;
  readonly value: number;
  readonly text: string;
  readonly at: number;
}

function orderOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const circled = numeral.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x2460 + 1;
  const [first = '', second = '', third = ''] = numeral;
  const digit = (character: string) => CHINESE_ORDER.indexOf(character) + 1;
  if (numeral.length === 1) return digit(first);
  if (first === '十') return 10 + digit(second);
  return second === '十' ? digit(first) * 10 + digit(third) : 0;
}

function findMarkers(text: string): Marker[] {
  const markers: Marker[] = [];
  for (const match of text.matchAll(MARKER)) {
    const [marker] = match;
    const [style = '', numeral = ''] =
      Object.entries(match.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    const tail = style === 'a' ? marker.slice(numeral.length) : '';
    const value = orderOf(numeral);
    if (value > 0) markers.push({ style: style + tail, value, text: marker, at: match.index });
  }
  return markers;
}

/** The longest runs of one style that count up by one; of several styles the one with the most items, then the earliest. */
function longestSequence(markers: readonly Marker[]): readonly Marker[] {
  const sequences = new Map<string, Marker[][]>();
  for (const marker of markers) {
    const ofStyle = sequences.get(marker.style) ?? [];
    sequences.set(marker.style, ofStyle);
    const last = ofStyle.at(-1);
    if (last !== undefined && last.at(-1)?.value === marker.value - 1) last.push(marker);
    else ofStyle.push([marker]);
  }
  const all = [...sequences.values()].flat();
  all.sort((a, b) => b.length - a.length || (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
  return all[0] ?? [];
}

/**
 * The items of the enumeration in a text: 一要…二要…, 一是…二是…, (一)…(二)…, 1.…2.…, ①②, 第一，第二，. They count up by
 * one, in one style. Each runs to the next marker, the last to the end of its line. A single marker counts only at the
 * very start of the text (a paragraph that holds one item).
 */
export function findEnumeration(text: string): readonly EnumerationItem[] {
  const sequence = longestSequence(findMarkers(text));
  const [first] = sequence;
  if (first === undefined || (sequence.length === 1 && text.slice(0, first.at).trim() !== '')) return [];
  return sequence.map((marker, i) => {
    const next = sequence[i + 1]?.at;
    const line = text.indexOf('\n', marker.at);
    return { marker: marker.text, start: marker.at, end: next ?? (line < 0 ? text.length : line) };
  });
}
