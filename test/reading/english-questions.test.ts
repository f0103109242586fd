import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const FAIR = `松涛观庙会公告

松涛观庙会始于清代，今年由松涛观管理委员会与柳坪镇政府共同举办。

庙会时间：2024年5月2日至5月6日，每日8:30至20:00。

每人限燃清香两支，由观方免费提供。平日门票为每人20元。

志愿者共120名，穿绿色马甲。馆内禁止携带宠物，导盲犬除外。

柳坪镇人民政府
2024年4月12日
`;
const RUN = `2023云岭马拉松圆满落幕

10月15日早上7点，2023云岭马拉松在市民广场鸣枪起跑。这是云岭马拉松第五次举办，共有9000名跑者参赛。

肯尼亚选手萨缪尔·科斯盖以2小时12分夺得男子全程冠军，男子半程冠军是本地体育老师郭立川。

今年的终点设在大剧院广场，沿途共设12个补给站。明年的比赛暂定于10月20日举行。
`;
const OFFICE = `松果工坊全员会纪要

时间：2024年4月18日
主持：人事经理蒲青

3月9日的线上故障持续两小时，原因是硬盘写满。

最大的客户现在是北岭冷链，占营收的15%。许望山说这个比例偏高。

公司现有员工86人。办公室9月搬到云帆大厦7层。

4月2日，培训室的一只电炉忘记关闭，没有造成损失。
`;
const FLAT = `# 老房翻新记录

房子在蓉溪小区，两室一厅，使用面积76平。2023年4月3日开工，8月20日完工。

设计是找独立设计师梅雪舟做的，设计费5200元。

全屋插座一共装了48个，瓷砖多买了9片。

完工后通风了三个月，11月5日正式搬家。

## 后悔的两件事

1. 没装新风。
2. 床头插座太少。
`;
const WATER = `岚江流域委员会第三次全体会议通报

2024年3月8日，岚江流域委员会第三次全体会议在芦洲市召开，委员会主任秦沐野主持会议。

第二次全体会议于2023年4月20日在石湾市召开，共议定10项事项。

增补省环境科学研究院研究员陈雨川为专家组副组长。
`;
const corpus = corpusOf({
  'fair.txt': FAIR,
  'run.txt': RUN,
  'office.txt': OFFICE,
  'flat.md': FLAT,
  'water.txt': WATER,
});

describe('English questions over Chinese notices, reports and minutes', () => {
  test.each([
    ['Who was the interior designer of the old flat?', '梅雪舟'],
    ['When did the owner finally move into the flat?', '11月5日'],
    ['How many sockets were installed in the flat?', '48'],
    ['How many incense sticks may each visitor burn during the temple fair?', '两支'],
    ['From which day to which day does the temple fair run?', '5月2日至5月6日'],
    ['What is the colour of the volunteers’ vests?', '绿色'],
    ['Where was the finish line of the Yunling Marathon?', '大剧院广场'],
    ['Who won the men’s full marathon?', '萨缪尔·科斯盖'],
    ['When did the second plenary meeting of the Lan River commission take place?', '2023年4月20日'],
    ['What position was researcher Chen Yuchuan given on the expert group?', '专家组副组长'],
    ['What two things does the owner of the flat regret?', '没装新风、床头插座太少'],
    ['How many people ran the fifth Yunling Marathon?', '9000'],
    ['How many employees does the company have?', '86'],
    ['Was anything damaged when someone left the hotplate on?', '没有造成损失'],
    ['Can I bring my cat to the Songtao temple?', '禁止携带宠物'],
  ])('%s → %s', async (question, expected) => {
    const { status, answer } = await corpus.ask(question);
    expect(status).toBe('answered');
    expect(answer).toContain(expected);
  });

  test.each([
    'When did the fourth plenary meeting of the Lan River commission take place?',
    'How many people took part in the third Yunling Marathon?',
    'Who won the men’s full marathon at the Qingdao Marathon?',
    'Which university did Xu Wangshan graduate from?',
    'Who won the football World Cup in 2018?',
    'What is the boiling point of nitrogen?',
  ])('%s is refused', async (question) => {
    expect((await corpus.ask(question)).status).toBe('no-answer');
  });
});
