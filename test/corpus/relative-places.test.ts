import { describe, expect, it } from 'vitest';
import { relativePlaces } from '../../src/corpus/relative-places.js';

function placesOf(text: string, outlets: readonly string[] = [], regions: readonly string[] = []) {
  return relativePlaces({ lead: text, text, outlets, fileRegions: () => new Set(regions) }).map(
    ({ word, place, certainty }) => [word, place, certainty],
  );
}

describe('relativePlaces', () => {
  it.each([
    ['the outlet’s city', '我市召开会议。', ['嘉兴示例报'], [['我市', '嘉兴市', 'inferred']]],
    ['the outlet’s province', '全省都下了雨。', ['嘉兴示例报'], [['全省', '浙江省', 'inferred']]],
    ['a province’s outlet', '我省召开会议。', ['河南省某委网站'], [['我省', '河南省', 'inferred']]],
    ['a county’s outlet', '我县修路。', ['海岛县融媒体中心'], [['我县', '海岛县', 'inferred']]],
    ['the dateline', '示例社嘉兴1月9日电 我市召开会议。', ['示例社'], [['我市', '嘉兴市', 'resolved']]],
    ['the short name of a city’s press', '我市召开会议。', ['郑报全媒体'], [['我市', '郑州市', 'inferred']]],
    [
      'the only city that the text keeps naming',
      '嘉兴下了雨。嘉兴人不怕雨。我市水位正常。',
      [],
      [['我市', '嘉兴市', 'inferred']],
    ],
    ['traditional script', '嘉興下了雨。嘉興人不怕雨。我市水位正常。', [], [['我市', '嘉兴市', 'inferred']]],
  ])('explains by %s', (_, text, outlets, expected) => {
    expect(placesOf(text, outlets)).toEqual(expected);
  });

  it.each([
    ['words inside other words', '完全省去了麻烦，安全市场开了门。', ['嘉兴示例报']],
    ['a text of several cities', '嘉兴、湖州、绍兴三地都下了雨，全市停课。', []],
    ['a single mention', '嘉兴下了雨。全市停课。', []],
    ['streets named after cities', '他住在南阳路，从南阳路走到我市图书馆。', []],
    ['a province’s outlet that speaks of a city', '我市召开会议。', ['河南示例报']],
    ['an outlet of nowhere', '我市召开会议。', ['大河示例网']],
  ])('leaves open %s', (_, text, outlets) => {
    expect(placesOf(text, outlets)).toEqual([]);
  });

  it('takes the city of an ambiguous press from the other articles of the page', () => {
    expect(placesOf('我市召开会议。', ['长报记者'], ['长沙'])).toEqual([['我市', '长沙市', 'inferred']]);
    expect(placesOf('我市召开会议。', ['长报记者'])).toEqual([]);
  });
});
