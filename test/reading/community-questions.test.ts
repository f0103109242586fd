import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const corpus = corpusOf({
  'parking.txt': `枫林苑停车新规

自9月1日起，地下车位月租由260元调整为310元。

临时停车每小时4元，每日封顶30元。每户限租两个车位。

6栋、7栋门禁下周更换，住户凭房产证到前台登记。
`,
  'camp.txt': `白石谷露营小结

报名31人，实到27人。第一任领队老秦因事未来。

篝火旁，队员“阿梨”烫伤手背，秦小舟用清水冲洗后包扎。夜里最低气温零下2度。

未经领队同意擅自离队的，两年内不得再参加。
`,
  'notes.md': `# 青禾便签更新日志

## v1.4.0

单个图片上限由5 MB提高到20 MB。服务器每周重启一次。

## v1.3.2

修复了字体过小的问题。
`,
  'bell.txt': `老城的铜钟

钟楼建成于一九二一年，由茶商陆鸿远出资两千银元兴建。

大钟重三百八十公斤，每天正午敲响。大火后，指针停在五点二十分。
`,
});

describe('of several numbers', () => {
  test.each([
    ['地下车位现在涨到多少钱一个月？', '310元'],
    ['地下车位原来多少钱一个月？', '260元'],
    ['临时停车一天最多收多少？', '30元'],
    ['白石谷露营实际去了几个人？', '27人'],
    ['单个图片的上限是多大？', '20 MB'],
  ])('%s takes %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toBe(answer);
  });
});

describe('a measure without a unit', () => {
  test.each([
    ['大钟有多重？', '三百八十公斤'],
    ['服务器多久重启一次？', '每周'],
    ['At what time did the clock hands stop after the fire?', '五点二十分'],
  ])('of %s is %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toContain(answer);
  });
});

describe('what the texts number otherwise', () => {
  test.each(['9栋的门禁什么时候更换？', '青禾便签 v1.5.0 改了什么？', '第二任领队是谁？'])(
    'refuses %s',
    async (question) => {
      const { status, note } = await corpus.ask(question);
      expect(status).toBe('no-answer');
      expect(note).toMatch(/没有文章提到/u);
    },
  );

  test('answers of the number that is there', async () => {
    expect((await corpus.ask('7栋的门禁什么时候更换？')).status).not.toBe('no-answer');
  });
});

describe('who and what name', () => {
  test('is somebody, not what stands beside the words of the question', async () => {
    expect((await corpus.ask('钟楼是谁出钱建的？')).answer).toContain('陆鸿远');
  });

  test('is not answered by a clause about its bearer', async () => {
    expect((await corpus.ask('白石谷露营的厨师叫什么名字？')).status).toBe('no-answer');
  });
});

describe('other words with the same characters', () => {
  test('are enough in a small corpus', async () => {
    const { status, citations } = await corpus.ask('露营时擅自离开队伍会怎么样？');
    expect(status).not.toBe('no-answer');
    expect(citations[0]?.quote).toContain('不得再参加');
  });
});

const village = corpusOf({
  'canal.txt': `柳湾村水渠通告

北干渠定于3月8日至3月25日断水清淤，全长3.1公里。断水期间，菜地用水到旧磨房的水泵处取。

秋收后不准烧秸秆，违者罚款300元以上1500元以下。稻草每吨180元上门收购。

借祠堂办酒，应提前六天登记，交押金400元。晕车的孩子坐前排，不准带手机。

医疗保险个人缴费标准为每人420元。
`,
  'team.md': `# 白鹭战队周报

| 选手 | 位置 | 动向 |
|---|---|---|
| 老陶 | 辅助 | 转会至南湾队，转会费66万元 |

队医的诊室在二楼。
`,
});

describe('everyday questions over a village', () => {
  test.each([
    ['北干渠从哪天到哪天断水？', '3月8日至3月25日'],
    ['烧秸秆最多罚多少？', '1500元以下'],
    ['老陶的转会费', '66万元'],
    ['What deposit is required to borrow the ancestral hall?', '400元'],
    ['How much is the medical insurance contribution per person?', '420元'],
  ])('%s gets %s', async (question, answer) => {
    expect((await village.ask(question)).answer).toContain(answer);
  });

  test.each([
    ['孩子能带手机吗？', '不准带手机'],
    ['断水期间菜地的水上哪儿取？', '旧磨房'],
  ])('%s is answered by %s', async (question, words) => {
    const { status, citations } = await village.ask(question);
    expect(status).not.toBe('no-answer');
    expect(citations[0]?.quote).toContain(words);
  });

  test.each(['柳湾村南边的水渠于何时断水？', '老陶从东南湾队转会到哪个队？'])(
    'a side inside of other words is none of a thing: %s',
    async (question) => {
      const { note } = await village.ask(question);
      expect(note ?? '').not.toMatch(/没有文章提到[东南西北]/u);
    },
  );

  test('another canal than the one that is told of is refused', async () => {
    const { status, note } = await village.ask('南干渠什么时候清淤？');
    expect(status).toBe('no-answer');
    expect(note).toContain('南干渠');
  });
});

const market = corpusOf({
  'market.txt': `早市搬迁说明

早市十月起搬到青石广场，原摊位停用。

搬迁的原因不是租金，是桥洞漏水，摊主的货总受潮。

铜秤是津门老匠人打的，重十二公斤，摆在管理处门口。没登记的摊位视为放弃。
`,
});

describe('everyday questions over a market', () => {
  test('why is answered by the passage that gives a reason', async () => {
    expect((await market.ask('早市为什么搬迁？')).citations[0]?.quote).toContain('桥洞漏水');
  });

  test('a weight is told beside a shorter name of the thing', async () => {
    expect((await market.ask('早市的铜秤有多重？')).answer).toContain('十二公斤');
  });

  test('what happens otherwise is told', async () => {
    expect((await market.ask('没登记的话怎么算？')).citations[0]?.quote).toContain('视为放弃');
  });

  test('a sum that stands nowhere is refused, not shown', async () => {
    expect((await market.ask('How much rent does a stall at the market pay?')).status).toBe('no-answer');
  });
});

const hall = corpusOf({
  'hall.md': `# 柳巷文化站五月活动

| 日期 | 时间 | 活动 | 主讲/带领 | 地点 | 名额 |
|---|---|---|---|---|---|
| 5月3日 周六 | 10:00 | 儿童剪纸故事会《红灯笼》 | 阿蓝姐姐 | 一楼大厅 | 25组家庭 |
| 5月10日 周六 | 14:30 | 讲座：老照片里的运河 | 馆员 祝青禾 | 三楼报告厅 | 90人 |
| 5月17日 周六 | 9:30 | 旧物修补体验 | 师傅 苗远 | 地下工坊 | 12人 |

新款露营灯标准版售价199元，带太阳能板的套装329元。身高不到1米3的孩子不得进深水区。
`,
  'staff.txt': `青湾机电员工大会纪要

【总经理 罗启明 通报】
上半年营收2.6亿元，七月招三十人。

问（仓储 老米）：宿舍的热水器总坏。

答（后勤 耿冬）：锅炉老化，改装新机，八月十二日前完工。
`,
});

describe('everyday questions over a hall and a firm', () => {
  test.each([
    ['运河老照片的讲座是谁讲？', '馆员 祝青禾'],
    ['旧物修补体验在什么地方？', '地下工坊'],
    ['宿舍热水器什么时候能装好？', '八月十二日前'],
    ['What is the price of the lantern bundle with a solar panel?', '329元'],
  ])('%s gets %s', async (question, answer) => {
    expect((await hall.ask(question)).answer).toContain(answer);
  });

  test.each([
    '柳巷文化站9月有什么活动？',
    '罗启明是哪一年当上总经理的？',
    '露营灯的第二代什么时候上市？',
    'How deep is the deep-water pool?',
  ])('refuses %s', async (question) => {
    expect((await hall.ask(question)).status).toBe('no-answer');
  });
});
