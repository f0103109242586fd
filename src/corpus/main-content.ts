/** Finding the article in a whole page. The only file that loads readability and linkedom. */
import { createRequire } from 'node:module';
import type { HtmlText } from './html.js';

/** Larger or deeper pages are read without it: both libraries build trees and are slow or recursive on broken ones. */
const LARGEST_PAGE = 2_000_000;
const DEEPEST_PAGE = 200;
const MOST_ELEMENTS = 20_000;
/** Characters that readability wants before it is content with its first, strictest try; news items in Chinese are short. */
const CHARACTER_THRESHOLD = 150;
const MARK = 'data-wenju-';

/** The few parts of a DOM that are used here. */
interface DomElement {
  readonly attributes: Iterable<{ readonly name: string }>;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
interface ReadabilityModule {
  readonly Readability: new (
    document: unknown,
    options: object,
  ) => { parse(): { readonly content?: DomElement | null } | null };
}
interface LinkedomModule {
  parseHTML(html: string): { readonly document: unknown };
}

const require = createRequire(import.meta.url);

/** The page with an attribute at every block element by which the element is known again. */
function marked(raw: string, start: number, end: number, page: HtmlText): string {
  const pieces: string[] = [];
  let done = start;
  for (const mark of page.marks) {
    pieces.push(raw.slice(done, mark.at), ` ${MARK}${mark.block}=""`);
    done = mark.at;
  }
  pieces.push(raw.slice(done, end));
  return pieces.join('');
}

function chosenBlocks(html: string): ReadonlySet<number> | null {
  // Loaded on first use: most corpora hold no whole pages, and the two take a quarter of a second.
  const { parseHTML } = require('linkedom') as LinkedomModule;
  const { Readability } = require('@mozilla/readability') as ReadabilityModule;
  const article = new Readability(parseHTML(html).document, {
    charThreshold: CHARACTER_THRESHOLD,
    maxElemsToParse: MOST_ELEMENTS,
    disableJSONLD: true,
    serializer: (node: unknown) => node,
  }).parse();
  if (!article?.content) return null;
  const blocks = new Set<number>();
  for (const element of article.content.querySelectorAll('*')) {
    for (const { name } of element.attributes) {
      if (name.startsWith(MARK)) blocks.add(Number(name.slice(MARK.length)));
    }
  }
  return blocks;
}

/**
 * Which block elements of a whole page hold its article, by Mozilla's readability; null when it cannot tell (the page is
 * too large or too broken).
 */
export function mainBlocks(
  raw: string,
  start: number,
  end: number,
  page: HtmlText,
): ReadonlySet<number> | null {
  if (end - start > LARGEST_PAGE || page.depth > DEEPEST_PAGE || page.marks.length > MOST_ELEMENTS)
    return null;
  try {
    return chosenBlocks(marked(raw, start, end, page));
  } catch {
    // Readability throws on pages beyond its limits; the page is then read as a whole.
    return null;
  }
}
