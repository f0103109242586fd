/** HTML character references. The only file that imports `entities`. */
import { decodeHTML } from 'entities';
import { concat, type Stretch, verbatim } from './stretch.js';

/** `&name;`, `&#233;`, `&#xe9;`, the semicolon missing or not; the longest name of the standard has 31 letters. */
const REFERENCE = /&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?/g;
const SHORTEST_REFERENCE = 3;

/** Decodes a raw slice of an HTML text as a browser does: `&amp;`, `&#20013;`, `&nbsp;`, also `&copy` without semicolon. */
export function decodeEntities(slice: string): string {
  return slice.includes('&') ? decodeHTML(slice) : slice;
}

/** How much of a candidate is a reference: `&notit;` is `&not` and the text `it;`. 0 when nothing of it decodes. */
function referenceLength(candidate: string): number {
  for (let length = candidate.length; length >= SHORTEST_REFERENCE; length--) {
    const head = candidate.slice(0, length);
    const decoded = decodeHTML(head);
    if (decoded === head) continue;
    // Without a semicolon, a decoded prefix followed by plain letters keeps those letters at its end.
    if (head.endsWith(';') ? !decoded.endsWith(';') || head === '&semi;' : !decoded.endsWith(head.slice(-1)))
      return length;
  }
  return 0;
}

/** The decoded text of raw [start, end) of an HTML file, with one run for each reference. */
export function decodedStretch(raw: string, start: number, end: number): Stretch {
  const slice = raw.slice(start, end);
  if (!slice.includes('&')) return verbatim(raw, start, end);
  const parts: Stretch[] = [];
  let done = 0;
  for (const match of slice.matchAll(REFERENCE)) {
    const length = referenceLength(match[0]);
    if (length === 0) continue;
    const text = decodeHTML(match[0].slice(0, length));
    parts.push(verbatim(raw, start + done, start + match.index));
    parts.push({
      text,
      runs: [{ at: 0, length: text.length, raw: start + match.index, rawLength: length }],
    });
    done = match.index + length;
  }
  parts.push(verbatim(raw, start + done, end));
  return concat(parts);
}
