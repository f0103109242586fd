import { expect, test } from 'vitest';
import { fieldsIn } from '../../../src/reading/facts/fields.js';
import { corpusOf } from '../corpus.js';

const corpus = corpusOf({
  'notice.txt': `河湾营地开营通知

各位家长，现将夏令营开营的有关安排通知如下，请按时到营。
【集合时间】7月3日上午8点
一、携带物品
1. 水壶；
2. 雨衣。
二、联系人
营长：段小雨，后勤：易师傅
`,
});

const fields = fieldsIn(corpus.index.knowledge.articlePassages(corpus.articles[0]?.id ?? ''));
const valuesOf = (label: string) =>
  fields
    .find((field) => field.label === label)
    ?.values.map(({ passage, span }) => passage.paragraph.text.slice(...span));

test.each([
  ['集合时间', ['7月3日上午8点']],
  ['携带物品', ['水壶', '雨衣']],
  ['营长', ['段小雨']],
  ['后勤', ['易师傅']],
])('%s', (label, values) => {
  expect(valuesOf(label)).toEqual(values);
});
