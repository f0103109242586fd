import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import type { Concept } from '../../src/retrieval/question.js';
import { indexOf, NEWS } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf(NEWS);
});

const concepts = (text: string): readonly Concept[] => analyse(text, index).concepts;
const concept = (text: string, surface: string): Concept | undefined =>
  concepts(text).find((one) => one.surface === surface);
describe('the concepts of a Chinese question', () => {
  it('are its content words, without question words and particles', () => {
    const surfaces = concepts('请问清河水库的库容是多少？').map(({ surface }) => surface);
    expect(surfaces.join('')).toContain('清河');
    for (const word of ['请问', '的', '是', '多少']) expect(surfaces).not.toContain(word);
  });

  it('are what the text has of a word that it has not, and no measures', async () => {
    const lions = await indexOf({
      'a.txt': '草原上的狮群由三头雄狮和十来只母狮组成，狮群的领地有五十平方公里。',
    });
    const surfaces = analyse('一个狮群里一般有几头公狮？', lions).concepts.map(({ surface }) => surface);
    expect(surfaces).toContain('狮群');
    expect(surfaces).not.toContain('狮群里');
    expect(surfaces).not.toContain('几头');
  });

  it('keep mined names whole and say that they are names', () => {
    expect(concept('林远山做了什么？', '林远山')).toMatchObject({ kind: 'name' });
  });

  it('say of numbers that they are numbers', () => {
    expect(concepts('谁有42米？').find(({ surface }) => surface === '42')).toMatchObject({ kind: 'number' });
  });

  it('are telling when they are rare, and most when they stand nowhere', () => {
    const [common, rare, nowhere] = ['云岭县', '古桥', '机场'].map((word) =>
      concept(`${word}怎么样？`, word),
    );
    expect(nowhere).toMatchObject({ frequency: 0 });
    expect(common?.idf).toBeLessThan(rare?.idf ?? 0);
    expect(rare?.idf).toBeLessThan(nowhere?.idf ?? 0);
  });
});
