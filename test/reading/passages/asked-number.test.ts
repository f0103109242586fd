import { describe, expect, it } from 'vitest';
import { asksUnit, carriesUnit, measuredNumbers } from '../../../src/reading/passages/asked-number.js';
import { chineseQuestion, englishQuestion } from '../asking.js';

describe('the unit that a question asks for', () => {
  it.each([
    ['会议开了多少小时？', '会议持续约3小时', true],
    ['会议开了多少小时？', '第三次会议召开', false],
    ['会议开了多少小时？', '会议有12人参加', false],
    ['泵站停机多久？', '停机两天半', true],
    ['泵站停机多久？', '停机检修', false],
    ['湿地面积是多少平方公里？', '面积8,646平方公里', true],
    ['证明几天有效？', '证明3日内有效', true],
    ['证明几天有效？', '3日开出证明', false],
    ['这是今年第几次巡查？', '这是今年首次巡查', true],
    ['这是今年第几次巡查？', '今年巡查了四次', false],
    ['镇医院治愈了多少人？', '累计治愈约600例', true],
    ['闹钟响后多久再次入睡？', '10-60分钟后睡着', true],
    ['灯塔多久检修一次？', '10分钟后熄灯', false],
    ['一张卡片多少钱？', '每张约三美分', true],
    ['镇医院来了多少人？', '会上举了3例', false],
  ])('of %s is in %s: %s', (text, stretch, carried) => {
    const question = chineseQuestion(text, 'number', []);
    expect(asksUnit(question)).toBe(true);
    expect(carriesUnit(question, stretch)).toBe(carried);
  });

  it('is not given by the number that the question has itself', () => {
    const question = chineseQuestion('3小时的会议之后停机多少小时？', 'number', []);
    expect(carriesUnit(question, '3小时的会议')).toBe(false);
  });
});

describe('the measure of an English question', () => {
  it.each([
    ['How much does a ticket cost?', '门票每张45元', '45元'],
    ['What is the deposit for a locker?', '柜子押金100元,租期30天', '100元'],
    ['How heavy is the bell?', '铜钟高2米,重860公斤', '860公斤'],
    ['How tall is the bell?', '铜钟重860公斤,高2米', '2米'],
    ['What is the speed limit on the dam road?', '坝顶公路限速30公里/小时', '30公里/小时'],
    ['What percentage of the visitors came by train?', '12-15%的游客坐火车来', '12-15%'],
  ])('%s: %s', (text, stretch, number) => {
    const question = englishQuestion(text, 'number', {});
    expect(asksUnit(question)).toBe(true);
    expect(
      measuredNumbers(question, stretch, [0, stretch.length]).map((span) => stretch.slice(...span)),
    ).toEqual([number]);
    expect(carriesUnit(question, stretch)).toBe(true);
  });

  it('is asked for by no bare how much', () => {
    expect(asksUnit(englishQuestion('How much sugar is needed?', 'number', {}))).toBe(false);
  });
});

describe('what an English question counts', () => {
  it.each([
    ['How many countries took part?', { countries: ['国家'] }, '来自12个国家的3000名跑者', '12个国家'],
    ['How many cloves are needed?', { cloves: ['大蒜'] }, '大蒜 4瓣,香醋一勺', '4瓣'],
    ['How many people came?', {}, '业主共143人,占31%', '143人'],
  ])('%s', (text, words, stretch, number) => {
    const question = englishQuestion(text, 'number', words);
    expect(
      measuredNumbers(question, stretch, [0, stretch.length]).map((span) => stretch.slice(...span)),
    ).toEqual([number]);
  });

  it.each([
    ['评上示范渔村能拿多少奖金？', '被评为示范渔村的3个村,给予20万元奖补', ['20万元']],
    ['镇上给每户多少租房补贴？', '对12户渔民每户补贴800元', ['800元']],
    ['一共多少费用？', '雇工5人,花了300块', ['300块']],
  ])('money is asked for by its names: %s', (text, stretch, sums) => {
    const question = chineseQuestion(text, 'number', []);
    expect(
      measuredNumbers(question, stretch, [0, stretch.length]).map((span) => stretch.slice(...span)),
    ).toEqual(sums);
  });

  it('a sum may stand with its sign', () => {
    const question = chineseQuestion('罚多少钱？', 'number', []);
    const stretch = '再犯罚款$500,由保安收取';
    expect(
      measuredNumbers(question, stretch, [0, stretch.length]).map((span) => stretch.slice(...span)),
    ).toEqual(['$500']);
    expect(carriesUnit(question, stretch)).toBe(true);
  });
});

describe('a day of the week', () => {
  it.each([
    ['展馆星期几休息？', '展馆九点开门,每周一休馆', ['每周一']],
    ['周几有班车？', '班车周二、四、六开,6月1日起停开', ['周二、四、六']],
  ])('%s', (text, stretch, days) => {
    const question = chineseQuestion(text, 'time', []);
    expect(
      measuredNumbers(question, stretch, [0, stretch.length]).map((span) => stretch.slice(...span)),
    ).toEqual(days);
    expect(carriesUnit(question, '6月1日起停开')).toBe(false);
    expect(asksUnit(question)).toBe(true);
  });
});
