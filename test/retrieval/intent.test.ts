import { describe, expect, test } from 'vitest';
import { detectLanguage, fold } from '../../src/language/script.js';
import { analyseIntent } from '../../src/retrieval/intent.js';
import type { AnswerKind, Role } from '../../src/retrieval/question.js';

const names = {
  persons: new Set(['林海东', '周明']),
  places: new Set(['青湖市', '青湖', '河南省', '河南']),
};

function intentOf(question: string) {
  return analyseIntent(question, fold(question), detectLanguage(question), names);
}

describe('the kind of answer', () => {
  const cases: readonly (readonly [string, AnswerKind, boolean])[] = [
    ['谁主持了会议？', 'person', false],
    ['出席的领导都有谁', 'person', true],
    ['參加會議的有哪些人？', 'person', true],
    ['哪两位记者写了这篇报道', 'person', true],
    ['是哪两个记者写的', 'person', true],
    ['What awaits officials whose reports come late?', 'which', false],
    ['What rule applies to people who live alone?', 'which', false],
    ['Which two county officials attended?', 'person', true],
    ['What is the name of the man who built the mill?', 'person', false],
    ['In which US state did he die?', 'place', false],
    ['Which city bus goes to the museum?', 'which', false],
    ['State the total number of cases in Qinghu.', 'number', false],
    ['他有什么具体要求', 'statement', false],
    ['会议是啥时候开的', 'time', false],
    ['会议几点召开？', 'time', false],
    ['大桥哪一年通车', 'time', false],
    ['第三次会议的日期？', 'time', false],
    ['新图书馆在哪儿', 'place', false],
    ['新圖書館建在哪裡？', 'place', false],
    ['哪些地方设了分会场', 'place', true],
    ['一共有多少名代表', 'number', false],
    ['会议开了多长时间？', 'number', false],
    ['这是第几次会议', 'number', false],
    ['为什么要修这座桥', 'reason', false],
    ['垃圾应该怎么分类', 'manner', false],
    ['他强调了什么', 'statement', false],
    ['“三清三查”是指哪三清', 'list', true],
    ['四个统一包括哪些内容', 'list', true],
    ['“一网通办”是什么意思', 'definition', false],
    ['会议在哪次会上通过了方案', 'which', false],
    ['工程完工了吗', 'yes-no', false],
    ['Who chaired the meeting?', 'person', false],
    ['Who attended the meeting?', 'person', true],
    ['When was the bridge opened?', 'time', false],
    ['Where is the new library?', 'place', false],
    ['How many delegates came?', 'number', false],
    ['Why was the bridge built?', 'reason', false],
    ['What did Zhou Ming say about schools?', 'statement', false],
    ['List the five measures.', 'list', true],
  ];
  test.each(cases)('%s asks for %s', (question, kind, plural) => {
    expect(intentOf(question)).toMatchObject({ kind, plural });
  });

  test('a quoted question word asks for nothing', () => {
    expect(intentOf('“谁污染谁治理”是什么意思').kind).toBe('definition');
  });
});

describe('the role', () => {
  const cases: readonly (readonly [string, Role | null])[] = [
    ['第二次会议由谁主持', 'chair'],
    ['谁主持召开会议并讲话', 'chair'],
    ['谁出席会议并讲话', 'attend-and-speak'],
    ['誰列席了會議', 'sit-in'],
    ['哪些领导出席', 'attend'],
    ['谁作具体部署', 'deploy'],
    ['谁通报了情况', 'notify'],
    ['谁作了汇报', 'report'],
    ['谁参加了会议', 'take-part'],
    ['谁去新城区调研', 'inspect'],
    ['谁听取了汇报', null],
    ['谁强调要加强检查', null],
    ['Who presided over the meeting?', 'chair'],
    ['Who sat in on the meeting?', 'sit-in'],
    ['Who took part in the meeting?', 'take-part'],
    ['Who made specific arrangements?', 'deploy'],
    ['Who is mentioned in the report?', null],
  ];
  test.each(cases)('%s → %s', (question, role) => {
    expect(intentOf(question).role).toBe(role);
  });
});

describe('the office', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['青湖市的市长是谁', '市长'],
    ['省水利厅二级巡视员叫什么名字', '省水利厅二级巡视员'],
    ['省水利廳的副廳長是哪位', '省水利厅副厅长'],
    ['哪位副市长去了工地', '副市长'],
    ['林海东是什么职务', '职务'],
    ['组长会议谁主持', null],
    ['市长林海东说了什么', null],
    ['Who is the mayor of Qinghu?', '市长'],
    ['Who is the party secretary of Henan?', '省委书记'],
    ['Who is the party secretary of Qinghu?', '市委书记'],
    ['Who is the level-two inspector of the provincial department of education?', '省教育厅二级巡视员'],
    ['Who is the deputy director of the provincial health commission?', '省卫健委副主任'],
    ['Which deputy county head held the meeting?', '副县长'],
    ['What did Mayor Zhou Ming say?', null],
  ];
  test.each(cases)('%s → %s', (question, office) => {
    expect(intentOf(question).office).toBe(office);
  });

  test('a question for a name of an office holder asks for a person', () => {
    expect(intentOf('青湖市市长叫什么名字').kind).toBe('person');
  });
});

describe('the conditions', () => {
  test('ordinals in every writing are the same', () => {
    const values = [
      '第十四次专题会议谁主持',
      '第14次專題會議誰主持',
      '14次专题会议谁主持',
      '第 十四 次 专题会议谁主持',
    ].map((question) => intentOf(question).constraints);
    for (const constraints of values)
      expect(constraints).toEqual([
        expect.objectContaining({ type: 'ordinal', value: 14, noun: '次专题会议' }),
      ]);
  });

  test('an English ordinal carries the Chinese kind of meeting', () => {
    expect(intentOf('Who chaired the fourteenth special meeting?').constraints).toEqual([
      { type: 'ordinal', value: 14, noun: '次专题会议', surface: 'fourteenth' },
    ]);
  });

  test('a count of meetings is no ordinal', () => {
    expect(intentOf('青湖开了3次会议吗').constraints.map(({ type }) => type)).toEqual(['place']);
  });

  test('dates are conditions in both languages, and a day of the month is no ordinal', () => {
    for (const question of ['5月10日谁主持会议', 'Who chaired the meeting on the 10th of May?'])
      expect(intentOf(question).constraints).toEqual([
        expect.objectContaining({ type: 'date', iso: '--05-10' }),
      ]);
  });

  test('names are known by pinyin, also in a Chinese question and with the surname last', () => {
    for (const question of [
      'What did Lin Haidong say?',
      'What did Haidong Lin say?',
      'lin haidong 是什么职务',
    ])
      expect(intentOf(question).constraints).toEqual([
        expect.objectContaining({ type: 'person', name: '林海东' }),
      ]);
    expect(intentOf('Who is the mayor of Qinghu?').constraints).toEqual([
      { type: 'place', name: '青湖', surface: 'Qinghu' },
    ]);
  });

  test('names that no article has are conditions all the same', () => {
    expect(intentOf('Who is the mayor of Luoyang?').constraints).toMatchObject([
      { type: 'place', name: 'luoyang' },
    ]);
    expect(intentOf('What did Zhang San say?').constraints).toMatchObject([
      { type: 'person', name: 'zhang san' },
    ]);
    expect(intentOf('洛阳市委书记是谁').constraints).toMatchObject([{ type: 'place', name: '洛阳' }]);
    expect(intentOf('张建国在会上讲了什么').constraints).toMatchObject([{ type: 'person', name: '张建国' }]);
  });

  test('a place before its office keeps the office whole', () => {
    expect(intentOf('青湖市长是谁').constraints).toMatchObject([{ type: 'place', name: '青湖' }]);
  });
});

describe('the core', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['请问第二次会议是谁主持的？', '第二次会议 主持'],
    ['高铁站什么时候通车？', '高铁站 通车'],
    ['他看了哪个机场', '他看了 机场'],
    ['茶馆的地址是哪里？', '茶馆的地址'],
    ['周明强调了什么', '周明强调'],
    ['石塔有多高', '石塔'],
    ['那家店还有多少张桌子', '那家店还 桌子'],
    ['门票贵不贵', '门票贵'],
    ['能带狗进去吗？', '带狗进去'],
    ['请问路坏了怎么办？', '路坏'],
  ];
  test.each(cases)('of %s is %s', (question, core) => {
    expect(intentOf(question).core).toBe(core);
  });

  test('of an English question is empty', () => {
    expect(intentOf('Who chaired the meeting?').core).toBe('');
  });
});
