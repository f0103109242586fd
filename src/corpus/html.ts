import { decodedStretch } from './entities.js';
import { readTokens } from './html-tokens.js';
import { isIndent, type Line, trimmed } from './line.js';
import { concat, type Stretch } from './stretch.js';

/** What a page says of itself outside its text. */
export interface PageHead {
  readonly title: string | null;
  /** The first level-one heading, wherever it stands. */
  readonly heading: string | null;
  /** `content` of the meta elements by their name, property or itemprop in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | null;
}

/** A place in the raw text where an element's name ends, for marking elements; see main-content.ts. */
export interface Mark {
  readonly at: number;
  readonly block: number;
}

export interface HtmlText {
  readonly lines: readonly (Line & { readonly block: number })[];
  readonly head: PageHead;
  readonly marks: readonly Mark[];
  /** The deepest nesting that the page reached. */
  readonly depth: number;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose text is no text of the page. */
const SILENT = new Set(
  'script style noscript template svg math object iframe select option button textarea canvas audio video datalist map title'.split(
    ' ',
  ),
);
/** Elements that begin and end a line. */
const BLOCK = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
/** Elements that close an open one of their own kind. */
const SELF_CLOSING = new Set('p li dd dt td th tr option'.split(' '));
/** Elements that hold no part of the article, and the rule that drops their lines. */
const FURNITURE: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'aside',
  form: 'page-tool',
};
/** Deeper than this a new element takes its parent's place: a page that deep is broken, and its text is read all the same. */
const DEPTH_LIMIT = 4096;

interface Open {
  readonly name: string;
  readonly silent: boolean;
  readonly dropBy: string | null;
  readonly heading: boolean;
  /** Number of the nearest block element. */
  readonly block: number;
}

const ROOT: Open = { name: '', silent: false, dropBy: null, heading: false, block: 0 };

/** The elements that are open at a place of the page; closing is linear over the whole page, however broken it is. */
class OpenElements {
  private readonly stack: Open[] = [];
  private readonly counts = new Map<string, number>();
  private blocks = 0;
  deepest = 0;

  get top(): Open {
    return this.stack.at(-1) ?? ROOT;
  }

  push(name: string): Open {
    if (SELF_CLOSING.has(name) && this.top.name === name) this.pop();
    const outer = this.top;
    const block = BLOCK.has(name);
    if (block) this.blocks += 1;
    const open: Open = {
      name,
      silent: outer.silent || SILENT.has(name),
      dropBy: outer.dropBy ?? FURNITURE[name] ?? null,
      heading: outer.heading || /^h[1-6]$/.test(name),
      block: block ? this.blocks : outer.block,
    };
    this.deepest = Math.max(this.deepest, this.stack.length);
    if (this.stack.length >= DEPTH_LIMIT) this.pop();
    this.stack.push(open);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return open;
  }

  isOpen(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  close(name: string): void {
    if ((this.counts.get(name) ?? 0) === 0) return;
    while (this.stack.length > 0 && this.pop() !== name);
  }

  private pop(): string {
    const name = this.stack.pop()?.name ?? '';
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1);
    return name;
  }
}

/** Collects the texts of a line until an element ends it. */
class LineCollector {
  readonly lines: (Line & { readonly block: number })[] = [];
  private parts: Stretch[] = [];
  private at: Open = ROOT;
  private gap = 2;

  add(stretch: Stretch, open: Open): void {
    if (this.parts.length === 0) this.at = open;
    this.parts.push(stretch);
  }

  /** `gap` is what lies between this line and the next one: 1 for `<br>`, 2 for a block's border. */
  end(gap: number): void {
    const whole = concat(this.parts);
    this.parts = [];
    const stretch = trimmed(whole);
    if (stretch.text !== '') {
      const { dropBy, heading, block } = this.at;
      const indented = isIndent(
        whole.text.slice(0, Math.max(0, whole.text.search(/\S/))).replace(/[ \t\r\n]/g, ''),
      );
      this.lines.push({ stretch, gap: this.gap, indented, heading, dropBy, block });
      this.gap = gap;
    } else {
      // A second <br>, or an empty block, leaves a blank line.
      this.gap = Math.max(gap, this.gap === 1 && gap === 1 ? 2 : this.gap);
    }
  }
}

function inline(parts: readonly string[]): string | null {
  const text = parts.join('').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** Reads raw [start, end) as HTML: its lines in order, a line for each block element or `<br>`, and the page's head. */
export function htmlText(raw: string, start: number, end: number): HtmlText {
  const elements = new OpenElements();
  const collector = new LineCollector();
  const meta = new Map<string, string>();
  const marks: Mark[] = [];
  let canonical: string | null = null;
  const title: string[] = [];
  const heading: string[] = [];
  let headings = 0;
  readTokens(raw, start, end, {
    open(name, attributes, nameEnd) {
      if (name === 'meta') {
        const key = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
        const content = attributes.get('content')?.trim();
        if (key !== undefined && content && !meta.has(key.toLowerCase()))
          meta.set(key.toLowerCase(), content);
      }
      if (name === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical')
        canonical ??= attributes.get('href') ?? null;
      if (name === 'time' && attributes.has('datetime') && !meta.has('datetime'))
        meta.set('datetime', attributes.get('datetime') ?? '');
      if (name === 'br') collector.end(1);
      if (name === 'hr') collector.end(2);
      if (VOID.has(name)) return;
      if (BLOCK.has(name)) collector.end(2);
      if (name === 'h1') headings += 1;
      const { block } = elements.push(name);
      if (BLOCK.has(name)) marks.push({ at: nameEnd, block });
    },
    close(name) {
      if (BLOCK.has(name)) collector.end(2);
      elements.close(name);
    },
    text(from, to) {
      if (elements.top.name === 'title') title.push(decodedStretch(raw, from, to).text);
      if (elements.top.silent) return;
      const stretch = decodedStretch(raw, from, to);
      if (headings === 1 && elements.isOpen('h1')) heading.push(stretch.text);
      collector.add(stretch, elements.top);
    },
  });
  collector.end(2);
  return {
    lines: collector.lines,
    head: { title: inline(title), heading: inline(heading), meta, canonical },
    marks,
    depth: elements.deepest,
  };
}
