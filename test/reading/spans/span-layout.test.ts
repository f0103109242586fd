import { describe, expect, it } from 'vitest';
import {
  ACTIVE_FEATURES,
  FEATURE_COUNT,
  NUMBERS,
  numberFeature,
  SLOTS,
  slotFeature,
} from '../../../src/reading/spans/span-layout.js';

const featuresAt = (value: number) => [
  ...Object.values(NUMBERS).map((place) => numberFeature(place, value)),
  ...Object.values(SLOTS).map((place) => slotFeature(place, Math.max(0, value))),
];

describe('the layout of features', () => {
  it.each([-1, 0, 3, 1000])('has one feature for each number and slot, ascending, at %d', (value) => {
    const active = featuresAt(value);
    expect(active).toHaveLength(ACTIVE_FEATURES);
    expect(active).toEqual([...new Set(active)].sort((a, b) => a - b));
    expect(active.at(-1)).toBeLessThan(FEATURE_COUNT);
  });

  it('takes a slot that there is no room for as the last', () => {
    expect(featuresAt(5000)).toEqual(featuresAt(4999));
    expect(featuresAt(5000).at(-1)).toBe(FEATURE_COUNT - 1);
  });
});
