/** Document frequency of any folded text, as questions need it. */
import type { TextCounts } from './text-counts.js';

/** Nearly exact; see TextCounts.estimate. */
export function documentFrequency(text: string, { texts }: { readonly texts: TextCounts }): number {
  return texts.estimate(text);
}
