import { monitorEventLoopDelay } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupGaps } from '../../../src/discord/moderation/gap-groups.js';
import type { Gap } from '../../../src/discord/moderation/gap-wordings.js';

const gap = (question: string, changes: Partial<Gap> = {}): Gap => ({
  question,
  at: 0,
  up: 0,
  down: 0,
  reason: 'nothing says it',
  ...changes,
});
const groupsOf = async (...questions: readonly string[]) =>
  (await groupGaps(questions.map((question) => gap(question)))).map(({ wordings }) => wordings.length);

describe('groupGaps', () => {
  it.each([
    ['punctuation and politeness', '请问青河大桥什么时候通车？', '青河大桥什么时候通车'],
    ['script', '青河大橋什麼時候通車？', '青河大桥什么时候通车？'],
    ['final particles', '青河大桥通车了吗', '青河大桥通车了'],
    ['capitals', 'Who designed the Qinghe bridge?', 'who designed the qinghe bridge'],
    ['ways to write a number', '第十二次防汛会议谁主持？', '第12次防汛会议谁主持？'],
  ])('counts questions that differ in %s as one wording or one group', async (_, first, second) => {
    expect(await groupGaps([gap(first), gap(second)])).toMatchObject([{ count: 2 }]);
  });

  it.each([
    ['a word more', '青河大桥什么时候通车？', '青河大桥到底什么时候通车？'],
    ['another order', '什么时候青河大桥通车？', '青河大桥什么时候通车？'],
    ['an ending', 'Who designed the Qinghe bridge?', 'Who designed the Qinghe bridges?'],
  ])('puts questions together that differ in %s', async (_, first, second) => {
    expect(await groupsOf(first, second)).toEqual([2]);
  });

  it.each([
    ['ask for something else', '青河大桥什么时候通车？', '青河博物馆的馆长是谁？'],
    ['name another number', '第十二次防汛会议谁主持？', '第十三次防汛会议谁主持？'],
    ['name another number in English', 'Who chaired the 12th meeting?', 'Who chaired the 13th meeting?'],
    ['name another year', '2021年的预算是多少？', '2022年的预算是多少？'],
  ])('keeps questions apart that %s', async (_, first, second) => {
    expect(await groupsOf(first, second)).toEqual([1, 1]);
  });

  it('shows the wording that was used most and sums up counts and votes', async () => {
    const groups = await groupGaps([
      gap('青河大桥到底什么时候通车？', { at: 5, down: 1 }),
      gap('青河大桥什么时候通车？', { at: 3, down: 2 }),
      gap('青河大桥什么时候通车？', { at: 1, up: 1 }),
      gap('博物馆周几闭馆？', { at: 9 }),
    ]);
    expect(groups).toEqual([
      {
        question: '青河大桥什么时候通车？',
        count: 3,
        up: 1,
        down: 3,
        lastAt: 5,
        refused: true,
        wordings: [
          { question: '青河大桥什么时候通车？', count: 2 },
          { question: '青河大桥到底什么时候通车？', count: 1 },
        ],
      },
      {
        question: '博物馆周几闭馆？',
        count: 1,
        up: 0,
        down: 0,
        lastAt: 9,
        refused: true,
        wordings: [{ question: '博物馆周几闭馆？', count: 1 }],
      },
    ]);
  });

  it('puts of equally frequent questions the one asked last first', async () => {
    const groups = await groupGaps([gap('博物馆周几闭馆？', { at: 1 }), gap('谁修了北门？', { at: 2 })]);
    expect(groups.map(({ question }) => question)).toEqual(['谁修了北门？', '博物馆周几闭馆？']);
  });

  it('takes any text, loses no question and does not depend on their order', async () => {
    const alphabet = fc.string({
      unit: fc.constantFrom(...'青河大桥谁何时？ 12aB第一次吗@*\ud83d'),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(alphabet, fc.nat(5)), { maxLength: 30 }), async (asked) => {
        const gaps = asked.map(([question, at]) => gap(question, { at }));
        const groups = await groupGaps(gaps);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(gaps.length);
        const reversed = await groupGaps([...gaps].reverse());
        expect(reversed.map(({ question, count }) => [question, count])).toEqual(
          groups.map(({ question, count }) => [question, count]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      'the same words and other numbers',
      (index: number) => `第${index}次会议上${'关于防汛工作'.repeat(20)}谁主持`,
    ],
    [
      'half of their words',
      (index: number) => `关于青河市防汛工作的会议上${'甲乙丙丁'.repeat(9)}${letters(index)}`,
    ],
  ])('takes no time over thousands of long questions with %s', async (_, question) => {
    const gaps = Array.from({ length: 2_000 }, (__, index) => gap(question(index)));
    const started = performance.now();
    const groups = await groupGaps(gaps);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
  });
});

/** The longest that the event loop had to wait while `work` ran, in milliseconds. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  await work();
  delays.disable();
  return delays.max / 1e6;
}

describe('ten thousand gaps of a thousand characters', () => {
  it('are grouped without holding up other work', async () => {
    const gaps = Array.from({ length: 10_000 }, (_, index) =>
      gap(`${letters(index)}${'请问吗呢第九次会议'.repeat(100)}${'吗'.repeat(60)}`),
    );
    expect(await longestStall(() => groupGaps(gaps))).toBeLessThan(1_000);
  }, 60_000);
});

/** Thirty characters that another index does not give. */
function letters(index: number): string {
  return Array.from({ length: 30 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((index * 31 + at * 7) % 9_000)),
  ).join('');
}
