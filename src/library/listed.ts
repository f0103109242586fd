/** Lists that may be long, told in short, so that nothing large goes from the index to whoever shows it. */

/** How many there are, and the first of them. */
export interface Listed<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** As many as a message of Discord shows of anything: options of a menu, suggestions, names in a report. */
export const LISTED_AT_MOST = 25;

/** A list in short. */
export function listed<T>(all: readonly T[], most: number = LISTED_AT_MOST): Listed<T> {
  return { count: all.length, first: all.slice(0, most) };
}
