import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/language/lexicon.js';

const FILE = new URL('../../lexicon/near-zh.txt.br', import.meta.url);
const LICENSE = new URL('../../lexicon/LICENSE', import.meta.url);
const APART = new URL('../../lexicon/apart.txt', import.meta.url);
/** The repository's limit for the table. */
const MOST_BYTES = 1_500_000;
const MOST_NEAR = 16;

const bytes = readFileSync(FILE);
const [header = '', words = '', ...entries] = brotliDecompressSync(bytes)
  .toString('utf8')
  .trimEnd()
  .split('\n');
const table = readLexicon(bytes, (text) => text);
const keys = entries.map((line) => line.slice(0, line.indexOf('\t')));
const nearOf = (word: string) => (table.glosses(word) ?? []).map((near) => near.word);

describe('the table of near words', () => {
  it('names the licence and every source', () => {
    expect(JSON.parse(header)).toMatchObject({
      format: 'near-zh-lexicon',
      version: 1,
      licence: 'CC BY-SA 4.0',
    });
    for (const source of ['CC-CEDICT', 'Synonyms', 'Universal Sentence Encoder', 'jieba', 'wordfreq']) {
      expect(header).toContain(source);
      expect(readFileSync(LICENSE, 'utf8')).toContain(source);
    }
  });

  it('stays under its size limit and counts what it holds', () => {
    expect(bytes.length).toBeLessThan(MOST_BYTES);
    expect(JSON.parse(header)).toMatchObject({ entries: entries.length, chinese: words.split(' ').length });
  });

  it('holds Han words alone, none near itself or in a longer word that has it, with weights of its scale', () => {
    const wrong = keys.filter((key) => {
      const near = table.glosses(key) ?? [];
      return (
        !/^\p{Script=Han}{2,5}$/u.test(key) ||
        near.length === 0 ||
        near.length > MOST_NEAR ||
        near.some(({ word, weight }) => word.includes(key) || weight < 0.39 || weight > 1.01)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('keeps apart what the list keeps apart', () => {
    const apart = readFileSync(APART, 'utf8')
      .split(/\s+/u)
      .filter((word) => word !== '');
    expect(apart.length).toBeGreaterThan(100);
    expect(apart.filter((word) => nearOf(word).length > 0)).toEqual([]);
    const named = new Set(words.split(' '));
    expect(apart.filter((word) => named.has(word))).toEqual([]);
  });

  it.each([
    ['客人', '来宾'],
    ['讲解', '解说'],
    ['安顿', '安置'],
    ['治好', '治愈'],
    ['动身', '启程'],
    ['抓获', '逮捕'],
    ['老家', '家乡'],
    ['冷气', '空调'],
    ['不许', '严禁'],
    ['补贴', '补助'],
  ])('%s is near %s', (word, near) => {
    expect(nearOf(word)).toContain(near);
  });
});
