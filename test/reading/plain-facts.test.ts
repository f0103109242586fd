import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const MUSEUM = `临溪陶瓷馆5月18日开馆

2023-05-19 来源：临溪晚报 记者：童立夏

临溪陶瓷馆昨日正式开馆。该馆位于古窑路26号，总建筑面积1.4万平方米，由馆长蓝守正主持日常工作。

镇馆之宝是一只青釉大缸，重86公斤，口沿宽1.2米。展厅长廊全长240米，走道长30米。

蓝守正，1966年生，浙东兰亭人，研究古窑三十年。专家建议每年办一次窑火节。

受第7号台风“海棠”影响，馆外长廊暂停开放。
`;
const MATCH = `临溪杯篮球赛第五轮：飞鹤队险胜青松队

2023-06-11 来源：临溪晚报

6月10日晚，临溪杯第五轮在市体育馆打响，飞鹤队以78∶75险胜青松队。飞鹤队队长宋一凡得了31分。第六轮定于6月17日进行。
`;
const NOTICE = `“窑火夜话”系列讲座（第八讲）通知

主讲人：钟可人
题目：《釉色的秘密》
时间：7月2日晚7:30
地点：陶瓷馆二楼报告厅

第七讲由季少白主讲，题目是《拉坯入门》。
`;
const LINE = `临溪市2号线年底通车

2号线将于12月26日开通，全长18.6公里，全程票价5元，设车站15座。市轨道公司2022年收入3.4亿元。
`;
const corpus = corpusOf({ 'museum.txt': MUSEUM, 'match.txt': MATCH, 'notice.txt': NOTICE, 'line.txt': LINE });

describe('plain facts', () => {
  test.each([
    ['临溪陶瓷馆在哪里？', '古窑路26号'],
    ['飞鹤队和青松队的比分是多少？', '78∶75'],
    ['台风叫什么名字？', '海棠'],
    ['2号线有多长？', '18.6公里'],
    ['青釉大缸有多重？', '86公斤'],
    ['蓝守正是哪里人？', '浙东兰亭'],
    ['第八讲的题目是什么？', '《釉色的秘密》'],
    ['2号线什么时候开通？', '12月26日'],
    ['讲座几点开始？', '7月2日晚7:30'],
  ])('%s → %s', async (question, expected) => {
    const { status, answer, citations } = await corpus.ask(question);
    expect(status).toBe('answered');
    expect(answer).toContain(expected);
    expect(citations[0]?.quote).toContain(expected);
  });
});

describe('numbers of another thing', () => {
  test.each([
    ['5号线什么时候开通？', '2号线'],
    ['第九讲的主讲人是谁？', '第八讲'],
    ['市轨道公司2020年收入多少？', '2022年'],
  ])('%s is refused, and what there is is named', async (question, present) => {
    const { status, note } = await corpus.ask(question);
    expect(status).toBe('no-answer');
    expect(note).toContain(present);
  });

  test('what a number does not count is no answer to how many', async () => {
    expect((await corpus.ask('临溪陶瓷馆有多少职工？')).status).not.toBe('answered');
  });

  test('where somebody is from is not told by where he works', async () => {
    expect((await corpus.ask('宋一凡是哪里人？')).answer).toBeNull();
  });
});

test('visitors of an English question may be people in the text', async () => {
  const visitors = corpusOf({
    'fair.txt': '临溪灯会开幕\n\n2月3日，临溪灯会在河滨公园开幕，首日接待市民5200人次。\n',
    'stay.txt': '临溪客栈迎来访客\n\n临溪客栈今年翻修了屋顶，访客可以住到十月。\n',
  });
  const { answer } = await visitors.ask('How many visitors came to the opening of the lantern fair?');
  expect(answer).toContain('5200人次');
});

describe('articles in English', () => {
  const english = corpusOf({
    'harbour.txt': `Eastmere pier reopens after repairs

Eastmere, 9 April 2024 - The Eastmere pier will reopen on 4 June after repairs that cost 2.3 million pounds, the council said on Tuesday. Harbour master Judith Okonkwo said that 310 moorings were ready. The engineer was Tomas Lind. The pier will be closed on Sundays. The mooring fee is £45 a week. Fourteen anglers attend the weekly class.

Present at the opening: Judith Okonkwo (host), Maria Velez (treasurer), Sam Petrie (piper)
`,
  });
  test.each([
    ['Who is the harbour master?', 'Judith Okonkwo'],
    ['When will the pier reopen?', '4 June'],
    ['How much did the repairs cost?', '2.3 million pounds'],
    ['How many moorings were ready?', '310'],
    ['On which day is the pier closed?', 'Sundays'],
    ['What is the mooring fee?', '£45'],
    ['How many anglers attend the class?', 'Fourteen'],
    ['Who was the host at the opening?', 'Judith Okonkwo'],
  ])('%s → %s', async (question, expected) => {
    expect((await english.ask(question)).answer).toBe(expected);
  });

  test.each(['Who is the mayor of Eastmere?', 'How many restaurants does the pier have?'])(
    '%s is refused',
    async (question) => {
      expect((await english.ask(question)).status).toBe('no-answer');
    },
  );
});

describe('where articles come from', () => {
  test.each([
    ['哪篇文章来自临溪晚报？', '临溪陶瓷馆'],
    ['记者童立夏写了哪几篇？', '临溪陶瓷馆'],
  ])('%s', async (question, title) => {
    const { answerArchive } = await import('../../src/reading/archive/answer-archive.js');
    const { analyse } = await import('../../src/retrieval/analysis.js');
    const finding = answerArchive(analyse(question, corpus.index), corpus.index, corpus.articles);
    expect(finding?.status === 'answered' ? finding.answer : null).toContain(title);
  });
});

test('a point behind the last of a meeting is refused with how many there are', async () => {
  const meeting = corpusOf({
    'meeting.txt': `临溪市河湖治理第四次联席会议召开

4月11日，临溪市召开河湖治理第四次联席会议，市长顾长青主持会议。顾长青要求：一要管住源头。二要清理河道。三要守住底线。
`,
  });
  const { status, note } = await meeting.ask('第四次联席会议的第七点要求是什么？');
  expect(status).toBe('no-answer');
  expect(note).toContain('3点');
});

describe('ends of periods and numbers of items', () => {
  const notices = corpusOf({
    'camp.txt': `云岭夏令营报名通知

夏令营面向三至五年级的学生，请于6月18日前填写报名表。

营期安排：7月3日至7月9日，住在云岭林场。
`,
    'estate.txt': `松园小区业主大会纪要

1. 车位费：每月由180元调整到210元，自明年起执行。

2. 门禁：收到四份报价，年内换新。
`,
  });

  test('a grade is no end of a period', async () => {
    expect((await notices.ask('夏令营报名截止到哪一天？')).answer).toBe('6月18日前');
  });

  test('the number of an item is no number of its matter', async () => {
    const { answer, citations } = await notices.ask('车位费调到多少？');
    expect(answer ?? '').not.toMatch(/^1\./u);
    expect(citations[0]?.quote).toContain('210元');
  });
});

test('a word in Latin letters that only an English article has is asked of that one', async () => {
  const mixed = corpusOf({
    'marsh.txt': `The Ottery marsh

The Ottery marsh was drained in spring by local farmers, and today nobody measures it.
`,
    'hall.txt': '临溪剧院\n\n临溪剧院有大型舞台，现在每周演出三场，观众不少。\n',
  });
  expect((await mixed.ask('How many hectares does the Ottery marsh cover today?')).status).toBe('no-answer');
});
