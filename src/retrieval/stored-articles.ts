/**
 * Articles as a segment stores them. What identifies and dates an article is held in memory; its text, where it stands
 * in the raw file, and what cleaning left out are read from the file when they are wanted: a large corpus is mostly
 * text that no question asks for.
 */
import type { Article, Paragraph, Receipt, Run } from '../corpus/article.js';
import type { RecentlyUsed, Sized } from './stored-bytes.js';

/** What is known of an article without its text, without the names of its fields. */
export type HeadRow = readonly [
  id: string,
  file: string,
  format: Article['format'],
  sha256: string,
  title: string | null,
  subtitles: readonly string[],
  source: string | null,
  author: string | null,
  reporters: readonly string[],
  editors: readonly string[],
  url: string | null,
  published: Article['published'],
  happened: Article['happened'],
  places: Article['places'],
  warnings: readonly string[],
];

export function headRow(article: Article): HeadRow {
  const { id, file, format, sha256, title, subtitles, source, author, reporters, editors, url } = article;
  const { published, happened, places, warnings } = article;
  const named = [
    id,
    file,
    format,
    sha256,
    title,
    subtitles,
    source,
    author,
    reporters,
    editors,
    url,
  ] as const;
  return [...named, published, happened, places, warnings];
}

/** A paragraph apart from its text, as it is stored. */
type Details = readonly [
  runs: readonly number[],
  dates: Paragraph['dates'],
  reporters: Paragraph['reporters'],
  damaged: boolean,
];
/** What is asked for least. */
type Rest = readonly [dropped: readonly Receipt[], extracted: string | null];
/** Bytes of a Rest without anything in it; one with a receipt has more. */
const EMPTY_REST = '[[],null]'.length;

const NUMBERS_OF_RUN = 4;
const BYTES_OF_NUMBER = 4;

/** An article's text as bytes: for each paragraph the lengths of its text and details, then the texts, then the details. */
export function bodyBytes({ paragraphs }: Article): Buffer {
  const texts = paragraphs.map(({ text }) => Buffer.from(text, 'utf16le'));
  const details = paragraphs.map((paragraph) => Buffer.from(JSON.stringify(detailsOf(paragraph))));
  const lengths = paragraphs.flatMap((_, i) => [texts[i]?.length ?? 0, details[i]?.length ?? 0]);
  return Buffer.concat([Buffer.from(Uint32Array.from(lengths).buffer), ...texts, ...details]);
}

/** What belongs to an article and to no paragraph, as bytes. */
export function restBytes({ dropped, extracted }: Article): Buffer {
  const rest: Rest = [dropped, extracted ?? null];
  return Buffer.from(JSON.stringify(rest));
}

function detailsOf({ runs, dates, reporters, damaged }: Paragraph): Details {
  return [
    runs.flatMap(({ at, length, raw, rawLength }) => [at, length, raw, rawLength]),
    dates,
    reporters,
    damaged,
  ];
}

/** Where bytes are read from. */
interface ByteSource {
  read(start: number, end: number): Buffer;
}

/** Where the articles of a segment lie. */
export interface ArticleStore {
  readonly bytes: ByteSource;
  /** By article: where its body begins, where what belongs to no paragraph begins, and where that ends. */
  readonly starts: Uint32Array;
  /** First paragraph of each article among those of the segment, and one more. */
  readonly paragraphFirsts: Uint32Array;
  readonly recent: RecentlyUsed<Sized>;
  /** The same text as one that many articles have, as one value. */
  sameText(text: string): string;
}

const NOTHING: readonly never[] = [];

/** Empty lists are one value. */
function sameList<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list;
}

/** An article whose text stays in its file. Its head is its own, so that a structured clone has the head and no more. */
export class StoredArticle implements Article {
  readonly id: string;
  readonly file: string;
  readonly format: Article['format'];
  readonly sha256: string;
  readonly title: string | null;
  readonly subtitles: readonly string[];
  readonly source: string | null;
  readonly author: string | null;
  readonly reporters: readonly string[];
  readonly editors: readonly string[];
  readonly url: string | null;
  readonly published: Article['published'];
  readonly happened: Article['happened'];
  readonly places: Article['places'];
  readonly warnings: readonly string[];
  readonly #store: ArticleStore;
  readonly #place: number;
  #body: WeakRef<Body> | null = null;

  /** `place` is its number in the segment. */
  constructor(row: HeadRow, store: ArticleStore, place: number) {
    this.id = row[0];
    this.file = store.sameText(row[1]);
    this.format = row[2];
    this.sha256 = row[3];
    this.title = row[4];
    this.subtitles = sameList(row[5]);
    this.source = row[6] === null ? null : store.sameText(row[6]);
    this.author = row[7] === null ? null : store.sameText(row[7]);
    this.reporters = sameList(row[8]);
    this.editors = sameList(row[9]);
    this.url = row[10];
    this.published = row[11];
    this.happened = row[12];
    this.places = sameList(row[13]);
    this.warnings = sameList(row[14]);
    this.#store = store;
    this.#place = place;
  }

  /** The same objects as long as anybody holds one of them. */
  get paragraphs(): readonly Paragraph[] {
    const { starts, paragraphFirsts, bytes, recent } = this.#store;
    let body = this.#body?.deref();
    if (body === undefined) {
      const count = (paragraphFirsts[this.#place + 1] ?? 0) - (paragraphFirsts[this.#place] ?? 0);
      body = new Body(bytes, starts[2 * this.#place] ?? 0, starts[2 * this.#place + 1] ?? 0, count);
      this.#body = new WeakRef(body);
    }
    recent.use(body);
    return body.paragraphs;
  }

  get dropped(): readonly Receipt[] {
    const { starts } = this.#store;
    const size = (starts[2 * this.#place + 2] ?? 0) - (starts[2 * this.#place + 1] ?? 0);
    return size <= EMPTY_REST ? NOTHING : this.#rest()[0];
  }

  get extracted(): string | undefined {
    return this.#rest()[1] ?? undefined;
  }

  #rest(): Rest {
    const { bytes, starts } = this.#store;
    return JSON.parse(
      bytes.read(starts[2 * this.#place + 1] ?? 0, starts[2 * this.#place + 2] ?? 0).toString('utf8'),
    );
  }
}

/** The paragraphs of an article; read from the file when the first of them is looked at. */
class Body implements Sized {
  readonly paragraphs: readonly Paragraph[];
  /** Bytes of the text, which the bytes in the file tell nearly. */
  readonly size: number;
  readonly #store: ByteSource;
  readonly #start: number;
  readonly #end: number;
  #bytes: Buffer | null = null;
  #starts = new Uint32Array();

  constructor(store: ByteSource, start: number, end: number, count: number) {
    this.#store = store;
    this.#start = start;
    this.#end = end;
    this.size = end - start;
    this.paragraphs = Array.from({ length: count }, (_, place) => new StoredParagraph(this, place));
  }

  text(place: number): string {
    const bytes = this.#read();
    return bytes.toString('utf16le', this.#starts[place], this.#starts[place + 1]);
  }

  details(place: number): Details {
    const bytes = this.#read();
    const first = this.paragraphs.length + place;
    return JSON.parse(bytes.toString('utf8', this.#starts[first], this.#starts[first + 1]));
  }

  #read(): Buffer {
    if (this.#bytes !== null) return this.#bytes;
    const bytes = this.#store.read(this.#start, this.#end);
    const count = this.paragraphs.length;
    const starts = new Uint32Array(2 * count + 1);
    starts[0] = 2 * count * BYTES_OF_NUMBER;
    for (let i = 0; i < 2 * count; i++) {
      const column = i < count ? 2 * i : 2 * (i - count) + 1;
      starts[i + 1] = (starts[i] ?? 0) + bytes.readUInt32LE(column * BYTES_OF_NUMBER);
    }
    this.#starts = starts;
    this.#bytes = bytes;
    return bytes;
  }
}

class StoredParagraph implements Paragraph {
  readonly #body: Body;
  readonly #place: number;
  #text: string | null = null;
  #details: Details | null = null;
  #runs: readonly Run[] | null = null;

  constructor(body: Body, place: number) {
    this.#body = body;
    this.#place = place;
  }

  get number(): number {
    return this.#place + 1;
  }

  get text(): string {
    this.#text ??= this.#body.text(this.#place);
    return this.#text;
  }

  get runs(): readonly Run[] {
    this.#runs ??= runsOf(this.#detailed()[0]);
    return this.#runs;
  }

  get dates(): Paragraph['dates'] {
    return this.#detailed()[1];
  }

  get reporters(): readonly string[] {
    return this.#detailed()[2];
  }

  get damaged(): boolean {
    return this.#detailed()[3];
  }

  #detailed(): Details {
    this.#details ??= this.#body.details(this.#place);
    return this.#details;
  }
}

function runsOf(numbers: readonly number[]): readonly Run[] {
  return Array.from({ length: numbers.length / NUMBERS_OF_RUN }, (_, i) => {
    const [at = 0, length = 0, raw = 0, rawLength = 0] = numbers.slice(NUMBERS_OF_RUN * i);
    return { at, length, raw, rawLength };
  });
}
