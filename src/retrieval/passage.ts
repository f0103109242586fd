import type { Article, Paragraph, Span } from '../corpus/article.js';

/** The unit of the index: a paragraph, or a part of a long one cut at a sentence or enumeration border. */
export interface Passage {
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** Its number, where that is known without looking the paragraph up. */
  readonly paragraphNumber?: number;
  /** Which part of `paragraph.text` this is. */
  readonly range: Span;
  /** The part on the folded layer (same length as the original: folding keeps every offset). */
  readonly folded: string;
  /** What headings.ts tells of it, where that is stored: the folded headings over it, and whether it only announces. */
  readonly heading?: string;
  readonly announces?: boolean;
}

/** A passage with its place in the ranking. */
export interface Hit {
  readonly passage: Passage;
  /** The ranker's score, higher is better; comparable within one question only. */
  readonly score: number;
  /** The same story elsewhere (near-duplicates), best first. */
  readonly alsoIn: readonly Passage[];
}

/** What retrieval found for a question. */
export interface Retrieved {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** How likely the best hit is about the question at all, 0..1. */
  readonly relevance: number;
}

/** What is known of the whole indexed corpus beside its postings. All strings are folded. */
export interface CorpusKnowledge {
  readonly passages: number;
  /** In how many passages the folded text stands, exactly. */
  count(text: string): number;
  /** Person names that were mined from the corpus. */
  readonly persons: ReadonlySet<string>;
  /** Place names (省, 市, 县, 区, … and the outlets' own) that the corpus mentions. */
  readonly places: ReadonlySet<string>;
  /** Every ordinal that the corpus gives (第十四次专题会议 → value 14, noun 次专题会议), each once per passage. */
  readonly ordinals: readonly { readonly value: number; readonly noun: string; readonly text: string }[];
  /** Those of the passages that may answer, where a filter leaves others out: no refusal names any other. */
  readonly ordinalsInScope?: CorpusKnowledge['ordinals'];
  /** All passages of an article in order. */
  articlePassages(articleId: string): readonly Passage[];
  /** What the reader extracted of all articles at index time, encoded (src/reading/facts); without it the reader outlines as it goes. */
  readonly readingFacts?: Uint8Array;
}
