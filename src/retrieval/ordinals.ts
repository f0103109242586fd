/** Ordinals that a corpus gives, so that a refusal can say which ones there are. */
import { findOrdinals } from '../language/numerals.js';

/** 第十四次专题会议 → value 14, noun 次专题会议; all folded. */
export interface OrdinalFact {
  readonly value: number;
  readonly noun: string;
  readonly text: string;
}

/** Where the name of a meeting ends: 次院务会定的慰问金 is of 次院务会. */
const MEETING_NAME = /^[\p{Script=Han}]{1,8}?(?:会议|大会|全会|例会|会(?![议计长员展场馆费客谈所社堂]))/u;

/** The ordinals of folded texts, with repetitions. */
export function ordinalsIn(folded: string): OrdinalFact[] {
  return findOrdinals(folded).map(({ value, noun, start, end }) => ({
    value,
    noun,
    text:
      folded.slice(start, end) + (folded.startsWith(noun, end) ? (MEETING_NAME.exec(noun)?.[0] ?? noun) : ''),
  }));
}

/** Facts in an order that does not depend on that of the texts. */
export function inOrder(facts: readonly OrdinalFact[]): OrdinalFact[] {
  return [...facts].sort((a, b) => a.value - b.value || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}
