import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/corpus/read.js';
import { UnreadableFileError } from '../../src/corpus/unreadable.js';
import { fixture, readFixture, readText, rules, textFile, texts } from './fixtures.js';

describe('a portal page', () => {
  const { articles } = readFixture('portal.txt');
  const [article] = articles;

  it('is mined for all that its credit line and titles tell', () => {
    expect(articles).toHaveLength(1);
    expect(article).toMatchObject({
      title: '嘉兴:三项措施守护老街 让手艺人留得下来',
      subtitles: ['老街保护座谈会召开 钟文主持 周宁出席'],
      source: '嘉兴示例报',
      editors: ['方小雨', '石静'],
      reporters: ['冯小满', '马可'],
      published: { text: '2023-05-16 10:20:30', iso: '2023-05-16T10:20:30+08:00', certainty: 'stated' },
      happened: { text: '5月14日晚', iso: '2023-05-14', certainty: 'resolved' },
    });
  });

  it('loses its navigation and copyright notice, with receipts', () => {
    expect(texts(article)).toHaveLength(2);
    expect(rules(article)).toEqual({
      navigation: 1,
      title: 1,
      credit: 1,
      subtitle: 1,
      'copyright-notice': 4,
    });
  });

  it('keeps the reporters’ credit at the end of the text', () => {
    expect(texts(article).at(-1)).toMatch(/\(嘉兴示例报记者.冯小满.马可\)$/u);
  });
});

describe('lines below a title that state something', () => {
  const text = `渡口时刻表

东岸码头 → 西岸码头

首班 06:40，末班 19:10

06:40  09:10  13:40  19:10

船程约二十分钟，单程票6元，往返票10元。
`;
  const markdown = `# 茶室价目

Q1:包间怎么收费?

包间每小时30元，茶水另计。

| 茶 | 小壶 | 大壶 |
|---|---|---|
| 白茶 | 28元 | 46元 |

价目自三月起执行。
`;

  it('are text and no subtitles, so that they can be quoted', () => {
    const [article] = readArticles(textFile(text)).articles;
    expect(article?.subtitles).toEqual([]);
    expect(texts(article)).toContain('首班 06:40，末班 19:10');
  });

  it('are not run together with what follows a row of times', () => {
    const [article] = readArticles(textFile(text)).articles;
    expect(texts(article)).toContain('船程约二十分钟，单程票6元，往返票10元。');
  });

  it('may be questions, and rows of a table, which are no navigation', () => {
    const [article] = readArticles(textFile(markdown)).articles;
    expect(article?.subtitles).toEqual([]);
    expect(texts(article)).toContain('Q1:包间怎么收费?');
    expect(texts(article)).toContain('| 白茶 | 28元 | 46元 |');
  });
});

describe('a local news page', () => {
  const [article] = readFixture('local.txt').articles;

  it('is mined for its credits above and below the text', () => {
    expect(article).toMatchObject({
      title: '我市部署防汛',
      subtitles: ['全市防汛工作会议强调', '盯住堤坝 守住家园'],
      source: '湖州示例报',
      reporters: ['廖小亮', '苏洪'],
      editors: ['王小元'],
      published: { iso: '2022-06-10T09:52:40+08:00' },
      happened: { iso: '2022-06-09', certainty: 'resolved' },
      places: [
        { word: '我市', place: '湖州市', certainty: 'inferred' },
        { word: '全市', place: '湖州市', certainty: 'inferred' },
      ],
    });
  });

  it('loses its footer, with receipts', () => {
    expect(texts(article)).toHaveLength(3);
    expect(rules(article)).toEqual({ title: 1, credit: 2, subtitle: 2, footer: 5 });
  });
});

describe('readArticles', () => {
  it('guesses nothing about a text that says nothing of itself', () => {
    expect(readText('六月的一天，工人们修好了桥。大家都来看，走在最前面的是石匠。')).toMatchObject({
      title: null,
      subtitles: [],
      source: null,
      author: null,
      reporters: [],
      editors: [],
      url: null,
      published: null,
      places: [],
    });
  });

  it('gives the receipt of every line its place in the raw text', () => {
    const raw = new TextDecoder().decode(fixture('portal.txt').bytes);
    const [article] = readFixture('portal.txt').articles;
    for (const { text, span, rule } of article?.dropped ?? []) {
      const words = (value: string): string => value.replace(/\s/g, '');
      expect(words(raw.slice(...span)), rule).toBe(words(text));
    }
  });

  it.each([
    ['a title over one line', '修桥记\n桥修好了', '修桥记', ['桥修好了']],
    ['a single line', '桥修好了', null, ['桥修好了']],
    [
      'a salutation',
      '县长的信\n各位乡亲：\n桥修好了，大家可以走了。',
      '县长的信',
      ['各位乡亲：', '桥修好了，大家可以走了。'],
    ],
    [
      'lines too many to be subtitles',
      '菜单\n鱼\n肉\n蛋\n菜\n汤\n以上各样，都是今天的。',
      '菜单',
      ['鱼', '肉', '蛋', '菜', '汤', '以上各样，都是今天的。'],
    ],
    [
      'a notice of a meeting',
      '会议通知\n时间：2022年1月9日上午9时\n请各位准时到会，不要迟到。',
      '会议通知',
      ['时间：2022年1月9日上午9时', '请各位准时到会，不要迟到。'],
    ],
  ])('reads %s', (_, text, title, paragraphs) => {
    const article = readText(text);
    expect(article.title).toBe(title);
    expect(texts(article)).toEqual(paragraphs);
  });

  it('reads the date that closes a notice and leaves it in the text', () => {
    const article = readText(
      '关于修桥的通知\n桥要修了，大家绕路走，走南边的渡口。\n某县人民政府\n2022年1月9日',
    );
    expect(article.published?.iso).toBe('2022-01-09');
    expect(texts(article).at(-1)).toBe('2022年1月9日');
  });

  it('prefers the date of a credit to the day that a site shows', () => {
    const article = readText(
      '2024年5月1日 星期三\n修桥记\n2022-01-09 10:00 来源：示例报\n桥修好了，大家可以走了。',
    );
    expect(article.published?.iso).toBe('2022-01-09T10:00+08:00');
  });

  it('keeps a paragraph on copyright that is news', () => {
    const text = '法院判了一起案子\n法院认为，被告未经授权转载他人作品，侵犯著作权，应当承担法律责任。';
    expect(texts(readText(text))).toHaveLength(1);
  });

  it('gives an article the same id each time, and none the same', () => {
    const ids = () => readFixture('newspaper.txt').articles.map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(3);
  });

  it('passes on how the encoding was guessed', () => {
    expect(readFixture('gb18030.txt').warnings).toEqual([expect.stringContaining('gb18030')]);
    expect(readFixture('broken-utf8.txt').articles[0]?.paragraphs[0]?.damaged).toBe(true);
  });

  it.each([
    ['empty.txt', 'empty'],
    ['binary.dat', 'binary'],
    ['blank.txt', 'no-text'],
  ])('throws for %s what is wrong with it', (file, code) => {
    expect(() => readArticles(fixture(file))).toThrow(UnreadableFileError);
    expect(() => readArticles(fixture(file))).toThrow(expect.objectContaining({ code, file }));
  });

  it('computes dates when they are asked for, and gives them to JSON', () => {
    const article = readText('修桥记\n2022-01-09 来源：示例报\n1月8日，桥修好了，大家可以走了。');
    expect(JSON.parse(JSON.stringify(article))).toMatchObject({
      happened: { iso: '2022-01-08' },
      paragraphs: [{ dates: [{ text: '1月8日', at: 0 }] }],
    });
  });

  it.each([
    ['one line', '会议指出,要做好工作,落实责任'.repeat(20_000)],
    ['broken lines', '会议指出,要做好工作,落实责任\n'.repeat(20_000)],
    ['question marks', '?'.repeat(200_000)],
    ['labels', `标题\n${'编辑 '.repeat(60_000)}\n桥修好了，大家可以走了。`],
    ['parentheses', '會('.repeat(100_000)],
    ['headlines and datelines', '某地某会议召开了\n本报讯(记者 张三)3月1日,会议召开,很好。\n'.repeat(4_000)],
  ])('takes %s in bulk in linear time', (_, text) => {
    const started = performance.now();
    readArticles(textFile(text));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
