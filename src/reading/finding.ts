/** What a reader strategy brings back; the composer turns it into an Answer. */
import type { Article, Paragraph, Span } from '../corpus/article.js';
import type { Passage } from '../retrieval/passage.js';

/** Stretches of a paragraph that prove an answer, with the answer in them. All spans are in `paragraph.text`. */
export interface Proof {
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** What is quoted, in order and apart: mostly one or two sentences; of a long enumeration its heads. */
  readonly ranges: readonly [Span, ...Span[]];
  readonly highlights: readonly Span[];
}

/** What found an answer: a pattern of bulletins, or, where none is named, the sentences of the best passages. */
export type Strategy =
  | 'office'
  | 'reporters'
  | 'credits'
  | 'role'
  | 'deed'
  | 'actor'
  | 'event'
  | 'speech'
  | 'date'
  | 'destination'
  | 'set-phrase'
  | 'quoted-term'
  | 'points'
  | 'list'
  | 'site'
  | 'fact'
  | 'archive';

/** What the models say of an answer from a passage's sentences: numbers for the model of confidence. All 0..1. */
export interface ReadingEvidence {
  /** Chance of the quoted sentences to hold the answer, given that the passage does, less a little for length. */
  readonly sentence: number;
  /** Chance of the short answer to hold it; null where the models give none. */
  readonly span: number | null;
  /** Chance of the best single candidate for it: high when the very words are sure. */
  readonly peak: number | null;
}

export interface Answered {
  readonly status: 'answered';
  readonly answer: string;
  readonly note: string | null;
  /** Best first. */
  readonly proofs: readonly Proof[];
  /** 0..1: how sure the strategy is that this is the answer, given that the passage is the right one. */
  readonly certainty: number;
  /** 0..1: how well the question's conditions and topic are met there. */
  readonly fit: number;
  /** From answers that the models of sentences and spans found. */
  readonly evidence?: ReadingEvidence;
  /** Named by the reader. */
  readonly strategy?: Strategy;
}

export interface Refused {
  readonly status: 'no-answer';
  readonly note: string;
  /** 0..1: how sure it is that the articles don't say. */
  readonly certainty: number;
  /** What may be shown all the same where the passage is surely about the question. */
  readonly instead?: Shown;
}

/** Evidence without a short answer. */
export interface Shown {
  readonly status: 'passages';
  readonly note: string | null;
  readonly proofs: readonly Proof[];
  readonly fit: number;
  readonly evidence?: ReadingEvidence;
}

export type Finding = Answered | Refused | Shown;

/** A finding with the name of what made it, by which its certainty is judged. */
export function by<F extends Finding | null>(strategy: Strategy, finding: F): F {
  return finding?.status === 'answered' ? { ...finding, strategy } : finding;
}

/** Where a passage states an answer: the sentence, and in it the answer; raw spans of the paragraph. */
export interface Statement {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly answer: Span;
  /** 0..1: how much of the question's topic is met there. */
  readonly share: number;
}

/** A statement as a finding: its very words are the answer, its sentence the proof. */
export function answeredBy({ passage, sentence, answer, share }: Statement, certainty: number): Answered {
  const { article, paragraph } = passage;
  return {
    status: 'answered',
    answer: paragraph.text.slice(...answer),
    note: null,
    proofs: [{ article, paragraph, ranges: [sentence], highlights: [answer] }],
    certainty,
    fit: share,
  };
}
