import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/language/lexicon.js';

const FILE = new URL('../../lexicon/en-zh.txt.br', import.meta.url);
const LICENSE = new URL('../../lexicon/LICENSE', import.meta.url);
const GOVERNMENT = new URL('../../lexicon/government.tsv', import.meta.url);
/** The repository's limit for the table. */
const MOST_BYTES = 4_000_000;
/** At most so many words of an entry may weigh more than the expected one. */
const HEAVIER = 3;

const bytes = readFileSync(FILE);
const lines = brotliDecompressSync(bytes).toString('utf8').trimEnd().split('\n');
const lexicon = readLexicon(bytes, (text) => text);

/** How many words of an entry weigh more than `word`; infinite when the entry lacks it. */
function heavierThan(word: string, entry: string): number {
  const glosses = lexicon.glosses(entry) ?? lexicon.others(entry) ?? [];
  const weight = glosses.find((gloss) => gloss.word === word)?.weight ?? Number.POSITIVE_INFINITY;
  return weight === Number.POSITIVE_INFINITY
    ? weight
    : glosses.filter((gloss) => gloss.weight > weight).length;
}

describe('the header', () => {
  const header: unknown = JSON.parse(lines[0] ?? '');

  it('names the licence and every source', () => {
    expect(header).toMatchObject({ format: 'en-zh-lexicon', version: 1, licence: 'CC BY-SA 4.0' });
    for (const source of [
      'CC-CEDICT',
      'Universal Sentence Encoder',
      'jieba',
      'wordfreq',
      'WordNet',
      'GeoNames',
      'CLDR',
    ]) {
      expect(lines[0]).toContain(source);
      expect(readFileSync(LICENSE, 'utf8')).toContain(source);
    }
  });

  it('counts what the table holds', () => {
    expect(header).toMatchObject({ entries: lines.length - 2, chinese: lines[1]?.split(' ').length });
  });
});

describe('the table', () => {
  it('stays under its size limit', () => {
    expect(bytes.length).toBeLessThan(MOST_BYTES);
  });

  it('has each Chinese word once, with Han characters and at most twelve long', () => {
    const words = lines[1]?.split(' ') ?? [];
    expect(words.length).toBeGreaterThan(0);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => word.length > 12 || !/\p{Script=Han}/u.test(word))).toEqual([]);
  });

  it('has only entries that decode to words with weights between floor and top', () => {
    const wrong = lines.slice(2).filter((line) => {
      const key = line.slice(0, line.indexOf('\t'));
      const glosses = lexicon.glosses(key) ?? lexicon.others(key) ?? [];
      return (
        glosses.length === 0 ||
        glosses.some(({ word, weight }) => word === '' || weight < 0.0149 || weight > 1.41)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('keys its entries by lower-case ASCII words with single spaces', () => {
    const keys = lines.slice(2).map((line) => line.slice(0, line.indexOf('\t')));
    expect(keys.filter((key) => !/^[a-z0-9'-]+(?: [a-z0-9'-]+)*$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('an entry gives first the Chinese that articles use', () => {
  it.each([
    // meetings and offices
    ['governor', '省长'],
    ['party secretary', '书记'],
    ['standing committee', '常委会'],
    ['provincial party committee', '省委'],
    ['sit in', '列席'],
    ['attend', '出席'],
    ['preside', '主持'],
    ['chair', '主持'],
    ['convene', '召开'],
    ['mayor', '市长'],
    ['county head', '县长'],
    ['director', '主任'],
    ['inspector', '巡视员'],
    ['notify', '通报'],
    ['deploy', '部署'],
    ['press conference', '新闻发布会'],
    ['news conference', '发布会'],
    ['health commission', '卫健委'],
    ['special meeting', '专题会议'],
    ['spokesperson', '发言人'],
    // measures
    ['nucleic acid test', '核酸检测'],
    ['quarantine', '隔离'],
    ['epidemic', '疫情'],
    ['prevention and control', '防控'],
    ['close contact', '密切接触者'],
    ['require', '要求'],
    ['measures', '措施'],
    ['deadline', '截止'],
    ['task', '任务'],
    ['venue', '会场'],
    ['district', '区域'],
    ['county', '县城'],
    // derived words, spelling, names
    ['territorial', '领土'],
    ['defence', '防御'],
    ['defense', '防御'],
    ['colour', '颜色'],
    ['harbour', '港口'],
    ['vaccinate', '接种'],
    ['gdp', '国内生产总值'],
    ['usa', '美国'],
    ['french', '法国'],
    ['california', '加州'],
    ['germany', '德国'],
    ['xinxiang', '新乡'],
    ['gothenburg', '哥德堡'],
  ])('%s → %s', (entry, word) => {
    expect(heavierThan(word, entry)).toBeLessThanOrEqual(HEAVIER);
  });
});

describe('the hand-made list', () => {
  const terms = readFileSync(GOVERNMENT, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

  it('is in the table, every term with its first full-weight word of several characters as heavy as any', () => {
    expect(terms.length).toBeGreaterThan(300);
    const missing = terms.flatMap(([keys = '', words = '']) => {
      const first = words.split(' ').find((word) => word.length > 1 && !word.includes(':'));
      if (first === undefined) return [];
      return keys
        .split(';')
        .map((key) => key.toLowerCase())
        .filter((key) => heavierThan(first, key) > 0)
        .map((key) => `${key} → ${first}`);
    });
    expect(missing).toEqual([]);
  });
});
