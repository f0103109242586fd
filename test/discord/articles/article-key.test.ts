import { describe, expect, it } from 'vitest';
import { articleKey, idOfKey, openArticleButton } from '../../../src/discord/articles/article-key.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';
import { hold, libraryDouble, summary } from '../library-double.js';

const ODD_IDS = [
  'a1',
  'notes.jsonl#12',
  '文件夹/一篇文章.txt',
  'a:b',
  '<@1>',
  'x'.repeat(500),
  '第'.repeat(90),
  'h=1',
  '',
];

describe('articleKey', () => {
  it.each(ODD_IDS)('of %j leads back to it, and fits into a control', async (id) => {
    const library = libraryDouble();
    hold(
      library,
      ODD_IDS.map((one) => summary({ id: one })),
    );
    const key = articleKey(id);
    expect(await idOfKey(key, library)).toBe(id);
    expect(openArticleButton(id, 100_000, TEXTS['en-US']).id.length).toBeLessThanOrEqual(100);
  });

  it('that stands for nothing any more leads nowhere', async () => {
    expect(await idOfKey('h=0000', libraryDouble())).toBeNull();
    expect(await idOfKey('nonsense', libraryDouble())).toBeNull();
  });
});
