import type { Article } from '../../src/corpus/article.js';
import type { Answer, Citation } from '../../src/reading/answer.js';

/** An invented article; every field can be replaced. */
export function article(changes: Partial<Article> = {}): Article {
  return {
    id: 'a1',
    file: 'qinghe.txt',
    format: 'text',
    sha256: '0'.repeat(64),
    title: '青河市召开第三次防汛会议',
    subtitles: [],
    source: '青河日报',
    author: null,
    reporters: [],
    editors: [],
    url: 'https://example.org/qinghe/3',
    published: { text: '2021-07-05', iso: '2021-07-05', certainty: 'stated' },
    happened: null,
    places: [],
    paragraphs: [],
    dropped: [],
    warnings: [],
    ...changes,
  };
}

const QUOTE = '7月4日，市长林远山主持召开第三次防汛会议。';

/** The citation of an invented sentence with its chair in bold. */
export function citation(changes: Partial<Citation> = {}): Citation {
  return {
    n: 1,
    article: article(),
    paragraph: 2,
    quote: QUOTE,
    spans: [[0, QUOTE.length]],
    highlights: [[QUOTE.indexOf('林远山'), QUOTE.indexOf('林远山') + 3]],
    alsoIn: [],
    ...changes,
  };
}

/** An answer with one citation. */
export function answer(changes: Partial<Answer> = {}): Answer {
  return {
    question: '第三次防汛会议谁主持？',
    asked: '第三次防汛会议谁主持？',
    about: null,
    undated: 0,
    language: 'zh-Hans',
    status: 'answered',
    answer: '林远山',
    note: null,
    confidence: 0.9,
    citations: [citation()],
    passages: [],
    tookMs: 3,
    ...changes,
  };
}
