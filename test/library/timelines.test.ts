import { expect, test } from 'vitest';
import { Timelines } from '../../src/library/timelines.js';
import { indexOf } from '../retrieval/small-index.js';

const TEXTS = {
  'a.txt': '水塔建成\n\n2021年8月4日，水塔在河边建成。',
  'b.txt': '水塔停用\n\n2022年5月6日，水塔停用。',
};

test('a timeline is made once for an index and its subject', async () => {
  const timelines = new Timelines();
  const index = await indexOf(TEXTS);
  const first = await timelines.of('水塔', index);
  expect(first.entries.map(({ iso }) => iso)).toEqual(['2021-08-04', '2022-05-06']);
  expect(await timelines.of('水塔', index)).toBe(first);
  expect(await timelines.of('学校', index)).not.toBe(first);
  expect(await timelines.of('水塔', await indexOf({ 'a.txt': TEXTS['a.txt'] }))).toMatchObject({
    entries: [{ iso: '2021-08-04' }],
  });
});

test('only the latest subjects are kept', async () => {
  const timelines = new Timelines();
  const index = await indexOf(TEXTS);
  const first = await timelines.of('水塔', index);
  for (let n = 0; n < 8; n++) await timelines.of(`第${n}件事`, index);
  const again = await timelines.of('水塔', index);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
