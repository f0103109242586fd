import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.js';

const CORPUS = new URL('../../corpus/', import.meta.url);
const SEEDS = new URL('../../../shared/seeds/', import.meta.url);
const HERE = new URL('./', import.meta.url);

/** List items and set phrases up to this length may stand both in a sample and in the report that it is based on. */
const LONGEST_SHARED_RUN = 20;
/** Letters, digits and marks of one article with the page around it; no white space, tags and pinyin cloaking. */
const ARTICLE_LENGTH = { least: 400, most: 1600 } as const;

interface FactRow {
  readonly file: string;
  readonly about: string;
  readonly facts: readonly string[];
}

interface QuestionRow {
  readonly id: string;
  readonly question: string;
  readonly answerable?: false;
  readonly reason?: string;
  readonly answers?: readonly string[];
  readonly items?: readonly string[];
  readonly file?: string;
  readonly also?: readonly string[];
}

const read = (file: string): string => readFileSync(new URL(file, CORPUS), 'utf8');
const rows = <T>(file: string): readonly T[] =>
  readFileSync(new URL(file, HERE), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const files = readdirSync(CORPUS).filter((name) => name !== 'README.md' && name !== 'LICENSE');
const newspaperArticles = (text: string): readonly string[] => text.split(/(?=本报讯\()/u).slice(1);
const articlesOf = (file: string): readonly string[] => {
  if (file.endsWith('.jsonl')) return read(file).trim().split('\n');
  return file === 'newspaper-page.txt' ? newspaperArticles(read(file)) : [read(file)];
};

/** Only letters and digits, script folded, without markup and cloaking: what two texts have in common shows here. */
const essence = (text: string): string =>
  fold(
    text
      .replace(/<[^>]*>|&#?[a-z0-9]+;|\\n/giu, '')
      .replace(/(\p{Script=Han})\([\p{Script=Latin} ]+\)/gu, '$1'),
  ).replace(/[^\p{L}\p{N}]/gu, '');

const essences = new Map(files.map((file) => [file, essence(read(file))]));
const holds = (file: string, fact: string): boolean => essences.get(file)?.includes(essence(fact)) ?? false;

function sharedRuns(sample: string, seed: string): readonly string[] {
  const size = LONGEST_SHARED_RUN + 1;
  const grams = new Set(
    Array.from({ length: Math.max(0, seed.length - size + 1) }, (_, at) => seed.slice(at, at + size)),
  );
  return Array.from({ length: Math.max(0, sample.length - size + 1) }, (_, at) =>
    sample.slice(at, at + size),
  ).filter((run) => grams.has(run));
}

describe('the sample corpus', () => {
  it('holds eight to twelve articles', () => {
    const articles = files.flatMap(articlesOf);
    expect(files.length).toBe(8);
    expect(articles.length).toBe(12);
  });

  it.each(files)('keeps the articles of %s readable in length', (file) => {
    for (const article of articlesOf(file)) {
      const length = article.replace(/<[^>]*>|\([\p{Script=Latin} ]+\)|\s/gu, '').length;
      expect(length).toBeGreaterThanOrEqual(ARTICLE_LENGTH.least);
      expect(length).toBeLessThanOrEqual(ARTICLE_LENGTH.most);
    }
  });

  it.each(rows<FactRow>('facts.jsonl'))('carries in $file: $about', ({ file, facts }) => {
    expect(facts.filter((fact) => !holds(file, fact))).toEqual([]);
  });

  it.each(files)('credits no outlet, reporter or editor with the words of %s', (file) => {
    const text = read(file);
    const sources = [...text.matchAll(/(?:来源|來源|source|author)["']?\s*[:：]\s*["']?([^\s,"”<]+)/gu)].map(
      (match) => match[1],
    );
    expect(
      sources.filter(
        (source) => !source?.startsWith('问据样本库') && !/^(?:本库编者|XXX)/u.test(source ?? ''),
      ),
    ).toEqual([]);
    expect(text).not.toMatch(/(?:编辑|责编|责任编辑|作者)\s*[:：](?!\s*本库编者)/u);
    expect(text).not.toMatch(/[本又乡]讯\s*[(（](?!本库编者)/u);
    expect(text).not.toMatch(/[(（][^)）原]*记者/u);
  });

  it.each(files)('gives no year in %s to the days whose year no report gives', (file) => {
    expect(read(file)).not.toMatch(/(?:19|20)\d\d\s*[年-]\s*0?(?:3\s*[月-]\s*2[01]|5\s*[月-]\s*10)/u);
  });

  it.each(files)('lets nobody chair the fourteenth meeting in %s', (file) => {
    const sentences = read(file).split(/[。；;\n]/u);
    expect(sentences.filter((sentence) => /十四次/u.test(sentence) && /主持/u.test(sentence))).toEqual([]);
  });

  it('is dedicated to the public domain', () => {
    expect(read('LICENSE')).toContain('https://creativecommons.org/publicdomain/zero/1.0/');
  });

  it('says of every file what it is', () => {
    const readme = read('README.md');
    expect(files.filter((file) => !readme.includes(`\`${file}\``))).toEqual([]);
  });
});

describe('the question lists over the sample corpus', () => {
  const lists = ['questions.jsonl', 'held-out.jsonl'] as const;
  const all = lists.flatMap((list) => rows<QuestionRow>(list));

  it('asks each question once', () => {
    expect(new Set(all.map((row) => row.question)).size).toBe(all.length);
    expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
  });

  it('has enough questions that the articles answer and enough that they do not', () => {
    const questions = rows<QuestionRow>('questions.jsonl');
    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(questions.filter((row) => row.answerable === false).length).toBeGreaterThanOrEqual(20);
  });

  it.each(all.filter((row) => row.answerable !== false))('has a right answer for $id: $question', (row) => {
    const homes = [row.file ?? '', ...(row.also ?? [])];
    expect(homes.filter((file) => !files.includes(file))).toEqual([]);
    expect(row.items?.filter((item) => !holds(row.file ?? '', item)) ?? []).toEqual([]);
    if (row.items === undefined) {
      for (const file of homes)
        expect(
          row.answers?.some((answer) => holds(file, answer)),
          file,
        ).toBe(true);
    }
  });

  it.each(all.filter((row) => row.answerable === false))(
    'says why $id has no answer: $question',
    ({ reason }) => {
      expect(reason).toMatch(
        /^(?:wrong-ordinal|wrong-date|wrong-place|wrong-person|absent-fact|off-topic)$/u,
      );
    },
  );
});

describe('the sample corpus beside the reports that it is based on, ../shared/seeds', () => {
  it.for(files)('copies no clause into %s', (file, { skip }) => {
    skip(!existsSync(SEEDS), '../shared/seeds is not there');
    const copied = readdirSync(SEEDS).flatMap((seed) =>
      sharedRuns(essences.get(file) ?? '', essence(readFileSync(new URL(seed, SEEDS), 'utf8'))),
    );
    expect(copied).toEqual([]);
  });
});
