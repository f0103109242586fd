import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus.js';

const corpus = corpusOf({
  '篮球赛战报.txt': `加时险胜！陶窑队首夺“松岭杯”
松岭县体育中心　2024年8月19日　记者 路遥

8月18日晚，第七届“松岭杯”乡镇男子篮球联赛决赛在松岭县全民健身馆举行，陶窑镇队经过一个加时，以81比78战胜上届冠军云桥镇队，首次捧杯。现场观众约2600人。

四节战罢双方72平。陶窑队12号闻人杰全场得到33分、9个篮板，当选决赛最有价值球员。陶窑队主教练蓝志和赛后说：“加时赛我们只布置了一件事，就是守住篮下。”

季军由城关镇队获得，他们在当天下午以66比59击败青溪乡队。决赛的主裁判是来自邻县平陵县的焦国栋。门票收入比去年同期多三成。

本届联赛共有12支球队，赛了34场。第八届联赛计划增加女子组。`,
  '例会记录.md': `# 白塔棋社第18次例会记录

- 时间：2024年3月9日（周六）14:00
- 主持：社长 井上村
- 出席：理事简素、欧德海；会员19人

少儿班现有学员31名，教练为房小满。

5月18日与湖东棋院打友谊赛，客场，十人对抗，领队匡正。第17次例会定的棋具已买回，共花2300元。`,
  '采暖费通知.txt': `关于2024—2025年度采暖费收缴的通知
北山热力有限公司　2024年9月25日

居民住宅每平方米24.5元，非居民每平方米38元，按套内建筑面积计算。

发现漏水请拨打客服热线 0437-6651200。缴费在铁西营业厅（铁西街9号）。`,
  '招聘公告.txt': `河口县博物馆2024年公开招聘工作人员公告
发布日期：2024-05-06　来源：河口县人力资源和社会保障局

河口县博物馆面向社会公开招聘编外工作人员6名，其中讲解员3名、文物保护员2名。

讲解员须大专以上学历，普通话二级甲等以上。笔试6月1日在河口县第一中学举行。`,
});

const status = async (question: string) => (await corpus.ask(question)).status;

describe('another edition, year, month or place than the articles tell of', () => {
  it.each([
    '第六届“松岭杯”决赛谁当选最有价值球员？',
    'Who refereed the final of the sixth Songling Cup?',
    '第八届松岭杯决赛现场有多少观众？',
    '白塔棋社第16次例会谁主持的？',
    '2023年8月的松岭杯决赛谁赢了？',
    '2023年松岭杯决赛谁当选最有价值球员？',
    '2022—2023年度采暖费居民每平方米多少钱？',
    '河口县博物馆2021年招了几名讲解员？',
    'How many people did the Hekou County Museum recruit in 2021?',
    '平陵县的篮球联赛冠军是哪支队？',
    '洛阳的热力公司客服热线是多少？',
    '河口县图书馆招聘讲解员要什么学历？',
    '青溪乡队的主教练是谁？',
    'What is the hotline of the heating company in Luoyang?',
  ])('%s is refused', async (question) => {
    expect(await status(question)).toBe('no-answer');
  });

  it.each([
    ['第七届“松岭杯”决赛谁当选最有价值球员？', '闻人杰'],
    ['第八届联赛计划增加什么？', '女子组'],
    ['第17次例会定的棋具花了多少钱？', '2300'],
    ['2024年8月的松岭杯决赛现场有多少观众？', '2600'],
    ['2024—2025年度采暖费居民每平方米多少钱？', '24.5'],
    ['河口县博物馆2024年招几名讲解员？', '讲解员3名'],
    ['决赛的主裁判来自哪里？', '平陵县'],
    ['陶窑队的主教练是谁？', '蓝志和'],
    ['北山热力公司的客服热线是多少？', '6651200'],
    ['铁西营业厅的地址在哪里？', '铁西街9号'],
  ])('%s is answered', async (question, said) => {
    const answer = await corpus.ask(question);
    expect(answer.status).toBe('answered');
    expect(`${answer.answer}\n${answer.citations[0]?.quote}`).toContain(said);
  });

  it('tells which edition there is, and which dates', async () => {
    expect((await corpus.ask('第六届“松岭杯”决赛谁当选最有价值球员？')).note).toContain('第七届');
    expect((await corpus.ask('2023年8月的松岭杯决赛谁赢了？')).note).toContain('8月18日');
  });
});
