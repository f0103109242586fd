import { beforeEach, describe, expect, it } from 'vitest';
import { suggestSources } from '../../../src/discord/articles/article-choice.js';
import { hold, type LibraryDouble, libraryDouble, summary } from '../library-double.js';

const LONG = '很长的编号'.repeat(40);
let library: LibraryDouble;

beforeEach(() => {
  library = libraryDouble();
  hold(library, [
    summary({ id: '1', title: '青河日报创刊三十年', source: '白石晚报', date: null }),
    summary({ id: '2', title: '防汛会议', source: '青河日报', date: null }),
    summary({ id: LONG, title: '防汛会议纪要', source: null, date: null, file: 'minutes.txt' }),
  ]);
});

describe('findSource', () => {
  it.each([
    ['青河日报', { source: '青河日报', name: '青河日报' }],
    ['青河日報', { source: '青河日报', name: '青河日报' }],
    ['2', { source: '2', name: '防汛会议' }],
    ['防汛会议', { source: '2', name: '防汛会议' }],
    ['纪要', { source: LONG, name: '防汛会议纪要' }],
    ['防汛', { source: '防汛', name: '防汛' }],
    [' 没有的 ', { source: '没有的', name: '没有的' }],
  ])('takes %s for %j', async (typed, found) => {
    expect(await library.findSource(typed)).toEqual(found);
  });

  it('finds again what was suggested, also an article whose id is too long for a suggestion', async () => {
    const choices = await suggestSources(library, '');
    expect(choices.map(({ name }) => name)).toEqual([
      '白石晚报',
      '青河日报',
      '青河日报创刊三十年',
      '防汛会议',
      '防汛会议纪要',
    ]);
    const sources = await Promise.all(choices.map(({ value }) => library.findSource(value)));
    expect(sources.map(({ source }) => source)).toEqual(['白石晚报', '青河日报', '1', '2', LONG]);
    for (const { value } of choices) expect(value.length).toBeLessThanOrEqual(100);
  });
});

describe('findArticle', () => {
  it.each([
    ['2', '2'],
    ['防汛会议', '2'],
    ['防汛會議', '2'],
    ['minutes.txt', LONG],
    ['创刊', '1'],
    ['防汛', null],
    ['', null],
  ])('by %j finds %j', async (typed, id) => {
    expect((await library.find(typed))?.id ?? null).toBe(id);
  });
});
