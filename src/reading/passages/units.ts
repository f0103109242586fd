/** The units that a quote is made of: sentences, and the items of an enumeration inside a long one. */

import type { Span } from '../../corpus/article.js';
import { findEnumeration, splitSentences } from '../../language/sentences.js';

function trim(text: string, [start, end]: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return [from, Math.max(from, end - (part.length - part.trimEnd().length))];
}

/** The ascending units of a paragraph (original or folded text), blanks around them left out. */
export function quoteUnits(text: string): readonly Span[] {
  const cuts = new Set<number>(findEnumeration(text).map((item) => item.start));
  for (const [start] of splitSentences(text)) cuts.add(start);
  cuts.add(0);
  const starts = [...cuts].sort((a, b) => a - b);
  return starts
    .map((start, i) => trim(text, [start, starts[i + 1] ?? text.length]))
    .filter(([start, end]) => end > start);
}
