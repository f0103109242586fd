import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/corpus/read.js';
import { readFixture, readText, rules, textFile, texts } from './fixtures.js';

describe('an HTML fragment in a .txt', () => {
  const [article] = readFixture('fragment.txt').articles;

  it('is read as HTML, with the front matter before it', () => {
    expect(article).toMatchObject({
      format: 'html',
      title: '海岛小学：在本月20日前开学',
      author: '示例观察网',
      source: '海岛县教育局网站',
      published: { iso: '2022-09-05T14:32:44+08:00', certainty: 'stated' },
      happened: { iso: '2022-09-04', certainty: 'resolved' },
    });
  });

  it('keeps sentences whole across inline elements and decodes entities', () => {
    expect(texts(article)[1]).toBe(
      '就船只的安排，丁宁指出，要在本月20日前把航线定下来。R&D 团队的 3\u00a0条船都可以用。',
    );
  });

  it('has no paragraph for an image', () => {
    expect(texts(article)).toHaveLength(2);
  });
});

describe('a whole page', () => {
  const [article] = readFixture('page.html').articles;

  it('is reduced to its article, with a receipt for every other line', () => {
    expect(texts(article).map((text) => text.slice(0, 4))).toEqual([
      '2月28',
      '白石村离',
      '秦川介绍',
      '常青说，',
    ]);
    expect(rules(article)).toEqual({ 'outside-main': 3, navigation: 2, aside: 3, footer: 2 });
  });

  it('is mined for its metadata, in its head and outside the article', () => {
    expect(article).toMatchObject({
      title: '山里的图书车开到了第十站',
      source: '示例新闻网',
      editors: ['何欢'],
      url: 'https://news.example/a/1',
      published: { iso: '2023-03-01T08:30:00+08:00' },
    });
  });

  it('gives nothing of its scripts and styles', () => {
    expect(texts(article).join('')).not.toMatch(/document|color|不是正文/);
  });
});

describe('mark-up that misleads', () => {
  const text = '会议指出，要做好工作，落实责任，把每一件事办好，让每一个人放心，年底以前都要有结果。';

  it.each([
    ['a page inside a form', `<html><body><form id="f"><p>${text}</p></form></body></html>`],
    ['an article inside an aside', `<div><aside><p>${text}</p></aside></div>`],
  ])('does not cost the text of %s', (_, html) => {
    expect(texts(readText(html, 'a.html'))).toEqual([text]);
  });
});

describe('broken HTML', () => {
  const sentence = '会议指出，要做好工作，落实责任。';

  it.each([
    ['nested 10,000 deep', `${'<div>'.repeat(10_000)}${sentence}`],
    ['a page nested 10,000 deep', `<html><body>${'<div><span>'.repeat(10_000)}${sentence}</body></html>`],
    ['10,000 tags of formatting never closed', `<p>${'<b><i>'.repeat(10_000)}${sentence}`],
    ['10,000 tags closed and never opened', `<p>${sentence}${'</div></b>'.repeat(10_000)}`],
    ['crossing tags', `<p><b><i>${sentence}</b></i></p></div>`],
    ['a tag that never ends', `<p>${sentence}</p><p class="x`],
    ['a comment that never ends', `<p>${sentence}</p><!-- 完`],
  ])('%s is read', (_, html) => {
    expect(texts(readText(html, 'a.html'))).toEqual([sentence]);
  });

  it('takes time in proportion to its length', () => {
    const started = performance.now();
    readArticles(textFile(`<p>${'<b>'.repeat(300_000)}${sentence}${'</i>'.repeat(100_000)}`, 'a.html'));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('HTML lines', () => {
  it('end at blocks and line breaks', () => {
    const html =
      '<h1>三件小事</h1><div>第一件，修桥。<br>第二件，修路。<ul><li>第三件，种树。<li>都做完了。</ul></div>';
    expect(texts(readText(html, 'a.html'))).toEqual([
      '第一件，修桥。',
      '第二件，修路。',
      '第三件，种树。',
      '都做完了。',
    ]);
  });

  it('keep the words of a table’s cells apart', () => {
    const html =
      '<p>各地的情况如下，一共有两个地方。</p><table><tr><td>甲地</td><td>三座桥</td></tr></table>';
    expect(texts(readText(html, 'a.html')).slice(1)).toEqual(['甲地', '三座桥']);
  });

  it('drop the white space of the source between Chinese characters', () => {
    expect(
      texts(readText('<div><p>会议指出，\n    要做好工作，\n    落实责任。</p></div>', 'a.html')),
    ).toEqual(['会议指出，要做好工作，落实责任。']);
  });
});
