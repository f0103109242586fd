import { describe, expect, it } from 'vitest';
import { FEATURE_COUNT } from '../../../src/reading/spans/span-layout.js';
import { calibrate, fittedWeightsFor, WEIGHT_COUNT } from '../../../src/reading/spans/span-model.js';
import fitted from '../../../src/reading/spans/span-weights.json' with { type: 'json' };

describe('the fitted model of short answers', () => {
  it('has a weight for every feature of every set: refit it when the features change', () => {
    expect(fitted.hundredths).toHaveLength(WEIGHT_COUNT);
  });

  it('weighs a feature differently by kind of question', () => {
    const time = fittedWeightsFor({ kind: 'time', language: 'zh-Hans' });
    const person = fittedWeightsFor({ kind: 'person', language: 'zh-Hans' });
    expect(time).toHaveLength(FEATURE_COUNT);
    expect([...time]).not.toEqual([...person]);
  });

  it('is more certain of a greater chance', () => {
    for (const calibration of [fitted.calibration.chinese, fitted.calibration.english]) {
      const certainties = [0.05, 0.2, 0.5, 0.9].map((chance) => calibrate(chance, calibration));
      expect([...certainties].sort((a, b) => a - b)).toEqual(certainties);
    }
  });
});
