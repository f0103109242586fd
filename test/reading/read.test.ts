import { describe, expect, test } from 'vitest';
import { rawTextOf } from '../../src/corpus/offsets.js';
import { corpusOf } from './corpus.js';

const MEETING = `青湖市河长制工作第三次联席会议召开

2023-04-12 来源: 青湖日报

4月11日,青湖市召开河长制工作第三次联席会议。市委书记林海东出席并讲话,市长周明远作具体部署,市政协主席苏文静列席。

市水利局通报了今年的治水情况,东岭县、石桥区汇报了各自的做法。林海东指出,治水要坚持“三个不放松”。

一要管住源头。工业废水全部进厂处理。

二要清理河道。每条支流都要有专人巡查。

三要守住底线。5月20日前完成全部排查。

当日下午,林海东来到柳溪泵站、白鹭湿地等处,检查了防汛准备。

高建国、沈若兰、许志强在主会场出席。
`;
const SECOND = `青湖市河长制工作第二次联席会议召开

2022-10-09 来源: 青湖日报

10月8日,青湖市召开河长制工作第二次联席会议。市委书记林海东主持并讲话,市长陈立群作具体部署。

会议要求做到水清、岸绿、景美、人和“四个目标”,坚持查源头、查排口、查责任等“三查”。
`;
const corpus = corpusOf({ 'third.txt': MEETING, 'second.txt': SECOND });

describe('roles', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['第二次联席会议谁主持？', '林海东'],
    ['第三次联席会议谁作具体部署？', '周明远'],
    ['第三次联席会议会上谁做了具体安排？', '周明远'],
    ['第三次聯席會議誰列席？', '苏文静'],
    ['第三次联席会议谁通报了治水情况？', '市水利局'],
    ['第三次联席会议上汇报的有哪几个县区？', '东岭县、石桥区'],
    ['第三次联席会议在主会场出席的有哪些人？', '高建国、沈若兰、许志强'],
    ['第三次联席会议主会场有多少人出席？', '三人'],
    ['第三次联席会议在主会场出席的领导', '高建国、沈若兰、许志强'],
  ];
  test.each(cases)('%s → %s', async (question, answer) => {
    expect(await corpus.ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test('a plain "meeting" is any kind of meeting, one whose name does not end in 会议 too', async () => {
    const harbour = corpusOf({
      'harbour.txt': '云湾市召开防汛第三次调度会\n\n7月11日,云湾市召开第三次调度会。副市长许文涛主持会议。\n',
    });
    expect(await harbour.ask('Who presided over the third meeting?')).toMatchObject({
      status: 'answered',
      answer: '许文涛',
    });
  });

  test('出席并讲话 stands in for 主持, and the note says so', async () => {
    const chinese = await corpus.ask('第三次联席会议谁主持？');
    expect(chinese).toMatchObject({ status: 'answered', answer: '林海东' });
    expect(chinese.note).toContain('出席并讲话');
    const english = await corpus.ask('Who chaired the third meeting?');
    expect(english).toMatchObject({ status: 'answered', answer: '林海东' });
    expect(english.note).toMatch(/says 出席并讲话.*not 主持/u);
  });

  test('no other role stands in: the refusal says who did what', async () => {
    const answer = await corpus.ask('第二次联席会议谁列席？');
    expect(answer).toMatchObject({ status: 'no-answer', answer: null, citations: [] });
    expect(answer.note).toContain('林海东主持');
    expect(answer.note).toContain('陈立群作具体部署');
  });

  test('a statement of one meeting is never taken for another', async () => {
    expect((await corpus.ask('第二次联席会议谁作具体部署？')).answer).toBe('陈立群');
    expect((await corpus.ask('10月8日的会议谁作具体部署？')).answer).toBe('陈立群');
    expect((await corpus.ask('4月11日的会议谁作具体部署？')).answer).toBe('周明远');
  });

  test('which meeting somebody sat in on', async () => {
    expect((await corpus.ask('苏文静列席了哪次会议？')).answer).toContain('第三次联席会议');
  });

  test('which meeting decided something', async () => {
    const answer = await corpus.ask('哪次会议要求做到水清、岸绿、景美、人和？');
    expect(answer.answer).toContain('第二次联席会议');
    expect(answer.citations.map(({ quote }) => quote).join()).toContain('水清、岸绿');
  });
});

describe('minutes with labels', () => {
  const minutes = corpusOf({
    'village.txt': `白石村村民代表会议纪要（第二十一次）

时间：2023年11月3日晚7:30
地点：村文化礼堂
主持人：村党支部书记罗大成
列席：刘文亚、邓晓辉
参加人员：村“两委”成员、村民代表42人，驻村第一书记邵晓雯

一、村道硬化。会议决定对后山至码头的村道进行硬化,预算63万元。
`,
    'second.txt': SECOND,
  });
  const cases: readonly (readonly [string, string])[] = [
    ['第二十一次村民代表会议谁主持？', '罗大成'],
    ['第二十一次村民代表会议谁列席？', '刘文亚、邓晓辉'],
    ['第二十一次村民代表会议在哪里召开？', '村文化礼堂'],
  ];
  test.each(cases)('%s → %s', async (question, answer) => {
    expect(await minutes.ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test('a list that is not of persons alone is given whole', async () => {
    const answer = await minutes.ask('第二十一次村民代表会议有哪些人参加？');
    expect(answer.answer).toContain('村民代表42人');
    expect(answer.answer).toContain('邵晓雯');
  });
});

describe('offices', () => {
  test('the holder stands beside the office, in the place asked for', async () => {
    expect(await corpus.ask('青湖市的市政协主席是谁？')).toMatchObject({
      status: 'answered',
      answer: '苏文静',
    });
  });

  test('a comma among the offices of one person', async () => {
    const flood = corpusOf({
      'flood.txt':
        '云湾县防汛会商会召开\n\n7月28日,云湾县召开防汛会商会。县委副书记、县长,县防汛指挥部指挥长许文涛主持会议,副县长曹敏参加。\n',
    });
    expect(await flood.ask('云湾县县长是谁？')).toMatchObject({ status: 'answered', answer: '许文涛' });
    expect(await flood.ask('云湾县副县长是谁？')).toMatchObject({ status: 'answered', answer: '曹敏' });
  });

  test('two holders in two articles are both given, dated, the newer first', async () => {
    const answer = await corpus.ask('青湖市市长是谁？');
    expect(answer).toMatchObject({ status: 'answered', answer: '周明远、陈立群' });
    expect(answer.note).toContain('2023-04-11');
    expect(answer.note).toContain('2022-10-08');
  });

  test('an English article is read by its own words', async () => {
    const harbour = corpusOf({
      'third.txt': MEETING,
      'ferry.txt':
        'Ferry resumes\n\nFerry services resumed on Wednesday. Chief executive Laura Stein of Bluewave Ferries apologised to all passengers.\n',
    });
    const answer = await harbour.ask('Who is the chief executive of Bluewave Ferries?');
    expect(answer.status).not.toBe('no-answer');
    expect(answer.citations[0]?.quote).toContain('Laura Stein');
  });

  test('an office of another place is refused, and the others are named', async () => {
    const answer = await corpus.ask('东岭县县长是谁？');
    expect(answer.status).toBe('no-answer');
    expect(await corpus.ask('Who is the mayor of Luoyang?')).toMatchObject({ status: 'no-answer' });
  });

  test('an office that says nothing of its place is of the place before it', async () => {
    const history = corpusOf({
      'visit.txt':
        '一次访问\n\n1998年5月,法国总统罗贝尔·杜朗访问东京,日本首相高桥会见了他。意大利总统罗西同日到达,随后总统罗西前往大阪。\n',
      'treaty.txt': '条约的签订\n\n法国派出使团。巴西总统科斯塔当天没有到场,外长席尔瓦代他签字。\n',
    });
    expect(await history.ask('法国总统是谁？')).toMatchObject({ status: 'answered', answer: '罗贝尔·杜朗' });
    expect(await history.ask('意大利总统是谁？')).toMatchObject({ status: 'answered', answer: '罗西' });
    expect((await history.ask('俄罗斯总统是谁？')).status).toBe('no-answer');
  });

  test('the post of a person', async () => {
    expect(await corpus.ask('苏文静是什么职务？')).toMatchObject({
      status: 'answered',
      answer: '市政协主席',
    });
    expect(await corpus.ask('苏文静是谁？')).toMatchObject({ status: 'answered', answer: '市政协主席' });
    expect(await corpus.ask('苏文静的职务是什么？')).toMatchObject({
      status: 'answered',
      answer: '市政协主席',
    });
  });
});

describe('questions in other words', () => {
  const county = corpusOf({
    'visit.txt': `何雄调研夜市经营管理

本报讯(记者 沈晓峰 罗春燕)6月3日,市长何雄来到东门夜市,调研摊位管理。何雄强调,要严格管理摊位,落实卫生标准;对夜市要加强行业监管,每周检查一次。要采用“四看两问”工作法开展巡查,及时发现问题。
`,
    'second.txt': SECOND,
  });
  const cases: readonly (readonly [string, string])[] = [
    ['第二次联席会议市长是谁？', '陈立群'],
    ['写何雄调研夜市那篇稿子的记者是谁？', '沈晓峰、罗春燕'],
    ['何雄调研夜市的报道是哪两个记者写的？', '沈晓峰、罗春燕'],
    ['何雄要求用什么工作法开展巡查？', '四看两问'],
  ];
  test.each(cases)('%s → %s', async (question, answer) => {
    expect(await county.ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test('a surname that is a question word stays a name', async () => {
    const answer = await county.ask('何雄对夜市有什么要求？');
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain('加强行业监管');
  });
});

describe('dates and places of events', () => {
  test('the day of a meeting as the text writes it', async () => {
    expect((await corpus.ask('第二次联席会议是哪天召开的？')).answer).toBe('10月8日');
    expect((await corpus.ask('When was the third meeting held?')).answer).toBe('4月11日');
    expect((await corpus.ask('第二次联席会议的日期？')).answer).toBe('10月8日');
    expect((await corpus.ask('10月8日召开的是第几次联席会议？')).answer).toContain('第二次');
  });

  test('the place that is said of what was asked, not of another event', async () => {
    const reading = corpusOf({
      'reading.txt':
        '梧桐区图书馆召开读者座谈会\n\n2024-05-17 来源：梧桐晚报\n\n5月16日,梧桐区图书馆召开读者座谈会,馆长温文澜主持。\n\n图书馆答复,儿童故事会将于6月恢复,地点在一楼童书区。\n',
    });
    expect((await reading.ask('儿童故事会在哪里举行？')).answer).toBe('一楼童书区');
    expect((await reading.ask('读者座谈会在哪里召开？')).answer).not.toBe('一楼童书区');
  });

  test('a deadline, not the day of the meeting', async () => {
    expect((await corpus.ask('林海东要求什么时候之前完成排查？')).answer).toBe('5月20日前');
  });

  test('where somebody went', async () => {
    expect((await corpus.ask('林海东当日下午去了哪些地方？')).answer).toBe('柳溪泵站、白鹭湿地');
  });
});

describe('lists', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['“四个目标”是哪四个？', '水清、岸绿、景美、人和'],
    ['“三查”指什么？', '查源头、查排口、查责任'],
    ['林海东在第三次联席会议上提出了哪三点要求？', '管住源头、清理河道、守住底线'],
    ['第三次联席会议的第二点要求是什么？', '清理河道'],
    ['林海东强调的第三点是什么？', '守住底线'],
    ['林海东讲的最后一点是什么？', '守住底线'],
    ['What is the second demand of Lin Haidong at the third meeting?', '清理河道'],
  ];
  test.each(cases)('%s → %s', async (question, answer) => {
    expect(await corpus.ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test('points that the text does not count are counted, with a note', async () => {
    const answer = await corpus.ask('林海东在第三次联席会议上提了几点要求？');
    expect(answer.answer).toBe('三点');
    expect(answer.note).not.toBeNull();
    expect((await corpus.ask('How many points did Lin Haidong make at the third meeting?')).answer).toBe('3');
  });

  test('a set phrase without its items is refused', async () => {
    const answer = await corpus.ask('“三个不放松”是哪三个？');
    expect(answer.status).toBe('no-answer');
    expect(answer.note).toContain('三个不放松');
  });
});

describe('speakers', () => {
  test('a demand belongs to the speaker named before it, over paragraph breaks', async () => {
    const answer = await corpus.ask('谁要求清理河道、支流专人巡查？');
    expect(answer).toMatchObject({ status: 'answered', answer: '林海东' });
    expect(answer.citations[0]?.quote).toContain('林海东');
  });
});

describe('refusals', () => {
  test('an ordinal that is not there names those that are', async () => {
    expect((await corpus.ask('第九次联席会议谁主持？')).note).toBe(
      '没有文章提到第九次联席会议；有的是第二次联席会议、第三次联席会议。',
    );
    expect((await corpus.ask('第九次聯席會議誰主持？')).note).toContain('沒有文章提到第九次聯席會議');
    expect((await corpus.ask('Who chaired the ninth meeting?')).note).toMatch(
      /^No article mentions the ninth meeting; there are/u,
    );
  });

  const cases: readonly (readonly [string, string])[] = [
    ['a day without a meeting', '6月1日的联席会议谁主持？'],
    ['the right day of another year', '2019年4月11日的联席会议谁列席？'],
    ['a day of the year that another article speaks of', '2022年4月11日的联席会议谁主持？'],
    ['a place that no article names', '洛阳市的联席会议谁主持？'],
    ['a person that no article names', '张建国在第三次联席会议上讲了什么？'],
    ['a person who was not at that meeting', '苏文静在第二次联席会议上讲了什么？'],
    ['an attribute that no article gives', '柳溪泵站的地址是哪里？'],
    ['a number of a measure that no article gives', '第三次联席会议开了多少小时？'],
    ['another topic', '如何做红烧排骨'],
  ];
  test.each(cases)('%s', async (_, question) => {
    const answer = await corpus.ask(question);
    expect(answer).toMatchObject({ status: 'no-answer', answer: null, citations: [] });
    expect(answer.note).not.toBeNull();
  });
});

describe('articles that disagree', () => {
  const other = `青湖市河长制工作第二次联席会议纪要

2022-10-10 来源: 东岭新闻

10月8日,青湖市召开河长制工作第二次联席会议。市委副书记何一鸣主持会议,市长陈立群作具体部署。
`;

  test('are both shown, dated, and the note says so', async () => {
    const answer = await corpusOf({ 'second.txt': SECOND, 'other.txt': other }).ask('第二次联席会议谁主持？');
    expect(answer.answer?.split('、').sort()).toEqual(['何一鸣', '林海东']);
    expect(answer.note).toContain('说法不一');
    expect(answer.note).toContain('2022-10-08');
    expect(new Set(answer.citations.map(({ article }) => article.file)).size).toBe(2);
  });
});

describe('citations', () => {
  const questions = [
    '第三次联席会议谁主持？',
    '第三次联席会议在主会场出席的有哪些人？',
    '林海东在第三次联席会议上提出了哪三点要求？',
    '“四个目标”是哪四个？',
    '青湖市市长是谁？',
  ];

  test.each(questions)('are verbatim, with the answer highlighted: %s', async (question) => {
    const files: Readonly<Record<string, string>> = { 'third.txt': MEETING, 'second.txt': SECOND };
    const { citations } = await corpus.ask(question);
    expect(citations.length).toBeGreaterThan(0);
    for (const { article, quote, spans, highlights } of citations) {
      const raw = rawTextOf(
        { file: article.file, bytes: new TextEncoder().encode(files[article.file]) },
        article,
      );
      expect(spans.map(([start, end]) => raw.slice(start, end)).join('')).toBe(quote);
      for (const [, end] of highlights) expect(end).toBeLessThanOrEqual(quote.length);
      expect(highlights.length).toBeGreaterThan(0);
    }
  });

  test('rank every paragraph once', async () => {
    const { passages } = await corpus.ask('第三次联席会议谁主持？');
    const keys = passages.map(({ article, paragraph }) => `${article.file} ${paragraph}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('the origin of a thing is no credit, and what somebody does is not only an office', async () => {
  const mill = corpusOf({
    'mill.txt':
      '水力磨坊\n\n水力磨坊的想法来源于南方的水车，最早建于白沙河边。磨坊由石匠许文涛设计，他靠修桥为生。1921年，许文涛发布了磨坊的图样。\n',
  });
  expect((await mill.ask('水力磨坊的想法来源于什么？')).note ?? '').not.toContain('没有写明');
  expect((await mill.ask('许文涛什么时候发布了图样？')).answer).toContain('1921');
  expect((await mill.ask('许文涛从事什么职业？')).note ?? '').not.toContain('职务');
});

test('a life has many dates and an origin that no word announces', async () => {
  const life = corpusOf({
    'life.txt':
      '周德安\n\n周德安,字子远,1921年3月4日生,清河柳林(今柳林镇)人,画家。1938年,周德安从清河师范学校毕业,后在南洲教书。1962年他回到柳林。\n',
  });
  expect((await life.ask('周德安在哪一年从清河师范学校毕业？')).answer).toContain('1938年');
  expect((await life.ask('周德安是哪里人？')).citations[0]?.quote).toContain('清河柳林');
});
