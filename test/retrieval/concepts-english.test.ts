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
const variants = (text: string, surface: string): readonly string[] =>
  concept(text, surface)?.variants.map((variant) => variant.text) ?? [];

describe('the concepts of an English question', () => {
  it('have the Chinese words of the lexicon that the corpus holds', () => {
    expect(variants('How large is the reservoir?', 'reservoir')).toContain('水库');
    expect(variants('When was the bridge repaired?', 'bridge')).toContain('桥');
  });

  it('find names by pinyin', () => {
    expect(
      concepts('What did Lin Yuanshan do?').flatMap((one) => one.variants.map(({ text }) => text)),
    ).toContain('林远山');
  });

  it('find transliterated names by sound', () => {
    expect(variants('What did Smith praise?', 'Smith')).toContain('史密斯');
  });

  it('are names with a number in them as they are written', () => {
    expect(concepts('How heavy is the X7 pump?').map(({ surface }) => surface)).toContain('X7');
  });

  it('find base forms', () => {
    expect(variants('Which reservoirs were built?', 'reservoirs')).toContain('水库');
  });

  it('take digits literally, ordinals too', () => {
    expect(variants('What happened at the 14th meeting in 2021?', '14')).toEqual([]);
    expect(concept('Where is route 42?', '42')).toMatchObject({ kind: 'number' });
  });

  it('take a verb of several words for a role as one, and no other', () => {
    expect(concepts('Who gave a report on the dam?').map(({ surface }) => surface)).toContain(
      'gave a report',
    );
    expect(concepts('How many people were there at the dam?').map(({ surface }) => surface)).not.toContain(
      'were there',
    );
  });

  it('are a day of a month as the texts write it, where they do', () => {
    const [day] = concepts('What was finished on May 2?').filter(({ kind }) => kind === 'number');
    expect(day?.surface).toBe('May 2');
    expect(day?.variants.map(({ text }) => text)).toContain('5月2日');
    expect(concepts('What happened on August 30?').map(({ surface }) => surface)).toContain('30');
  });

  it('are not what only says what is asked for', () => {
    const surfaces = (text: string) => concepts(text).map(({ surface }) => surface);
    expect(surfaces('How old is the bridge?')).toEqual(['bridge']);
    expect(surfaces('On which day was the bridge repaired?')).not.toContain('day');
    expect(surfaces('Who repaired the old bridge?')).toContain('old');
  });

  it('leave out words without content', () => {
    const surfaces = concepts('Who is the head of the county?').map(({ surface }) => surface.toLowerCase());
    for (const word of ['who', 'is', 'the', 'of']) expect(surfaces).not.toContain(word);
  });
});
