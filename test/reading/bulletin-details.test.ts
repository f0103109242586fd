import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const RIVERS = `青湖市召开河道清淤第三次推进会

2023-04-12 08:30:05来源: 青湖日报编辑: 苏小棠责编: 韩雪梅

本报讯(青湖日报记者 秦朗)4月11日,青湖市召开河道清淤第三次推进会,传达贯彻沈国梁书记重要批示,落实贺明远副市长讲话要求。市委书记林海东主持并讲话,市长周明远作具体部署。

林海东强调,要坚持“三看两问”工作法,对排查出的15个环节逐一整改。要做好防汛的人员准备、物资准备、预案准备,依托“清水行动月”活动,把河道当作最大民生实事,对水闸、渡口、码头等险工险段加强值守,把巡查前移到河源头,坚持治水方针不变、河长制度不变等“两个不变”。要以“一封了之”方式为戒。

周明远要求,一是清淤要快而稳。二是巡河要勤而细。三是保障要足而实。对涉水企业,要先教育后处罚。对外来船只要逐艘登记、集中停靠。对船上货物,要严格落实双人登记制度;对船员,要严格落实日查制度。要按照“两法一规”要求,把“三道防线”筑牢。河道整治实行分段、分岸、分级,积极筹备好第六届全市“一河一品”活动。

当日下午,林海东来到柳溪区。在枫林宾馆,与水文专家现场会商水情,询问旅客安置情况;在青湖国际机场,查看排水设施。随后出席防汛专家座谈会。

市领导高志强、方雨晴,青湖大学副校长???,省水利厅二级巡视员陈丽娟,省林业厅副厅长吴建军等参加会议。
`;
const BRIDGE = `石桥县召开桥梁检修调度会

5月6日,石桥县召开桥梁检修调度会。县长郭晓峰主持会议。会议通报,临江县、柳溪区已经完成检修。
`;
const corpus = corpusOf({ 'rivers.txt': RIVERS, 'bridge.txt': BRIDGE });

describe('who is meant', () => {
  test.each([
    ['省水利厅派谁参加了第三次推进会', '陈丽娟'],
    ['第三次推进会 省林业厅来的是谁', '吴建军'],
    ['哪位巡视员参加了第三次推进会', '陈丽娟'],
    ['第三次推进会传达贯彻了谁的重要批示', '沈国梁'],
    ['推进会落实了谁的讲话要求', '贺明远'],
    ['先教育后处罚出自谁', '周明远'],
    ['陈丽娟是哪个单位的', '省水利厅二级巡视员'],
    ['陈丽娟是几级巡视员', '省水利厅二级巡视员'],
    ['Who from the provincial water resources department took part in the third meeting?', /陈丽娟/u],
  ])('%s → %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(found.status).toBe('answered');
    expect(found.answer).toMatch(answer);
  });

  test('whose name the text has lost is not made up', async () => {
    expect(await corpus.ask('青湖大学派谁参加了第三次推进会')).toMatchObject({
      status: 'no-answer',
      note: '原文这里有一个名字缺损。',
    });
  });

  test('one point is quoted with what is said under it', async () => {
    const found = await corpus.ask('船只一进来要做什么，周明远第三点怎么说的');
    expect(found.answer).toBe('保障要足而实');
    expect(found.citations[0]?.quote).toContain('逐艘登记');
  });

  test('the citation of a speaker has his name and his words', async () => {
    const [citation] = (await corpus.ask('谁提到对外来船只要逐艘登记')).citations;
    expect(citation?.quote).toContain('周明远要求');
    expect(citation?.quote).toContain('逐艘登记');
    expect(citation?.spans.map((span) => RIVERS.slice(...span)).join('')).toBe(citation?.quote);
  });
});

describe('when, where and which', () => {
  test.each([
    ['林海东什么时候去的柳溪区', '当日下午（4月11日）'],
    ['林海东除了主持推进会还出席了什么会', '防汛专家座谈会'],
    ['“不变”一共几个', '两个不变'],
    ['青湖日报那篇文章的标题是什么', '青湖市召开河道清淤第三次推进会'],
    ['秦朗写了几篇报道', '1篇'],
    ['哪篇文章的责编是韩雪梅', '青湖市召开河道清淤第三次推进会'],
    ['周明远说船员要严格落实什么制度', '日查制度'],
    ['林海东说要把河道当作什么实事', '最大民生实事'],
    ['林海东和谁现场会商水情', '水文专家'],
    ['周明远第三点要求严格落实什么', '双人登记制度'],
    ['集中停靠是周明远的第几点', '第三点'],
    ['第三次推进会上林海东说巡查要前移到哪', '河源头'],
    ['林海东说值守依托哪个活动', '“清水行动月”活动'],
    ['青湖的险工险段包括哪些地方', '水闸、渡口、码头'],
    ['4月12日那篇稿子是哪位编辑编的', '苏小棠'],
    ['周明远要求按什么把“三道防线”筑牢', '“两法一规”'],
    ['报道市委第三次推进会的青湖日报记者是哪位', '秦朗'],
  ])('%s → %s', async (question, answer) => {
    expect(await corpus.ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test('what is demanded is said, not done', async () => {
    expect((await corpus.ask('周明远要求对涉水企业做什么')).answer).toContain('先教育后处罚');
  });

  test.each([
    ['8月的推进会谁主持'],
    ['林海东什么时候去的石桥县'],
    ['周明远去青湖国际机场调研时强调了什么'],
    ['疫苗接种率达到多少了'],
    ['Which officials attended at the Shiqiao branch venue of the third meeting?'],
    ["What is the phone number of Qinghu's airport?"],
    ['Who chaired the Linjiang dispatch meeting?'],
  ])('%s → nothing', async (question) => {
    expect((await corpus.ask(question)).status).toBe('no-answer');
  });

  test('the clause that speaks of the asked thing', async () => {
    expect((await corpus.ask('船上货物要严格落实哪种登记制度')).answer).toContain('双人登记制度');
  });

  test('what else stands in the same list', async () => {
    expect(await corpus.ask('险工险段里水闸、渡口还有什么')).toMatchObject({
      answer: '码头',
    });
    expect((await corpus.ask('林海东要求做好人员准备还有什么准备')).answer).toContain('物资准备、预案准备');
  });

  test('ordinary words are no name', async () => {
    expect((await corpus.ask('青湖那家涉水企业叫什么名字')).status).not.toBe('answered');
  });

  test('a common word that begins with a surname is nobody', async () => {
    expect(await corpus.ask('青湖日报那篇文章是谁写的')).toMatchObject({
      status: 'answered',
      answer: '秦朗',
    });
  });
});

describe('English questions', () => {
  test.each([
    ['What are the two things that stay unchanged?', '治水方针不变、河长制度不变'],
    ['What working method did Lin Haidong call for?', '三看两问'],
    ['Which airport did Lin Haidong check?', '青湖国际机场'],
    ['How many links did Lin Haidong say were found?', '15个环节'],
    ['What three kinds of preparation did Lin Haidong call for?', '人员准备、物资准备、预案准备'],
    ['How many key points did Zhou Mingyuan raise?', '3'],
    ['Which edition of the "one river, one product" (一河一品) event is being prepared?', '第六届'],
    ['What is the second of the three points of Zhou Mingyuan?', '巡河要勤而细'],
    ["Which vice mayor's speech did the third meeting carry out?", '贺明远'],
    ['What is the name of the airport Lin Haidong inspected?', '青湖国际机场'],
    ['How many members of the city leadership took part in the third meeting?', '2'],
    ['What was the first thing Zhou Mingyuan demanded at the third meeting?', '清淤要快而稳'],
    ['Whose important instructions did the third meeting convey?', '沈国梁'],
    ['Where does the news of the third meeting come from?', '青湖日报'],
  ])('%s → %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(found.status).toBe('answered');
    expect(found.answer).toContain(answer);
  });

  test('one of something counts nothing', async () => {
    expect((await corpus.ask('How many bridges did Qinghu build?')).status).not.toBe('answered');
  });
});
