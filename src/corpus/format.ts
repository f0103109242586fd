/** How much of a text decides its format. */
const SAMPLE = 65_536;
/** How many HTML tags make a text that does not begin with one an HTML text. */
const MANY_TAGS = 4;
const HTML_NAMES =
  'html|head|body|div|p|br|span|table|tbody|tr|td|ul|ol|li|h[1-6]|img|a|strong|em|b|section|article|main|header|footer|nav|blockquote|font|center|figure|script|style|meta|link|title';
const BEGINS_WITH_TAG = new RegExp(`^\\s*(?:<!doctype\\s|<!--|<\\?xml|<(?:${HTML_NAMES})(?:\\s|/?>))`, 'i');
const TAG = new RegExp(`</?(?:${HTML_NAMES})(?:\\s[^<>]{0,500})?/?>`, 'gi');
const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^#{1,6} {1,4}\S/m,
  /^(?:={3,}|-{3,}) {0,9}$/m,
  /^ {0,3}(?:[-*+]|\d{1,3}\.) {1,4}\S/m,
  /\*\*[^*\n]{1,200}\*\*/,
  /\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/,
  /^ {0,3}> ?\S/m,
  /^ {0,3}```/m,
];
/** How many different signs make a text Markdown when its first line is no heading. */
const ENOUGH_SIGNS = 2;

/** Whether the first line is a JSON object with a text: what an article a line looks like. */
export function looksLikeJsonl(firstLine: string): boolean {
  if (!/^\uFEFF?\s*\{/.test(firstLine)) return false;
  try {
    const value: unknown = JSON.parse(firstLine.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
  } catch {
    return false;
  }
}

/** The format of a text by what it holds; `body` begins after any front matter. The name decides only for .md files without HTML. */
export function sniffFormat(body: string, file: string): 'text' | 'html' | 'markdown' {
  const sample = body.slice(0, SAMPLE);
  if (BEGINS_WITH_TAG.test(sample.replace(/^\uFEFF/, ''))) return 'html';
  const signs = MARKDOWN_SIGNS.filter((sign) => sign.test(sample)).length;
  const markdown =
    /^\s*#{1,6} {1,4}\S/.test(sample) || signs >= ENOUGH_SIGNS || /\.(?:md|markdown)$/i.test(file);
  if (!markdown && (sample.match(TAG)?.length ?? 0) >= MANY_TAGS) return 'html';
  return markdown ? 'markdown' : 'text';
}

/** Whether an HTML text is a whole page with its furniture rather than the fragment that holds an article. */
export function isWholePage(body: string): boolean {
  return /<(?:html|body|head)[\s>]/i.test(body.slice(0, SAMPLE));
}
