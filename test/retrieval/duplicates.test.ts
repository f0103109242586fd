import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDuplicates } from '../../src/retrieval/duplicates.js';
import type { Passage } from '../../src/retrieval/passage.js';
import { termKeysOf } from '../../src/retrieval/terms.js';
import { passageOf } from './small-index.js';

const STORY =
  '清河水库竣工仪式昨天在云岭县举行，县委书记林远山主持，几百名村民到场观看，水库可灌溉农田八万亩。';

function hits(...passages: readonly Passage[]) {
  return withDuplicates(
    passages.map((passage, place) => ({ passage, score: -place, features: new Float64Array() })),
  );
}

const ids = (passages: readonly Passage[] = []): readonly string[] =>
  passages.map(({ article }) => article.id);

describe('withDuplicates', () => {
  it('names the same story in another article', () => {
    const [first] = hits(passageOf(STORY, 'a'), passageOf(STORY.replace('昨天', '5月2日'), 'b'));
    expect(ids(first?.alsoIn)).toEqual(['b']);
  });

  it('names no other story', () => {
    const [first] = hits(passageOf(STORY, 'a'), passageOf('石门古桥的修缮历时两年。', 'b'));
    expect(first?.alsoIn).toEqual([]);
  });

  it('names no story that only holds this one', () => {
    const [first] = hits(passageOf(STORY, 'a'), passageOf(STORY + '石门古桥的修缮历时两年，'.repeat(6), 'b'));
    expect(first?.alsoIn).toEqual([]);
  });

  it('names nothing of the same article', () => {
    const [first] = hits(passageOf(STORY, 'a'), passageOf(STORY, 'a'));
    expect(first?.alsoIn).toEqual([]);
  });

  it('keeps every hit at its place', () => {
    const passages = [passageOf(STORY, 'a'), passageOf(STORY, 'b'), passageOf('古桥', 'c')];
    expect(ids(hits(...passages).map(({ passage }) => passage))).toEqual(['a', 'b', 'c']);
  });

  it('names what shares four fifths of all terms, however alike the rest is', () => {
    const words = fc.array(fc.constantFrom('清河', '水库', '竣工', '村民', '灌溉', '，', 'gate', '𠀀'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, words, (shared, one, other) => {
        const texts = [one, other].map((own) => [...shared, ...own].join(''));
        const [a = new Set<number>(), b = new Set<number>()] = texts.map(termKeysOf);
        const share = [...a].filter((key) => b.has(key)).length / new Set([...a, ...b]).size;
        const [first] = hits(...texts.map((text, i) => passageOf(text, `${i}`)));
        expect(ids(first?.alsoIn)).toEqual(share >= 0.8 ? ['1'] : []);
      }),
    );
  });
});
