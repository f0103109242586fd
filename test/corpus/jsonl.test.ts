import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/corpus/read.js';
import { BENCH, hasBench, readFixture, textFile, texts } from './fixtures.js';

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

describe('a .jsonl', () => {
  const { articles, warnings } = readFixture('lines.jsonl');

  it('gives an article a line, with the ids they came with', () => {
    expect(articles.map(({ id, title }) => [id, title])).toEqual([
      ['a1', '灯塔'],
      ['7', '码头'],
    ]);
    expect(articles[0]).toMatchObject({
      format: 'jsonl',
      file: 'lines.jsonl',
      source: '海岛志',
      author: '叶青',
      url: 'https://example.org/a1',
      published: { iso: '2020-05-01' },
    });
  });

  it('warns of every line that holds none, by number', () => {
    expect(warnings).toEqual([
      'line 2 is no JSON; skipped',
      'line 3 repeats the id "a1" of line 1; skipped',
      'line 4 has no "id"; skipped',
      'line 7 has no "text"; skipped',
      'line 8 is no JSON object; skipped',
    ]);
  });

  it('keeps the paragraphs of a text and joins what broke inside a sentence', () => {
    expect(texts(articles[0])).toHaveLength(2);
    expect(texts(articles[1])[0]).toMatch(/日子过了三十年。$/);
  });

  it('is never split or stripped', () => {
    const text =
      '甲地修桥\n本报讯(记者 张三)桥修好了。\n乙地修路\n本报讯(记者 李四)路修好了。\n责任编辑：王五\n版权所有';
    const read = readArticles(textFile(line({ id: 1, text }), 'a.jsonl'));
    expect(read.articles).toHaveLength(1);
    expect(texts(read.articles[0]).join('\n')).toBe(text);
  });

  it('is known by what it holds', () => {
    expect(readArticles(textFile(line({ id: 'x', text: '一句话。' }), 'a.txt')).articles[0]?.format).toBe(
      'jsonl',
    );
  });

  it('skips a line that is not UTF-8 and reads the others', () => {
    const good = new TextEncoder().encode(line({ id: 'x', text: '一句话。' }));
    const bytes = new Uint8Array([...good, 0x7b, 0xff, 0xfe, 0x7d, 0x0a]);
    const padded = new Uint8Array([
      ...new TextEncoder().encode(line({ id: 'y', text: '另一句话。'.repeat(300_000) })),
      ...bytes,
    ]);
    const read = readArticles({ file: 'a.jsonl', bytes: padded });
    expect(read.articles.map(({ id }) => id)).toEqual(['y', 'x']);
    expect(read.warnings).toEqual(['line 3 is not utf-8 text; skipped']);
  });

  it.skipIf(!hasBench)(
    'of the paragraphs of ../shared/bench keeps all but a trace of their characters (skipped where they are not there)',
    () => {
      const bytes = readFileSync(BENCH);
      const started = performance.now();
      const read = readArticles({ file: 'paragraphs.jsonl', bytes });
      const seconds = (performance.now() - started) / 1000;
      const characters = (text: string): number => text.replace(/\s/g, '').length;
      const lines = bytes.toString('utf8').trimEnd().split('\n');
      const all = lines.reduce((sum, source) => sum + characters(JSON.parse(source).text), 0);
      const kept = read.articles.reduce((sum, article) => sum + characters(texts(article).join('')), 0);
      expect(read.warnings).toEqual([]);
      expect(read.articles).toHaveLength(lines.length);
      expect(kept / all).toBeGreaterThan(0.9999);
      expect(seconds).toBeLessThan(20);
    },
  );
});
