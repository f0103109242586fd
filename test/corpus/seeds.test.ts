import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { readArticles } from '../../src/corpus/read.js';
import { hasSeeds, rules, SEEDS, texts } from './fixtures.js';

function seed(file: string): readonly Article[] {
  return readArticles({ file, bytes: readFileSync(join(SEEDS, file)) }).articles;
}

/** How often the paragraphs of an article were joined from pieces that do not touch in the raw text. */
function joints(article: Article): number {
  return article.paragraphs.reduce((sum, paragraph) => sum + paragraph.runs.length - 1, 0);
}

describe.skipIf(!hasSeeds)('the articles of ../shared/seeds (skipped where they are not there)', () => {
  it('000 holds three articles, the first with a 又讯 of its own reporter', () => {
    const articles = seed('000_d8d6bf0472c9e353.txt');
    expect(articles.map(({ reporters }) => reporters)).toEqual([['李铮', '冯芸'], ['侯爱敏'], ['赵文静']]);
    expect(articles.map(({ subtitles }) => subtitles)).toEqual([['王凯出席'], [], []]);
    expect(articles[0]?.paragraphs.at(-1)).toMatchObject({ reporters: ['张昕'] });
    expect(
      articles
        .slice(1)
        .every(({ paragraphs }) => paragraphs.every(({ reporters }) => reporters.length === 0)),
    ).toBe(true);
  });

  it('000 was broken in seven places and has fourteen, three and three paragraphs', () => {
    const articles = seed('000_d8d6bf0472c9e353.txt');
    expect(articles.reduce((sum, article) => sum + joints(article), 0)).toBe(7);
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([14, 3, 3]);
  });

  it('000 has no year, and none is invented', () => {
    const articles = seed('000_d8d6bf0472c9e353.txt');
    expect(articles.map(({ published, happened }) => [published, happened])).toEqual([
      [null, { text: '3月21日', iso: '--03-21', certainty: 'stated' }],
      [null, { text: '20日上午', iso: '---20', certainty: 'stated' }],
      [null, { text: '昨日', iso: null, certainty: 'stated' }],
    ]);
  });

  it('000 speaks of the places of its outlets', () => {
    const articles = seed('000_d8d6bf0472c9e353.txt');
    expect(articles[0]?.places).toEqual([{ word: '我省', place: '河南省', certainty: 'inferred' }]);
    expect(articles[2]?.places).toEqual([{ word: '我市', place: '郑州市', certainty: 'inferred' }]);
  });

  it('001 gives its credits from one run-together line and from its tail', () => {
    const [article] = seed('001_c445f6354bdc2edf.txt');
    expect(article).toMatchObject({
      source: '河南日报',
      editors: ['张雨晴', '石丽敏'],
      reporters: ['冯芸', '马涛'],
      published: { iso: '2021-08-06T08:56:09+08:00', certainty: 'stated' },
      happened: { text: '8月4日晚', iso: '2021-08-04', certainty: 'resolved' },
      places: [{ word: '全省', place: '河南省', certainty: 'inferred' }],
    });
    expect(article?.title).toHaveLength(32);
    expect(article?.subtitles[0]).toContain('楼阳生主持');
  });

  it('001 keeps nothing of its navigation and of its copyright notice', () => {
    const [article] = seed('001_c445f6354bdc2edf.txt');
    expect(texts(article)).toHaveLength(3);
    expect(texts(article).join('')).not.toMatch(/国际在线|版权|舆情智库/);
    expect(rules(article)).toEqual({
      navigation: 1,
      title: 1,
      credit: 1,
      subtitle: 1,
      'copyright-notice': 8,
    });
  });

  it('002 gives its credits, its place, and a speech with its speaker', () => {
    const [article, ...others] = seed('002_4c128333da80b1f1.txt');
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      source: '新乡日报',
      reporters: ['廖亮', '苏洪峰'],
      editors: ['王艺元'],
      published: { iso: '2022-01-10T09:52:40+08:00', certainty: 'stated' },
      happened: { text: '1月9日', iso: '2022-01-09', certainty: 'resolved' },
    });
    expect(article?.subtitles).toHaveLength(2);
    expect(article?.places).toContainEqual({ word: '我市', place: '新乡市', certainty: 'inferred' });
    expect(texts(article).map((text) => /^(新乡网讯|李卫东强调|魏建平强调)/.exec(text)?.[0])).toEqual([
      '新乡网讯',
      '李卫东强调',
      '魏建平强调',
    ]);
  });

  it('002 keeps nothing of its footer', () => {
    const [article] = seed('002_4c128333da80b1f1.txt');
    expect(texts(article).join('')).not.toMatch(/©|版权|责任编辑|网站|技术支持/);
    expect(rules(article)).toEqual({ title: 1, credit: 2, subtitle: 2, footer: 5 });
  });

  it('003 is HTML behind front matter, with its source in its text', () => {
    const [article] = seed('003_ce669bd4d2a895b3.txt');
    expect(article).toMatchObject({
      format: 'html',
      source: '河南省卫健委网站',
      author: '观察者网',
      published: { iso: '2021-11-08T14:32:44+08:00', certainty: 'stated' },
      happened: { text: '11月7日', iso: '2021-11-07', certainty: 'resolved' },
    });
    expect(article?.paragraphs).toHaveLength(8);
    expect(article?.paragraphs.flatMap(({ dates }) => dates)).toContainEqual({
      text: '本月15日',
      at: 39,
      iso: '2021-11-15',
      certainty: 'resolved',
    });
    expect(texts(article).join('')).not.toMatch(/[<>]|guancha/);
  });

  it('004 is freed of 166 cloakings, twelve of them with a blank', () => {
    const [article] = seed('004_eebd6d7c6fbef72f.txt');
    const cloaks = article?.dropped.filter(({ rule }) => rule === 'pinyin-cloaking') ?? [];
    expect(cloaks).toHaveLength(166);
    expect(cloaks.filter(({ text }) => text.includes(' '))).toHaveLength(12);
    expect(texts(article).join('')).not.toMatch(/[a-zā-ǜ(]/i);
    expect(article?.dropped).toHaveLength(166);
  });

  it('004 says nothing of itself, and its lost name stays lost', () => {
    const [article] = seed('004_eebd6d7c6fbef72f.txt');
    expect(article).toMatchObject({
      title: null,
      subtitles: [],
      source: null,
      author: null,
      reporters: [],
      published: null,
    });
    expect(article?.happened).toEqual({ text: '5月10日', iso: '--05-10', certainty: 'stated' });
    expect(article?.paragraphs.map(({ damaged }) => damaged)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(texts(article).at(-1)).toContain('???');
    expect(article?.warnings).toHaveLength(1);
  });
});
