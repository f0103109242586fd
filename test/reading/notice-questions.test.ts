import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const corpus = corpusOf({
  'recruiting.txt': `白鹭湾滑冰馆暑期班招生启事
发布时间：2024-06-02　来源：白鹭湾体育中心

一、招生人数
基础班24人，提高班12人，花样班6人。

二、携带物品
1. 护膝和手套；
2. 长袜；
3. 一张近期照片。

【报名时间】6月10日至6月18日，额满为止。
【上课地点】白鹭湾滑冰馆二层训练场、北门副馆。
【不予报名】有下列情况的不得报名：近期骨折的；患心脏病的。

咨询电话：0577-6113302（滑冰馆前台），投诉热线：0577-6119908。
邮箱：ice@bailuwan.cn，微信号：bailuwan_ice
教务主管：教学部副部长 燕无双
`,
  'regatta.txt': `柳叶杯皮划艇邀请赛昨日收桨
晚报　2024年5月6日

5月5日，第四届柳叶杯皮划艇邀请赛在青浦湾举行，14支队伍参加。

1000米决赛中，银杏大学队以4分02秒的成绩夺冠，铁厂队和水文站队分列第二、三名。200米冠军由渔政队夺得，最佳新人是水文站队的舒小满。
裁判长颁给了优秀志愿者证书，裁判长由退役运动员辛克勤担任。
因大雾，原定上午的女子组比赛推迟到5月8日举行。
`,
  'minutes.txt': `杏花园业主大会纪要
时间：2024年3月2日上午
主持：业委会主任 费万成
列席：街道驻点干部 柯向晚、电梯公司工程师 白在野
记录：文书 项芸

一、议题一：3号楼屋顶防水
费万成介绍，预算19.8万元，其中维修基金出12万元，应到业主代表40人，实到36人。
柯向晚最后强调三点：一是账目要公开，二是施工要避开雨季，三是验收要请第三方。
`,
});

const more = corpusOf({
  'fees.txt': `枫林里停车收费公告
2024年9月3日　枫林里业主委员会

地面车位每辆每月80元，地下车位150元，商户车位300元。
放行时间不变，仍为晚上10:40。明年的评审改在3月第二个周日举行。
业委会主任 巫启敏
`,
  'person.txt': `送书人田小禾
今年47岁的田小禾是云岭县邮政局的乡邮员，十年来共送出图书2600多册。她带过最小的读者是6岁的丁豆豆。
`,
  'show.txt': `青石书画展预告
青石书画展将于7月22日至8月10日在青石美术馆展出，免费参观，周一闭馆。
`,
});

describe('which of several numbers, and what people are', () => {
  test.each([
    ['枫林里地下车位每个月多少钱？', '150元'],
    ['枫林里晚上几点放行？', '10:40'],
    ['枫林里明年评审改到什么时候？', '3月第二个周日'],
    ['枫林里业委会主任叫什么？', '巫启敏'],
    ['田小禾是做什么工作的？', '云岭县邮政局的乡邮员'],
    ['田小禾送了多少本书？', '2600多册'],
    ['青石书画展什么时候展出？', '7月22日至8月10日'],
  ])('%s → %s', async (question, answer) => {
    expect((await more.ask(question)).answer).toContain(answer);
  });
});

describe('what a notice says under a label or heading', () => {
  test.each([
    ['滑冰班什么时候报名？', '6月10日至6月18日'],
    ['暑期班在哪些地方上课？', '白鹭湾滑冰馆二层训练场、北门副馆'],
    ['哪些人不能报名？', '近期骨折的；患心脏病的'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toBe(answer);
  });
});

test('all that stands under a heading', async () => {
  expect((await corpus.ask('滑冰暑期班要带哪些物品？')).answer).toMatch(/^护膝和手套.长袜.一张近期照片$/u);
});

describe('how to reach somebody', () => {
  test.each([
    ['滑冰馆的咨询电话是多少？', '0577-6113302'],
    ['滑冰班想投诉打什么电话？', '0577-6119908'],
    ['滑冰馆的邮箱是什么？', 'ice@bailuwan.cn'],
    ['滑冰馆微信号是多少？', 'bailuwan_ice'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toBe(answer);
  });

  test('another town’s notice gives another number', async () => {
    expect((await corpus.ask('苍梧县滑冰馆的咨询电话是多少？')).answer).not.toBe('0577-6113302');
  });
});

describe('who took which place', () => {
  test.each([
    ['1000米决赛谁拿了冠军？', '银杏大学队'],
    ['200米的冠军是哪个队？', '渔政队'],
    ['柳叶杯1000米第三名是哪个队？', '水文站队'],
    ['柳叶杯1000米第二到第三名是哪几个队？', '铁厂队、水文站队'],
    ['柳叶杯的最佳新人是谁？', '舒小满'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toBe(answer);
  });
});

describe('what people ask in other words than notices write', () => {
  test.each([
    ['皮划艇赛在哪儿比的？', '青浦湾'],
    ['女子组比赛推迟到哪天了？', '5月8日'],
    ['滑冰班教务主管是谁？', '燕无双'],
    ['3号楼屋顶防水总共要花多少钱？', '19.8万元'],
    ['业主代表应到多少人？', '40人'],
    ['业主代表实到多少人？', '36人'],
    ['柯向晚强调了哪三点？', '账目要公开、施工要避开雨季、验收要请第三方'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toContain(answer);
  });
});
