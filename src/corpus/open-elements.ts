/** Elements without an end. */
export const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements whose text is no text of the page. */
const SILENT = new Set(
  'script style noscript template svg math object iframe select option button textarea canvas audio video datalist map title'.split(
    ' ',
  ),
);
/** Elements that begin and end a line. */
export const BLOCK = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
/** Elements that close an open one of their own kind. */
const SELF_CLOSING = new Set('p li dd dt td th tr option'.split(' '));
/** Elements that hold no part of the article, and the rule that drops their lines. No form: some sites wrap pages in one. */
const FURNITURE: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'aside',
};
/** Deeper than this a new element takes its parent's place: a page that deep is broken, and its text is read all the same. */
const DEPTH_LIMIT = 4096;

/** An element that is open. */
export interface Open {
  readonly name: string;
  readonly silent: boolean;
  readonly dropBy: string | null;
  readonly heading: boolean;
  /** Number of the nearest block element. */
  readonly block: number;
}

export const ROOT: Open = { name: '', silent: false, dropBy: null, heading: false, block: 0 };

/** The elements that are open at a place of the page; closing is linear over the whole page, however broken it is. */
export class OpenElements {
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
