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

/** By UTF-16 unit: HAN_UNIT, OTHER_UNIT, 0 for what is in no term; UNSURE where only both units of a pair tell. */
const classOf = new Uint8Array(65_536);
const HAN_UNIT = 1;
const OTHER_UNIT = 2;
const UNSURE = 3;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
let classified = false;

function classify(): void {
  for (let unit = 0; unit < classOf.length; unit++) {
    const character = String.fromCharCode(unit);
    if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) classOf[unit] = UNSURE;
    else if (HAN.test(character)) classOf[unit] = HAN_UNIT;
    else if (LETTER_OR_DIGIT.test(character)) classOf[unit] = OTHER_UNIT;
  }
  classified = true;
}

/** The different keys of a folded text's terms: as termsOf and termKey give them, without a string for each. */
export function termKeysOf(folded: string): ReadonlySet<number> {
  const keys = new Set<number>();
  const isWhole = eachTermKey(folded, (key) => keys.add(key));
  return isWhole ? keys : new Set(termsOf(folded).map(termKey));
}

/** Visits the key of every term in order. False when it had to stop: characters of two units only tell by strings. */
export function eachTermKey(folded: string, visit: (key: number) => void): boolean {
  if (!classified) classify();
  for (let at = 0; at < folded.length; ) {
    const kind = classOf[folded.charCodeAt(at)] ?? 0;
    if (kind === UNSURE) return false;
    let end = at + 1;
    if (kind === 0) {
      at = end;
      continue;
    }
    let next = classOf[folded.charCodeAt(end)] ?? 0;
    while (end < folded.length && next === kind) next = classOf[folded.charCodeAt(++end)] ?? 0;
    if (next === UNSURE && end < folded.length) return false;
    if (kind === HAN_UNIT && end - at > 1) for (let i = at; i + 1 < end; i++) visit(keyOf(folded, i, i + 2));
    else visit(keyOf(folded, at, end));
    at = end;
  }
  return true;
}

const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;
const MIX = 0x85ebca6b;

/** A 32-bit key of a term: FNV-1a over its UTF-16 units, mixed so that its low bits are evenly spread. */
export function termKey(term: string): number {
  return keyOf(term, 0, term.length);
}

function keyOf(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), MIX);
  return (hash ^ (hash >>> 13)) >>> 0;
}
