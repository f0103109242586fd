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
const corpus = corpusOf({ 'notice.txt': NOTICE, 'faq.txt': FAQ, 'shops.txt': SHOPS, 'clinic.txt': CLINIC });

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

  test('what the text itself asks is quoted with its answer', async () => {
    const { citations } = await corpus.ask('渔船年检主要包括哪些项目？');
    expect(citations[0]?.quote).toContain('救生设备');
  });
});
