import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Paragraph, Span } from '../../src/corpus/article.js';
import { rawSpans, rawTextOf } from '../../src/corpus/offsets.js';
import { type RawFile, readArticles } from '../../src/corpus/read.js';
import { UnreadableFileError } from '../../src/corpus/unreadable.js';
import { listFiles, readSource } from '../../src/corpus/walk.js';
import { fixture, hasSeeds, quoted, SEEDS, textFile } from './fixtures.js';

/** Moves an end of a range off the middle of an entity that decodes to several code units. */
function offEntity(paragraph: Paragraph, offset: number): number {
  const run = paragraph.runs.find(
    (one) => one.length !== one.rawLength && offset > one.at && offset < one.at + one.length,
  );
  return run?.at ?? offset;
}

function expectVerified(raw: string, article: Article, range: (paragraph: Paragraph) => Span): void {
  for (const paragraph of article.paragraphs) {
    const [a, b] = range(paragraph);
    const start = offEntity(paragraph, Math.min(a, b));
    const end = offEntity(paragraph, Math.max(a, b));
    const spans = rawSpans(paragraph, [start, end]);
    expect(quoted(raw, spans, article.format)).toBe(paragraph.text.slice(start, end));
    spans.forEach(([from, to], i) => {
      expect(from).toBeLessThan(to);
      if (i > 0) expect(from).toBeGreaterThan(spans[i - 1]?.[1] ?? Number.NaN);
    });
    expect(paragraph.runs.reduce((at, run) => (run.at === at ? at + run.length : Number.NaN), 0)).toBe(
      paragraph.text.length,
    );
  }
}

/** All of a paragraph, its halves, and every short piece of its beginning. */
function expectAllVerified(raw: RawFile): void {
  for (const article of readArticles(raw).articles) {
    const text = rawTextOf(raw, article);
    expectVerified(text, article, (paragraph) => [0, paragraph.text.length]);
    expectVerified(text, article, (paragraph) => [0, paragraph.text.length >> 1]);
    expectVerified(text, article, (paragraph) => [paragraph.text.length >> 1, paragraph.text.length]);
    for (let at = 0; at < 60; at++)
      expectVerified(text, article, (paragraph) => [
        Math.min(at, paragraph.text.length),
        Math.min(at + 7, paragraph.text.length),
      ]);
  }
}

/** Every character of the raw text but white space is in a paragraph or under a receipt. */
function expectAccounted(raw: RawFile): void {
  const { articles } = readArticles(raw);
  const [first] = articles;
  if (first === undefined || first.format !== 'text') return;
  const text = rawTextOf(raw, first);
  const accounted = new Uint8Array(text.length);
  for (const article of articles) {
    for (const paragraph of article.paragraphs)
      for (const span of rawSpans(paragraph, [0, paragraph.text.length])) accounted.fill(1, ...span);
    for (const { span } of article.dropped) accounted.fill(1, ...span);
  }
  const lost = [...accounted.keys()].filter(
    (at) => accounted[at] === 0 && !/[\s\u200b\ufeff\u2060\u00ad]/.test(text.charAt(at)),
  );
  expect(lost.map((at) => text.slice(at - 5, at + 5))).toEqual([]);
}

const words = [
  '会议指出',
  '，',
  ',',
  '。',
  '县长林小满',
  '4月2日',
  '一是',
  '二要',
  '会(huì )',
  '书(shū)',
  '(共三人)',
  '???',
  'R',
  ' D ',
  '\u3000',
  '\u00a0',
  '2022',
  '“',
  '”',
  '😀',
  '\u200b',
  '本报讯(记者 张三)',
  '又讯(记者 李四)',
  '来源：示例报',
  '责任编辑：王五',
  '版权所有',
  '要闻 | 民生 | 文旅 | 金融',
];
const breaks = ['\n', '\n\n', '\r\n', '\n　　'];
const htmlParts = [
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<br>',
  '<div>',
  '</div>',
  '&amp;',
  '&nbsp;',
  '&#20013;',
  '&hearts;',
  '&notit;',
  '&NotEqualTilde;',
  '&',
  '<',
  '<li>',
  '<td>',
  '<h1>',
  '</h1>',
  '<script>x</script>',
  '<!-- y -->',
  '<html><body>',
];
const markdownParts = [
  '# ',
  '## ',
  '- ',
  '1. ',
  '> ',
  '**',
  '*',
  '_',
  '`',
  '[',
  '](https://example.org)',
  '![',
  '\\',
  '```\n',
  '---',
  '===',
  '|',
  '<b>',
  '</b>',
];

function documentOf(parts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...words, ...words, ...breaks, ...parts), { minLength: 1, maxLength: 60 })
    .map((chosen) => chosen.join(''));
}

function readable(raw: RawFile): boolean {
  try {
    return readArticles(raw).articles.length > 0;
  } catch (error) {
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

const FRONT = '\n---\ntitle: 标题\n---\n\n';
const range = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

describe('rawSpans of any part of any paragraph', () => {
  it.each<readonly [string, fc.Arbitrary<RawFile>]>([
    ['text', documentOf([]).map((text) => textFile(text))],
    ['text with a BOM and front matter', documentOf([]).map((text) => textFile(`\uFEFF${FRONT}${text}`))],
    ['HTML', documentOf(htmlParts).map((text) => textFile(`<div>${text}`, 'a.html'))],
    [
      'a whole page',
      documentOf(htmlParts).map((text) => textFile(`<html><head><title>标题</title></head><body><p>${text}`)),
    ],
    ['Markdown', documentOf(markdownParts).map((text) => textFile(`# 标题\n\n${text}`, 'a.md'))],
    [
      'a .jsonl',
      documentOf(htmlParts).map((text) =>
        textFile(JSON.stringify({ id: 'x', text: `文${text}` }), 'a.jsonl'),
      ),
    ],
  ])('lead back to the raw text: %s', (_, documents) => {
    fc.assert(
      fc.property(documents, range, (raw, [from, to]) => {
        fc.pre(readable(raw));
        for (const article of readArticles(raw).articles) {
          expectVerified(rawTextOf(raw, article), article, ({ text }) => [
            Math.round(from * text.length),
            Math.round(to * text.length),
          ]);
        }
        expectAccounted(raw);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'newspaper.txt',
    'portal.txt',
    'local.txt',
    'cloaked.txt',
    'fragment.txt',
    'page.html',
    'notes.md',
    'lines.jsonl',
    'utf8-bom.txt',
    'utf16le-bom.txt',
    'gb18030.txt',
    'big5.txt',
  ])('lead back to the raw text of %s', (file) => {
    expectAllVerified(fixture(file));
    expectAccounted(fixture(file));
  });

  it('lead back to the raw text of the project’s own corpus', async () => {
    const { files } = await listFiles(join(import.meta.dirname, '../../corpus'));
    expect(files.length).toBeGreaterThan(0);
    for (const source of files) {
      const raw = { file: source.file, bytes: await readSource(source) };
      expectAllVerified(raw);
      expectAccounted(raw);
    }
  });

  it.skipIf(!hasSeeds)(
    'lead back to the raw text of ../shared/seeds (skipped where it is not there)',
    async () => {
      const { files } = await listFiles(SEEDS);
      for (const { file, path } of files) {
        const raw = { file, bytes: await readFile(path) };
        expectAllVerified(raw);
        expectAccounted(raw);
      }
    },
  );
});

describe('rawSpans', () => {
  it('joins slices that touch in the raw text, and takes an entity whole', () => {
    const raw = textFile('<p>甲&amp;乙<b>丙</b>丁，戊己庚辛。</p>', 'a.html');
    const [article] = readArticles(raw).articles;
    const [paragraph] = article?.paragraphs ?? [];
    if (paragraph === undefined) throw new Error('no paragraph');
    expect(rawSpans(paragraph, [0, 3])).toEqual([[3, 10]]);
    expect(rawSpans(paragraph, [1, 4])).toEqual([
      [4, 10],
      [13, 14],
    ]);
    expect(rawSpans(paragraph, [2, 2])).toEqual([]);
  });
});
