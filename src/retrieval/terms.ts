/**
 * The terms that the index holds: character bigrams of Han runs, and whole runs of letters and digits of other
 * scripts. Bigrams beat words by 6–8 points of R@1 on news and need no dictionary, so that index and question cannot
 * drift apart.
 */

/** Han characters (with 〇 and the iteration mark), or letters and digits of any other script. */
const RUN = /[\p{Script=Han}〇々]+|[[\p{L}\p{N}]--[\p{Script=Han}〇々]]+/gv;
const HAN = /^[\p{Script=Han}〇々]/u;

/** The terms of a folded text in order, with repetitions. A Han character without a Han neighbour is a term of its own. */
export function termsOf(folded: string): string[] {
  const terms: string[] = [];
  for (const [run] of folded.matchAll(RUN)) {
    if (run.length < 3 || !HAN.test(run)) {
      terms.push(run);
      continue;
    }
    for (let i = 0; i + 1 < run.length; i++) terms.push(run.slice(i, i + 2));
  }
  return terms;
}

const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;
const MIX = 0x85ebca6b;

/** A 32-bit key of a term: FNV-1a over its UTF-16 units, mixed so that its low bits are evenly spread. */
export function termKey(term: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), MIX);
  return (hash ^ (hash >>> 13)) >>> 0;
}
