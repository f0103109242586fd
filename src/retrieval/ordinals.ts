/** Ordinals that a corpus gives, so that a refusal can say which ones there are. */
import { findOrdinals } from '../language/numerals.js';

/** 第十四次专题会议 → value 14, noun 次专题会议; all folded. */
export interface OrdinalFact {
  readonly value: number;
  readonly noun: string;
  readonly text: string;
}

/** The ordinals of folded texts, with repetitions. */
export function ordinalsIn(folded: string): OrdinalFact[] {
  return findOrdinals(folded).map(({ value, noun, start, end }) => ({
    value,
    noun,
    text: folded.slice(start, end) + (folded.startsWith(noun, end) ? noun : ''),
  }));
}

/** Facts in an order that does not depend on that of the texts. */
export function inOrder(facts: readonly OrdinalFact[]): OrdinalFact[] {
  return [...facts].sort((a, b) => a.value - b.value || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}
