import { describe, expect, it } from 'vitest';
import { idf } from '../../src/retrieval/term-statistics.js';

describe('idf', () => {
  it('falls as a term stands in more passages and is never negative', () => {
    const values = [0, 1, 10, 50, 100].map((frequency) => idf(frequency, 100));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.at(-1)).toBeGreaterThan(0);
  });
});
