import { expect, it } from 'vitest';
import type { ReindexProgress } from '../../src/library.js';
import { atPace } from '../../src/search-process/pace.js';

it('tells the first progress of every phase, and then one in a tenth of a second', () => {
  let now = 1000;
  const told: ReindexProgress[] = [];
  const hear = atPace(
    (progress) => told.push(progress),
    () => now,
  );
  const phases = ['reading', 'indexing', 'saving'] as const;
  for (const phase of phases) {
    for (let filesRead = 0; filesRead < 1000; filesRead++) {
      hear({ phase, filesRead, filesTotal: 1000, passagesIndexed: 0, seconds: 0 });
      now += 1;
    }
  }
  expect(told.map(({ phase, filesRead }) => [phase, filesRead])).toEqual(
    phases.flatMap((phase) => Array.from({ length: 10 }, (_, n) => [phase, 100 * n])),
  );
});
