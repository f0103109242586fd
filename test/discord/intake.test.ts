import { describe, expect, it } from 'vitest';
import { createIntake } from '../../src/discord/intake.js';

describe('createIntake', () => {
  it('does not run an id twice at once, but again after it is done', async () => {
    const intake = createIntake();
    let runs = 0;
    const work = async (): Promise<void> => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    intake.admit('a', work);
    intake.admit('a', work);
    expect(runs).toBe(1);
    await intake.drain(1_000);
    intake.admit('a', work);
    expect(runs).toBe(2);
  });

  it('drains when the work is done', async () => {
    const intake = createIntake();
    intake.admit('a', () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(intake.underWay).toBe(1);
    expect(await intake.drain(5_000)).toBe(0);
  });

  it('does not wait for ever', async () => {
    const intake = createIntake();
    intake.admit('a', () => new Promise(() => {}));
    expect(await intake.drain(20)).toBe(1);
  });
});
