/** Discord's Markdown, line by line: headings, small print, quotes, lists, code. */
import { parseInline } from './markdown-inline.js';
import type { Block, ListItem } from './markdown-tree.js';

const HEADING = /^(#{1,3}) +(.*)$/u;
const SMALL = /^-# +(.*)$/u;
const QUOTE = /^> (.*)$|^>$/u;
const LIST_ITEM = /^( *)(?:([-*])|(\d{1,4})\.) +(.*)$/u;
const FENCE = '```';

/** The blocks of a text. */
export function parseMarkdown(text: string): readonly Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const [block, next] = takeBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

type Taken = readonly [block: Block, next: number];

function takeBlock(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? '';
  return takeFence(lines, at) ?? takeQuote(lines, at) ?? takeList(lines, at) ?? [takeLine(line), at + 1];
}

function takeLine(line: string): Block {
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const level = (heading[1]?.length ?? 1) as 1 | 2 | 3;
    return { kind: 'heading', level, children: parseInline(heading[2] ?? '') };
  }
  const small = SMALL.exec(line);
  if (small !== null) return { kind: 'small', children: parseInline(small[1] ?? '') };
  return { kind: 'line', children: parseInline(line) };
}

function takeFence(lines: readonly string[], at: number): Taken | null {
  const first = lines[at] ?? '';
  if (!first.startsWith(FENCE)) return null;
  const end = lines.findIndex((line, index) => index > at && line.trimEnd().endsWith(FENCE));
  if (end === -1) return null;
  const last = (lines[end] ?? '').trimEnd().slice(0, -FENCE.length);
  const body = [...lines.slice(at + 1, end), ...(last === '' ? [] : [last])];
  return [{ kind: 'code', text: body.join('\n') }, end + 1];
}

function takeQuote(lines: readonly string[], at: number): Taken | null {
  const first = lines[at] ?? '';
  if (first.startsWith('>>> ')) {
    const rest = [first.slice('>>> '.length), ...lines.slice(at + 1)].join('\n');
    return [{ kind: 'quote', blocks: parseMarkdown(rest) }, lines.length];
  }
  const quoted: string[] = [];
  for (let line = at; line < lines.length; line += 1) {
    const match = QUOTE.exec(lines[line] ?? '');
    if (match === null) break;
    quoted.push(match[1] ?? '');
  }
  if (quoted.length === 0) return null;
  // A quote in a quote is shown as text, as in Discord.
  const blocks = quoted.map(takeLine);
  return [{ kind: 'quote', blocks }, at + quoted.length];
}

function takeList(lines: readonly string[], at: number): Taken | null {
  const first = LIST_ITEM.exec(lines[at] ?? '');
  if (first === null) return null;
  const ordered = first[3] !== undefined;
  const items: ListItem[] = [];
  let next = at;
  while (next < lines.length) {
    const match = LIST_ITEM.exec(lines[next] ?? '');
    if (match === null || (match[3] !== undefined) !== ordered) break;
    const depth = Math.min(3, Math.floor((match[1]?.length ?? 0) / 2));
    const below = linesBelow(lines, next + 1);
    items.push({ depth, children: parseInline(match[4] ?? ''), below });
    next += 1 + below.length;
  }
  return [{ kind: 'list', ordered, start: Number(first[3] ?? 1), items }, next];
}

/** Lines from here on that are indented, as far as they begin no item of their own. */
function linesBelow(lines: readonly string[], from: number): readonly Block[] {
  const below: Block[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!/^ +\S/u.test(line) || LIST_ITEM.test(line)) break;
    below.push(takeLine(line.trimStart()));
  }
  return below;
}
