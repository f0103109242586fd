/** Stretches of a text that are of the kind a question asks for. */

import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { findPlaces } from '../../language/names.js';
import { findNumbers, type NumberMention } from '../../language/numerals.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';

/** A transliterated name of several parts. */
const DOTTED_NAME = /[\p{Script=Han}a-z]{1,8}(?:·[\p{Script=Han}a-z]{1,8}){1,4}/gu;
const SHORTEST_NAME = 2;
const LONGEST_NAME = 4;

/** The end of a number with its unit. */
function endOfNumber(number: NumberMention): number {
  return number.end + number.unit.length;
}

const firstPairs = new WeakMap<ReadonlySet<string>, Uint8Array>();
/** Ten times as many as a large corpus has names. */
const PAIR_BITS = 17;

/** Where a pair of units is noted; several pairs share a place (multipliers: Knuth's golden ratio, MurmurHash3's mix). */
function pairSlot(text: string, at: number): number {
  const first = Math.imul(text.charCodeAt(at), 0x9e3779b1);
  return (first ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)) >>> (32 - PAIR_BITS);
}

/** A bit for the first pair of units of each of a set's names, by `pairSlot`: worked out once, to be asked by `mayStartName`. */
export function firstPairsOf(names: ReadonlySet<string>): Uint8Array {
  const known = firstPairs.get(names);
  if (known !== undefined) return known;
  // Bits stay in the fastest cache of the processor, where bytes do not.
  const pairs = new Uint8Array((1 << PAIR_BITS) / 8);
  for (const name of names) {
    if (name.length < SHORTEST_NAME) continue;
    const slot = pairSlot(name, 0);
    pairs[slot >> 3] = (pairs[slot >> 3] ?? 0) | (1 << (slot & 7));
  }
  firstPairs.set(names, pairs);
  return pairs;
}

/** Whether a name of two characters or more may stand at `at`, by `firstPairsOf`: no where none does, which is so at most places. */
export function mayStartName(pairs: Uint8Array, folded: string, at: number): boolean {
  const slot = pairSlot(folded, at);
  return (((pairs[slot >> 3] ?? 0) >> (slot & 7)) & 1) === 1;
}

/** Where known persons' names of two to four characters stand, the longest first, in order. */
export function knownPersons(folded: string, persons: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  const pairs = firstPairsOf(persons);
  for (let at = 0; at + 1 < folded.length; at++) {
    if (!mayStartName(pairs, folded, at)) continue;
    for (let length = LONGEST_NAME; length >= SHORTEST_NAME; length--) {
      if (!persons.has(folded.slice(at, at + length))) continue;
      spans.push([at, at + length]);
      at += length - 1;
      break;
    }
  }
  return spans;
}

/** What has been found in the text already. */
export interface KnownMentions {
  readonly dates?: readonly { readonly start: number; readonly end: number }[];
  readonly numbers?: readonly NumberMention[];
}

/** Dates for when, numbers with units for how many, names for who, places for where; nothing for other questions. */
export function findMentions(
  question: Question,
  folded: string,
  knowledge: CorpusKnowledge,
  known: KnownMentions = {},
): readonly Span[] {
  switch (question.kind) {
    case 'time':
      return (known.dates ?? findDates(folded)).map(({ start, end }) => [start, end]);
    case 'number':
      return (known.numbers ?? findNumbers(folded)).map((number) => [number.start, endOfNumber(number)]);
    case 'place':
      return findPlaces(folded).map(({ start, end }) => [start, end]);
    case 'person': {
      const dotted = Array.from(folded.matchAll(DOTTED_NAME), (m): Span => [m.index, m.index + m[0].length]);
      return [...dotted, ...knownPersons(folded, knowledge.persons)];
    }
    default:
      return [];
  }
}
