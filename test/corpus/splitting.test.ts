import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/corpus/read.js';
import { readFixture, textFile, texts } from './fixtures.js';

function titles(text: string): readonly (string | null)[] {
  return readArticles(textFile(text)).articles.map((article) => article.title);
}

describe('a newspaper page', () => {
  const { articles } = readFixture('newspaper.txt');

  it('is split into its articles, each with its title and reporters', () => {
    expect(articles.map(({ id, title, reporters }) => [id, title, reporters])).toEqual([
      ['newspaper.txt', '蓝湾市召开湿地保护第三次联席会议 把苇荡还给水鸟 把岸线还给市民', ['江小舟', '贺兰']],
      ['newspaper.txt#2', '渔民上岸之后怎样过日子 苏曼青到东洲 问计于民', ['罗平']],
      ['newspaper.txt#3', '芦苇工坊开张', ['贺兰']],
    ]);
  });

  it('keeps the line below the first title as a subtitle', () => {
    expect(articles[0]?.subtitles).toEqual(['林知远出席']);
  });

  it('keeps 又讯 in its article as a part with its own reporter', () => {
    const last = articles[0]?.paragraphs.at(-1);
    expect(last?.text).toMatch(/^又讯/);
    expect(last?.reporters).toEqual(['唐一诺']);
    expect(articles[0]?.paragraphs[0]?.reporters).toEqual([]);
  });

  it('joins what its columns broke, and nothing else', () => {
    expect(articles.map((article) => article.paragraphs.length)).toEqual([5, 1, 1]);
    expect(texts(articles[0])[1]).toContain('凡是登记不实、上报不及时的');
    expect(texts(articles[0])[2]).toContain('同时持续监测水位');
    expect(texts(articles[1])[0]).toContain('有钱挣,还要有书读');
  });
});

describe('splitArticles', () => {
  it('keeps one article whose dateline follows a title, credits and subtitles', () => {
    expect(readFixture('local.txt').articles).toHaveLength(1);
  });

  it('does not split at a dateline without a headline', () => {
    expect(titles('甲地修桥\n本报讯(记者 张三)桥修好了。\n本报讯(记者 李四)路也修好了。')).toEqual([
      '甲地修桥',
    ]);
  });

  it('takes kicker and title for the head of the new article', () => {
    const text =
      '甲地修桥\n本报讯(记者 张三)桥修好了。\n乙地修路\n十年心愿 一朝得偿\n2022-01-01 来源:某报\n本报讯(记者 李四)路也修好了。';
    expect(readArticles(textFile(text)).articles[1]).toMatchObject({
      title: '乙地修路',
      subtitles: ['十年心愿 一朝得偿'],
      source: '某报',
    });
  });
});
