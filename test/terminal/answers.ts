import type { Article } from '../../src/corpus/article.js';
import type { Answer, Citation } from '../../src/reading/answer.js';

export const ARTICLE: Article = {
  id: 'dam',
  file: 'news/dam.txt',
  format: 'text',
  sha256: '',
  title: '清河水库竣工',
  subtitles: ['三百万立方米'],
  source: '云岭日报',
  author: null,
  reporters: ['周青'],
  editors: [],
  url: 'https://example.org/dam',
  published: { text: '2021-05-03 08:00', iso: '2021-05-03T08:00:00+08:00', certainty: 'stated' },
  happened: null,
  places: [],
  paragraphs: [],
  dropped: [],
  warnings: [],
};

export const CITATION: Citation = {
  n: 1,
  article: ARTICLE,
  paragraph: 2,
  quote: '林远山主持了竣工仪式。',
  spans: [[10, 21]],
  highlights: [[0, 3]],
  alsoIn: [],
};

export const ANSWER: Answer = {
  question: '谁主持了竣工仪式？',
  asked: '谁主持了竣工仪式？',
  about: null,
  undated: 0,
  language: 'zh-Hans',
  status: 'answered',
  answer: '林远山',
  note: null,
  confidence: 0.9,
  citations: [CITATION],
  passages: [{ article: ARTICLE, paragraph: 2, text: '林远山主持了竣工仪式。', score: 3.5 }],
  tookMs: 12,
};
