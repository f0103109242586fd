/** An answer as the JSON that other programs rely on: these fields and no others. */
import type { ArticleHead } from '../corpus/article.js';
import type { Answer, Citation } from '../reading/answer.js';

function articleJson({ id, file, title, source, published, url }: ArticleHead) {
  return { id, file, title, source, publishedAt: published?.iso ?? null, url };
}

function citationJson({ n, article, paragraph, quote, spans, alsoIn }: Citation) {
  const also = alsoIn.map((place) => ({ article: articleJson(place.article), paragraph: place.paragraph }));
  return {
    n,
    article: articleJson(article),
    paragraph,
    quote,
    spans,
    ...(also.length > 0 ? { alsoIn: also } : {}),
  };
}

/** The contract's object for an answer; see the README's "JSON". */
export function answerJson(answer: Answer) {
  return {
    question: answer.question,
    language: answer.language,
    status: answer.status,
    answer: answer.answer,
    note: answer.note,
    confidence: answer.confidence,
    citations: answer.citations.map(citationJson),
    passages: answer.passages.map(({ article, paragraph, text, score }) => ({
      article: articleJson(article),
      paragraph,
      text,
      score,
    })),
    tookMs: answer.tookMs,
  };
}
