import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const THIRD = `青湖市河长制工作第三次专题会议召开

2023-04-12 08:30:05来源: 青湖日报编辑: 苏小棠责编: 韩雪梅

本报讯(记者 秦朗 卢静姝)4月11日晚,青湖市委召开河长制工作第三次专题会议,研究部署河道清淤工作。市委书记林海东主持并讲话,市长周明远作具体部署,市政协主席苏文静列席。

会议通报全市河道清淤情况,临江县、石桥县、柳溪区汇报相关情况。林海东指出,守住一河清水,干部是关键。要压实“三级责任”,全面落实市、县、乡三级责任。

周明远强调,一是清淤要快而稳。二是巡河要勤而细。严格执行“两查一改”制度,居民巡河员要落实“四定一”要求。三是保障要足而实。

次日上午,林海东来到柳溪区。在枫林渡集中安置点建设工地,林海东详细了解工程进展;在青湖北站,重点查看防洪闸门。他指出,要守牢每一道闸门。

会议以视频会议形式召开,各县(区)设分会场。许文涛、陈思源在主会场出席。市领导高志强、方雨晴等在临江分会场参加会议。
`;
const FIFTH = `云湾市召开防汛第五次调度会

7月11日,云湾市召开防汛第五次调度会。副市长宋佳宁主持会议。许文涛出席。会议强调,要把“九个到位”落到实处,推进“一闸一长”。
`;
const corpus = corpusOf({ 'third.txt': THIRD, 'fifth.txt': FIFTH });

describe('questions as people type them', () => {
  test.each([
    ['3次会 主持', '林海东'],
    ['三次专题会议谁列席的呀', '苏文静'],
    ['参会名单 第三次', '许文涛、陈思源、高志强、方雨晴'],
    ['临江分会场都有哪些市领导', '高志强、方雨晴'],
    ['有几个地方作了汇报', '三个'],
    ['周明远 职务', '市长'],
    ['青湖市长在第三次会议上干了什么', '市长周明远作具体部署'],
    ['会议是白天开的还是晚上开的？第三次那个', '4月11日晚'],
  ])('%s → %s', async (question, answer) => {
    expect(await corpus.ask(question)).toMatchObject({ status: 'answered', answer });
  });
});

describe('credits', () => {
  test.each([
    ['第三次专题会议那篇的责编是谁', '韩雪梅', '责编: 韩雪梅'],
    ['第三次专题会议的文章 编辑是谁', '苏小棠', '编辑: 苏小棠'],
    ['第三次专题会议这篇报道的来源是哪家报纸', '青湖日报', '来源: 青湖日报'],
    ['第三次专题会议的新闻发布于什么时候', '2023-04-12 08:30:05', '2023-04-12 08:30:05'],
    ['第三次专题会议的文章几点发布的', '2023-04-12 08:30:05', '2023-04-12 08:30:05'],
    ['秦朗和谁一起写了第三次专题会议的稿子', '卢静姝', '记者 秦朗 卢静姝'],
  ])('%s → %s', async (question, answer, quoted) => {
    const found = await corpus.ask(question);
    expect(found).toMatchObject({ status: 'answered', answer });
    const [citation] = found.citations;
    expect(citation?.quote).toContain(quoted);
    expect(citation?.spans.map((span) => THIRD.slice(...span)).join('')).toBe(citation?.quote);
  });

  test('an article without an editor gives none', async () => {
    const found = await corpus.ask('防汛第五次调度会那篇的责编是谁');
    expect(found).toMatchObject({ status: 'no-answer' });
    expect(found.note).toContain('没有写明编辑');
  });
});

describe('meetings and places', () => {
  test.each([
    ['哪次会议提到了“两查一改”', '河长制工作第三次专题会议'],
    ['许文涛出席了哪几次会', '河长制工作第三次专题会议、防汛第五次调度会'],
    ['第三次专题会议的分会场设在哪', '各县(区)'],
    ['高志强在哪个会场参加会议', '临江分会场'],
    ['林海东查看了哪个车站', '青湖北站'],
    ['林海东去了哪个安置点', '枫林渡集中安置点建设工地'],
    ['第三次专题会议是哪一年开的', '2023年'],
    ['第三次专题会议是线上还是线下', '视频会议形式'],
    ['许文涛在主会场还是分会场', '主会场'],
    ['周明远的三点要求', '清淤要快而稳、巡河要勤而细、保障要足而实'],
    ['第三次专题会议汇报的县', '临江县、石桥县、柳溪区'],
    ['跟许文涛一起在主会场的还有谁', '陈思源'],
    ['周明远讲的保障是第几点', '第三点'],
    ['林海东看了的那个车站叫什么', '青湖北站'],
    ['4月11日开的是第几次专题会议', '第三次'],
    ['专题会议是四月几号开的', '4月11日晚'],
  ])('%s → %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(found.status).toBe('answered');
    expect(found.answer?.split('、').sort()).toEqual(answer.split('、').sort());
  });

  test('a branch where nobody is named to have been', async () => {
    expect((await corpus.ask('石桥分会场有哪些人')).status).toBe('no-answer');
  });

  test('who reported nothing', async () => {
    expect((await corpus.ask('方雨晴在第三次专题会议上汇报了什么')).status).toBe('no-answer');
  });

  test('two persons, each with his post', async () => {
    expect(await corpus.ask('林海东 周明远 分别是什么职务')).toMatchObject({
      status: 'answered',
      answer: '林海东：市委书记；周明远：市长',
    });
  });

  test('whether it was held by video', async () => {
    expect(await corpus.ask('第三次专题会议是视频会议吗')).toMatchObject({
      status: 'answered',
      answer: '视频会议形式',
      note: '是：文章就是这样写的。',
    });
  });

  test.each([
    ['第三次专题会议几点结束'],
    ['第三次专题会议在几楼开的'],
    ['周明远是男是女'],
    ['青湖北站的电话是多少'],
  ])('%s → not in the text', async (question) => {
    expect((await corpus.ask(question)).status).not.toBe('answered');
  });

  test('whoever only sat in has said nothing', async () => {
    const found = await corpus.ask('苏文静在第三次专题会议上讲了什么话');
    expect(found).toMatchObject({ status: 'no-answer' });
    expect(found.note).toContain('苏文静列席');
  });

  test('a place that only reported is not where the meeting was', async () => {
    expect(await corpus.ask('石桥县防汛调度会谁主持')).toMatchObject({ status: 'no-answer' });
  });

  test('he is the one who was named last', async () => {
    expect(await corpus.ask('谁说要守牢每一道闸门')).toMatchObject({ answer: '林海东' });
  });
});

const COURT = `柳溪县法院召开执行调度会
(柳溪报记者 石向阳 摄影 涂远)

本报讯 11月20日,柳溪县人民法院召开“暖冬”行动调度会。院长康文斌主持会议,县检察院副检察长向东升列席。立案庭、执行局、城关法庭作汇报。

康文斌强调,要抓实“两个清单”,一是问题清单,二是责任清单。行动从11月21日起至2024年1月20日止。

会上,老党员祝长青领取了纪念章。镇包村干部欧阳霏旁听。院领导高远航、邱雨桐,各庭室负责人参加会议。
`;
const court = corpusOf({ 'court.txt': COURT });

describe('other bodies than governments', () => {
  test.each([
    ['柳溪县法院院长是谁', '康文斌'],
    ['柳溪县法院调度会有几个单位作了汇报？', '三个'],
    ['两个清单指什么', '问题清单、责任清单'],
    ['柳溪县法院的暖冬行动到什么时候结束', '2024年1月20日'],
    ['法院调度会照片谁拍的', '涂远'],
    ['欧阳霏是干啥的', '镇包村干部'],
    ['参加法院调度会的院领导有谁', '高远航、邱雨桐'],
  ])('%s → %s', async (question, answer) => {
    expect(await court.ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test.each([['康文斌多大了'], ['法院调度会是几点开的'], ['柳溪县人口多少'], ['柳溪县教育局局长是谁']])(
    '%s → not in the text',
    async (question) => {
      expect(await court.ask(question)).toMatchObject({ status: 'no-answer' });
    },
  );
});
