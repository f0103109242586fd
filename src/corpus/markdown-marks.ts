import type { Span } from './article.js';

/** Each pattern with the parts of its match that are mark-up: all of it, or what its groups `a` and `b` hold. */
const ALL = /(?<a>!\[[^[\]\n]{0,300}\]\([^()\n]{0,1000}\))|(?<b>\[\^[^[\]\n]{1,40}\])/dg;
const TAGS =
  /(?<a><\/?(?:a|abbr|b|br|center|cite|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,500})?\/?>)/dgi;
/** [text](address "title"), [text][reference]. */
const LINK =
  /(?<!\\)(?<a>\[)[^[\]\n]{1,500}(?<b>\](?:\([^()\s]{0,1000}(?:\s{1,4}"[^"\n]{0,200}")?\)|\[[^[\]\n]{0,100}\]))/dg;
const AUTOLINK = /(?<a><)https?:\/\/[^\s<>]{1,1000}(?<b>>)/dg;
const CODE = /(?<!`)(?<a>`{1,3})(?!`)[^`\n]{1,500}(?<b>\k<a>)(?!`)/dg;
const STARS = /(?<![\\*\w])(?<a>\*{1,3})(?![\s*])[^*\n]{1,500}(?<![\s\\])(?<b>\k<a>)(?![*\w])/dg;
const UNDERSCORES =
  /(?<![\\\p{L}\p{N}_])(?<a>_{1,3})(?![\s_])[^_\n]{1,500}(?<![\s\\])(?<b>\k<a>)(?![\p{L}\p{N}_])/dgu;
const STRUCK = /(?<![\\~])(?<a>~~)(?![\s~])[^~\n]{1,500}(?<b>~~)(?!~)/dg;
const ESCAPE = /(?<a>\\)(?=[!-/:-@[-`{-~])/dg;

/** Everything but code, inside which nothing else is mark-up. */
const PATTERNS: readonly RegExp[] = [ALL, TAGS, LINK, AUTOLINK, STARS, UNDERSCORES, STRUCK, ESCAPE];
/** What a text must hold before it is worth a look. */
const MAY_HOLD_MARKS = /[*_`[\\<~]/;

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
}

function marksOf(pattern: RegExp, text: string): readonly Span[] {
  const marks: Span[] = [];
  // One match after the other: all at once would be a hundred times the text.
  for (const { indices } of text.matchAll(pattern)) {
    const { a, b } = indices?.groups ?? {};
    if (a !== undefined) marks.push(a);
    if (b !== undefined) marks.push(b);
  }
  return marks;
}

/** Which characters stand inside code. */
function codeMask(text: string, ticks: readonly Span[]): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (let i = 0; i + 1 < ticks.length; i += 2) mask.fill(1, ticks[i]?.[1], ticks[i + 1]?.[0]);
  return mask;
}

/** Where the inline mark-up of a Markdown line stands: emphasis, links, images, code, tags, escapes. Linear. */
export function inlineMarks(text: string): readonly Span[] {
  if (!MAY_HOLD_MARKS.test(text)) return [];
  const ticks = marksOf(CODE, text);
  const code = codeMask(text, ticks);
  const others = PATTERNS.flatMap((pattern) => marksOf(pattern, text)).filter(([start]) => code[start] !== 1);
  return merged([...ticks, ...others]);
}
