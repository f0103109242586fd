import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { indexOf, NEWS } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf(NEWS);
});

describe('analyse', () => {
  it.each([
    ['谁主持了竣工仪式？', 'zh-Hans'],
    ['誰主持了竣工儀式？', 'zh-Hant'],
    ['Who chaired the ceremony?', 'en'],
  ])('tells the language of %s', (text, language) => {
    expect(analyse(text, index)).toMatchObject({ text, language });
  });

  it.each(['', ' ', '？', '的', '😀', 'a'.repeat(5000), '水'.repeat(5000)])('takes any text', (text) => {
    expect(() => analyse(text, index)).not.toThrow();
  });

  it('understands a question alike in both scripts', () => {
    const { text: _, language: __, ...simplified } = analyse('谁主持了清河水库的竣工仪式？', index);
    const { text: ___, language: ____, ...traditional } = analyse('誰主持了清河水庫的竣工儀式？', index);
    expect(traditional).toEqual(simplified);
  });
});
