/** Passages as a segment stores them: rows of numbers and one stretch of folded text, decoded when it is looked at. */
import type { Article, Paragraph, Span } from '../corpus/article.js';
import type { Passage } from './passage.js';

/** Article, paragraph (both from 0), start and end in the paragraph, first unit of the folded text. */
const COLUMNS = 5;
/** UTF-16: decoding is copying. */
const BYTES_OF_UNIT = 2;

/** Thrown when rows name what is not there. */
export class PassageRowError extends Error {
  override readonly name = 'PassageRowError';
}

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
  const texts: Buffer[] = [];
  let at = 0;
  passages.forEach(({ article, paragraph, range, folded }, i) => {
    const place = places.get(article);
    if (place === undefined) throw new PassageRowError(`A passage of ${article.id} is in another's segment.`);
    rows.set([place, paragraph.number - 1, range[0], range[1], at], i * COLUMNS);
    texts.push(Buffer.from(folded, 'utf16le'));
    at += folded.length;
  });
  return { rows, folded: Buffer.concat(texts) };
}

/** The passages of a store. Throws PassageRowError when one belongs to no article. */
export function storedPassages(store: PassageStore): readonly Passage[] {
  const { articles, rows, folded } = store;
  return Array.from({ length: rows.length / COLUMNS }, (_, place) => {
    const at = place * COLUMNS;
    const end = ((rows[at + 4] ?? 0) + (rows[at + 3] ?? 0) - (rows[at + 2] ?? 0)) * BYTES_OF_UNIT;
    if (articles[rows[at] ?? 0] === undefined || end > folded.length) {
      throw new PassageRowError('A passage belongs to no article.');
    }
    return new StoredPassage(store, place);
  });
}

class StoredPassage implements Passage {
  readonly #store: PassageStore;
  /** Of its row. */
  readonly #at: number;

  constructor(store: PassageStore, place: number) {
    this.#store = store;
    this.#at = place * COLUMNS;
  }

  get article(): Article {
    const { articles, rows } = this.#store;
    return known(articles[rows[this.#at] ?? 0]);
  }

  get paragraph(): Paragraph {
    return known(this.article.paragraphs[this.#store.rows[this.#at + 1] ?? 0]);
  }

  get range(): Span {
    const { rows } = this.#store;
    return [rows[this.#at + 2] ?? 0, rows[this.#at + 3] ?? 0];
  }

  get folded(): string {
    const { rows, folded } = this.#store;
    const length = (rows[this.#at + 3] ?? 0) - (rows[this.#at + 2] ?? 0);
    const first = rows[this.#at + 4] ?? 0;
    return folded.toString('utf16le', first * BYTES_OF_UNIT, (first + length) * BYTES_OF_UNIT);
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new PassageRowError('A passage belongs to no paragraph.');
  return value;
}
