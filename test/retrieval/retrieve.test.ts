import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import type { Hit } from '../../src/retrieval/passage.js';
import { retrieve } from '../../src/retrieval/retrieve.js';
import { indexOf, NEWS } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf(NEWS);
});

async function hits(text: string): Promise<readonly Hit[]> {
  return (await retrieve(analyse(text, index), index)).hits;
}

describe('retrieve', () => {
  it.each([
    ['谁主持了清河水库的竣工仪式？', 'dam.txt', '林远山'],
    ['誰主持了清河水庫的竣工儀式？', 'dam.txt', '林远山'],
    ['石门古桥有几个桥孔？', 'bridge.txt', '五个桥孔'],
    ['两所小学什么时候开学？', 'school.txt', '9月1日'],
    ['哪位外国专家考察了水库？', 'visitor.txt', '史密斯'],
    ['Who is in charge of repairing the old bridge?', 'bridge.txt', '沈若兰'],
    ['When do the primary schools open?', 'school.txt', '9月1日'],
    ['What did Bai Zhiqiu say?', 'school.txt', '白知秋'],
    ['What did Smith praise?', 'visitor.txt', '史密斯'],
  ])('puts the right passage first: %s', async (question, file, text) => {
    const [first] = await hits(question);
    expect(first?.passage.article.file).toBe(file);
    expect(first?.passage.folded).toContain(text);
  });

  it('gives hits best first, each passage once', async () => {
    const found = await hits('清河水库');
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(found.map(({ passage }) => passage)).size).toBe(found.length);
  });

  it.each(['', '？！', 'zzz qqq'])('gives nothing for "%s"', async (question) => {
    expect(await hits(question)).toEqual([]);
  });

  it('thinks a question about the articles likelier to be answered than one about something else', async () => {
    const relevance = async (text: string) => (await retrieve(analyse(text, index), index)).relevance;
    const about = await relevance('谁主持了清河水库的竣工仪式？');
    const other = await relevance('谁发明了电灯？');
    expect(about).toBeGreaterThan(other);
    for (const value of [about, other]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});
