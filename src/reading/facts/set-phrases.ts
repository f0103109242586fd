/** Numbered set phrases (四方责任, 九个不变) and the items that a text gives for them, before or after the phrase. */
import type { Span } from '../../corpus/article.js';
import { parseNumeral } from '../../language/numerals.js';
import { findEnumeration } from '../../language/sentences.js';

/** A phrase as asked: folded, without quotation marks. */
export interface SetPhrase {
  readonly text: string;
  /** How many items it announces, null when it says no number. */
  readonly size: number | null;
  /** Only its number and its speaker say that it is meant. */
  readonly guessed?: boolean;
}

/** The items of a phrase, as spans of the searched text. */
export interface Items {
  readonly spans: readonly Span[];
  /** 等 closes the list. */
  readonly open: boolean;
}

const QUOTED = /[“"「『‘]([^“”"「」『』‘’]{2,24})[”"」』’]/u;
/** 九个不变, 四方责任, 十三项工作: a number with what it counts. */
const NUMBERED =
  /(?<![第一二两三四五六七八九十百\d])([一二两三四五六七八九十百\d]{1,3})[\p{Script=Han}]{1,8}/gu;
const QUOTE_MARKS = /[“”"「」『』‘’]/u;
/** Verbs that lead into the first item; the last one counts. */
const LEAD_IN =
  /^.*(?:坚持|做到|做好|做足|实现|突出|抓好|抓实|落实|推进|围绕|聚焦|包括|包含|分别是|分为|就是|指的是|压实|实行|开展|筑牢|守住|守牢|坚守|掌握|对照|依靠|来到|要求)(?=[^、]{2,30}$)/u;
/** Where no such verb stands, the first of these words. */
const SHORT_LEAD_IN =
  /^.*?(?:即|指|强化|加强(?=人)|查清|凡是|从|把|将|对|以及?|按|如|有|为|是|在|由|到|向|要)(?=[^、]{2,30}$)/u;
/** What may stand between the items and the phrase: 等, 这, a quotation mark. */
const BEFORE_PHRASE = /(等|等等)?[,，]?(?:这|的|共|一共|共计|以及|在内的)?[“"「『‘(（]?$/u;
/** Items inside one pair of quotation marks: “甲、乙、丙”等12个环节. */
const QUOTED_LIST = /[“「『‘]([^“”「」『』‘’]{1,200}、[^“”「」『』‘’]{1,40})[”」』’]$/u;
/** What leads from the phrase to its items. */
const AFTER_PHRASE =
  /^[”"」』’)）]?(?:[\p{Script=Han}“”]{0,6}?)(?:指的是|分别是|分别为|就是|包括|包含|具体为|具体是|即|指|是|为|有|:|：|——|—|\(|（|[,，]即|[,，]就是)[:：]?/u;
/** The marked items follow at once: “两个清单”,一是…. */
const BARE_ENUMERATION = /^[”"」』’)）]?[,，:：。]?(?=一[是要])/u;
/** “四步法”——“登记”“验码”“测温”“消毒”: items in quotation marks, with nothing or 、 between them. */
const QUOTED_ITEMS =
  /^[”"」』’)）]?(?:[\p{Script=Han}]{0,4}(?:即|指|是|为|包括))?[:：,，—-]{0,2}(?=(?:[“「『][^“”「」『』]{2,40}[”」』][、,，和及]?){2})/u;
const QUOTED_ITEM = /^[“「『]([^“”「」『』]{2,40})[”」』][、,，和及]?/u;
/** 四不, 三个“严禁”: each item begins with the one word that is counted. */
const COUNTED_WORD = /^[一二两三四五六七八九十\d]{1,3}个?[“"「『]?([\p{Script=Han}]{1,2})[”"」』]?$/u;
/** What closes a list without being part of its last item. */
const TAIL =
  /(?:这?[一二两三四五六七八九十\d]+[\p{Script=Han}]{0,8}|各[\p{Script=Han}]{1,8}|都[\p{Script=Han}]{1,10}|均[\p{Script=Han}]{1,10}|一起(?:做|抓|上)|同时[\p{Script=Han}]{0,6}|等[\p{Script=Han}]{0,6})$/u;
const CLAUSE_STOP = /[,，。;；:：!?！？]/u;
const LONGEST_ITEM = 40;
const REACH = 600;

/** The set phrase that a folded Chinese question asks about, or null. `occurs` tells whether a phrase is in the corpus. */
export function askedPhrase(folded: string, occurs: (phrase: string) => boolean): SetPhrase | null {
  const quoted = QUOTED.exec(folded)?.[1];
  if (quoted !== undefined) return { text: quoted, size: sizeOf(quoted) };
  for (const match of folded.matchAll(NUMBERED)) {
    const numeral = match[1] ?? '';
    // What every form of it has, bare and in quotation marks: most stand nowhere.
    const isBare = occurs(match[0].slice(0, numeral.length + 2));
    const isQuoted = occurs(`“${numeral}`);
    for (let end = match[0].length; end > numeral.length + 1; end--) {
      const text = match[0].slice(0, end);
      const known =
        (isBare && occurs(text)) || (isQuoted && occurs(`“${text.slice(0, -2)}”${text.slice(-2)}`));
      if (known) return { text, size: sizeOf(text) };
    }
  }
  return null;
}

function sizeOf(phrase: string): number | null {
  const numeral = /^[一二两三四五六七八九十百\d]{1,3}/u.exec(phrase)?.[0];
  const value = numeral === undefined ? null : parseNumeral(numeral);
  return value !== null && value > 1 ? value : null;
}

/** Where a phrase stands in a folded text, quotation marks inside or around it left aside. */
export function phraseSpans(folded: string, phrase: string): readonly Span[] {
  const found: Span[] = [];
  const first = phrase.charAt(0);
  for (let start = folded.indexOf(first); start >= 0; start = folded.indexOf(first, start + 1)) {
    let at = start;
    let matched = 0;
    while (matched < phrase.length && at < folded.length) {
      if (folded.charAt(at) === phrase.charAt(matched)) matched++;
      else if (!QUOTE_MARKS.test(folded.charAt(at))) break;
      at++;
    }
    if (matched === phrase.length) found.push([start, at]);
  }
  return found;
}

/** The items given for a phrase at one of its places in a folded paragraph, or null. */
export function itemsAt(folded: string, place: Span, size: number | null): Items | null {
  return itemsBefore(folded, place[0], size) ?? itemsAfter(folded, place[1], size);
}

function itemsBefore(folded: string, end: number, size: number | null): Items | null {
  const before = folded.slice(Math.max(0, end - REACH), end);
  const offset = end - before.length;
  const closing = BEFORE_PHRASE.exec(before);
  const text = before.slice(0, closing?.index ?? before.length);
  const open = (closing?.[1] ?? '') !== '';
  const quoted = QUOTED_LIST.exec(text);
  if (quoted !== null) {
    const inner = quoted[1] ?? '';
    const spans = splitItems(inner, offset + quoted.index + 1);
    return size === null || open || spans.length === size ? { spans, open } : null;
  }
  let start = 0;
  for (let i = text.length - 1; i >= 0 && start === 0; i--)
    if (CLAUSE_STOP.test(text.charAt(i))) start = i + 1;
  const clause = text.slice(start);
  if (!clause.includes('、')) return null;
  const pieces = fitted(splitItems(clause, offset + start, folded), size, folded, true);
  return pieces === null ? null : { spans: pieces, open };
}

function itemsAfter(folded: string, start: number, size: number | null): Items | null {
  const after = folded.slice(start, start + REACH);
  const quoted = quotedItems(after, start);
  if (quoted.length > 1 && quoted.length === size) return { spans: quoted, open: false };
  const lead = AFTER_PHRASE.exec(after)?.[0] ?? BARE_ENUMERATION.exec(after)?.[0];
  if (lead === undefined) return null;
  const text = after.slice(lead.length);
  const offset = start + lead.length;
  const marked = enumerated(text, offset, size);
  if (marked !== null) return { spans: marked, open: false };
  const stop = text.search(/[。;；!?！？)）]|[,，](?!.{0,20}、)/u);
  const clause = (stop < 0 ? text : text.slice(0, stop)).replace(/[,，].*$/u, '');
  const trimmed = clause.replace(TAIL, '');
  if (!/[、和与]/u.test(trimmed)) return null;
  const pieces = fitted(splitItems(trimmed, offset, folded), size, folded, false);
  return pieces === null ? null : { spans: pieces, open: /等/u.test(clause.slice(trimmed.length)) };
}

/** Items in quotation marks behind a phrase, without the marks; none where anything else follows. */
function quotedItems(after: string, start: number): readonly Span[] {
  let at = QUOTED_ITEMS.exec(after)?.[0].length ?? after.length;
  const spans: Span[] = [];
  for (;;) {
    const item = QUOTED_ITEM.exec(after.slice(at));
    if (item === null) return spans;
    spans.push([start + at + 1, start + at + 1 + (item[1] ?? '').length]);
    at += item[0].length;
  }
}

/**
 * The items of 四不 (不加价、不断供、不拒客、不关门): so many in a row in `range` of a folded text, each beginning with the
 * word that is counted; null where there are fewer or more.
 */
export function alikeItems(folded: string, range: Span, { text, size }: SetPhrase): Items | null {
  const word = COUNTED_WORD.exec(text)?.[1];
  if (word === undefined || size === null) return null;
  const item = `${word}[^、,，。;；:：!?！？${word}]{1,24}`;
  const ends = `(?=[。;；:：!?！？]|$|[、,，](?!${word}))`;
  const row = new RegExp(`(?:${item}[、,，]){${size - 1}}${item}${ends}`, 'u').exec(folded.slice(...range));
  if (row === null || isRowOfMore(folded.slice(...range), row.index, word)) return null;
  let at = range[0] + row.index;
  const spans = row[0].split(/[、,，]/u).map((one): Span => {
    const span: Span = [at, at + one.length];
    at = span[1] + 1;
    return span;
  });
  return { spans, open: false };
}

/** Whether an item of the same kind stands right before the row, so that it has more than the phrase says. */
function isRowOfMore(text: string, index: number, word: string): boolean {
  const before = /([^、,，。;；:：!?！？]*)[、,，]$/u.exec(text.slice(0, index))?.[1];
  return before?.includes(word) === true;
}

/** 是:一是…,二是…: the marked items, without their markers and closing marks. */
function enumerated(text: string, offset: number, size: number | null): readonly Span[] | null {
  const sentence = /^[^。！？!?]*/u.exec(text)?.[0] ?? '';
  const items = findEnumeration(sentence);
  const [first] = items;
  if (first === undefined || items.length < 2 || first.start > 2 || (size !== null && items.length < size))
    return null;
  return items.slice(0, size ?? items.length).map(({ marker, start, end }): Span => {
    const body = sentence.slice(start + marker.length, end).replace(/[,，、;；。:：\s]+$/u, '');
    return [offset + start + marker.length, offset + start + marker.length + body.length];
  });
}

/** Splits at 、 outside quotation marks and brackets. */
function splitItems(clause: string, offset: number, _folded?: string): readonly Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= clause.length; i++) {
    const character = clause.charAt(i);
    if (/[“「『‘(（《]/u.test(character)) depth++;
    else if (/[”」』’)）》]/u.test(character)) depth = Math.max(0, depth - 1);
    if (i === clause.length || (character === '、' && depth === 0)) {
      spans.push([offset + start, offset + i]);
      start = i + 1;
    }
  }
  return spans.filter(([from, to]) => to > from);
}

/** As many pieces as the phrase announces: 和 splits the last one where one is missing; surplus stands at the far end. */
function fitted(
  pieces: readonly Span[],
  size: number | null,
  folded: string,
  before: boolean,
): readonly Span[] | null {
  let list = size === null || pieces.length === size - 1 ? splitLast(pieces, folded) : pieces;
  if (size !== null && list.length > size) list = before ? list.slice(-size) : list.slice(0, size);
  if (size === null ? list.length < 2 : list.length !== size) return null;
  const [first, ...rest] = list;
  if (first === undefined) return null;
  const lead = before ? leadIn(folded.slice(...first)) : 0;
  const spans: readonly Span[] = [[first[0] + lead, first[1]], ...rest];
  return spans.every(([start, end]) => end - start > 1 && end - start <= LONGEST_ITEM) ? spans : null;
}

function leadIn(first: string): number {
  return (LEAD_IN.exec(first) ?? SHORT_LEAD_IN.exec(first))?.[0].length ?? 0;
}

/** 技防和环境防控 is two items where the list lacks one. */
function splitLast(pieces: readonly Span[], folded: string): readonly Span[] {
  const last = pieces.at(-1);
  if (last === undefined) return pieces;
  const text = folded.slice(...last);
  const joint = /^(.{1,20}?)(以及|和|与|及|加上)(.+)$/u.exec(text);
  if (joint === null) return pieces;
  const middle = last[0] + (joint[1] ?? '').length;
  return [...pieces.slice(0, -1), [last[0], middle], [middle + (joint[2] ?? '').length, last[1]]];
}

/** The last item ends where 等 or a count of the items begins: 位置和管控情况四样. */
export function trimTails(folded: string, spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  if (last === undefined) return spans;
  const tail = /(?:等(?:[\p{Script=Han}]{0,8})?|[二两三四五六七八九十]+[个种项道条样].*)$/u.exec(
    folded.slice(...last),
  );
  return tail === null || tail.index === 0 ? spans : [...spans.slice(0, -1), [last[0], last[0] + tail.index]];
}
