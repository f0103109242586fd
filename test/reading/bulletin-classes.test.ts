import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const RAIN = `云汀县召开防汛会商会
2023-06-21 20:10:00来源: 云汀日报编辑: 谷小满

本报讯(云汀日报记者 梁若川)6月21日9时,云汀县委召开第五次防汛会商会。县长闻子安主持并讲话,副县长慕容川汇报雨情。县水利局局长江远帆、县气象局局长白鹿鸣参加会议。

6月20日8时至21日8时,全县平均降雨量64.2毫米,最大降雨点为坪上乡石门站,达188毫米;其次是河口镇150毫米。

截至6月21日18时,云水河渡口站水位42.30米,超警戒水位0.30米,洪峰已于当日13时40分通过。

全县6个乡镇受灾,转移群众1203人,倒塌房屋11间,无人员伤亡。

闻子安指出,水库是全县防汛的第一道关口,要严格执行“三区一带”标准。分管领导直接管、具体管。要筑牢堤岸防线,守牢水库大坝。要紧紧围绕群众安全转移,紧紧围绕粮食仓库加固,紧紧围绕道路抢修保通,逐项检查。

慕容川强调,要有序恢复渡船。要推行查堤、查坝、查库、查站,不留死角。要管好堤坝、水闸等重点部位,以及仓库、码头等高风险场所。

当日下午,闻子安到河口镇粮库调研。

会议以视频会议形式召开,各乡镇设分会场。
`;
const SCHOOL = `枫桥学校召开2024届毕业生工作会

枫桥学校5月8日讯 校长陶知远主持召开毕业生工作会。今年应届毕业生共880人,其中45人因学分不足暂缓毕业。

下一次家长会定于5月19日15:30在二号礼堂召开。
`;
const MINUTES = `望江第三医院
院务会会议纪要
〔2022〕第6次
院办公室　2022年7月5日印发

时　间:2022年7月4日(周一)16:00
主　持:院长　柏若舟
出　席:副院长　季长空
会议议定,食堂改建于9月完工。
`;
const KEEPER = `苇岸晚报 > 副刊 > 人物
守桥人——记养路工白连山
2021-03-08 07:30  苇岸晚报  记者 燕小楼  评论(12)
3月2日清晨,老养路工白连山因病在苇岸市中医院逝世,享年79岁。丧事从简。
他先后记下巡路笔记88本,退休后捐给了市图书馆。
(据悉,市图书馆拟于明年秋天举办白连山笔记展。)
`;
const corpus = corpusOf({
  'rain.txt': RAIN,
  'school.txt': SCHOOL,
  'keeper.txt': KEEPER,
  'minutes.txt': MINUTES,
});

function answers(...cases: readonly (readonly [string, RegExp])[]): void {
  test.each(cases)('%s → %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(`${found.status} ${found.answer}`).toMatch(answer);
  });
}

describe('what frames a question', () => {
  answers(
    ['根据第五次防汛会商会的报道,应“筑牢”什么、“守牢”什么?', /堤岸防线.*水库大坝/u],
    ['第五次防汛会商会对分管领导应当如何管防汛,作了怎样的表述?', /直接管、具体管/u],
    ['第五次会商会是现场开还是线上开?分会场设在哪里?', /视频会议形式.*各乡镇/u],
    ['2023年6月云汀县对渡船有什么要求', /恢复渡船/u],
    ['渡船会恢复吗?慕容川怎么说的', /恢复渡船/u],
    ['云汀县那次洪水死人了吗', /无人员伤亡/u],
  );
});

describe('what something is taken for', () => {
  answers(['闻子安把水库看作全县防汛的什么?', /第一道关口/u], ['闻子安将水库视为什么', /第一道关口/u]);
});

describe('another village or neighbourhood', () => {
  test.each([
    '雁陵县县长在防汛会商会上强调了哪三点?',
    '云汀县柳荫村的防汛会商会几点开始?',
    '梧桐里社区有多少群众转移?',
  ])('%s is refused', async (question) => {
    expect((await corpus.ask(question)).status).toBe('no-answer');
  });
});

describe('what the question says before it asks', () => {
  answers(
    ['主持会商会、听取汇报之后,闻子安当日下午还到什么地方调研?', /河口镇粮库/u],
    ['慕容川把哪些地方列为高风险场所?', /^answered 仓库、码头/u],
  );
});

describe('minutes numbered on a line of their own', () => {
  answers(['第6次院务会谁主持', /柏若舟/u]);
  test('other numbers are refused', async () => {
    expect((await corpus.ask('第8次院务会谁主持')).status).toBe('no-answer');
  });
});

describe('o’clock', () => {
  answers(['枫桥学校下一次家长会几点开', /15:30/u]);
  answers(['渡口站的洪峰几点通过的', /13时40分/u]);
});

describe('what several clauses say of one verb', () => {
  answers(['闻子安要求“紧紧围绕”哪三个方面?', /群众安全转移、粮食仓库加固、道路抢修保通/u]);
});

describe('set phrases', () => {
  answers(
    ['第五次防汛会商会要求做到哪“四查”?', /查堤、查坝、查库、查站/u],
    ['慕容川要推行的“四查”包含哪些内容', /查堤、查坝、查库、查站/u],
  );
  test.each([
    '“三区一带”里的三个区各叫什么?',
    '请写出“三区一带”所包含的三个区的全称。',
    '“三区一带”由什么组成',
  ])('%s is refused', async (question) => {
    expect((await corpus.ask(question)).status).toBe('no-answer');
  });
});

describe('credits without labels', () => {
  test('the title is no list of pages', () => {
    const article = corpus.articles.find(({ file }) => file === 'keeper.txt');
    expect(article).toMatchObject({
      title: '守桥人——记养路工白连山',
      source: '苇岸晚报',
      reporters: ['燕小楼'],
    });
  });
  answers(
    ['写白连山那篇报道的是哪家报纸', /苇岸晚报/u],
    ['写白连山那篇稿子的是哪位记者', /燕小楼/u],
    ['写白连山那篇人物稿的是哪家报纸的哪位记者', /苇岸晚报.*燕小楼/u],
    ['白连山老人是哪天走的', /3月2日/u],
  );
});
