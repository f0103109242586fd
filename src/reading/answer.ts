import type { Article, ArticleHead, Span } from '../corpus/article.js';
import type { Language } from '../retrieval/question.js';

/** `answered`: a short answer that the text carries. `passages`: evidence without one. `no-answer`: the articles don't say. */
export type AnswerStatus = 'answered' | 'passages' | 'no-answer';

/** A verbatim quote with its place. */
export interface Citation {
  readonly n: number;
  readonly article: ArticleHead;
  /** Paragraph number in the cleaned article, from 1. */
  readonly paragraph: number;
  readonly quote: string;
  /** Into the decoded raw file: the slices (entities decoded in HTML), joined, are `quote`. */
  readonly spans: readonly Span[];
  /** Where the answer stands in `quote`, for bold type. */
  readonly highlights: readonly Span[];
  readonly alsoIn: readonly { readonly article: ArticleHead; readonly paragraph: number }[];
}

/** A citation beside the whole article, as the reader makes it. */
export type ArticleCitation = Citation & { readonly article: Article };

export interface RankedPassage {
  readonly article: ArticleHead;
  readonly paragraph: number;
  readonly text: string;
  readonly score: number;
}

/** A word of an answer or of its quotes, in the script of the text. */
export interface Gloss {
  readonly text: string;
  /** In Latin letters: Lou Yangsheng, Fengqiu County. Null for what is no name. */
  readonly reading: string | null;
  /** In English: provincial party secretary. Null when it is not known. */
  readonly meaning: string | null;
}

export interface Answer {
  /** As asked. */
  readonly question: string;
  /** The question that was answered: as asked, or made to stand by itself with what the conversation said before. */
  readonly asked: string;
  /** What was carried over from the conversation, in the words of the text or of an earlier question; null when nothing was. */
  readonly about: string | null;
  /** How many undated articles a filter by date left out. */
  readonly undated: number;
  readonly language: Language;
  readonly status: AnswerStatus;
  /** In the text's words; items of a list joined by 、. */
  readonly answer: string | null;
  /** Caveat or reason of a refusal, in the question's language. */
  readonly note: string | null;
  /** 0..1. */
  readonly confidence: number;
  readonly citations: readonly Citation[];
  readonly passages: readonly RankedPassage[];
  /** For readers of English: names in pinyin, offices in English. No part of the answer. Left out for other questions. */
  readonly glosses?: readonly Gloss[];
  /** What the items of an answer that is a list are, where all are alike. */
  readonly itemsAre?: 'people' | 'places';
  readonly tookMs: number;
}
