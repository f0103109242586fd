import { decodedStretch } from './entities.js';
import { readTokens } from './html-tokens.js';
import { isIndent, type Line, trimmed } from './line.js';
import { BLOCK, type Open, OpenElements, ROOT, VOID } from './open-elements.js';
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
interface Mark {
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
