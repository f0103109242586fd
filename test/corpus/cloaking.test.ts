import { describe, expect, it } from 'vitest';
import { readFixture, readText, rules, texts } from './fixtures.js';

describe('pinyin cloaking', () => {
  const [article] = readFixture('cloaked.txt').articles;

  it('drops the readings and keeps every real parenthesis', () => {
    expect(texts(article)).toEqual([
      '6月1日,市環保局局長白石帶隊檢查河道,并主持召開現場會,要求各區三天內報出方案(共12項)。',
      '白石說,河道是大家的(見附件),我們要管好。',
      '參加檢查的有副局長呂安、書記???,還有沿河六個街道的負責人。',
    ]);
  });

  it('gives a receipt for each of them', () => {
    expect(rules(article)).toEqual({ 'pinyin-cloaking': 12 });
    expect(article?.dropped[0]).toEqual({ rule: 'pinyin-cloaking', text: '(huán)', span: [13, 19] });
  });

  it.each([
    ['这座城(chéng)很老，人们都这么说，一代一代传下来。', '这座城很老'],
    ['这座城(wǔ)很老，人们都这么说，一代一代传下来。', '这座城(wǔ)很老'],
    ['这座城(cheng)很老，人们都这么说，一代一代传下来。', '这座城(cheng)很老'],
    ['这座城（chéng）很老，人们都这么说，一代一代传下来。', '这座城（chéng）很老'],
    ['国家橄榄球联盟(NFL)很老，人们都这么说，一代一代传下来。', '国家橄榄球联盟(NFL)很老'],
  ])('reads %s as %s: a single reading without the machine’s marks is a reading aid', (text, beginning) => {
    expect(texts(readText(text))[0]?.startsWith(beginning)).toBe(true);
  });
});

describe('lost text', () => {
  it('stays as it is and is flagged', () => {
    const [article] = readFixture('cloaked.txt').articles;
    expect(article?.paragraphs.map((paragraph) => paragraph.damaged)).toEqual([false, false, true]);
    expect(article?.warnings).toEqual([expect.stringContaining('paragraph 3')]);
  });

  it('is not seen in an excited question', () => {
    expect(readText('他问：这是什么意思??? 没有人回答，大家都低着头。').paragraphs[0]?.damaged).toBe(false);
  });
});
