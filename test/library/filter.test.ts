import { beforeAll, describe, expect, it } from 'vitest';
import { filterIndex } from '../../src/library/filter.js';
import type { AskFilter } from '../../src/library/types.js';
import { answerFrom } from '../../src/library.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { indexOf } from '../retrieval/small-index.js';

const article = (title: string, date: string | null, source: string, text: string) =>
  `---\ntitle: ${title}\n${date === null ? '' : `date: ${date}\n`}source: ${source}\n---\n\n${text}`;

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf({
    'spring.md': article('春耕', '2021-03-04', '云岭日报', '云岭县春耕开始，林远山主持了春耕会议。'),
    'autumn.md': article('秋收', '2021-10-08', '云岭日报', '云岭县秋收结束，周青主持了秋收会议。'),
    'winter.md': article('冬藏', '2022-01-15', '石门晚报', '云岭县冬藏开始，白知秋主持了冬藏会议。'),
    'undated.md': article('夏种', null, '石门晚报', '云岭县夏种开始，沈若兰主持了夏种会议。'),
  });
});

const left = (filter: AskFilter) =>
  filterIndex(index, filter)
    ?.articles.map(({ id }) => id)
    .sort() ?? null;

describe('filterIndex', () => {
  it.each<[string, AskFilter, readonly string[] | null]>([
    ['nothing leaves everything', {}, null],
    ['an id', { source: 'spring.md' }, ['spring.md']],
    ['a title', { source: '秋收' }, ['autumn.md']],
    ['the name of a source', { source: '石门晚报' }, ['undated.md', 'winter.md']],
    ['a name that nothing has', { source: '别的报' }, []],
    ['since a day, that day included', { since: '2021-10-08' }, ['autumn.md', 'winter.md']],
    ['until a day, that day included', { until: '2021-03-04' }, ['spring.md']],
    ['until a year, all of it', { until: '2021' }, ['autumn.md', 'spring.md']],
    ['since a month', { since: '2021-10', until: '2021-12' }, ['autumn.md']],
    ['both ends and a source', { since: '2022', until: '2022', source: '石门晚报' }, ['winter.md']],
    ['an end before the start', { since: '2022', until: '2021' }, []],
  ])('%s', (_, filter, expected) => {
    expect(left(filter)).toEqual(expected);
  });

  it('counts the articles that it leaves out for want of a date, of the wanted source only', () => {
    expect(filterIndex(index, { since: '2021' })?.undated).toBe(1);
    expect(filterIndex(index, { since: '2021', source: '云岭日报' })?.undated).toBe(0);
    expect(filterIndex(index, { source: '石门晚报' })?.undated).toBe(0);
  });
});

describe('a question with a filter', () => {
  it('is answered from the articles that are left', async () => {
    const everywhere = await answerFrom(index, '谁主持了春耕会议？');
    expect(everywhere).toMatchObject({ answer: '林远山', undated: 0 });
    const elsewhere = await answerFrom(index, '谁主持了春耕会议？', { filter: { since: '2022' } });
    expect(elsewhere.undated).toBe(1);
    expect(elsewhere.answer).not.toBe('林远山');
    expect(new Set(elsewhere.passages.map((passage) => passage.article.id))).toEqual(new Set(['winter.md']));
  });

  it('finds every passage of a small selection, though the rest of the corpus ranks better', async () => {
    const { passages } = await answerFrom(index, '云岭县', { filter: { source: '冬藏' } });
    expect(passages.map((passage) => passage.article.id)).toEqual(['winter.md']);
  });

  it('is refused by the numbers of the articles that are left, and of no others', async () => {
    const meetings = await indexOf({
      'north.md': article(
        '北渠',
        '2021-03-04',
        '云岭日报',
        '林远山主持召开第三次护渠会议。会后，第五次护渠会议定于五月。',
      ),
      'south.md': article('南渠', '2021-04-08', '石门晚报', '周青主持召开第四次护渠会议。'),
    });
    const refusal = async (filter: AskFilter) =>
      (await answerFrom(meetings, '谁主持了第九次护渠会议？', { filter })).note ?? '';
    expect(await refusal({})).toMatch(/第三次.*第四次.*第五次/u);
    expect(await refusal({ source: '石门晚报' })).toMatch(/第四次/u);
    expect(await refusal({ source: '石门晚报' })).not.toMatch(/第[三五]次/u);
  });

  it('is refused when the filter leaves nothing', async () => {
    expect(await answerFrom(index, '谁主持了春耕会议？', { filter: { source: '别的报' } })).toMatchObject({
      status: 'no-answer',
      passages: [],
    });
  });

  it('changes nothing of later questions without one', async () => {
    const { tookMs: _, ...before } = await answerFrom(index, '谁主持了秋收会议？');
    await answerFrom(index, '谁主持了秋收会议？', { filter: { until: '2021-05' } });
    expect(await answerFrom(index, '谁主持了秋收会议？')).toMatchObject(before);
  });
});
