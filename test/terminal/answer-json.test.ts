import { describe, expect, it } from 'vitest';
import { answerJson } from '../../src/terminal/answer-json.js';
import { ANSWER, ARTICLE, CITATION } from './answers.js';

const ARTICLE_JSON = {
  id: 'dam',
  file: 'news/dam.txt',
  title: '清河水库竣工',
  source: '云岭日报',
  publishedAt: '2021-05-03T08:00:00+08:00',
  url: 'https://example.org/dam',
};

describe('answerJson', () => {
  it('has the fields of the contract and no others', () => {
    expect(answerJson(ANSWER)).toEqual({
      question: '谁主持了竣工仪式？',
      language: 'zh-Hans',
      status: 'answered',
      answer: '林远山',
      note: null,
      confidence: 0.9,
      citations: [
        { n: 1, article: ARTICLE_JSON, paragraph: 2, quote: '林远山主持了竣工仪式。', spans: [[10, 21]] },
      ],
      passages: [{ article: ARTICLE_JSON, paragraph: 2, text: '林远山主持了竣工仪式。', score: 3.5 }],
      tookMs: 12,
    });
  });

  it('says where else a story stands only when it does', () => {
    const alsoIn = [{ article: { ...ARTICLE, id: 'copy' }, paragraph: 4 }];
    expect(answerJson({ ...ANSWER, citations: [{ ...CITATION, alsoIn }] }).citations[0]).toMatchObject({
      alsoIn: [{ article: { ...ARTICLE_JSON, id: 'copy' }, paragraph: 4 }],
    });
  });

  it('gives null for an unknown date of publication', () => {
    const undated = { ...CITATION, article: { ...ARTICLE, published: null } };
    expect(answerJson({ ...ANSWER, citations: [undated] }).citations[0]?.article.publishedAt).toBeNull();
  });
});
