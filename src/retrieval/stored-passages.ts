/** Passages as a segment stores them: rows of numbers and one stretch of folded text, decoded when it is looked at. */
import type { Article, Paragraph, Span } from '../corpus/article.js';
import { headingOf, isHeading } from './headings.js';
import type { Passage } from './passage.js';

/** Article, paragraph (both from 0), start and end in the paragraph, first unit of the folded text, of the heading, its length, ANNOUNCES. */
const COLUMNS = 8;
const ANNOUNCES = 1;
/** UTF-16: decoding is copying. */
const BYTES_OF_UNIT = 2;

/** Thrown when rows name what is not there. */
export class PassageRowError extends Error {
  override readonly name = 'PassageRowError';
}

/** So many decoded texts of a segment are kept, a power of two: a question looks at a hundred passages several times each. */
const KEPT_TEXTS = 512;

/** The passages of a segment as numbers and text. */
export interface PassageStore {
  readonly articles: readonly Article[];
  /** COLUMNS numbers a passage. */
  readonly rows: Uint32Array;
  /** In UTF-16LE. */
  readonly folded: Buffer;
}

/** Passages packed; each belongs to one of the articles. */
export function packPassages(
  articles: readonly Article[],
  passages: readonly Passage[],
): Pick<PassageStore, 'rows' | 'folded'> {
  const places = new Map(articles.map((article, place) => [article, place]));
  const rows = new Uint32Array(passages.length * COLUMNS);
  const texts = new PackedTexts();
  let lastHeading = '';
  let headingFirst = 0;
  passages.forEach((passage, i) => {
    const { article, paragraph, range, folded } = passage;
    const place = places.get(article);
    if (place === undefined) throw new PassageRowError(`A passage of ${article.id} is in another's segment.`);
    const heading = headingOf(passage);
    // Passages below one heading follow one another.
    if (heading !== lastHeading) [lastHeading, headingFirst] = [heading, texts.add(heading)];
    const announces = isHeading(passage) ? ANNOUNCES : 0;
    const first = texts.add(folded);
    const row = [
      place,
      paragraph.number - 1,
      range[0],
      range[1],
      first,
      headingFirst,
      heading.length,
      announces,
    ];
    rows.set(row, i * COLUMNS);
  });
  return { rows, folded: texts.bytes() };
}

/** Texts one behind the other. */
class PackedTexts {
  readonly #texts: Buffer[] = [];
  #units = 0;

  /** Adds a text and returns the place of its first unit. */
  add(text: string): number {
    const first = this.#units;
    this.#texts.push(Buffer.from(text, 'utf16le'));
    this.#units += text.length;
    return first;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#texts);
  }
}

/** The passages of a store. Throws PassageRowError when one belongs to no article. */
export function storedPassages(store: PassageStore): readonly Passage[] {
  const { articles, rows, folded } = store;
  const texts = new DecodedTexts(store);
  return Array.from({ length: rows.length / COLUMNS }, (_, place) => {
    const at = place * COLUMNS;
    const end = ((rows[at + 4] ?? 0) + (rows[at + 3] ?? 0) - (rows[at + 2] ?? 0)) * BYTES_OF_UNIT;
    if (articles[rows[at] ?? 0] === undefined || end > folded.length) {
      throw new PassageRowError('A passage belongs to no article.');
    }
    return new StoredPassage(store, place, texts);
  });
}

/** The folded texts of a store that were decoded last: each has one place, where the next one with that place puts it out. */
class DecodedTexts {
  readonly #store: PassageStore;
  readonly #rows = new Int32Array(KEPT_TEXTS).fill(-1);
  readonly #texts: string[] = new Array<string>(KEPT_TEXTS).fill('');

  constructor(store: PassageStore) {
    this.#store = store;
  }

  /** The text of the passage whose row begins at `at`. */
  of(at: number): string {
    const kept = (at / COLUMNS) & (KEPT_TEXTS - 1);
    if (this.#rows[kept] === at) return this.#texts[kept] ?? '';
    const { rows, folded } = this.#store;
    const length = (rows[at + 3] ?? 0) - (rows[at + 2] ?? 0);
    const first = rows[at + 4] ?? 0;
    const text = folded.toString('utf16le', first * BYTES_OF_UNIT, (first + length) * BYTES_OF_UNIT);
    this.#rows[kept] = at;
    this.#texts[kept] = text;
    return text;
  }
}

class StoredPassage implements Passage {
  readonly #store: PassageStore;
  /** Of its row. */
  readonly #at: number;
  readonly #texts: DecodedTexts;

  constructor(store: PassageStore, place: number, texts: DecodedTexts) {
    this.#store = store;
    this.#at = place * COLUMNS;
    this.#texts = texts;
  }

  get article(): Article {
    const { articles, rows } = this.#store;
    return known(articles[rows[this.#at] ?? 0]);
  }

  get paragraph(): Paragraph {
    return known(this.article.paragraphs[this.#store.rows[this.#at + 1] ?? 0]);
  }

  get paragraphNumber(): number {
    return (this.#store.rows[this.#at + 1] ?? 0) + 1;
  }

  get range(): Span {
    const { rows } = this.#store;
    return [rows[this.#at + 2] ?? 0, rows[this.#at + 3] ?? 0];
  }

  get folded(): string {
    return this.#texts.of(this.#at);
  }

  get heading(): string {
    const { rows, folded } = this.#store;
    const length = rows[this.#at + 6] ?? 0;
    const first = rows[this.#at + 5] ?? 0;
    return length === 0
      ? ''
      : folded.toString('utf16le', first * BYTES_OF_UNIT, (first + length) * BYTES_OF_UNIT);
  }

  get announces(): boolean {
    return this.#store.rows[this.#at + 7] === ANNOUNCES;
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new PassageRowError('A passage belongs to no paragraph.');
  return value;
}
