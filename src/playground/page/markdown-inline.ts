/** The marks within a line of Discord's Markdown. */
import type { Inline } from './markdown-tree.js';

/** How deep marks may stand in marks; Discord's own limit is of this size. */
const MAX_DEPTH = 10;

/** Longest text of a link that is looked for; thousands of opening brackets must not cost seconds. */
const MAX_LINK_TEXT = 600;

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
