import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const NOTICE = `松河市关于扶持渔业若干措施的通知

松河市人民政府关于扶持渔业若干措施的通知，各县区：为支持渔业发展，制定以下措施。

一、被评为示范渔村、文明码头的，分别给予20万元、8万元的一次性奖补。新建冷库每座补贴3万元。

二、对确有困难的船东，由船东申请，办理延期缴纳泊位费，最长不超过3个月。

三、码头推行“三步法”——“看旗”“听哨”“靠绳”，确保安全靠泊。
`;
const FAQ = `松河渔船年检问答

一、渔船年检主要包括哪些项目？ 答：年检主要包括船体、轮机、救生设备、信号设备四个项目。费用由船东承担。二、谁可以代办年检？ 答：持证的代理人可以代办。三、年检不合格怎么办？ 答：十五日内整改，整改后复检。
`;
const SHOPS = `商户承诺“四不”

松河市场的鱼商6月2日联名承诺“四不”。

市场管理方介绍，鱼商今后不涨价、不断供、不拒收现金、不随意关门，欢迎市民监督。
`;
const CLINIC = `镇医院通报

镇医院院长6月5日通报，从三月起每天都有中毒患者出院，目前累计治愈出院病例约600例。
`;
const DUTIES = `云泽市关于护林防火若干措施的通知

云泽市关于护林防火若干措施的通知 云林发〔2021〕7号 各县、市辖区、开发区林业局： 为做好今年的护林防火工作，减少火灾损失，现通知如下： 一、加密巡山班次。清明前后每日巡山不少于四次。（责任单位：市林业局、各国有林场） 二、更换防火宣传牌。老旧的宣传牌六月底前全部换新。（市应急局牵头，市财政局、各乡镇配合） 三、暂停近期举办的露营节、烧烤赛、放灯会等野外用火活动。（牵头单位：市文旅局；配合单位：市公安局）

四、修缮瞭望塔。全市十一座瞭望塔年内修缮完毕。

责任单位：市林科所
`;
const corpus = corpusOf({
  'duties.txt': DUTIES,
  'notice.txt': NOTICE,
  'faq.txt': FAQ,
  'shops.txt': SHOPS,
  'clinic.txt': CLINIC,
});

describe('questions about policies', () => {
  test.each([
    ['被评为示范渔村、文明码头的，分别给予多少奖补？', ['20万元', '8万元']],
    ['泊位费最长可以延期缴纳多久？', ['不超过3个月']],
    ['码头的“三步法”包括哪三步？', ['看旗', '听哨', '靠绳']],
    ['鱼商承诺的“四不”指什么？', ['不涨价', '不断供', '不拒收现金', '不随意关门']],
    ['镇医院累计治愈出院多少人？', ['600例']],
  ])('%s', async (question, parts) => {
    const { status, answer } = await corpus.ask(question);
    expect(status).toBe('answered');
    for (const part of parts) expect(answer).toContain(part);
  });

  test.each([
    ['云泽市护林防火措施里，加密巡山班次由哪些单位负责？', '市林业局、各国有林场'],
    ['护林防火措施里更换宣传牌由哪个部门牵头？', '市应急局'],
    ['云泽市暂停野外用火活动，配合单位是哪家？', '市公安局'],
    ['云泽市修缮瞭望塔由谁负责？', '市林科所'],
  ])('%s → %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(found.answer).toBe(answer);
    expect(found.citations[0]?.quote).toMatch(/巡山|宣传牌|野外用火|瞭望塔/u);
  });

  test('who has nothing to do with a measure is not said to be responsible for it', async () => {
    const { answer } = await corpus.ask('云泽市防治松毛虫由哪个部门负责？');
    expect(answer ?? '').not.toMatch(/林业局|应急局|文旅局|林科所/u);
  });

  test.each([
    ['云林发〔2021〕7号要求暂停哪些活动？', '露营节'],
    ['云泽市护林防火措施暂停了近期的哪些活动？', '放灯会'],
  ])('%s has no salutation and no numbers of heads for an answer', async (question, part) => {
    const { answer } = await corpus.ask(question);
    expect(answer).toContain(part);
    expect(answer).not.toMatch(/市辖区|〔2021〕/u);
  });

  test('what the text itself asks is quoted with its answer', async () => {
    const { citations } = await corpus.ask('渔船年检主要包括哪些项目？');
    expect(citations[0]?.quote).toContain('救生设备');
  });
});
