import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const CLUB = `岚汀观星社章程

第一条 本社会址设在岚汀市天文台西门小屋。

第五条 社员大会每年召开一次。修改章程须经出席社员五分之四以上同意。
`;
const LINE = `董事会决议公告

审议通过《关于建设二期隔膜生产线的议案》。项目总投资2.6亿元，建设期18个月，地点为松芜经济开发区。

春季，柏原药业聘任容若川为副总经理。
`;
const RADIO = `广播艺人

范寄尘，南海人，在香港电台当播音艺员，一个人演八把不同的声音，获得“谐趣大王”之美誉。
`;
const MEETING = `岚汀讯

1月9日，岚汀市召开防汛调度会。市委书记祁东海主持并讲话。
`;
const NOTE = `柏原网讯（记者 万青禾 蓝小满）3月4日，柏原市召开防汛调度会，市长尉迟岚主持并讲话。

二是居家管理要到位，做到居家人员“不串门、勤通风”，做好生活物资配送。
`;
const { ask, index } = corpusOf({
  'club.txt': CLUB,
  'line.txt': LINE,
  'radio.txt': RADIO,
  'meeting.txt': MEETING,
  'note.txt': NOTE,
});

describe('two questions in one, in English', () => {
  test('the second may stand behind a preposition', async () => {
    const { answer } = await ask('Who presided over the Lanting dispatch meeting, and on which day?');
    expect(answer).toContain('祁东海');
    expect(answer).toContain('1月9日');
  });

  test('two question words may share what they ask of', async () => {
    const { answer } = await ask('Who and when presided over the Lanting dispatch meeting?');
    expect(answer).toContain('祁东海');
    expect(answer).toContain('1月9日');
  });
});

describe('numbers', () => {
  test('a share may be told as a fraction', async () => {
    const { answer } = await ask('What share of those present must agree before the rules can be changed?');
    expect(answer).toContain('五分之四');
  });

  test('a part of a fraction counts nobody', async () => {
    const { answer } = await ask('How many members does the stargazing club have?');
    expect(answer ?? '').not.toMatch(/^[五四]$/u);
  });

  test('what is spent is a sum', async () => {
    const { answer } = await ask('What will the company spend in all on the second-phase separator line?');
    expect(answer).toContain('2.6亿元');
  });
});

describe('names', () => {
  test('a place that the lexicon knows is no person in pinyin', async () => {
    const { constraints, concepts } = (await import('../../src/retrieval/analysis.js')).analyse(
      'What nickname did the Hong Kong radio entertainer earn?',
      index,
    );
    expect(constraints).toEqual([]);
    expect(concepts.flatMap(({ variants }) => variants.map(({ text }) => text))).toContain('香港');
  });
});

describe('an office with a deed', () => {
  test('is not refused when the passage tells the deed', async () => {
    const { status, answer } = await ask(
      'Who was hired as deputy general manager by the pharmaceutical company in spring?',
    );
    expect(status).toBe('answered');
    expect(answer).toContain('容若川');
  });
});

describe('stories and sayings', () => {
  test.each([
    'who wrote the baiyuan piece btw',
    'Which two correspondents are credited for the report on the Baiyuan dispatch meeting?',
  ])('%s is answered by the credit', async (question) => {
    const { answer } = await ask(question);
    expect(answer).toContain('万青禾');
    expect(answer).toContain('蓝小满');
  });

  test('a rule is what stands in quotation marks, not the heading of its point', async () => {
    const { answer } = await ask('What rule applies to people who are managed at home?');
    expect(answer).toBe('不串门、勤通风');
  });

  test('what the frame of a reading test names is part of the question', async () => {
    const { answer } = await ask(
      'According to the report on the Baiyuan dispatch meeting, who presided over it?',
    );
    expect(answer).toContain('尉迟岚');
  });
});
