import { describe, expect, test } from 'vitest';
import { plainWording } from '../../src/retrieval/everyday-wording.js';

describe('everyday wording', () => {
  test.each([
    ['大家好，请问青湖市长叫啥名字呀？谢谢', '青湖市长叫什么名字？'],
    ['第三次会议咋开的', '第三次会议怎么开的'],
    ['帮我查一下3次会 主持', '3次会谁主持'],
    ['第三次联席会议主持人', '第三次联席会议谁主持'],
    ['主持 第三次联席会议', '第三次联席会议谁主持'],
    ['林海东 职务', '林海东是什么职务'],
    ['林海东是干啥的？', '林海东是什么职务？'],
    ['参会名单 第三次', '参会的有谁 第三次'],
    ['防汛那篇稿子的责编', '防汛的稿子的责编是谁'],
    ['市长 青湖', '青湖市长是谁'],
    ['会议是上午开的还是下午开的', '会议是什么时候召开的'],
    ['第三次会议是线上还是线下', '第三次会议以什么形式召开'],
    ['林海东出席没出席', '林海东是否出席'],
    ['4月11日那天有几个市领导', '4月11日有几个市领导'],
    ['林海东 第五', '林海东第五点讲了什么'],
    ['林海东去了那里？', '林海东去了哪里？'],
    ['昨天的会来了多少人？', '昨天的会参会的有多少人？'],
    ['台风给岛上带来了多少降雨？', '台风给岛上带来了多少降雨？'],
  ])('%s → %s', (typed, plain) => {
    expect(plainWording(typed)).toBe(plain);
  });

  test.each([
    ['哈哈哈哈', ''],
    ['hhhhh~~~', ''],
    ['2333呀', ''],
  ])('%s behind a question says nothing', (particles, nothing) => {
    expect(plainWording(`林海东是谁${particles}？`)).toBe(`林海东是谁${nothing}？`);
  });

  test.each(['哈', 'h', '3', '~', '急', ' ', '：', '呀hh', '233', '请问', '嗨，', '来着'])(
    '%j a thousand times takes no time',
    (unit) => {
      expect(plainWording(`${unit.repeat(1000)}林海东是谁x`)).toContain('x');
      expect(plainWording(`林海东${unit.repeat(1000)}x`)).toContain('x');
      expect(plainWording(`职务${unit.repeat(1000)}x`)).toContain('x');
    },
  );

  test('a question keeps its own script', () => {
    expect(plainWording('請問青湖市長叫啥名字')).toBe('青湖市長叫什么名字');
  });

  test.each([
    ['谁主持了第三次联席会议？'],
    ['“啥都管”专班是谁提出的？'],
    ['那些年青湖市建了几座泵站？'],
    ['老师是谁？'],
    ['共产党员突击队由谁带队？'],
  ])('%s stays as it is', (typed) => {
    expect(plainWording(typed)).toBe(typed);
  });
});
