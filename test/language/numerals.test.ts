import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findEnglishNumbers,
  findEnglishOrdinals,
  findNumbers,
  findOrdinals,
  parseNumeral,
} from '../../src/language/numerals.js';

const DIGITS = '零一二三四五六七八九';

/** The usual Chinese writing of 1 to 9999. */
function written(value: number): string {
  const digits = [...String(value)].map(Number);
  const parts = digits.map((digit, i) =>
    digit === 0 ? '零' : `${DIGITS[digit]}${['', '十', '百', '千'][digits.length - 1 - i]}`,
  );
  return parts.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

describe('parseNumeral', () => {
  it.each([
    ['十四', 14],
    ['14', 14],
    ['１４', 14],
    ['二十', 20],
    ['廿一', 21],
    ['卅', 30],
    ['百二十', 120],
    ['两百五', 250],
    ['二百零五', 205],
    ['一万五', 15_000],
    ['两', 2],
    ['二〇二二', 2022],
    ['一亿二千万', 120_000_000],
    ['2亿5千万', 250_000_000],
    ['3万亿', 3e12],
    ['1.5万', 15_000],
    ['5.05亿', 505_000_000],
    ['一点五亿', 150_000_000],
    ['1,234,567.5', 1_234_567.5],
    ['三点一四', 3.14],
    ['百分之三', 3],
    ['三分之二', 2 / 3],
    ['壹佰贰拾', 120],
  ])('reads %s as %d', (text, value) => {
    expect(parseNumeral(text)).toBeCloseTo(value, 9);
  });

  it.each(['', '第十', '一些', 'abc', '万', '零分之三', '十'.repeat(100)])('does not read %s', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it('reads back every written number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => parseNumeral(written(value)) === value),
    );
  });
});

describe('findOrdinals', () => {
  it.each([
    ['召开第十四次专题会议上强调', 14, '第十四', '次专题会议'],
    ['白石村联席会议纪要(第二十一次)', 21, '第二十一', '次白石村联席会议'],
    ['会议讨论了三次。第二次,', 2, '第二', '次'],
    ['第14次会议由谁主持', 14, '第14', '次会议'],
    ['第 49 届超级碗', 49, '第 49', '届超级碗'],
    ['第二百零三号提案', 203, '第二百零三', '号提案'],
    ['七届二次会议', 7, '七', '届二次会议'],
    ['参加第十届歌咏会时多大', 10, '第十', '届歌咏会'],
    ['第三次临时会议', 3, '第三', '次临时会议'],
    ['党的二十大胜利召开', 20, '二十', '大'],
  ])('%s', (text, value, written, noun) => {
    const [found] = findOrdinals(text);
    expect(found).toMatchObject({ value, noun });
    expect(text.slice(found?.start, found?.end)).toBe(written);
  });

  it.each(['第一时间赶到', '第三方平台', '第3.5节', '八大菜系', '赢得了哪一届联赛', '每一届的冠军'])(
    'finds none in %s',
    (text) => {
      expect(findOrdinals(text)).toEqual([]);
    },
  );
});

describe('findNumbers', () => {
  it.each([
    ['约30人参加', { value: 30, unit: '人', approximate: true, upper: null }],
    ['10多个村', { value: 10, unit: '个', approximate: true }],
    ['三十余件', { value: 30, unit: '件', approximate: true }],
    ['3至5天', { value: 3, upper: 5, unit: '天' }],
    ['增长3.5%', { value: 3.5, unit: '%' }],
    ['百分之三十的居民', { value: 30, unit: '%' }],
    ['三分之二的成员', { value: 2 / 3, unit: '' }],
    ['5.05亿美元', { value: 505_000_000, unit: '美元' }],
    ['共1,369个问题', { value: 1369, unit: '个' }],
    ['占地 28 平方公里', { value: 28, unit: '平方公里' }],
    ['十三项工作', { value: 13, unit: '项' }],
  ])('%s', (text, expected) => {
    expect(findNumbers(text)).toMatchObject([expected]);
  });

  it.each(['统一思想', '进一步', '十分重要', '第十四次', '陆路运输'])('finds none in %s', (text) => {
    expect(findNumbers(text)).toEqual([]);
  });

  it('takes a score for two numbers', () => {
    expect(findNumbers('以23–16获胜').map((n) => n.value)).toEqual([23, 16]);
  });

  it('ends a mention before its unit', () => {
    const text = '约30多人';
    const [found] = findNumbers(text);
    expect(text.slice(found?.start, found?.end)).toBe('30多');
  });
});

describe('English numbers', () => {
  it.each([
    ['the 14th meeting', 14],
    ['the fourteenth meeting', 14],
    ['The Twenty-First session', 21],
    ['twentieth', 20],
    ['meeting No. 7', 7],
  ])('the ordinal of %s is %d', (text, value) => {
    expect(findEnglishOrdinals(text).map((o) => o.value)).toEqual([value]);
  });

  it.each([
    ['505 million people', 505_000_000],
    ['twenty-three people', 23],
    ['two hundred and five', 205],
    ['1,234.5 tons', 1234.5],
  ])('the number of %s is %d', (text, value) => {
    expect(findEnglishNumbers(text).map((n) => n.value)).toEqual([value]);
  });
});
