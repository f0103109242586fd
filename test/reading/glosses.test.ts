import { describe, expect, it } from 'vitest';
import { officeName, parseOfficeNames } from '../../src/language/office-names.js';
import { glossesOf, kindOfItems, placeReading, streetReading } from '../../src/reading/glosses.js';
import { article, citation } from '../discord/samples.js';

const NAMES = parseOfficeNames(
  [
    '# party and state offices',
    'mayor\t市长 镇长:0.4',
    'vice mayor;deputy mayor\t副市长',
    'municipal party secretary;city party chief\t市委书记',
    'president\t主席 总统',
    'chairman\t主席 董事长',
    '# bodies',
    'state council\t国务院',
  ].join('\n'),
);
const PERSONS = new Set(['林远山', '苏合', '陈一鸣']);

/** An article of one paragraph, cited whole. */
const cited = (text: string) => {
  const whole = article({
    paragraphs: [{ number: 1, text, runs: [], dates: [], reporters: [], damaged: false }],
  });
  return { ...citation({ quote: text, paragraph: 1 }), article: whole };
};

describe('officeName', () => {
  it.each([
    ['市长', 'mayor'],
    ['市委书记', 'municipal party secretary'],
    ['副市长', 'vice mayor'],
    ['主席', null],
    ['国务院', null],
    ['代市长', null],
    ['一块石头', null],
  ])('calls %s %s', (office, name) => {
    expect(officeName(office, NAMES)).toBe(name);
  });
});

describe('placeReading', () => {
  it.each([
    ['青河市', 'Qinghe'],
    ['封丘县', 'Fengqiu County'],
    ['陕西省', 'Shaanxi Province'],
    ['香港', 'Hong Kong'],
    ['郑州', 'Zhengzhou'],
    ['禹州', 'Yuzhou'],
    ['开封', 'Kaifeng'],
    ['纽约', null],
    ['美国', null],
  ])('reads %s as %s', (place, reading) => {
    expect(placeReading(place)).toBe(reading);
  });
});

describe('streetReading', () => {
  it.each([
    ['紫荆山南路666号', 'Zijingshan South Road 666'],
    ['青河大街', 'Qinghe Street'],
    ['人民大道12号', 'Renmin Avenue 12'],
    ['青河市', null],
  ])('reads %s as %s', (street, reading) => {
    expect(streetReading(street)).toBe(reading);
  });
});

describe('glossesOf', () => {
  it('reads a name and names the office that stands before it in the article', () => {
    const answer = { answer: '林远山', citations: [cited('7月4日,市长林远山主持会议,苏合出席。')] };
    expect(glossesOf(answer, PERSONS, NAMES)).toEqual([
      { text: '林远山', reading: 'Lin Yuanshan', meaning: 'mayor' },
      { text: '苏合', reading: 'Su He', meaning: null },
    ]);
  });

  it('keeps the script of the text', () => {
    const answer = { answer: '林遠山', citations: [cited('市長林遠山主持會議。')] };
    expect(glossesOf(answer, PERSONS, NAMES)).toEqual([
      { text: '林遠山', reading: 'Lin Yuanshan', meaning: 'mayor' },
    ]);
  });

  it('says what an office means that is itself the answer', () => {
    expect(glossesOf({ answer: '市委书记', citations: [] }, PERSONS, NAMES)).toEqual([
      { text: '市委书记', reading: null, meaning: 'municipal party secretary' },
    ]);
  });

  it('takes nothing for a place whose beginning is only guessed', () => {
    const texts = glossesOf(
      { answer: null, citations: [cited('出席的有省长,列席的有省政协主席。')] },
      PERSONS,
      NAMES,
    );
    expect(texts).toEqual([]);
  });

  it('explains each item of a list', () => {
    const texts = glossesOf({ answer: '林远山、苏合、陈一鸣', citations: [] }, PERSONS, NAMES);
    expect(texts.map(({ reading }) => reading)).toEqual(['Lin Yuanshan', 'Su He', 'Chen Yiming']);
  });
});

describe('kindOfItems', () => {
  it.each([
    ['林远山、苏合、陈一鸣', 'people'],
    ['青河市、白石县', 'places'],
    ['林远山、青河市', null],
    ['林远山', null],
  ] as const)('of %s is %s', (answer, kind) => {
    expect(kindOfItems({ answer, citations: [] }, 'other', PERSONS)).toBe(kind);
  });
});
