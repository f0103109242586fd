/** Membership of single UTF-16 code units in a set, for loops over millions of characters. */

const BMP_SIZE = 0x10000;

export interface CharacterTable {
  /** Whether the code unit (of `charCodeAt`; NaN past the end is in no set) is in the set. */
  has(unit: number): boolean;
}

/** The set of the characters (of the basic plane) that stand in the given texts. */
export function characterTable(...texts: readonly string[]): CharacterTable {
  const members = new Uint8Array(BMP_SIZE);
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) members[text.charCodeAt(i)] = 1;
  }
  return { has: (unit) => members[unit] === 1 };
}

/** Whether a code unit is a Han character of the basic plane, or 〇. */
export function isHanUnit(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}
