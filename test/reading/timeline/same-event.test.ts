import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, Certainty, Paragraph } from '../../../src/corpus/article.js';
import { type DatedProof, onceEach } from '../../../src/reading/timeline/same-event.js';

const articles = new Map<string, Article>();

function entry(id: string, iso: string, text: string, certainty: Certainty = 'stated'): DatedProof {
  // Nothing else of an article or a paragraph is looked at.
  const article = articles.get(id) ?? ({ id } as Article);
  articles.set(id, article);
  const paragraph = { number: 1, text } as Paragraph;
  const proof = { article, paragraph, ranges: [[0, text.length]] as const, highlights: [] };
  return { iso, written: iso, certainty, proof, line: null, digest: false, alsoIn: [] };
}

const BUILT = '水塔在河边建成';

test('an event that two articles tell is one entry, with the fullest date', () => {
  const told = onceEach([entry('a', '2021-08-04', BUILT), entry('b', '--08-04', `${BUILT}了`)]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ iso: '2021-08-04', alsoIn: [{ article: { id: 'a' } }] });
});

test('a day is told of within its month', () => {
  expect(onceEach([entry('a', '2021-08', BUILT), entry('b', '2021-08-04', BUILT)])).toHaveLength(1);
  expect(onceEach([entry('a', '2021-08-04', BUILT), entry('b', '2021', BUILT)])).toHaveLength(1);
});

test('other days, other years and other words are other events', () => {
  expect(onceEach([entry('a', '2021-08-04', BUILT), entry('b', '2021-08-05', BUILT)])).toHaveLength(2);
  expect(onceEach([entry('a', '2021-08-04', BUILT), entry('b', '2020-08-04', BUILT)])).toHaveLength(2);
  expect(onceEach([entry('a', '2021-08-04', BUILT), entry('b', '2021-08-04', '学校放假三天')])).toHaveLength(
    2,
  );
  expect(onceEach([entry('a', '2021-08-04', BUILT), entry('a', '2021-08-04', BUILT)])).toHaveLength(2);
});

/** Every entry held against every one that is kept, two at a time. */
function oneByOne(entries: readonly DatedProof[]): readonly DatedProof[] {
  const kept: DatedProof[] = [];
  for (const next of entries) {
    const both = kept.map((one) => onceEach([one, next]));
    const at = both.findIndex(({ length }) => length === 1);
    const [merged] = both[at] ?? [];
    if (merged === undefined) kept.push(next);
    else kept[at] = merged;
  }
  return kept;
}

test('days that are not compared would not have agreed', () => {
  const isos = ['2021', '2020', '2021-08', '--08-04', '2021-08-04', '2020-08-04', '2021-08-05', '--08-05'];
  const entries = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    iso: fc.constantFrom(...isos),
    text: fc.constantFrom(BUILT, `${BUILT}了`, '水塔在山上倒塌', '学校放假三天'),
    certainty: fc.constantFrom<Certainty>('stated', 'resolved', 'inferred'),
  });
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 14 }), (list) => {
      const all = list.map(({ id, iso, text, certainty }) => entry(id, iso, text, certainty));
      expect(onceEach(all)).toEqual(oneByOne(all));
    }),
    { numRuns: 500 },
  );
});
