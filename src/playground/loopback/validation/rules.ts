import type { FieldFault } from '../api-error.js';

/** Where a field stands in a body: keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** The fault, if the rule is broken; for lists of rules that read like one. */
export function faultIf(broken: boolean, path: Path, code: string, message: string): readonly FieldFault[] {
  return broken ? [{ path, code, message }] : [];
}

/** The fault of a field that has to be there. */
export function missingIf(broken: boolean, path: Path): readonly FieldFault[] {
  return faultIf(broken, path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

/** The indexes of items whose key an earlier item has; items without a key never repeat. */
export function repeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number | null | undefined,
): readonly number[] {
  const seen = new Set<string | number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (key === null || key === undefined || !seen.has(key)) {
      if (key !== null && key !== undefined) seen.add(key);
      return [];
    }
    return [index];
  });
}
