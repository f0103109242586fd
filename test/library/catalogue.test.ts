import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.js';
import { keyByHash, keyById, sourceKey } from '../../src/library/article-keys.js';
import { plainTitle, yearOf } from '../../src/library/articles.js';
import { Catalogue } from '../../src/library/catalogue.js';
import { ALL, type CatalogueView, UNDATED } from '../../src/library/catalogue-types.js';
import { LISTED_AT_MOST } from '../../src/library/listed.js';
import type { ArticleSummary } from '../../src/library.js';

const EVERYTHING: CatalogueView = { page: 1, perPage: 10, source: ALL, year: ALL };

/** An article of which little is known. */
function summary(changes: Partial<ArticleSummary> & { readonly id: string }): ArticleSummary {
  return {
    file: `${changes.id}.txt`,
    title: null,
    source: null,
    url: null,
    published: null,
    happened: null,
    paragraphs: 1,
    date: null,
    uploaded: false,
    ...changes,
  };
}

function catalogueOf(articles: readonly ArticleSummary[]): Catalogue<ArticleSummary> {
  return new Catalogue({ articles, dateOf: ({ date }) => date, summaryOf: (article) => article });
}

const idsOf = (articles: readonly { readonly id: string }[]): readonly string[] =>
  articles.map(({ id }) => id);

/** Few values, so that many are alike. */
const ARTICLES = fc
  .array(
    fc.record({
      title: fc.option(fc.stringMatching(/^[汛會会议一 ]{0,4}$/u)),
      source: fc.option(fc.constantFrom('青河日报', '白石晚报', '云岭晨报')),
      date: fc.option(fc.constantFrom('2020', '2021-03', '2021-03-04', '2022-01-01')),
      file: fc.constantFrom('a.txt', '会议.txt', 'uploads/b.jsonl'),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((one, n) => summary({ ...one, id: `${n}` })));

/** What a library did that compared every article with every other one. */
function newestFirst(articles: readonly ArticleSummary[]): readonly ArticleSummary[] {
  const dates = [...new Set(articles.map(({ date }) => date ?? ''))].sort().reverse();
  return dates.flatMap((wanted) => articles.filter(({ date }) => (date ?? '') === wanted));
}

describe('browsing', () => {
  it('shows the articles of a source and a year, newest first, whatever the page', () => {
    const views = fc.record({
      page: fc.integer({ min: 1, max: 9 }),
      perPage: fc.integer({ min: 1, max: LISTED_AT_MOST }),
      source: fc.constantFrom(ALL, sourceKey(null), sourceKey('青河日报'), sourceKey('无')),
      year: fc.constantFrom(ALL, UNDATED, '2021', '1999'),
    });
    fc.assert(
      fc.property(ARTICLES, views, (articles, view) => {
        const shown = catalogueOf(articles).browse(view);
        const inSource = newestFirst(articles).filter(
          ({ source }) => view.source === ALL || sourceKey(source) === view.source,
        );
        const wanted = inSource.filter((one) => view.year === ALL || (yearOf(one) ?? UNDATED) === view.year);
        const pages = Math.max(1, Math.ceil(wanted.length / view.perPage));
        const page = Math.min(view.page, pages);
        expect(shown).toMatchObject({ page, pages, listed: wanted.length, all: articles.length });
        expect(shown.articles).toEqual(wanted.slice((page - 1) * view.perPage, page * view.perPage));
        const named = shown.listedSources.first.map(({ value, articles: count }) => [value, count]);
        for (const [value, count] of named)
          expect(wanted.filter(({ source }) => source === value)).toHaveLength(Number(count));
        expect(named).toHaveLength(new Set(wanted.map(({ source }) => source)).size);
        expect(shown.years.first.map(({ value }) => value)).toEqual(
          [...new Set(inSource.map(yearOf))].sort((a, b) => (b ?? '').localeCompare(a ?? '')),
        );
      }),
    );
  });

  it('counts the largest source first, of two alike the one of the newer article', () => {
    const catalogue = catalogueOf([
      summary({ id: '1', source: '甲', date: '2020' }),
      summary({ id: '2', source: '乙', date: '2022' }),
      summary({ id: '3', source: '丙', date: '2021' }),
      summary({ id: '4', source: '丙', date: '2022' }),
      summary({ id: '5', source: '甲', date: '2022' }),
    ]);
    expect(catalogue.browse(EVERYTHING).sources.first).toEqual([
      { value: '丙', articles: 2 },
      { value: '甲', articles: 2 },
      { value: '乙', articles: 1 },
    ]);
    const of2022 = catalogue.browse({ ...EVERYTHING, year: '2022' });
    expect(of2022.sources.first.map(({ value }) => value)).toEqual(['乙', '丙', '甲']);
  });

  it('tells of many sources how many there are, names the first, and knows also the others', () => {
    const articles = Array.from({ length: 100 }, (_, n) => summary({ id: `${n}`, source: `来源${n}` }));
    const view = { ...EVERYTHING, source: sourceKey('来源99') };
    const shown = catalogueOf(articles).browse(view);
    expect(shown.sources.count).toBe(100);
    expect(shown.sources.first).toHaveLength(LISTED_AT_MOST);
    expect([shown.hasSource, shown.hasYear]).toEqual([true, false]);
    expect(idsOf(shown.articles)).toEqual(['99']);
  });

  it('never gives a page that is longer than what can be shown', () => {
    const articles = Array.from({ length: 100 }, (_, n) => summary({ id: `${n}` }));
    expect(catalogueOf(articles).browse({ ...EVERYTHING, perPage: 1e6 }).articles).toHaveLength(
      LISTED_AT_MOST,
    );
  });
});

describe('suggesting', () => {
  it('puts the best first, otherwise the newest, and every typed word stands', () => {
    const rank = (name: string, typed: string): number => {
      const folded = fold(name);
      const begins = folded.startsWith(typed) ? 1 : 2;
      if (folded === typed) return 0;
      if (folded.includes(typed)) return begins;
      return typed.split(/\s+/u).every((word) => folded.includes(word)) ? 3 : 4;
    };
    fc.assert(
      fc.property(ARTICLES, fc.stringMatching(/^[汛會会议a2 ]{0,5}$/u), (articles, typed) => {
        const wanted = fold(typed.trim());
        const nameOf = (one: ArticleSummary) => `${plainTitle(one)} ${one.date ?? ''} ${one.file}`;
        const fitting = newestFirst(articles)
          .map((one) => ({ id: one.id, rank: wanted === '' ? 0 : rank(nameOf(one), wanted) }))
          .filter((one) => one.rank < 4)
          .sort((a, b) => a.rank - b.rank);
        const suggested = catalogueOf(articles).suggest(typed).articles;
        expect(idsOf(suggested)).toEqual(idsOf(fitting).slice(0, LISTED_AT_MOST));
      }),
    );
  });

  it('gives the largest source first', () => {
    const sources = ['甲报', '乙报', '乙报', null];
    const catalogue = catalogueOf(sources.map((source, n) => summary({ id: `${n}`, source })));
    expect(catalogue.suggest('').sources).toEqual(['乙报', '甲报']);
    expect(catalogue.suggest('甲').sources).toEqual(['甲报']);
  });
});

describe('finding', () => {
  const long = '很长的编号'.repeat(40);
  const catalogue = catalogueOf([
    summary({ id: 'old', title: '防汛会议', date: '2020' }),
    summary({ id: 'new', title: '防汛会议', date: '2022', file: 'uploads/notes.jsonl', uploaded: true }),
    summary({ id: long, title: '植树', file: 'uploads/notes.jsonl', uploaded: true }),
    summary({ id: '7', title: 'Flood report', source: '青河日报' }),
  ]);

  it.each([
    ['old', 'old'],
    ['防汛會議', 'new'],
    ['uploads/notes.jsonl', 'new'],
    ['7.txt', '7'],
    [keyByHash(long), long],
    [keyById('7'), '7'],
    ['植', long],
    [' REPORT ', '7'],
    ['汛', null],
    ['没有', null],
    ['', null],
    [keyById('gone'), null],
    [keyByHash('gone'), null],
  ])('by %j finds %j', (typed, id) => {
    expect(catalogue.find(typed)?.id ?? null).toBe(id);
  });

  it('says whether a file holds other articles', () => {
    expect(catalogue.entry(keyById('new'))).toMatchObject({ id: 'new', sharesFile: true });
    expect(catalogue.entry(keyById('old'))).toMatchObject({ id: 'old', sharesFile: false });
    expect(catalogue.entry('old')).toBeNull();
  });

  it('of a source knows its name, also in the other script', () => {
    expect(catalogue.findSource('青河日報')).toEqual({ source: '青河日报', name: '青河日报' });
  });
});

describe('ids', () => {
  it('are given some hundreds at a time, each once', () => {
    const catalogue = catalogueOf(Array.from({ length: 1100 }, (_, n) => summary({ id: `${n}` })));
    const sizes: number[] = [];
    const seen = new Set<string>();
    for (let last: string | null = null; ; ) {
      const ids: readonly string[] = catalogue.ids(last) ?? [];
      sizes.push(ids.length);
      for (const id of ids) seen.add(id);
      last = ids.at(-1) ?? null;
      if (last === null) break;
    }
    expect(sizes).toEqual([500, 500, 100, 0]);
    expect(seen.size).toBe(1100);
  });

  it('are not known after an article that has gone', () => {
    expect(catalogueOf([]).ids('gone')).toBeNull();
  });
});
