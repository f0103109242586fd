import { expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const LIBRARY = `望湖市图书馆暑期开放时间调整及服务公告
发布时间：2023-06-28

7月1日至8月31日，我馆开放时间调整如下：成人借阅区周二至周日8:30—21:00，少儿借阅区周二至周日9:00—18:00，周一全馆闭馆。

暑期活动安排：8月5日至8月12日，剪纸体验班，名额30人。
`;
const MINUTES = `凤栖花园业主大会会议纪要
2024年1月20日

1. 关于更换电梯的议案：需费用约168万元，赞成79票，反对4票，获得通过。
2. 关于调整停车费的议案：物业提出由每月150元调至200元，赞成31票，反对50票，未获通过。
3. 关于安装充电桩：决定在地下车库B区先行安装12个，由国网公司投资，3月底前完工。
4. 关于修缮凉亭：费用全部来自老业主卞家捐助的善款。
`;
const DOGS = `青禾社区养犬管理公约
2024-03-12

经3月10日居民代表会议表决通过，现将修订后的养犬管理公约公布如下，自4月1日起施行。会议由居委会主任荀秀兰主持。
`;
const WELL = `八旬老人守护古井四十年
2022年8月9日

古井旁每天都能看到81岁的邬老汉。邬老汉名叫邬守田，1982年从生产队会计的位子上退下来后，便看护起古井。
`;
const corpus = corpusOf({
  'library.txt': LIBRARY,
  'minutes.txt': MINUTES,
  'well.txt': WELL,
  'dogs.txt': DOGS,
});

test.each([
  ['少儿借阅区几点关门？', '18:00'],
  ['少儿借阅区几点开门？', '9:00'],
  ['成人借阅区几点闭馆？', '21:00'],
  ["What time does the children's area close?", '18:00'],
  ['充电桩是谁出钱？', '国网公司'],
  ['充电桩由哪家公司投资？', '国网公司'],
])('%s → %s', async (question, answer) => {
  expect((await corpus.ask(question)).answer).toBe(answer);
});

test.each([
  ['修缮凉亭的费用由谁承担？', '卞家'],
  ['停车费调整通过了没有？', '未获通过'],
  ['养犬公约什么时候开始施行？', '4月1日'],
  ['养犬公约是哪天表决的？', '3月10日'],
  ['更换电梯的议案通过了没有？', '获得通过'],
])('%s: %s', async (question, part) => {
  expect((await corpus.ask(question)).answer).toContain(part);
});

test('what somebody is called is not what he was', async () => {
  expect((await corpus.ask('邬守田看井前是干什么的？')).answer ?? '').not.toContain('名叫');
});
