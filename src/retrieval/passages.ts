/** An article's paragraphs as passages: whole when short, cut at enumeration items or sentences when long. */
import type { Article, Paragraph, Span } from '../corpus/article.js';
import { fold } from '../language/script.js';
import { findEnumeration, splitSentences } from '../language/sentences.js';
import type { Passage } from './passage.js';

/** A paragraph up to this many characters is one passage; bulletins have some of 1,500 that nobody wants whole. */
const WHOLE_UP_TO = 1000;
/** Parts of a longer one are filled up to about this many characters. */
const PART_LENGTH = 450;
/** With fewer items than this an enumeration does not order the paragraph. */
const MIN_ITEMS = 3;

/** Title, subtitles and what the file is called by on the folded layer, a line each. */
export function foldedTitle({ title, subtitles, file, format }: Article): string {
  const told = fold([title ?? '', ...subtitles].join('\n'));
  const called = format === 'jsonl' ? '' : calledBy(file);
  return called === '' || told.includes(called) ? told : `${told}\n${called}`;
}

/** A file is often named after who sends it out and what it is about: 青湖市图书馆_通知_2023.txt. Folded; '' where it has no Chinese name. */
function calledBy(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{1,8}$/iu, '');
  return /\p{Script=Han}{2}/u.test(name) ? fold(name) : '';
}

/** A passage's paragraph on the folded layer; most passages are a whole one. */
export function foldedParagraph({ paragraph: { text }, range, folded }: Passage): string {
  return range[0] === 0 && range[1] === text.length ? folded : fold(text);
}

/** The passages of an article in reading order. */
export function passagesOf(article: Article): Passage[] {
  return article.paragraphs.flatMap((paragraph) => {
    const folded = fold(paragraph.text);
    return rangesOf(paragraph).map((range) => ({
      article,
      paragraph,
      range,
      folded: range[0] === 0 && range[1] === folded.length ? folded : folded.slice(...range),
    }));
  });
}

function rangesOf({ text }: Paragraph): readonly Span[] {
  if (text.length <= WHOLE_UP_TO) return [[0, text.length]];
  return pack(bordersOf(text), text.length);
}

/** Offsets at which the text may be cut: starts of enumeration items if it is ordered by them, else of sentences. */
function bordersOf(text: string): readonly number[] {
  const items = findEnumeration(text).map((item) => item.start);
  const sentences = splitSentences(text).map(([start]) => start);
  if (items.length < MIN_ITEMS) return sentences;
  const first = items[0] ?? 0;
  const last = items.at(-1) ?? 0;
  return [
    ...sentences.filter((start) => start < first),
    ...items,
    ...sentences.filter((start) => start > last),
  ];
}

/** Greedily fills parts up to PART_LENGTH; a piece longer than that stays one part. */
function pack(borders: readonly number[], length: number): readonly Span[] {
  const ranges: Span[] = [];
  let start = 0;
  let previous = 0;
  for (const border of [...borders, length]) {
    if (border - start > PART_LENGTH && previous > start) {
      ranges.push([start, previous]);
      start = previous;
    }
    previous = border;
  }
  ranges.push([start, length]);
  return ranges;
}
