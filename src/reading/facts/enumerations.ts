/** Enumerations that run through a speech: 一要…六要, also over paragraph breaks, each item with its heading. */
import type { Span } from '../../corpus/article.js';
import { findEnumeration } from '../../language/sentences.js';
import type { Outline } from './outline.js';
import type { Line } from './scenes.js';

export interface SpokenItem {
  readonly line: Line;
  readonly marker: string;
  /** The heading: what follows the marker up to the first mark. In the paragraph's text. */
  readonly heading: Span;
  /** Marker, heading and its closing mark, for quoting. */
  readonly quoted: Span;
  /** From the marker on, heading and what is said under it, as far as a quote goes. */
  readonly body: Span;
}

export interface SpokenList {
  readonly items: readonly SpokenItem[];
  /** Folded name of the speaker, null when the meeting itself speaks. */
  readonly speaker: string | null;
  /** The line that opens the speech or announces the list. */
  readonly opening: Line;
  /** All lines of the speech, the opening and the items among them. */
  readonly lines: readonly Line[];
}

const HEADING = /^[^,，。;；:：!?！？\n]*/u;
const LEAST_ITEMS = 2;
/** What is said under a heading is quoted up to this length, in whole sentences. */
const LONGEST_BODY = 200;

/** Every enumeration of an article, in order of its openings. */
export function spokenLists(outline: Outline): readonly SpokenList[] {
  return speeches(outline).flatMap(({ lines, speaker }): SpokenList[] => {
    const [opening] = lines;
    const items = itemsOf(lines);
    return opening === undefined || items.length < LEAST_ITEMS ? [] : [{ items, speaker, opening, lines }];
  });
}

interface Speech {
  readonly lines: Line[];
  readonly speaker: string | null;
}

/** Stretches of lines with the same speaker; without one, the paragraphs of one scene. */
function speeches(outline: Outline): readonly Speech[] {
  const found: Speech[] = [];
  outline.lines.forEach((line, i) => {
    const speaker = outline.speakers[i] ?? null;
    const last = found.at(-1);
    const goesOn =
      last?.lines.at(-1)?.scene === line.scene && last.speaker === (speaker?.person.name ?? null);
    const restarts =
      speaker !== null &&
      speaker.line === line &&
      last !== undefined &&
      itemsOf(last.lines).length >= LEAST_ITEMS;
    if (goesOn && !restarts) last?.lines.push(line);
    else found.push({ lines: [line], speaker: speaker?.person.name ?? null });
  });
  return found;
}

function itemsOf(lines: readonly Line[]): readonly SpokenItem[] {
  const starts: number[] = [];
  let text = '';
  for (const { folded, range } of lines) {
    starts.push(text.length);
    text += `${folded.slice(...range)}\n`;
  }
  const found = findEnumeration(text);
  return found.flatMap(({ marker, start }, i): SpokenItem[] => {
    const index = starts.findLastIndex((from) => from <= start);
    const line = lines[index];
    const from = starts[index];
    if (line === undefined || from === undefined) return [];
    const at = line.range[0] + start - from;
    const begin = at + marker.length;
    const heading = HEADING.exec(line.folded.slice(begin, line.range[1]))?.[0] ?? '';
    const end = begin + heading.length;
    if (heading.trim() === '') return [];
    const quoted: Span = [at, Math.min(end + 1, line.range[1])];
    const next = found[i + 1]?.start ?? text.length;
    const under = lines.filter(
      (one, l) => l >= index && one.paragraph === line.paragraph && (starts[l] ?? 0) < next,
    );
    const stop = (one: Line, l: number) =>
      one.range[0] + Math.min(one.range[1] - one.range[0], next - (starts[index + l] ?? 0));
    const ends = under.map(stop).filter((to) => to - at <= LONGEST_BODY);
    return [{ line, marker, heading: [begin, end], quoted, body: [at, Math.max(quoted[1], ...ends)] }];
  });
}
