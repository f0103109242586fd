import { describe, expect, it } from 'vitest';
import { readFixture, readText, rules, texts } from './fixtures.js';

describe('Markdown', () => {
  const [article] = readFixture('notes.md').articles;

  it('is read without its mark-up', () => {
    expect(texts(article)).toEqual([
      '第一次在春天，读的是《山海经》，来了十二个人。',
      '第二次',
      '书是船。',
      '人是桨。',
      '1. 主持人是林小满，地点在*旧书店*。',
      '2. 记录人是阿舟。',
      '茶',
      '点心',
      '| 次 | 人数 |',
      '| 第三次 | 20 |',
    ]);
  });

  it('has its title from front matter, and a receipt where the text repeats it', () => {
    expect(article).toMatchObject({ format: 'markdown', title: '三次读书会', source: '示例读书会' });
    expect(rules(article)).toEqual({ 'front-matter': 1, title: 1, markup: 1 });
  });

  it.each([
    ['一共**两次**，_都_在春天。', '一共两次，_都_在春天。'],
    ['snake_case 与 2*3*4 是代码里的写法。', 'snake_case 与 2*3*4 是代码里的写法。'],
    [
      '见![图](a.png)下面的[说明](b.md "说明")和<https://example.org/x>。',
      '见下面的说明和https://example.org/x。',
    ],
    ['用 `a*b*c` 表示，<br>不用<b>别的</b>。', '用 a*b*c 表示，不用别的。'],
  ])('%s reads %s', (source, expected) => {
    expect(texts(readText(`# 标题\n\n${source}`, 'a.md'))).toEqual([expected]);
  });

  it('keeps fenced code as it is and drops the fences', () => {
    expect(texts(readText('# 标题\n\n先看这一句，再看下面。\n\n```\n# 不是标题\n```\n', 'a.md'))).toEqual([
      '先看这一句，再看下面。',
      '# 不是标题',
    ]);
  });

  it('knows headings by underlines', () => {
    expect(readText('标题\n====\n\n第一句话，说的是春天。', 'a.md').title).toBe('标题');
  });

  it.each(['*a_b', '[a](', '`a', 'a\n===\n', '- ', '> ', '![['])(
    'takes %j in bulk in linear time',
    (part) => {
      const started = performance.now();
      readText(`# 标题\n\n${part.repeat(100_000)}\n\n第一句话，说的是春天。`, 'a.md');
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );
});
