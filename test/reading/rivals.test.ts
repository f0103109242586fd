import { describe, expect, it } from 'vitest';
import type { Answered } from '../../src/reading/finding.js';
import { rivalry } from '../../src/reading/rivals.js';
import type { Hit } from '../../src/retrieval/passage.js';
import { passageOf } from '../retrieval/small-index.js';

function hit(text: string, id: string, score: number): Hit {
  return { passage: passageOf(text, id), score, alsoIn: [] };
}

function from({ passage: { article, paragraph } }: Hit, answer: string): Answered {
  const proofs = [{ article, paragraph, ranges: [[0, paragraph.text.length]] as const, highlights: [] }];
  return { status: 'answered', answer, note: null, proofs, certainty: 0.8, fit: 0.8 };
}

const best = hit('松河码头的闸门每天关两小时。', 'a', 9);

describe('what speaks against an answer', () => {
  it('is a passage as good as the best that has another answer', () => {
    const same = hit('松河码头的闸门照例关两小时，风雨无阻。', 'b', 8.5);
    const other = hit('松河码头的闸门每天关三小时。', 'c', 8);
    expect(rivalry(from(best, '两小时'), [best, same]).rivals).toBe(0);
    expect(rivalry(from(best, '两小时'), [best, same, other]).rivals).toBeGreaterThan(0);
  });

  it('is no passage that is far behind, nor one beside a long answer', () => {
    const far = hit('松河码头的闸门每天关三小时。', 'c', 2);
    const other = hit('松河码头的闸门每天关三小时。', 'd', 9);
    expect(rivalry(from(best, '两小时'), [best, far]).rivals).toBe(0);
    expect(rivalry(from(best, '两小时'.repeat(20)), [best, other]).rivals).toBe(0);
  });

  it('is a small lead over another article', () => {
    const near = hit('松河渡口的闸门。', 'b', 8.9);
    const far = hit('松河渡口的闸门。', 'b', 1);
    expect(rivalry(from(best, '两小时'), [best, near]).lead).toBeLessThan(0.1);
    expect(rivalry(from(best, '两小时'), [best, far]).lead).toBe(1);
    expect(rivalry(from(best, '两小时'), [best]).lead).toBe(1);
  });

  it('is that it was not taken from the best passage', () => {
    const second = hit('松河渡口的闸门关三小时。', 'b', 8);
    expect(rivalry(from(best, '两小时'), [best, second]).overtaking).toBe(0);
    expect(rivalry(from(second, '三小时'), [best, second]).overtaking).toBe(1);
  });

  it('is nothing without passages', () => {
    expect(rivalry(from(best, '两小时'), [])).toEqual({});
  });
});
