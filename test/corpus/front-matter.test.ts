import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/corpus/front-matter.js';
import { readFixture, texts } from './fixtures.js';

describe('readFrontMatter', () => {
  it('finds it behind blank lines and a BOM', () => {
    const text = '\uFEFF\n\n---\ntitle: 桥\ntags:\n - 甲\n - 乙\nyear: 2020\n---\n正文。';
    const front = readFrontMatter(text);
    expect(front.fields).toEqual({ title: '桥', tags: ['甲', '乙'], year: '2020' });
    expect(text.slice(front.bodyStart).trim()).toBe('正文。');
    expect(front.warnings).toEqual([]);
  });

  it.each(['正文。\n---\ntitle: 桥\n---\n', '---\n没有结尾', ''])('finds none in %j', (text) => {
    expect(readFrontMatter(text)).toMatchObject({ fields: {}, span: null, bodyStart: 0, warnings: [] });
  });

  it('reports front matter that is no YAML, reads its plain lines, and goes on', () => {
    const { articles, warnings } = readFixture('bad-front-matter.txt');
    expect(warnings).toEqual([expect.stringContaining('front matter is no YAML')]);
    expect(articles[0]?.title).toBe('大桥: 通车了');
    expect(texts(articles[0])).toHaveLength(1);
  });

  it('leaves text between two rules in the text', () => {
    const front = readFrontMatter('---\n这是正文，不是什么设置。\n---\n还是正文。');
    expect(front.span).toBeNull();
    expect(front.warnings).toEqual([expect.stringContaining('no mapping')]);
  });

  it.each(['js', 'javascript', 'coffee', 'toml'])('never runs or reads a block in %s', (language) => {
    const front = readFrontMatter(`---${language}\nglobalThis.frontMatterRan = true\n---\n正文。`);
    expect(front.warnings).toEqual([`front matter in "${language}" is not read and never run`]);
    expect(front.fields).toEqual({});
    expect(globalThis).not.toHaveProperty('frontMatterRan');
  });

  it('does not run JavaScript of a file, and reads the text below it', () => {
    const { articles } = readFixture('js-front-matter.txt');
    expect(globalThis).not.toHaveProperty('frontMatterRan');
    expect(texts(articles[0])).toEqual([expect.stringMatching(/^桥修好了/)]);
  });

  it.each([
    ['tags of code', '---\ntitle: !!js/function "function(){}"\n---\n'],
    [
      'a bomb of aliases',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(8)}x]\nc: &c [${'*b,'.repeat(8)}x]\nd: [${'*c,'.repeat(8)}x]\n---\n`,
    ],
    ['thousands of open brackets', `---\na: ${'['.repeat(20_000)}\n---\n`],
  ])('survives %s', (_, text) => {
    expect(() => readFrontMatter(text)).not.toThrow();
  });
});
