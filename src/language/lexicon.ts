/**
 * Tables of words with weighted Chinese words: the English → Chinese lexicon, and near words of Chinese ones. They are
 * distilled offline (lexicon/README.md); here they are read and looked up.
 */
import { brotliDecompressSync } from 'node:zlib';

/** One Chinese word for an English entry. */
export interface Gloss {
  readonly word: string;
  /** Above 0; about 1 for the entry's own first sense, down to 0.015. */
  readonly weight: number;
}

export interface Lexicon {
  /** The Chinese words of a lower-case English entry (word or phrase with single spaces), or null. Names of persons and places in CC-CEDICT are only tried when `others` allows words beside its glosses. */
  glosses(entry: string): readonly Gloss[] | null;
  /** The same among English words that are no entry of CC-CEDICT. */
  others(word: string): readonly Gloss[] | null;
}

interface Header {
  readonly format: string;
  readonly version: number;
  readonly floor: number;
  readonly top: number;
  readonly levels: number;
  readonly glosses: number;
}

const FORMATS: ReadonlySet<unknown> = new Set(['en-zh-lexicon', 'near-zh-lexicon']);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGIT_VALUE: ReadonlyMap<string, number> = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Thrown when a table is not one. */
export class LexiconFormatError extends Error {
  override readonly name = 'LexiconFormatError';
}

interface Table {
  readonly header: Header;
  readonly words: readonly string[];
  readonly glosses: ReadonlyMap<string, string>;
  readonly others: ReadonlyMap<string, string>;
}

/** Reads a brotli-compressed table; `fold` maps its Chinese words to the folded layer. Throws LexiconFormatError. */
export function readLexicon(bytes: Uint8Array, fold: (text: string) => string): Lexicon {
  const table = parse(bytes);
  const weights = weightsOf(table.header);
  const look = (entries: ReadonlyMap<string, string>) => (key: string) => {
    const code = entries.get(key);
    if (code === undefined) return null;
    return decode(code, table.words, weights).map(({ word, weight }) => ({ word: fold(word), weight }));
  };
  return { glosses: look(table.glosses), others: look(table.others) };
}

function parse(bytes: Uint8Array): Table {
  let text: string;
  try {
    text = brotliDecompressSync(bytes).toString('utf8');
  } catch (error) {
    throw new LexiconFormatError('The lexicon is not a brotli-compressed table.', { cause: error });
  }
  const [head = '', words = '', ...lines] = text.trimEnd().split('\n');
  const header = parseHeader(head);
  const entries = (part: readonly string[]) =>
    new Map(
      part.map((line) => {
        const tab = line.indexOf('\t');
        return [line.slice(0, tab), line.slice(tab + 1)] as const;
      }),
    );
  return {
    header,
    words: words.split(' '),
    glosses: entries(lines.slice(0, header.glosses)),
    others: entries(lines.slice(header.glosses)),
  };
}

function parseHeader(line: string): Header {
  try {
    const header: unknown = JSON.parse(line);
    if (typeof header === 'object' && header !== null && 'format' in header && FORMATS.has(header.format)) {
      return header as Header;
    }
  } catch {
    // falls through to the one message
  }
  throw new LexiconFormatError(
    `The lexicon's first line is not a header of one of the formats ${[...FORMATS].join(', ')}.`,
  );
}

/** Weights are stored as `levels` logarithmic steps from `floor` to `top`. */
function weightsOf({ floor, top, levels }: Header): readonly number[] {
  return Array.from({ length: levels }, (_, level) => floor * (top / floor) ** (level / (levels - 1)));
}

/** An entry's pairs: variable-length base-64 numbers of (word index delta × 16 + weight level). */
function pairsOf(code: string): { index: number; level: number }[] {
  const pairs: { index: number; level: number }[] = [];
  let value = 0;
  let shift = 0;
  let index = 0;
  for (const character of code) {
    const digit = DIGIT_VALUE.get(character) ?? 0;
    value |= (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    index += value >> 4;
    pairs.push({ index, level: value & 15 });
    value = 0;
    shift = 0;
  }
  return pairs;
}

function decode(code: string, words: readonly string[], weights: readonly number[]): Gloss[] {
  return pairsOf(code).map(({ index, level }) => ({ word: words[index] ?? '', weight: weights[level] ?? 0 }));
}
