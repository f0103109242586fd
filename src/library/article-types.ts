/** An article as the library shows it: in short, and whole. */
import type { Article, Span } from '../corpus/article.js';

/** An article without its text. */
export interface ArticleSummary
  extends Pick<Article, 'id' | 'file' | 'title' | 'source' | 'url' | 'published' | 'happened'> {
  readonly paragraphs: number;
  /** The date that it is sorted by: of what it reports, else of its publication; `YYYY[-MM[-DD]]`. */
  readonly date: string | null;
  /** Whether it came by upload rather than from the corpus's folder. */
  readonly uploaded: boolean;
}

/** A whole article as it was cleaned. */
export interface ArticleText
  extends Pick<
    Article,
    'author' | 'subtitles' | 'reporters' | 'editors' | 'places' | 'dropped' | 'warnings' | 'sha256'
  > {
  readonly summary: ArticleSummary;
  readonly paragraphs: readonly {
    /** From 1. */
    readonly number: number;
    readonly text: string;
    /** Into the decoded raw file, as of a citation. */
    readonly spans: readonly Span[];
  }[];
}
