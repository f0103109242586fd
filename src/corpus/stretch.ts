import type { Run, Span } from './article.js';

/** A piece of text on its way through cleaning, and where each part of it stands in the raw text. */
export interface Stretch {
  readonly text: string;
  /** As in a paragraph: ascending, without gaps in `at`. */
  readonly runs: readonly Run[];
}

export const EMPTY: Stretch = { text: '', runs: [] };

/** The raw text's [start, end) as it stands. */
export function verbatim(raw: string, start: number, end: number): Stretch {
  if (start >= end) return EMPTY;
  return {
    text: raw.slice(start, end),
    runs: [{ at: 0, length: end - start, raw: start, rawLength: end - start }],
  };
}

/** Where a stretch begins and ends in the raw text; what lies between its runs is included. */
export function rawExtent(stretch: Stretch): Span {
  const first = stretch.runs[0];
  const last = stretch.runs.at(-1);
  return first === undefined || last === undefined ? [0, 0] : [first.raw, last.raw + last.rawLength];
}

/** Whether a run is a copy of the raw text rather than a decoded entity. */
export function isVerbatim(run: Run): boolean {
  return run.rawLength === run.length;
}

/** The part of a run that lies in [start, end) of the text; a decoded entity is taken whole or not at all. */
function clip(run: Run, start: number, end: number): Run | null {
  const from = Math.max(run.at, start);
  const to = Math.min(run.at + run.length, end);
  if (from >= to) return null;
  if (!isVerbatim(run)) return from === run.at && to === run.at + run.length ? run : null;
  return { at: from, length: to - from, raw: run.raw + (from - run.at), rawLength: to - from };
}

/** Joins stretches in the order given; neighbours that touch in the raw text become one run. */
export function concat(parts: readonly Stretch[]): Stretch {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const runs: Run[] = [];
  let at = 0;
  for (const part of parts) {
    for (const run of part.runs) {
      const last = runs.at(-1);
      const touches = last !== undefined && last.raw + last.rawLength === run.raw;
      if (touches && isVerbatim(last) && isVerbatim(run)) {
        const length = last.length + run.length;
        runs[runs.length - 1] = { at: last.at, length, raw: last.raw, rawLength: length };
      } else {
        runs.push({ ...run, at });
      }
      at += run.length;
    }
  }
  return { text: parts.map((part) => part.text).join(''), runs };
}

/** The stretch's [start, end); ends must not cut a decoded entity of several characters. */
export function cut(stretch: Stretch, start: number, end: number = stretch.text.length): Stretch {
  if (start <= 0 && end >= stretch.text.length) return stretch;
  if (start >= end) return EMPTY;
  const runs: Run[] = [];
  let text = '';
  for (const run of stretch.runs) {
    const part = clip(run, start, end);
    if (part === null) continue;
    runs.push({ ...part, at: text.length });
    text += stretch.text.slice(part.at, part.at + part.length);
  }
  return { text, runs };
}

/** The stretch less the given spans of its text, which are ascending and do not overlap. Linear in runs and spans. */
export function without(stretch: Stretch, spans: readonly Span[]): Stretch {
  if (spans.length === 0) return stretch;
  const runs: Run[] = [];
  let text = '';
  let next = 0;
  const keep = (run: Run, start: number, end: number): void => {
    const part = clip(run, start, end);
    if (part === null) return;
    runs.push({ ...part, at: text.length });
    text += stretch.text.slice(part.at, part.at + part.length);
  };
  for (const run of stretch.runs) {
    const end = run.at + run.length;
    let from = run.at;
    while (next < spans.length) {
      const span = spans[next];
      if (span === undefined || span[0] >= end) break;
      keep(run, from, span[0]);
      from = Math.max(from, span[1]);
      if (span[1] > end) break;
      next += 1;
    }
    keep(run, from, end);
  }
  return { text, runs };
}
