/** What notices say under a label: 【报名时间】…, 招生对象：…, and under a heading over several lines: 三、所需材料. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { isHeading } from '../../retrieval/headings.js';
import type { Passage } from '../../retrieval/passage.js';

/** A label, and what stands behind or below it. */
export interface Field {
  /** Folded, without numbering and brackets: 报名时间. */
  readonly label: string;
  /** In order: one stretch behind a label, or the lines under a heading. At least one. */
  readonly values: readonly FieldValue[];
  /** Whether the label is a heading over its values. */
  readonly isHeading: boolean;
}

export interface FieldValue {
  readonly passage: Passage;
  /** In the paragraph's text, without numbering before and marks behind. */
  readonly span: Span;
  /** The stretch to quote: the value with its label, where both stand in one line. */
  readonly quoted: Span;
}

/** Behind a level mark: 一、, (二), 1., ①. */
const NUMBERING = /^\s*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?\s*[、.．)）]|[①-⑳•·■◆●▶※-])?\s*/u;
/** 【报名时间】 and 〔招募人数〕. */
const BRACKETED = /[【〔［]\s*([^【】〔〕［］\n]{2,14})\s*[】〕］]\s*[:：]?/gu;
/** 招生咨询：, at the start of a line or behind a mark. */
const COLONED =
  /(?<=^|[\s。；;，,、）)])(?:\d{1,2}[.．、]\s*)?([\p{Script=Han}\p{N}a-z]{2,12})\s*[:：](?!\d)\s*/gu;
const SENTENCE_END = /[。；;\n]/u;
/** Behind the last label of a line 甲；乙；丙 are one value. */
const LAST_VALUE_END = /[。\n]/u;
const TRAILING = /[\s。；;，,]+$/u;
/** A heading is followed by at most so many lines of its own. */
const REACH = 12;
/** A line under a heading that is longer than this is running text. */
const LONGEST_LINE = 160;

/** All fields of an article's passages, in order. */
export function fieldsIn(passages: readonly Passage[]): readonly Field[] {
  return [...passages.flatMap(labelledIn), ...headedIn(passages)];
}

/** The number or mark that a line begins with. */
function numberingOf(text: string): string {
  return NUMBERING.exec(text)?.[0] ?? '';
}

function labelledIn(passage: Passage): readonly Field[] {
  const text = fold(passage.paragraph.text);
  if (!/[:：【〔［]/u.test(text)) return [];
  const bracketed = [...text.matchAll(BRACKETED)];
  const found = bracketed.length > 0 ? bracketed : [...text.matchAll(COLONED)];
  return found.flatMap((match, i): Field[] => {
    const from = match.index + match[0].length;
    const next = found[i + 1]?.index ?? text.length;
    const reach = text.slice(from, next);
    const stop =
      bracketed.length > 0 ? -1 : reach.search(i === found.length - 1 ? LAST_VALUE_END : SENTENCE_END);
    const end = from + (stop < 0 ? reach : reach.slice(0, stop)).replace(TRAILING, '').length;
    const label = (match[1] ?? '').trim();
    if (end <= from || !/\p{Script=Han}/u.test(label)) return [];
    const quoted: Span = [match.index, Math.min(text.length, end + 1)];
    const inner = LEAD.exec(text.slice(from, end));
    const start = from + (inner?.[0].length ?? 0);
    const own: Field = { label, values: [{ passage, span: [from, end], quoted }], isHeading: false };
    return inner === null || start >= end
      ? [own]
      : [
          { label: inner[1] ?? label, values: [{ passage, span: [start, end], quoted }], isHeading: false },
          own,
        ];
  });
}

/** 有下列情形的不得报名：甲；乙, behind a label of its own. */
const LEAD = /^([^,，。;；:：]{4,16}(?:下列|以下|如下|之一|不得|不予|不能)[^,，。;；:：]{0,10})[:：]/u;

function headedIn(passages: readonly Passage[]): readonly Field[] {
  return passages.flatMap((passage, at): Field[] => {
    const text = fold(passage.paragraph.text);
    const isLead = /[:：]\s*$/u.test(text);
    if (!isHeading(passage) && !isLead) return [];
    const start = isLead
      ? Math.max(text.search(/[^。；;]*$/u), numberingOf(text).length)
      : numberingOf(text).length;
    const label = text.slice(start).replace(/[\s:：]+$/u, '');
    const below = passages.slice(at + 1, at + 1 + REACH);
    const values = linesBelow(below, isLead ? null : levelOf(text));
    return values.length === 0 || label.length < 2 ? [] : [{ label, values, isHeading: true }];
  });
}

/** How a line is numbered: 一, (一), 1, the mark itself; empty for no number. */
function levelOf(text: string): string {
  return numberingOf(text)
    .replace(/[一二三四五六七八九十]+/u, '一')
    .replace(/\d+/u, '1')
    .trim();
}

/** The lines under a heading of a level, up to the next of its kind; under a lead (null), as far as they are numbered alike. */
function linesBelow(passages: readonly Passage[], level: string | null): readonly FieldValue[] {
  const values: FieldValue[] = [];
  const [first] = passages;
  const own = first === undefined ? '' : levelOf(fold(first.paragraph.text));
  for (const passage of passages) {
    const { text } = passage.paragraph;
    const one = levelOf(fold(text));
    const isNext = level === null || level === '' ? isHeading(passage) && one !== own : one === level;
    if (isNext || text.length > LONGEST_LINE || ((level === null || own !== '') && one !== own)) break;
    const start = numberingOf(text).length;
    const end = text.replace(TRAILING, '').length;
    if (end > start) values.push({ passage, span: [start, end], quoted: [0, text.length] });
  }
  return values;
}
