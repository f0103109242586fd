/** The plain values that reading a corpus yields. Everything later (retrieval, reading, citing) only looks at these. */

/** Half-open [start, end) offsets in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/**
 * How a date came to be known: `stated` in the text with its year, `resolved` from another date of the article
 * (a month and day beside a publication year), or `inferred` from weaker signs.
 */
export type Certainty = 'stated' | 'resolved' | 'inferred';

/** A calendar date as far as it is known. `iso` is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or, without a year, `--MM-DD`; `---DD` has only a day. */
export interface DatedMention {
  /** As written, e.g. `3月21日`, `昨日`. */
  readonly text: string;
  /** Null where the text does not allow a date (昨日 without an anchor). */
  readonly iso: string | null;
  readonly certainty: Certainty;
}

/**
 * One stretch of a cleaned text and where it stands in the raw text. Cleaning only ever deletes, so a run is either a
 * verbatim copy (`rawLength === length`) or one HTML entity that decodes to `length` code units.
 */
export interface Run {
  /** Offset in the cleaned text. */
  readonly at: number;
  readonly length: number;
  /** Offset in the decoded raw file (BOM counted), in `text` of a .jsonl article, or in the extracted text. */
  readonly raw: number;
  readonly rawLength: number;
}

/** A paragraph of the cleaned article. */
export interface Paragraph {
  /** Counts from 1 in the cleaned article. */
  readonly number: number;
  /** The original layer: original script, cloaking and line breaks removed, nothing added. */
  readonly text: string;
  /** Ascending, without gaps in `at`; together they cover `text`. */
  readonly runs: readonly Run[];
  /** Dates that the paragraph mentions, in order. */
  readonly dates: readonly (DatedMention & { readonly at: number })[];
  /** Reporters of a 又讯 or another part with a credit of its own that starts here or before, else empty. */
  readonly reporters: readonly string[];
  /** True where characters are visibly lost (`???`). */
  readonly damaged: boolean;
}

/** One line or stretch that cleaning left out, and why. */
export interface Receipt {
  readonly rule: string;
  /** The dropped text, at most 200 characters. */
  readonly text: string;
  /** Where it stood in the decoded raw text. */
  readonly span: Span;
  /** Of a line with credits or a notice, all of it: where each part of `text` stands, so that it can be cited. */
  readonly runs?: readonly Run[];
}

export type ArticleFormat = 'text' | 'html' | 'markdown' | 'jsonl' | 'pdf' | 'docx';

/** A relative word for a place and what it stands for, by dateline or outlet: 我市 → 新乡市. */
export interface PlaceReference {
  readonly word: string;
  readonly place: string;
  readonly certainty: Certainty;
}

/** A cleaned article with what is known about it. Unknown stays null or empty: nothing is guessed. */
export interface Article {
  /** Of a .jsonl line its own id; of a file stable across reindexing (from its path and its place in the file). */
  readonly id: string;
  /** Path relative to the corpus, with `/`. */
  readonly file: string;
  readonly format: ArticleFormat;
  /** Of the file's bytes, hex; of a .jsonl line, of its `text` (in UTF-8). */
  readonly sha256: string;
  /** Of a PDF or Word file: the text that was taken out of it, in which offsets count instead of the file. */
  readonly extracted?: string | undefined;
  readonly title: string | null;
  /** Further title lines: subtitle, kicker, 原标题. */
  readonly subtitles: readonly string[];
  readonly source: string | null;
  readonly author: string | null;
  readonly reporters: readonly string[];
  readonly editors: readonly string[];
  readonly url: string | null;
  /** When it was published; `iso` may carry a time: `2021-08-06T08:56:09+08:00`. */
  readonly published: DatedMention | null;
  /** The date of what it reports, when the text gives one; the first dated event. */
  readonly happened: DatedMention | null;
  readonly places: readonly PlaceReference[];
  readonly paragraphs: readonly Paragraph[];
  readonly dropped: readonly Receipt[];
  readonly warnings: readonly string[];
}

/** An article without its text: what crosses to another process with an answer. */
export type ArticleHead = Omit<Article, 'paragraphs' | 'dropped' | 'extracted'>;

/** Why a file gave no article. */
export interface UnreadableFile {
  readonly file: string;
  /** A stable code for logs and translation: empty, binary, too-large, bad-encoding, vanished, outside, … */
  readonly code: string;
  /** One English sentence that names the culprit. */
  readonly reason: string;
}
