import { describe, expect, it } from 'vitest';
import { dateArticle } from '../../src/corpus/dating.js';

function dated(text: string, published: string | null = null): readonly string[] {
  return dateArticle(text.split('\n'), published)
    .dates.flat()
    .map(({ text: written, iso, certainty }) => `${written} ${iso} ${certainty}`);
}

describe('dateArticle', () => {
  it.each([
    ['8月4日晚，会议召开。', '2021-08-06T08:56:09+08:00', ['8月4日晚 2021-08-04 resolved']],
    ['12月30日，会议召开。', '2022-01-02', ['12月30日 2021-12-30 resolved']],
    ['要在本月15日前完成。', '2021-11-08', ['本月15日 2021-11-15 resolved']],
    ['昨日，会议召开。', '2022-03-22', ['昨日 2022-03-21 resolved']],
    ['到2035年建成。8月9日，会议召开。', '2021-08-10', ['2035年 2035 stated', '8月9日 2021-08-09 resolved']],
  ])('resolves %s by the day of publication %s', (text, published, expected) => {
    expect(dated(text, published)).toEqual(expected);
  });

  it.each([
    ['3月21日，会议召开。', ['3月21日 --03-21 stated']],
    ['20日上午，他来了。', ['20日上午 ---20 stated']],
    ['昨日，会议召开。当日下午，他走了。', ['昨日 null stated', '当日下午 null stated']],
    ['3月21日，会议召开。\n当日上午，他来了。', ['3月21日 --03-21 stated', '当日上午 --03-21 resolved']],
    ['3月21日开会。22日上午散会。', ['3月21日 --03-21 stated', '22日上午 --03-22 resolved']],
    ['2021年8月4日开会，9月3日再开。', ['2021年8月4日 2021-08-04 stated', '9月3日 2021-09-03 resolved']],
    ['2021年12月30日开会，1月2日散会。', ['2021年12月30日 2021-12-30 stated', '1月2日 2022-01-02 resolved']],
    ['2021年8月4日开会。\n9月3日再开。', ['2021年8月4日 2021-08-04 stated', '9月3日 2021-09-03 inferred']],
  ])('without one takes from %s what the text allows', (text, expected) => {
    expect(dated(text)).toEqual(expected);
  });

  it('never takes the year from another paragraph when the article has several', () => {
    expect(dated('2021年8月4日开会。\n2022年1月9日开会。\n3月21日开会。').at(-1)).toBe(
      '3月21日 --03-21 stated',
    );
  });

  it('gives each date its place in the paragraph as it stands, in its own script', () => {
    const [dates] = dateArticle(['當年的八月四日，大家都來了。'], '2021-08-06').dates;
    expect(dates?.at(-1)).toEqual({ text: '八月四日', at: 3, iso: '2021-08-04', certainty: 'resolved' });
  });

  it.each([
    ['要在本月15日前完成。\n11月7日，会议召开。', '11月7日'],
    ['近日下雨。1月9日，会议召开。', '1月9日'],
    ['自2019年5月1日起施行。', null],
    ['没有日期。', null],
  ])('takes the first day of the lead that is no deadline for the day of the event: %s', (text, expected) => {
    expect(dateArticle(text.split('\n'), '2021-11-08').happened?.text ?? null).toBe(expected);
  });
});
