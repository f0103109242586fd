/** Words of a stretch of folded text, with places and known names whole. */

import type { Span } from '../../corpus/article.js';
import { createTokenizer } from '../../language/tokenizer.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import { firstPairsOf, knownPersons, mayStartName } from './mentions.js';

/** A word with its place in the paragraph. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Marks between clauses. */
export const SEPARATOR = /^[,，。；;：:！!？?|\n]+$/u;
/** Longer names are left to their words. */
const LONGEST_NAME = 12;
const NUMERAL = /^\d[\d.,:]*$/;
const NUMERAL_PART = /^[\d.,:%‰]+$/;

/** Known names are put in by `cutAroundPersons` and `joinNames`, so that one tokenizer serves every corpus. */
const tokenizer = createTokenizer({ persons: [], places: [], organizations: [] });

/** Pieces of a stretch: known persons' names and what stands between them. */
function cutAroundPersons(folded: string, [start, end]: Span, persons: ReadonlySet<string>): Word[] {
  const pieces: Word[] = [];
  const add = (from: number, to: number) => {
    if (to > from) pieces.push({ text: folded.slice(from, to), start: from, end: to });
  };
  let done = start;
  for (const [from, to] of knownPersons(folded.slice(start, end), persons)) {
    add(done, start + from);
    add(start + from, start + to);
    done = start + to;
  }
  add(done, end);
  return pieces;
}

/** Whether a word goes on with the numeral before it: 4 , 000, and the time 7 : 40. */
function continuesNumeral(word: Word, last: Word | undefined, folded: string): boolean {
  if (last === undefined || last.end !== word.start) return false;
  if (!NUMERAL_PART.test(word.text) || !NUMERAL.test(last.text)) return false;
  return /^[\d%‰]/.test(word.text) || /\d/.test(folded.charAt(word.start + 1));
}

/** Joins the words that a known name or a transliteration with dots is made of. */
function joinNames(words: readonly Word[], folded: string, { persons, places }: CorpusKnowledge): Word[] {
  const joined: Word[] = [];
  const ofPersons = firstPairsOf(persons);
  const ofPlaces = firstPairsOf(places);
  for (let i = 0; i < words.length; ) {
    const first = words[i];
    if (first === undefined) break;
    let end = i;
    const { start } = first;
    const mayJoin = mayStartName(ofPersons, folded, start) || mayStartName(ofPlaces, folded, start);
    for (let j = i + 1; mayJoin && j < words.length; j++) {
      const last = words[j];
      if (last === undefined || last.end - first.start > LONGEST_NAME || SEPARATOR.test(last.text)) break;
      const text = folded.slice(first.start, last.end);
      if (persons.has(text) || places.has(text)) end = j;
    }
    while (words[end + 1]?.text === '·' && words[end + 2] !== undefined) end += 2;
    const last = words[end] ?? first;
    const isOne = end === i;
    joined.push(isOne ? first : { text: folded.slice(start, last.end), start, end: last.end });
    i = end + 1;
  }
  return joined;
}

/** The words of `range` in order; blanks are left out, the parts of one numeral and of one name are one word. */
export function wordsOf(folded: string, range: Span, knowledge: CorpusKnowledge): readonly Word[] {
  const words: Word[] = [];
  for (const piece of cutAroundPersons(folded, range, knowledge.persons)) {
    const texts = knowledge.persons.has(piece.text) ? [piece.text] : tokenizer.words(piece.text);
    let at = piece.start;
    for (const text of texts) {
      const word = { text, start: at, end: at + text.length };
      const last = words.at(-1);
      if (last !== undefined && continuesNumeral(word, last, folded))
        words[words.length - 1] = { text: last.text + text, start: last.start, end: word.end };
      else if (text.trim() !== '') words.push(word);
      at = word.end;
    }
  }
  return joinNames(words, folded, knowledge);
}
