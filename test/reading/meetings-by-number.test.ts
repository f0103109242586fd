import { describe, expect, it } from 'vitest';
import { corpusOf } from './corpus.js';

const corpus = corpusOf({
  'council.txt': `云陵市政府召开第26次常务会议
2024-06-08 来源：云陵日报

6月7日上午，市委副书记、市长罗清主持召开市政府第26次常务会议，研究老旧小区改造等工作。副市长秦岚、梅子川出席。市应急管理局局长卜正国通报了“3·17”宏达仓库火灾调查情况，该事故造成2人轻伤，直接原因为充电线路短路。

市政府第25次常务会议于5月12日在市政府3号会议室召开，由罗清主持。`,
  'grain.txt': `云陵市召开秋粮收购工作第七次调度会议

2024年10月9日，云陵市召开秋粮收购工作第七次调度会议，副市长秦岚主持会议。`,
  'committee.txt': `云陵市纪委召开会议

昨日，市委常委、市纪委书记方一鸣主持召开市纪委常委会。`,
});

describe('a meeting by its number', () => {
  it.each([
    ['云陵市第26次政府常务会谁主持？', '罗清'],
    ['Who chaired 云陵市政府第26次常务会议?', '罗清'],
    ['第七次秋粮收购调度会议是谁主持的？', '秦岚'],
    ['In which room was 云陵市政府第25次常务会议 held?', '3号会议室'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toContain(answer);
  });

  it('is refused where what it is about has met, but not so often', async () => {
    expect(await corpus.ask('第八次秋粮收购调度会议是谁主持的？')).toMatchObject({ status: 'no-answer' });
  });

  it('is refused in English, too, where no article has it', async () => {
    expect(await corpus.ask('Who chaired 云陵市政府第27次常务会议?')).toMatchObject({
      status: 'no-answer',
      note: expect.stringContaining('第27次常务会议'),
    });
  });
});

describe('an event by the name of its day', () => {
  it.each(['3月17日宏达仓库的火灾是什么原因？', 'What caused the fire at the Hongda warehouse on 17 March?'])(
    '%s',
    async (question) => {
      expect((await corpus.ask(question)).answer).toContain('充电线路短路');
    },
  );
});
