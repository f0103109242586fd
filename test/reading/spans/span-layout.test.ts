import { describe, expect, it } from 'vitest';
import { ACTIVE_FEATURES, activeFeatures, FEATURE_COUNT } from '../../../src/reading/spans/span-layout.js';

const NUMBERS = 22;
const numbers = (value: number) => new Array<number>(NUMBERS).fill(value);
const slots = (value: number) => new Array<number>(ACTIVE_FEATURES - NUMBERS).fill(value);

describe('activeFeatures', () => {
  it.each([-1, 0, 3, 1000])('has one feature for each number and slot, ascending, at %d', (value) => {
    const active = [...activeFeatures(numbers(value), slots(Math.max(0, value)))];
    expect(active).toHaveLength(ACTIVE_FEATURES);
    expect(active).toEqual([...new Set(active)].sort((a, b) => a - b));
    expect(active.at(-1)).toBeLessThan(FEATURE_COUNT);
  });

  it('takes a slot that there is no room for as the last', () => {
    expect(activeFeatures(numbers(0), slots(5000))).toEqual(activeFeatures(numbers(0), slots(4999)));
    expect(activeFeatures(numbers(0), slots(5000)).at(-1)).toBe(FEATURE_COUNT - 1);
  });
});
