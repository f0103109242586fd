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

/** The fault of a link that does not lead to the web. */
export function schemeFaults(url: string | null | undefined, path: Path): readonly FieldFault[] {
  const scheme = url?.split(':')[0] ?? '';
  return faultIf(
    Boolean(url) && !/^https?:\/\//i.test(url ?? ''),
    path,
    'URL_TYPE_INVALID_SCHEME',
    `Scheme "${scheme}" is not supported. Scheme must be one of ('http', 'https').`,
  );
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
