import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const corpus = corpusOf({
  'board16.txt': `证券代码：312077　公告编号：2023-011
澜石泵业股份有限公司
第四届董事会第十六次会议决议公告

一、会议召开和出席情况
1. 会议召开时间：2023年3月2日上午9时
2. 会议召开地点：公司二楼会议室
3. 会议主持人：董事长蒲广田先生
4. 会议列席人员：监事钟小满女士

二、备查文件
经与会董事签字的第四届董事会第十六次会议决议。
`,
  'board17.txt': `证券代码：312077　公告编号：2023-027
澜石泵业股份有限公司
第四届董事会第十七次会议决议公告

一、会议召开和出席情况
1. 会议召开时间：2023年6月9日下午2时
2. 会议召开地点：柳湾厂区展厅
3. 会议主持人：副董事长白如松先生
4. 会议列席人员：监事钟小满女士、总工程师齐远先生

二、备查文件
经与会董事签字的第四届董事会第十七次会议决议。
`,
  'hospital.txt': `梨坪县第二人民医院
院务会会议纪要

时　间：2024年4月16日（周二）15:00
地　点：门诊楼三楼会议室
主　持：院长　丁照远
出　席：书记　罗小溪，副院长　韩知秋、方一鸣，总会计师　贺兰
列　席：医务科科长　邹平，护理部主任　苏见青
记　录：院办　谭雨

会议决定，急诊科增加夜班护士两名。
上次提到的停车棚由后勤科建好，第5次院务会上听取结果。
`,
  'congress.txt': `溪口中学召开第六届教职工代表大会第二次会议

　　3月8日，溪口中学第六届教职工代表大会第二次会议在礼堂举行。工会主席郝青主持会议，校长柯明作工作报告。
`,
  'guild.md': `# 雾港公会本周安排

| 日期 | 活动 | 带队 |
| --- | --- | --- |
| 周二 3/19 | 钟楼第三层 | 阿橙 |
| 周六 3/23 | 跨服赛 | 糖罐 |
`,
});

describe('minutes that are a form', () => {
  test.each([
    ['第十七次董事会在哪里开的？', '柳湾厂区展厅'],
    ['第十六次董事会在哪里开的？', '公司二楼会议室'],
    ['第四届董事会第十七次会议的主持人是谁？', '白如松'],
    ['第四届第十六次董事会谁主持？', '蒲广田'],
    ['第十七次董事会谁列席？', '齐远'],
    ['第十七次董事会是哪天开的？', '6月9日'],
    ['院务会谁主持的？', '丁照远'],
    ['院务会在哪开的？', '门诊楼三楼会议室'],
    ['4月16日的院务会列席的有谁？', '邹平'],
    ['六届二次教代会谁主持？', '郝青'],
  ])('%s %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(found).toMatchObject({ status: 'answered' });
    expect(found.answer).toContain(answer);
  });

  test('persons are listed with their offices, line by line', async () => {
    const { answer } = await corpus.ask('4月16日的院务会列席的有谁？');
    expect(answer).toContain('苏见青');
    expect(answer).not.toContain('方一鸣');
    expect(answer).not.toContain('谭雨');
  });

  test('a day of a table is found by its date', async () => {
    const { citations } = await corpus.ask('3月19号的钟楼谁带队？');
    expect(citations[0]?.quote).toContain('阿橙');
  });
});

describe('what has another number', () => {
  test('is named by its meeting alone', async () => {
    expect(await corpus.ask('第8次院务会谁主持？')).toMatchObject({
      status: 'no-answer',
      note: expect.stringMatching(/第5次院务会(?!上)/u),
    });
  });

  test('is another hospital', async () => {
    expect(await corpus.ask('梨坪县第一人民医院的院务会谁主持？')).toMatchObject({
      status: 'no-answer',
      note: '没有文章提到第一人民医院；有的是第二人民医院。',
    });
    expect(await corpus.ask('六届三次教代会谁主持？')).toMatchObject({ status: 'no-answer' });
    expect(await corpus.ask('第十八次董事会谁主持？')).toMatchObject({ status: 'no-answer' });
  });
});
