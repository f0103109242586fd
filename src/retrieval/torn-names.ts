/** Tells names from pieces of the words around them: a question has no text around it that would. */
import { wordClass } from '../language/tokenizer.js';

/** By how many characters a word may reach over the border of what only reads like a name. */
const REACHES = [1, 2];

/** 林海东去了哪里 says where he went, not that anything went 东去; no 东主 is in 林海东主持. */
const ACTS =
  /^(?:[去来到](?:了|过|哪|的)|主持|出席|列席|参加|汇报|通报|部署|讲话|强调|指出|要求|表示|调研|检查|视察|担任)/u;

/**
 * Whether what reads like a name is made of the words around it: 王希 in 国王希望, 于机车 in 由于机车, 甘地学 in 甘地学说. A
 * word reaches over one of its borders, and what that leaves of it belongs to words too.
 */
export function isTornFromWords(
  folded: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  for (let cut = start + 1; cut <= end; cut++) {
    if (
      reachesBack(folded, start, cut) &&
      (cut === end || isWord(folded, cut, end) || reachesOn(folded, cut, end))
    )
      return true;
  }
  for (let cut = start + 2; cut < end; cut++) {
    if (isWord(folded, start, cut) && reachesOn(folded, cut, end)) return true;
  }
  return false;
}

function reachesBack(folded: string, start: number, cut: number): boolean {
  return REACHES.some((by) => by <= start && isWord(folded, start - by, cut));
}

function reachesOn(folded: string, cut: number, end: number): boolean {
  if (ACTS.test(folded.slice(end))) return false;
  return REACHES.some((by) => end + by <= folded.length && isWord(folded, cut, end + by));
}

function isWord(folded: string, start: number, end: number): boolean {
  return end - start > 1 && wordClass(folded.slice(start, end)) !== 'unknown';
}
