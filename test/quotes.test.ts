import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleHead } from '../src/corpus/article.js';
import { openLibrary } from '../src/library.js';
import type { Answer, Citation } from '../src/reading/answer.js';
import { allQuestionTexts } from './acceptance/questions.js';
import { CORPUS, newFolder } from './command-line.js';
import { SEEDS } from './corpus/fixtures.js';

let dataDir: string;

beforeAll(async () => {
  dataDir = await newFolder();
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** What a checker knows of HTML: the references that the corpora use. */
const REFERENCES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
  copy: '©',
};

function decoded(slice: string): string {
  return slice
    .replace(/&#x([\da-f]+);/giu, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/gu, (whole, name) => REFERENCES[name] ?? whole);
}

/** The text into which the spans of an article point, read anew and with nothing of the project's own reader. */
async function rawText(corpus: string, article: ArticleHead): Promise<string> {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await readFile(join(corpus, article.file)),
  );
  if (article.format !== 'jsonl') return text;
  const line = text.split('\n').find((row) => row !== '' && JSON.parse(row).id === article.id);
  return JSON.parse(line ?? '{}').text;
}

async function quoteBySpans(corpus: string, { article, spans }: Citation): Promise<string> {
  const raw = await rawText(corpus, article);
  const slices = spans.map(([start, end]) => raw.slice(start, end));
  return (article.format === 'html' ? slices.map(decoded) : slices).join('');
}

async function expectVerifiable(corpus: string, answer: Answer): Promise<void> {
  for (const citation of answer.citations) {
    const where = `${answer.question} [${citation.n}] ${citation.article.file}`;
    expect(citation.quote.trim(), where).not.toBe('');
    expect(await quoteBySpans(corpus, citation), where).toBe(citation.quote);
    expect(
      citation.spans.every(([start, end], i) => start < end && start >= (citation.spans[i - 1]?.[1] ?? 0)),
      where,
    ).toBe(true);
    expect(
      citation.highlights.every(([start, end]) => 0 <= start && start < end && end <= citation.quote.length),
      where,
    ).toBe(true);
  }
}

async function citationsOver(corpus: string): Promise<readonly Citation[]> {
  const library = await openLibrary({ corpus, dataDir });
  const citations: Citation[] = [];
  for (const question of allQuestionTexts()) {
    const answer = await library.ask(question);
    await expectVerifiable(corpus, answer);
    citations.push(...answer.citations);
  }
  return citations;
}

describe('every quote is what its spans cut out of the raw file', () => {
  it('over the sample corpus, in every format', async () => {
    const citations = await citationsOver(CORPUS);
    expect(new Set(citations.map(({ article }) => article.format))).toEqual(
      new Set(['text', 'html', 'markdown', 'jsonl']),
    );
  }, 120_000);

  it.skipIf(!existsSync(SEEDS))(
    'over ../shared/seeds (skipped where it is not there)',
    async () => {
      expect((await citationsOver(SEEDS)).length).toBeGreaterThan(50);
    },
    120_000,
  );
});
