/**
 * Makes foreign text (articles, questions, file names) safe to show: it can neither format, link nor ping. discord.js's
 * `escapeMarkdown` leaves gaps (bare links, marks after `<a:`, headings and lists unless asked) and looks back over the
 * whole text at every mark; this one decides character by character, and knows where an escape may be cut.
 */
import type { Span } from '../corpus/article.js';

const ELLIPSIS = '…';
const BOLD = '**';
/** Before the first highlight of a quote that is cut in front, this share of the room goes to what stands before it. */
const LEAD_SHARE = 0.3;

/** Marks that format, link or mention wherever they stand. */
const MARKS = new Set(['\\', '*', '_', '`', '[', '<']);
/** Marks that only mean something doubled: strikethrough and spoiler. */
const DOUBLED_MARKS = new Set(['~', '|']);
/** At the start of a line: heading, subtext, list, quote. */
const LINE_MARKS = new Set(['#', '-', '+', '>']);
/** Zero-width space: what parts an @ from the word that would make it a mention. */
const APART = '\u200b';
// Control characters, and marks that reorder, hide or isolate text around them.
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;
const LONE_SURROGATE = /^[\ud800-\udfff]$/;
const MASS_MENTION = /^(?:everyone|here)/i;
/** The length of the longest word that makes an @ a mention. */
const LOOK_AHEAD = 8;
const NUMBERED = /^\d{1,9}\. /;

/** A visible character of the source and where it stands there. */
interface Glyph {
  readonly at: number;
  readonly character: string;
}

/**
 * What is seen of `text` from `start` on: white space as single blanks, none at the start, nothing invisible. Stops when
 * there are more than `max`, and those that decide about the last of them.
 */
function glyphsOf(text: string, start: number, max: number): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = start; at < text.length && glyphs.length <= max + LOOK_AHEAD; ) {
    const source = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const character = /\s/.test(source) ? ' ' : LONE_SURROGATE.test(source) ? '\ufffd' : source;
    const repeated = character === ' ' && (glyphs.length === 0 || glyphs.at(-1)?.character === ' ');
    if (!repeated && !INVISIBLE.test(character)) glyphs.push({ at, character });
    at += source.length;
  }
  return glyphs;
}

/** Whether the glyph at `index` would format, link or mention where it stands. */
function isMark(glyphs: readonly Glyph[], index: number): boolean {
  const character = glyphs[index]?.character ?? '';
  const next = glyphs[index + 1]?.character;
  if (MARKS.has(character) || (index === 0 && LINE_MARKS.has(character))) return true;
  if (DOUBLED_MARKS.has(character)) return next === character || glyphs[index - 1]?.character === character;
  return character === ':' && next === '/' && glyphs[index + 2]?.character === '/';
}

const ahead = (glyphs: readonly Glyph[], from: number, count: number): string =>
  glyphs
    .slice(from, from + count)
    .map(({ character }) => character)
    .join('');

/** One character of the source and what is shown for it: itself, its escape, or an @ that mentions nobody. */
interface Piece {
  readonly at: number;
  readonly shown: string;
}

/** The pieces of `text` from `start` on; more than `max` of them when they cannot all be shown in `max` characters. */
function piecesOf(text: string, start: number, max: number): readonly Piece[] {
  const glyphs = glyphsOf(text, start, max);
  const dotOfNumber = (NUMBERED.exec(ahead(glyphs, 0, 12))?.[0].length ?? 0) - 2;
  return glyphs.map(({ at, character }, index) => {
    if (index === dotOfNumber || isMark(glyphs, index)) return { at, shown: `\\${character}` };
    const mentions = character === '@' && MASS_MENTION.test(ahead(glyphs, index + 1, LOOK_AHEAD));
    return { at, shown: mentions ? `@${APART}` : character };
  });
}

/** Sorted, clamped and merged; empty ones are gone. */
function merged(spans: readonly Span[], length: number): readonly Span[] {
  const result: [number, number][] = [];
  const clamped = spans.map(([start, end]) => [Math.max(0, start), Math.min(length, end)] as const);
  for (const [start, end] of clamped.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** Renders from `start` in at most `max` characters; `null` when `complete` is asked for and it does not fit. */
function render(
  text: string,
  bold: readonly Span[],
  start: number,
  max: number,
  complete: boolean,
): string | null {
  let out = start > 0 ? ELLIPSIS : '';
  let open = false;
  let span = 0;
  const closing = (): string => (open ? BOLD : '');
  for (const { at, shown } of piecesOf(text, start, max)) {
    while ((bold[span]?.[1] ?? Number.POSITIVE_INFINITY) <= at) span += 1;
    const wanted = at >= (bold[span]?.[0] ?? Number.POSITIVE_INFINITY);
    const addition = (wanted === open ? '' : BOLD) + shown;
    const reserve = (wanted ? BOLD.length : 0) + (complete ? 0 : ELLIPSIS.length);
    if (out.length + addition.length + reserve > max) return complete ? null : out + closing() + ELLIPSIS;
    out += addition;
    open = wanted;
  }
  return (out + closing()).trimEnd();
}

/** Where to begin so that the first highlight is seen: 0, or a little before it, never inside a surrogate pair. */
function beginning(text: string, bold: readonly Span[], max: number): number {
  const first = bold[0];
  if (first === undefined) return 0;
  const before = piecesOf(text, 0, max).filter(({ at }) => at < first[1]);
  if (before.reduce((sum, { shown }) => sum + shown.length, 0) <= max * (1 - LEAD_SHARE)) return 0;
  const start = Math.max(0, Math.floor(first[0] - max * LEAD_SHARE));
  const code = text.charCodeAt(start);
  return code >= 0xdc00 && code <= 0xdfff ? start - 1 : start;
}

/**
 * `text` on one line with the stretches `highlights` in bold, in at most `max` characters of markdown. What does not
 * fit is cut with an ellipsis, in front as well when the first highlight would not be seen otherwise.
 */
export function quoteMarkdown(text: string, highlights: readonly Span[], max: number): string {
  const bold = merged(highlights, text.length);
  const whole = render(text, bold, 0, max, true);
  return whole ?? render(text, bold, beginning(text, bold, max), max, false) ?? ELLIPSIS;
}

/** `text` on one line as plain text in markdown, cut with an ellipsis at `max` characters. */
export function plainMarkdown(text: string, max: number): string {
  return quoteMarkdown(text, [], max);
}

/** `text` on one line for places that show no markdown (labels, menus, titles of forms), cut at `max` characters. */
export function cutText(text: string, max: number): string {
  const glyphs = glyphsOf(text, 0, max).map(({ character }) => character);
  const whole = glyphs.join('').trimEnd();
  if (whole.length <= max) return whole;
  let kept = '';
  for (const character of glyphs) {
    if (kept.length + character.length + ELLIPSIS.length > max) break;
    kept += character;
  }
  return kept.trimEnd() + ELLIPSIS;
}

/** Longer addresses are left out: they would take the room of the quotes. */
const MAX_URL = 300;

/** An address that may stand in a masked link: http or https, without credentials, with nothing that ends the link. */
function linkable(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '') return null;
  const safe = href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27');
  return safe.length <= MAX_URL ? safe : null;
}

/** `text` as a link to `url`, or as plain text when that is no web address. At most `max` characters of text. */
export function linkMarkdown(text: string, url: string | null, max: number): string {
  const target = linkable(url);
  if (target === null) return plainMarkdown(text, max);
  // Discord reads brackets inside a link's text before it reads escapes, so they become full-width ones.
  return `[${plainMarkdown(text.replaceAll('[', '［').replaceAll(']', '］'), max)}](${target})`;
}
