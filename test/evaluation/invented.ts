/** Invented questions and answers for the tests of scoring. */

import type { Article } from '../../src/corpus/article.js';
import type { JudgedQuestion } from '../../src/evaluation/questions.js';
import type { Answer } from '../../src/reading/answer.js';

function articleNamed(id: string): Article {
  return {
    id,
    file: `${id}.txt`,
    format: 'text',
    sha256: '',
    title: null,
    subtitles: [],
    source: null,
    author: null,
    reporters: [],
    editors: [],
    url: null,
    published: null,
    happened: null,
    places: [],
    paragraphs: [],
    dropped: [],
    warnings: [],
  };
}

export function questionWith(changes: Partial<JudgedQuestion> = {}): JudgedQuestion {
  return {
    line: 1,
    id: 'q1',
    set: 'tales',
    lang: null,
    question: '石桥是谁修的？',
    answerable: true,
    answers: ['林大木'],
    items: [],
    place: { articleIds: ['bridge'], files: [] },
    ...changes,
  };
}

export const UNANSWERABLE = { answerable: false, answers: [], place: { articleIds: [], files: [] } } as const;

/** An answer that cites and lists articles by id, best first. */
export function answerWith(
  changes: Partial<Answer> = {},
  articles: readonly string[] = ['bridge'],
  quote = '林大木修了石桥。',
): Answer {
  return {
    question: '石桥是谁修的？',
    asked: '石桥是谁修的？',
    about: null,
    undated: 0,
    language: 'zh-Hans',
    status: 'answered',
    answer: '林大木',
    note: null,
    confidence: 0.9,
    citations: articles.slice(0, 1).map((id) => ({
      n: 1,
      article: articleNamed(id),
      paragraph: 1,
      quote,
      spans: [],
      highlights: [],
      alsoIn: [],
    })),
    passages: articles.map((id) => ({ article: articleNamed(id), paragraph: 1, text: '', score: 1 })),
    tookMs: 5,
    ...changes,
  };
}

export const REFUSAL: Partial<Answer> = { status: 'no-answer', answer: null, citations: [], confidence: 0.8 };
