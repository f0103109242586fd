import { describe, expect, it } from 'vitest';
import { sharedCharacters } from '../../src/retrieval/gloss-characters.js';

const glosses = (weight: number, ...words: readonly string[]) => words.map((word) => ({ word, weight }));
const LEADING = glosses(1, '带领', '率领', '领先', '统领', '牵头');

describe('what the Chinese words for an English word share', () => {
  it('is the character that most of them have', () => {
    expect(sharedCharacters(LEADING, []).map(({ word }) => word)).toEqual(['领']);
  });

  it('is nothing where one of the words stands itself, unless a faint one', () => {
    expect(sharedCharacters(LEADING, glosses(1, '牵头'))).toEqual([]);
    expect(sharedCharacters(LEADING, glosses(0.1, '牵头'))).toHaveLength(1);
  });

  it('is nothing where they have little in common, are few, or only faint', () => {
    expect(sharedCharacters(glosses(1, '茶壶', '山路', '雨伞', '信封'), [])).toEqual([]);
    expect(sharedCharacters(glosses(1, '带领', '率领'), [])).toEqual([]);
    expect(sharedCharacters(glosses(0.1, '带领', '率领', '领先', '统领'), [])).toEqual([]);
  });
});
