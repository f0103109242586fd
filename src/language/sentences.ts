/** Where sentences end. */

export { enumerationFrom, findEnumeration } from './enumerations.js';

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

/** What may end a sentence or open an aside; … only follows an end. */
const MARK = /[。！？；!?;｡.\n《(（]/g;

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
  const mark = new RegExp(MARK);
  let start = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [character] = found;
    if (ASIDES[character] !== undefined) {
      mark.lastIndex = skipAside(text, found.index) + 1;
    } else if (character !== '.' || isFullStop(text, found.index)) {
      const end = endOfSentence(text, found.index);
      sentences.push([start, end]);
      start = end;
      mark.lastIndex = end;
    }
  }
  if (start < text.length) sentences.push([start, text.length]);
  return sentences;
}
