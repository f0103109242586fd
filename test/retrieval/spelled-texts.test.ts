import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { personSpelled, textsSpelled } from '../../src/retrieval/spelled-texts.js';
import { indexOf } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf({
    'weir.txt': '沐兰堰修好了\n\n沐兰堰上游的水闸换了新门，看闸人季砚秋说，今年汛期可以放心。',
    'tea.txt': '云雾茶开采\n\n茶农们上山采茶，今年的价格不错。',
  });
});

const texts = (latin: string) => textsSpelled(latin, index).map(({ text }) => text);

describe('Chinese words in Latin letters', () => {
  it('are found where no list has them as names', () => {
    expect(texts('Mulan')).toEqual(['沐兰']);
    expect(texts('Mulanyan')).toEqual(['沐兰堰']);
    expect(texts('Muxi')).toEqual([]);
  });

  it('are no English words', () => {
    expect(texts('river')).toEqual([]);
  });

  it('give a person with the surname first or last', () => {
    expect(personSpelled('Ji Yanqiu', index)).toBe('季砚秋');
    expect(personSpelled('Yanqiu Ji', index)).toBe('季砚秋');
    expect(personSpelled('Ji Lanqiu', index)).toBeNull();
  });

  it('are concepts and no unmet condition of an English question', () => {
    const { concepts, constraints } = analyse('What was replaced in Mulan?', index);
    expect(constraints).toEqual([]);
    expect(concepts.flatMap(({ variants }) => variants.map(({ text }) => text))).toContain('沐兰');
  });
});
