/** Markdown. The only file that imports unified and remark-parse. */
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from './article.js';
import { type Line, textLines, trimmed } from './line.js';
import { concat, type Stretch, verbatim, without } from './stretch.js';

/** Texts beyond these are read as plain text: the parser takes more than linear time on deep nesting. */
const LARGEST_TEXT = 2_000_000;
const DEEPEST_NESTING = /^(?:[ \t]{0,3}>){20}|^[ \t]{80}|[[*_]{40}|(?:[-*+] {1,3}){20}/m;

interface Point {
  readonly offset?: number | undefined;
}

/** The part of a Markdown tree that is used here. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[] | undefined;
  readonly ordered?: boolean | null | undefined;
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
}

/** A backslash before punctuation, and the mark-up that begins a continued line of a quotation or list. */
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;
const CONTINUATION = /\n[ \t]*(?:>[ \t]?)*/g;
/** The line of dashes below a table's head. */
const TABLE_RULE = /^\|?(?:\s{0,3}:?-{2,}:?\s{0,3}\|){1,50}(?:\s{0,3}:?-{2,}:?)?\s*$/;

function offsets(node: Node, base: number): Span {
  return [base + (node.position?.start.offset ?? 0), base + (node.position?.end.offset ?? 0)];
}

/** A text node as it stands, less its escapes and the mark-up at the head of its continued lines. */
function textOf(raw: string, node: Node, base: number): Stretch {
  const [start, end] = offsets(node, base);
  const slice = raw.slice(start, end);
  const spans: Span[] = [];
  for (const match of slice.matchAll(ESCAPE)) spans.push([match.index, match.index + 1]);
  for (const match of slice.matchAll(CONTINUATION)) {
    if (match[0].length > 1) spans.push([match.index + 1, match.index + match[0].length]);
  }
  return without(
    verbatim(raw, start, end),
    spans.sort((a, b) => a[0] - b[0]),
  );
}

/** The code inside an inline `code` node: its fences of backticks are as long at both ends. */
function codeOf(raw: string, node: Node, base: number): Stretch {
  const [start, end] = offsets(node, base);
  const fence = /^`+/.exec(raw.slice(start, end))?.[0].length ?? 0;
  return verbatim(raw, start + fence, end - fence);
}

function inline(raw: string, node: Node, base: number): readonly Stretch[] {
  if (node.type === 'text') return [textOf(raw, node, base)];
  if (node.type === 'inlineCode') return [codeOf(raw, node, base)];
  return (node.children ?? []).flatMap((child) => inline(raw, child, base));
}

class LineWriter {
  readonly lines: Line[] = [];

  constructor(
    private readonly raw: string,
    private readonly base: number,
  ) {}

  private push(stretch: Stretch, heading: boolean): void {
    const text = trimmed(stretch);
    if (text.text === '') return;
    this.lines.push({ stretch: text, gap: 2, indented: false, heading, dropBy: null });
  }

  /** A paragraph is a line, or several where it breaks by mark-up or holds a table's rows. */
  private paragraph(node: Node, label: Stretch | null): void {
    let parts: Stretch[] = label === null ? [] : [label];
    for (const child of node.children ?? []) {
      if (child.type === 'break') {
        this.push(concat(parts), false);
        parts = [];
      } else parts.push(...inline(this.raw, child, this.base));
    }
    const [start, end] = offsets(node, this.base);
    if (this.raw.charAt(start) === '|') for (const line of textLines(this.raw, start, end)) this.row(line);
    else this.push(concat(parts), false);
  }

  private row(line: Line): void {
    const rule = TABLE_RULE.test(line.stretch.text);
    this.lines.push({ ...line, dropBy: rule ? 'markup' : null });
  }

  write(node: Node, label: Stretch | null = null): void {
    if (node.type === 'heading') this.push(concat(inline(this.raw, node, this.base)), true);
    else if (node.type === 'paragraph') this.paragraph(node, label);
    else if (node.type === 'list')
      for (const item of node.children ?? []) this.item(item, node.ordered === true);
    else if (node.type === 'code') this.code(node);
    else for (const child of node.children ?? []) this.write(child);
  }

  /** The number of an ordered item is part of the text, a bullet is not. */
  private item(node: Node, ordered: boolean): void {
    const [first, ...rest] = node.children ?? [];
    if (first === undefined) return;
    const label = ordered
      ? verbatim(this.raw, offsets(node, this.base)[0], offsets(first, this.base)[0])
      : null;
    this.write(first, label);
    for (const child of rest) this.write(child);
  }

  /** Chinese texts are often indented by four spaces, which Markdown takes for code: its lines are text. */
  private code(node: Node): void {
    for (const line of textLines(this.raw, ...offsets(node, this.base))) {
      if (!/^(?:```|~~~)/.test(line.stretch.text)) this.lines.push(line);
    }
  }
}

/** Reads raw [start, end) as Markdown: a line for each heading, paragraph and list item, without the mark-up. */
export function markdownLines(raw: string, start: number, end: number): readonly Line[] {
  const body = raw.slice(start, end);
  if (body.length > LARGEST_TEXT || DEEPEST_NESTING.test(body)) return textLines(raw, start, end);
  const tree: Node = unified().use(remarkParse).parse(body);
  const writer = new LineWriter(raw, start);
  for (const node of tree.children ?? []) writer.write(node);
  return writer.lines;
}
