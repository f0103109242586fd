/** Ordinals that a corpus gives, so that a refusal can say which ones there are. */
import { findOrdinals } from '../language/numerals.js';
import type { Passage } from './passage.js';

/** 第十四次专题会议 → value 14, noun 次专题会议; all folded. */
export interface OrdinalFact {
  readonly value: number;
  readonly noun: string;
  readonly text: string;
}

/** The ordinals of titles and passages, each text once. */
export function mineOrdinals(passages: readonly Passage[], foldedTitles: readonly string[]): OrdinalFact[] {
  const facts = new Map<string, OrdinalFact>();
  for (const text of [...foldedTitles, ...passages.map((passage) => passage.folded)]) {
    for (const { value, noun, start, end } of findOrdinals(text)) {
      const written = text.slice(start, end) + (text.startsWith(noun, end) ? noun : '');
      if (!facts.has(written)) facts.set(written, { value, noun, text: written });
    }
  }
  return [...facts.values()];
}
