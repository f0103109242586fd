/**
 * Markdown, line by line. Written here because every offset must be kept and mark-up be deleted in linear time: the
 * known parsers build trees and take quadratic time on headings, lists and emphasis in bulk.
 */
import { fold } from '../language/script.js';
import { type Line, trimmed } from './line.js';
import { isItem, isSpeaker } from './line-kind.js';
import { inlineMarks } from './markdown-marks.js';
import { concat, cut, type Stretch, verbatim, without } from './stretch.js';

const LINE = /([^\r\n]*)(?:\r\n|\n|\r|$)/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const CLOSING_MARKS = /(?<![ \t])[ \t]+#+[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^(?: {0,3}>[ \t]?)+/;
const BULLET = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/;
const NUMBERED = /^[ \t]*\d{1,9}[.)][ \t]/;
const TABLE_ROW = /^[ \t]*\|/;
const TABLE_RULE = /^[ \t]*(?:\|[ \t]*)?(?::?-+:?[ \t]*\|[ \t]*)+(?::?-+:?[ \t]*)?$/;
/** [name]: address — nothing of it is shown. */
const DEFINITION = /^ {0,3}\[[^[\]\n]{1,200}\]:[ \t]*\S/;
const HARD_BREAK = /(?:(?<! ) {2,}|\\)$/;
const COMMENT = /^[ \t]*<!--.{0,2000}-->[ \t]*$/;
const SENTENCE_END = /[。!?;:….]["'”’)）》】\]]*$/;

/** Collects lines into paragraphs as Markdown does, except that a full stop at a line's end ends a paragraph too. */
class Paragraphs {
  readonly lines: Line[] = [];
  private parts: Stretch[] = [];
  private gap = 2;
  private lastEnd = '';

  /** Adds a line's text to the open paragraph, with the line break before it. */
  add(stretch: Stretch, lineBreak: Stretch): void {
    if (this.parts.length > 0) this.parts.push(lineBreak);
    this.parts.push(stretch);
    this.lastEnd = fold(stretch.text.trimEnd().slice(-6));
  }

  get open(): boolean {
    return this.parts.length > 0;
  }

  get endsSentence(): boolean {
    return SENTENCE_END.test(this.lastEnd);
  }

  /** `gap` is what lies between this paragraph and the next line, see Line. */
  end(gap: number, heading = false): void {
    if (this.parts.length > 0) {
      this.push(concat(this.parts), heading, null);
      this.gap = gap;
    } else this.gap = Math.max(this.gap, gap);
    this.parts = [];
    this.lastEnd = '';
  }

  /** A line that is a paragraph of its own. */
  alone(stretch: Stretch, dropBy: string | null): void {
    this.end(2);
    this.push(stretch, false, dropBy);
  }

  private push(stretch: Stretch, heading: boolean, dropBy: string | null): void {
    const text = trimmed(without(stretch, inlineMarks(stretch.text)));
    if (text.text !== '') this.lines.push({ stretch: text, gap: this.gap, indented: false, heading, dropBy });
  }
}

interface RawLine {
  readonly text: string;
  readonly whole: Stretch;
  /** The line break before it. */
  readonly lineBreak: Stretch;
}

function* rawLines(raw: string, start: number, end: number): Generator<RawLine> {
  let lineBreak: Stretch = verbatim(raw, start, start);
  for (const match of raw.slice(start, end).matchAll(LINE)) {
    const text = match[1] ?? '';
    const from = start + match.index;
    yield { text, whole: verbatim(raw, from, from + text.length), lineBreak };
    lineBreak = verbatim(raw, from + text.length, from + match[0].length);
  }
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** A line outside code: what it opens, closes or adds to. */
function readLine(line: RawLine, paragraphs: Paragraphs): void {
  const quoted = QUOTE.exec(line.text)?.[0].length ?? 0;
  const text = line.text.slice(quoted);
  const content = cut(line.whole, quoted);
  const heading = HEADING.exec(text)?.[0].length;
  if (paragraphs.open && UNDERLINE.test(text)) {
    paragraphs.end(2, true);
  } else if (isBlank(text) || RULE.test(text) || COMMENT.test(text)) {
    paragraphs.end(2);
  } else if (DEFINITION.test(text) || TABLE_RULE.test(text)) {
    paragraphs.alone(content, 'markup');
  } else if (TABLE_ROW.test(text)) {
    paragraphs.alone(content, null);
  } else if (heading !== undefined) {
    const closing = CLOSING_MARKS.exec(text)?.index ?? text.length;
    paragraphs.end(2);
    paragraphs.add(cut(content, heading, Math.max(heading, closing)), line.lineBreak);
    paragraphs.end(2, true);
  } else {
    addText(line, text, content, paragraphs);
  }
}

/** **排练时间** alone on its line is a heading by another mark; a question in bold stands with its answer. */
const BOLD_LINE = /^ {0,3}(\*\*|__)(?!\s)[^*_\n]{0,29}[^*_\n?？:：,，。;；]\1\s*$/;

/** 时间:…, **地点**:…: lines of a form, which the paragraph of Markdown would run together. */
function beginsField(text: string): boolean {
  const plain = text.trimStart().replace(/\*\*|__/g, '');
  return isSpeaker(plain) || isItem(plain);
}

/** Running text, which an item's mark or a full stop before it parts from the paragraph before. */
function addText(line: RawLine, text: string, content: Stretch, paragraphs: Paragraphs): void {
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  if (bullet > 0 || NUMBERED.test(text)) paragraphs.end(2);
  else if (paragraphs.endsSentence || beginsField(text)) paragraphs.end(1);
  if (BOLD_LINE.test(text)) {
    paragraphs.end(2);
    paragraphs.add(content, line.lineBreak);
    paragraphs.end(2, true);
    return;
  }
  const hard = HARD_BREAK.exec(text);
  paragraphs.add(cut(content, bullet, hard?.index ?? text.length), line.lineBreak);
  if (hard !== null) paragraphs.end(1);
}

/** Reads raw [start, end) as Markdown: a line for each heading, paragraph, list item and row, without the mark-up. */
export function markdownLines(raw: string, start: number, end: number): readonly Line[] {
  const paragraphs = new Paragraphs();
  let fence: string | null = null;
  for (const line of rawLines(raw, start, end)) {
    const mark = FENCE.exec(line.text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      else if (!isBlank(line.text)) paragraphs.lines.push(codeLine(line));
    } else if (mark !== undefined) {
      paragraphs.end(2);
      fence = mark;
    } else {
      readLine(line, paragraphs);
    }
  }
  paragraphs.end(2);
  return paragraphs.lines;
}

/** Code stays as it is. */
function codeLine(line: RawLine): Line {
  return { stretch: trimmed(line.whole), gap: 2, indented: false, heading: false, dropBy: null };
}
