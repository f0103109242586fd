import { parseNumeral } from '../language/numerals.js';
import { fold } from '../language/script.js';
import type { Line } from './line.js';
import { isDateline, isFurtherPart, isItem, isSpeaker } from './line-kind.js';
import { concat, rawExtent, type Stretch, verbatim } from './stretch.js';
import { needsSpace } from './whitespace.js';

/** Without a full stop of its own, a line of at least this length is running text and no heading within the text. */
const RUNNING_LENGTH = 36;
/** A line that ends with a comma goes on in the next one, if it is at least this long: shorter ones are verse or lists. */
const COMMA_LENGTH = 12;
/** Lines of one width that make a text wrapped by hand, and how far their widths may differ. */
const WRAPPED_LINES = 4;
const WRAP_SLACK = 2;
/** Narrower lines of one width are verse or a list of names. */
const NARROWEST_WRAP = 18;

/** How much of a paragraph so far is looked at; enough for a speech's last item. */
const MEMORY = 2000;
/** How much of its end shows whether it ends: a full stop and the brackets and quotation marks that it closes. */
const ENDING = 6;
/** Lines of one group that are compared with each other. */
const LONGEST_GROUP = 200;

/** A row of a table, and a line that only divides: neither goes on in another. */
const STANDS_ALONE = /^\s*(?:\|.*\||[-—=_*~]{4,})\s*$/;
const SENTENCE_END = /[。!?;:….~]["'”’)）》】\]]*$/;
/** A bracket or quotation mark at the end leaves it open whether the sentence ends. */
const CLOSED = /["”’)）》】\]]$/;
/** 16:45 18:15: a line of a timetable. */
const ENDS_IN_TIME = /\d:\d{2}$/;
const COMMA_END = /[,、]$/;
/** No paragraph begins like this. */
const CONTINUES = /^[,、。;:)”’》!?]/;
const CLAUSE = /[,、。;!?:]/;
const OPEN_BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['《', '》'],
  ['(', ')'],
];

/** 四是 or 四要 and the like, as items inside a speech. */
const SPOKEN_ITEM = /(?<=^|[。;:,!?])([一二三四五六七八九十]{1,3})([是要])/g;
/** 李某强调, 会议指出: somebody begins to speak. */
const NEW_SPEAKER = /^.{0,30}?(?:强调|指出|要求|表示|说|认为|提出|介绍|部署|会议|传达|通报)/;

interface SpokenItem {
  readonly value: number;
  readonly style: string;
  readonly at: number;
}

function spokenItem(match: RegExpMatchArray): SpokenItem {
  return { value: parseNumeral(match[1] ?? '') ?? 0, style: match[2] ?? '', at: match.index ?? 0 };
}

/** A speech whose list of items goes on in the next paragraph, which begins in the middle of one. */
function speechGoesOn(before: string, after: string): boolean {
  const last = Array.from(before.matchAll(SPOKEN_ITEM), spokenItem).at(-1);
  const next = Array.from(after.matchAll(SPOKEN_ITEM), spokenItem)[0];
  if (last === undefined || next === undefined || next.at === 0) return false;
  return next.value === last.value + 1 && next.style === last.style && !NEW_SPEAKER.test(after);
}

/** Whether a bracket or quotation mark is open at the end of the text. */
function leavesOpen(text: string): boolean {
  return OPEN_BRACKETS.some(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close));
}

/** The lines of a group that are as wide as most of them, which a text wrapped by hand leaves. */
function wrappedLines(group: readonly Line[]): readonly Line[] {
  const width = group.reduce((longest, line) => Math.max(longest, line.stretch.text.length), 0);
  const full = group.filter((line) => line.stretch.text.length >= width - WRAP_SLACK);
  return width >= NARROWEST_WRAP && group.length >= WRAPPED_LINES && full.length * 2 > group.length
    ? full
    : [];
}

/** What the shape of the whole text tells of its line breaks. */
interface Layout {
  /** Some lines are indented and some are not, so that an indent begins a paragraph. */
  readonly indents: boolean;
  readonly wrapped: ReadonlySet<Line>;
}

const ONE_LINE: Layout = { indents: false, wrapped: new Set() };

function layoutOf(lines: readonly Line[]): Layout {
  const indented = lines.filter((line) => line.indented).length;
  const wrapped = new Set<Line>();
  let group: Line[] = [];
  const close = (): void => {
    for (const line of wrappedLines(group)) wrapped.add(line);
    group = [];
  };
  for (const line of lines) {
    if (line.gap > 1 || group.length >= LONGEST_GROUP) close();
    group.push(line);
  }
  close();
  return { indents: indented > 0 && indented < lines.length, wrapped };
}

function beginsAnew(line: Line, layout: Layout): boolean {
  const { text } = line.stretch;
  return (
    line.heading ||
    (layout.indents && line.indented) ||
    isDateline(text) ||
    isFurtherPart(text) ||
    isItem(text) ||
    isSpeaker(text)
  );
}

/** Whether `next` goes on where `text`, the paragraph so far, whose last line is `line`, breaks off. */
function goesOn(text: string, line: Line, next: Line, layout: Layout): boolean {
  if (line.heading || beginsAnew(next, layout)) return false;
  if (STANDS_ALONE.test(line.stretch.text) || STANDS_ALONE.test(next.stretch.text)) return false;
  const end = fold(text.slice(-ENDING));
  const after = fold(next.stretch.text);
  if (CONTINUES.test(after)) return true;
  if (SENTENCE_END.test(end)) return speechGoesOn(fold(text), after);
  if (layout.wrapped.has(line) && next.gap === 1) return true;
  if (next.gap === 1 && /[a-z,]$/.test(end) && /^[a-z]/.test(next.stretch.text)) return true;
  if (ENDS_IN_TIME.test(end)) return false;
  if (COMMA_END.test(end)) return text.length >= COMMA_LENGTH;
  // The rest of a sentence has a clause or an end; a heading or a caption has neither.
  if (!CLAUSE.test(after)) return false;
  if (leavesOpen(text)) return true;
  return !CLOSED.test(end) && (text.length >= RUNNING_LENGTH || text.includes('。'));
}

/** The blank of the raw text that keeps two words apart, where the joined lines need one. */
function joint(raw: string, before: Stretch, after: Stretch): readonly Stretch[] {
  if (!needsSpace(before.text.slice(-1), after.text.slice(0, 1))) return [];
  const [, end] = rawExtent(before);
  const [start] = rawExtent(after);
  const blank = raw.slice(end, start).search(/\s/);
  return blank < 0 ? [] : [verbatim(raw, end + blank, end + blank + 1)];
}

/** Joins lines that columns or page borders broke into the paragraphs that they were. */
export function rejoined(raw: string, lines: readonly Line[]): readonly Stretch[] {
  const layout = lines.length > 1 ? layoutOf(lines) : ONE_LINE;
  const paragraphs: Stretch[][] = [];
  let last: Line | undefined;
  let memory = '';
  for (const line of lines) {
    const parts = paragraphs.at(-1);
    if (parts !== undefined && last !== undefined && goesOn(memory, last, line, layout)) {
      parts.push(...joint(raw, last.stretch, line.stretch), line.stretch);
      memory = (memory + line.stretch.text).slice(-MEMORY);
    } else {
      paragraphs.push([line.stretch]);
      memory = line.stretch.text.slice(-MEMORY);
    }
    last = line;
  }
  return paragraphs.map(concat);
}
