/** Marks of certain kinds in a stretch of text: counted once, so that no part of it need be searched for them again. */

/** A digit or a Chinese numeral. */
export const NUMERAL = 0;
/** What names of places end with. */
export const PLACE_END = 1;
/** A Latin letter. */
export const LATIN = 2;
/** What a Latin name is made of: letters, digits, blank . ' - */
export const LATIN_TEXT = 3;
/** What opens a quote or a title. */
export const QUOTE_OR_TITLE = 4;
/** An opening bracket. */
export const BRACKET = 5;
/** The mark between items of a list. */
export const ENUMERATION = 6;
/** The dot between the parts of a transliterated name. */
export const DOT = 7;
const KINDS = 8;

const MEMBERS: readonly string[] = [
  '0123456789一二三四五六七八九十百千万亿两半',
  '国市省县区州镇村岛洲城港',
  'abcdefghijklmnopqrstuvwxyz',
  "abcdefghijklmnopqrstuvwxyz0123456789 .'-",
  '《“',
  '(',
  '、',
  '·',
];

/** By UTF-16 unit: a bit for each kind that it is of. */
const kindsOf = new Uint8Array(65_536);
MEMBERS.forEach((members, kind) => {
  for (let i = 0; i < members.length; i++) {
    const unit = members.charCodeAt(i);
    kindsOf[unit] = (kindsOf[unit] ?? 0) | (1 << kind);
  }
});

/** Running counts: for each offset how many marks of each kind stand before it. */
export interface Marks {
  readonly counts: Uint16Array;
}

/** Counts the marks of a folded text. */
export function countMarks(folded: string): Marks {
  const counts = new Uint16Array((folded.length + 1) * KINDS);
  for (let at = 0; at < folded.length; at++) {
    const kinds = kindsOf[folded.charCodeAt(at)] ?? 0;
    const here = at * KINDS;
    for (let kind = 0; kind < KINDS; kind++)
      counts[here + KINDS + kind] = (counts[here + kind] ?? 0) + ((kinds >> kind) & 1);
  }
  return { counts };
}

/** How many marks of a kind stand from `from` up to `to`, offsets in the text that was counted. */
export function countOf({ counts }: Marks, kind: number, from: number, to: number): number {
  return (counts[to * KINDS + kind] ?? 0) - (counts[from * KINDS + kind] ?? 0);
}

/** Whether there is one from `from` up to `to`. */
export function has(marks: Marks, kind: number, from: number, to: number): boolean {
  return countOf(marks, kind, from, to) > 0;
}
