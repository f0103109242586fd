/** Stored articles and passages tell what they hold when they are asked; to compare them, all of it as plain values. */
import type { Article } from '../../src/corpus/article.js';
import { headingOf, isHeading } from '../../src/retrieval/headings.js';
import type { Segment } from '../../src/retrieval/segment.js';

export function plainArticle(article: Article) {
  const { paragraphs, dropped, extracted } = article;
  return {
    ...article,
    extracted: extracted ?? null,
    dropped: structuredClone(dropped),
    paragraphs: paragraphs.map(({ number, text, runs, dates, reporters, damaged }) => ({
      number,
      text,
      runs: structuredClone(runs),
      dates: structuredClone(dates),
      reporters: structuredClone(reporters),
      damaged,
    })),
  };
}

export function plainSegment({ articles, passages, evidence, postings, ...rest }: Segment) {
  return {
    ...rest,
    postings: { ...postings, counts: [...postings.counts] },
    articles: articles.map(plainArticle),
    passages: passages.map((passage) => ({
      article: articles.indexOf(passage.article),
      paragraph: passage.article.paragraphs.indexOf(passage.paragraph),
      range: passage.range,
      folded: passage.folded,
      heading: headingOf(passage),
      isHeading: isHeading(passage),
    })),
    evidence: [...evidence],
  };
}

const TEXTS: ReadonlySet<string> = new Set(['paragraphs', 'dropped', 'extracted']);

/** An answer as it crosses to another process: its articles without their texts. */
export function withoutTexts<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer, (key, value) => (TEXTS.has(key) ? undefined : value)));
}
