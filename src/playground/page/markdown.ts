/** Discord's Markdown as a tree. Nothing here makes HTML: the tree's texts are shown as texts. */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
      readonly children: readonly Inline[];
    }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'user' | 'channel' | 'role'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'time'; readonly at: number; readonly style: string };

/** One or several lines of a message. */
export type Block =
  | { readonly kind: 'line'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'small'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    };

/** An item of a list, with how deep it is set. */
export interface ListItem {
  readonly depth: number;
  readonly children: readonly Inline[];
  /** Indented lines below the item. */
  readonly below: readonly Block[];
}

/** How deep marks may stand in marks; Discord's own limit is of this size. */
const MAX_DEPTH = 10;

/** Longest text of a link that is looked for; thousands of opening brackets must not cost seconds. */
const MAX_LINK_TEXT = 600;

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

/** The pieces of one line. */
export function parseInline(text: string, depth = 0): readonly Inline[] {
  const pieces: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const taken = takeInline(text, at, depth);
    if (taken === null) {
      plain += text[at] ?? '';
      at += 1;
      continue;
    }
    if (taken.piece.kind === 'text') plain += taken.piece.text;
    else {
      if (plain !== '') pieces.push({ kind: 'text', text: plain });
      plain = '';
      pieces.push(taken.piece);
    }
    at = taken.next;
  }
  if (plain !== '') pieces.push({ kind: 'text', text: plain });
  return pieces;
}

interface TakenInline {
  readonly piece: Inline;
  readonly next: number;
}

/** Marks around a stretch, the longer ones first. */
const MARKS: readonly (readonly [
  mark: string,
  kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler',
])[] = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'italic'],
  ['_', 'italic'],
];

function takeInline(text: string, at: number, depth: number): TakenInline | null {
  const char = text[at];
  switch (char) {
    case '\\':
      return takeEscape(text, at);
    case '`':
      return takeCode(text, at);
    case '<':
      return takeAngle(text, at);
    case '[':
      return depth > MAX_DEPTH ? null : takeMaskedLink(text, at, depth);
    case 'h':
      return takeAddress(text, at);
    case '*':
    case '_':
    case '~':
    case '|':
      return depth > MAX_DEPTH ? null : takeMarked(text, at, depth);
    default:
      return null;
  }
}

function takeEscape(text: string, at: number): TakenInline | null {
  const next = text[at + 1];
  if (next === undefined || !/[^\p{L}\p{N}\s]/u.test(next)) return null;
  return { piece: { kind: 'text', text: next }, next: at + 2 };
}

function takeCode(text: string, at: number): TakenInline | null {
  const mark = text.startsWith('``', at) ? '``' : '`';
  const end = text.indexOf(mark, at + mark.length);
  if (end <= at + mark.length) return null;
  return { piece: { kind: 'code', text: text.slice(at + mark.length, end) }, next: end + mark.length };
}

const ANGLE =
  /^<(?:(?<link>https?:\/\/[^\s>]+)|@!?(?<user>\d+)|@&(?<role>\d+)|#(?<channel>\d+)|\/(?<command>[^:>]+):\d+|t:(?<at>-?\d+)(?::(?<style>[tTdDfFR]))?|a?:(?<emoji>\w+):\d+)>/u;

function takeAngle(text: string, at: number): TakenInline | null {
  const match = ANGLE.exec(text.slice(at, at + 600));
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const next = at + match[0].length;
  const { link, user, role, channel, command, emoji } = groups;
  if (link !== undefined) return { piece: linked(link, [{ kind: 'text', text: link }]), next };
  if (user !== undefined) return { piece: { kind: 'user', id: user }, next };
  if (role !== undefined) return { piece: { kind: 'role', id: role }, next };
  if (channel !== undefined) return { piece: { kind: 'channel', id: channel }, next };
  if (command !== undefined) return { piece: { kind: 'command', name: command }, next };
  if (emoji !== undefined) return { piece: { kind: 'text', text: `:${emoji}:` }, next };
  return { piece: { kind: 'time', at: Number(groups.at) * 1_000, style: groups.style ?? 'f' }, next };
}

const MASKED_TARGET = /^\(<?(https?:\/\/[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?: "[^"\n]*")?\)/u;

function takeMaskedLink(text: string, at: number, depth: number): TakenInline | null {
  const close = closingBracket(text, at);
  if (close === -1) return null;
  const target = MASKED_TARGET.exec(text.slice(close + 1, close + 2_100));
  if (target === null) return null;
  const children = parseInline(text.slice(at + 1, close), depth + 1);
  return { piece: linked(target[1] ?? '', children), next: close + 1 + target[0].length };
}

function closingBracket(text: string, at: number): number {
  let open = 0;
  const end = Math.min(text.length, at + MAX_LINK_TEXT);
  for (let index = at; index < end; index += 1) {
    const char = text[index];
    if (char === '\\') index += 1;
    else if (char === '[') open += 1;
    else if (char === ']') {
      open -= 1;
      if (open === 0) return index;
    }
  }
  return -1;
}

function takeAddress(text: string, at: number): TakenInline | null {
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at)) return null;
  const match = /^https?:\/\/[^\s<>"'）)】」』，。；！？、]+/u.exec(text.slice(at, at + 2_100));
  if (match === null) return null;
  const url = match[0].replace(/[.,:;!?]+$/u, '');
  return { piece: linked(url, [{ kind: 'text', text: url }]), next: at + url.length };
}

function linked(url: string, children: readonly Inline[]): Inline {
  return { kind: 'link', url, children };
}

function takeMarked(text: string, at: number, depth: number): TakenInline | null {
  for (const [mark, kind] of MARKS) {
    if (!text.startsWith(mark, at)) continue;
    const end = closingMark(text, at + mark.length, mark);
    if (end === -1) continue;
    const inside = text.slice(at + mark.length, end);
    if (mark.length === 1 && (/^\s|\s$/u.test(inside) || isInWord(text, at, end, mark))) continue;
    return { piece: { kind, children: parseInline(inside, depth + 1) }, next: end + mark.length };
  }
  return null;
}

/** snake_case is no italics. */
function isInWord(text: string, at: number, end: number, mark: string): boolean {
  return (
    mark === '_' && (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text[end + 1] ?? ' '))
  );
}

function closingMark(text: string, from: number, mark: string): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text.startsWith(mark, index) && index > from) {
      // **bold *and italic*** ends with the outer mark.
      const extra = mark.length === 2 && text[index + 2] === mark[0] ? 1 : 0;
      // A single mark does not end at a double one.
      if (mark.length === 1 && text[index + 1] === mark) {
        index += 1;
        continue;
      }
      return index + extra;
    }
  }
  return -1;
}
