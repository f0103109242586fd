import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { leastRelevance, relevanceFeatures } from '../../src/retrieval/relevance.js';
import { rankCandidates, retrieve } from '../../src/retrieval/retrieve.js';
import { indexOf, NEWS } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf(NEWS);
});

/** Above 0 when the question would be answered, below when refused. */
async function margin(text: string): Promise<number> {
  const question = analyse(text, index);
  const { relevance } = await retrieve(question, index);
  return relevance - leastRelevance(question.language, index.passages.length);
}

async function features(text: string, of: CorpusIndex = index): Promise<Readonly<Record<string, number>>> {
  const question = analyse(text, of);
  return relevanceFeatures(question, await rankCandidates(question, of), of);
}

describe('relevance over a handful of articles', () => {
  it.each([
    '石门古桥有几个桥孔？',
    '石門古橋的修繕由誰負責？',
    '清河水库可以灌溉多少农田？',
    '云岭县新建的两所小学能容纳多少学生？',
    'When do the primary schools open?',
    'Who was in charge of repairing the old bridge?',
  ])('lets a question through that they answer: %s', async (text) => {
    expect(await margin(text)).toBeGreaterThan(0);
  });

  it.each([
    '量子计算机的发明人是谁？',
    '《百年孤独》的作者是哪国人？',
    '清河机场的跑道有多长？',
    '世界上最高的山峰是哪座？',
    'Who wrote Hamlet?',
    'How many moons does Jupiter have?',
    'When was the University of Oxford founded?',
    'Which bus stop is closest to the museum?',
    'How much did the second ticket cost?',
  ])('stops a question that they say nothing of: %s', async (text) => {
    expect(await margin(text)).toBeLessThan(0);
  });

  it('is 0 without hits', async () => {
    const { hits, relevance } = await retrieve(analyse('zzz qqq', index), index);
    expect(hits).toEqual([]);
    expect(relevance).toBe(0);
  });
});

describe('what relevance looks at', () => {
  it('misses a name whose parts stand in the text and the whole does not', async () => {
    const whole = await features('清河水库的库容是多少？');
    const parts = await features('清河古桥的库容是多少？');
    expect(whole.firstNameMissing).toBeLessThan(0.05);
    expect(parts.firstNameMissing).toBeGreaterThan(0.3);
  });

  it('misses what the question quotes', async () => {
    expect((await features('“石门古桥”有多长？')).quotedMissing).toBe(0);
    expect((await features('“长风古桥”有多长？')).quotedMissing).toBe(0.5);
  });

  it('weighs words by general Chinese where the corpus is small', async () => {
    const rare = await features('灌溉农田的水闸');
    const common = await features('问题是什么情况');
    expect(rare.worstMissing).toBeGreaterThan(common.worstMissing ?? 0);
  });

  it('takes no account of how long a passage is where the corpus is small', async () => {
    const { lengthInLarge, carriedInLarge } = await features('When do the primary schools open?');
    expect(lengthInLarge).toBeCloseTo(0);
    expect(carriedInLarge).toBe(0);
  });

  it('does not take a village for a play', async () => {
    const village = await indexOf({
      'village.txt': '清河村的故事\n\n这个小村庄有两百户人家，村庄里有一所小学。',
    });
    const { missingProperName } = await features('Who wrote Hamlet?', village);
    expect(missingProperName).toBe(1);
  });

  it('counts much the same in a corpus ten times as large', async () => {
    const padding = Object.fromEntries(
      Array.from({ length: 36 }, (_, i) => [`p${i}.txt`, `第${i}号简报\n\n本期介绍第${i}个村的春耕准备。`]),
    );
    const larger = await indexOf({ ...NEWS, ...padding });
    const text = '石门古桥有几个桥孔？';
    const [small, large] = [await features(text), await features(text, larger)];
    for (const name of ['carried', 'presentMass', 'worstMissing', 'missingNames'])
      expect(Math.abs((small[name] ?? 0) - (large[name] ?? 0)), name).toBeLessThan(0.15);
  });
});
