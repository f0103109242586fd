import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/reading/answer.js';
import { answerText } from '../../src/terminal/answer-text.js';
import { ANSWER, ARTICLE, CITATION } from './answers.js';

const PLAIN = { rich: false, corpus: '/articles' } as const;
const RICH = { rich: true, corpus: '/articles' } as const;

describe('answerText', () => {
  it('gives the answer, then each quote with title, source, date, file and paragraph', () => {
    expect(answerText(ANSWER, PLAIN).split('\n')).toEqual([
      '林远山',
      '',
      '[1] 林远山主持了竣工仪式。',
      '    清河水库竣工 · 云岭日报 · 2021-05-03 · news/dam.txt ¶2',
    ]);
  });

  it('leaves out what is not known of an article', () => {
    const unknown = { ...CITATION, article: { ...ARTICLE, title: null, source: null, published: null } };
    expect(answerText({ ...ANSWER, citations: [unknown] }, PLAIN)).toContain('\n    news/dam.txt ¶2');
  });

  it('puts the caveat below the answer', () => {
    expect(
      answerText({ ...ANSWER, note: '只说出席' }, PLAIN)
        .split('\n')
        .slice(0, 2),
    ).toEqual(['林远山', '只说出席']);
  });

  it('says where else the story stands, in the language of the question', () => {
    const alsoIn = [{ article: { ...ARTICLE, file: 'copy.txt' }, paragraph: 4 }];
    const answer: Answer = { ...ANSWER, citations: [{ ...CITATION, alsoIn }] };
    expect(answerText(answer, PLAIN)).toContain('另见 copy.txt ¶4');
    expect(answerText({ ...answer, language: 'en' }, PLAIN)).toContain('also in copy.txt ¶4');
  });

  it.each([
    ['en', 'The articles do not say.'],
    ['zh-Hans', '文章里没有答案。'],
    ['zh-Hant', '文章裡沒有答案。'],
  ] as const)('refuses in the language of the question: %s', (language, text) => {
    const refusal: Answer = {
      ...ANSWER,
      language,
      status: 'no-answer',
      answer: null,
      note: '因为',
      citations: [],
    };
    expect(answerText(refusal, PLAIN)).toBe(`${text}\n因为`);
  });

  it('shows passages without a short answer as what they are', () => {
    const passages: Answer = { ...ANSWER, language: 'en', status: 'passages', answer: null };
    expect(answerText(passages, PLAIN)).toMatch(/^No short answer.*\n\n\[1\]/u);
  });

  it('keeps a quote over several lines on one', () => {
    const quote = '林远山主持了\n\n竣工仪式。';
    expect(answerText({ ...ANSWER, citations: [{ ...CITATION, quote }] }, PLAIN)).toContain(
      '[1] 林远山主持了 竣工仪式。',
    );
  });

  it('uses colours and links on a terminal alone, with the same words', () => {
    const rich = answerText(ANSWER, RICH);
    expect(answerText(ANSWER, PLAIN)).not.toContain('\u001b');
    expect(rich).toContain('file:///articles/news/dam.txt');
    expect(rich).toContain('\u001b[1m林远山\u001b[22m主持了');
    expect(stripVTControlCharacters(rich)).toBe(answerText(ANSWER, PLAIN));
  });

  it('lets no control character of an article reach the terminal', () => {
    const hostile = { ...ARTICLE, title: '标题\u001b[2J\u0007', source: '\u009b31m来源' };
    const citation = { ...CITATION, article: hostile, quote: '林远山\u001b]0;x\u0007主持。' };
    const text = answerText({ ...ANSWER, answer: '林\u001b[1m远山', citations: [citation] }, PLAIN);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
