import { describe, expect, it } from 'vitest';
import { judge, type Outcome } from '../../src/evaluation/outcome.js';
import type { JudgedQuestion } from '../../src/evaluation/questions.js';
import { evaluationOf, percentile, scoresOf } from '../../src/evaluation/scores.js';
import type { Answer } from '../../src/reading/answer.js';
import { answerWith, questionWith, REFUSAL, UNANSWERABLE } from './invented.js';

const outcome = (asked: Partial<JudgedQuestion>, answer: Answer, took = 5): Outcome =>
  judge(questionWith(asked), 'person', answer, took);
const first = outcome({}, answerWith());
const third = outcome({}, answerWith({}, ['mill', 'fair', 'bridge'], '磨坊在河边。'));
const missed = outcome({}, answerWith({ answer: '周小河' }, ['mill'], '周小河'));

describe('adding up', () => {
  it('counts places of the right passage', () => {
    const scores = scoresOf([first, third, missed, first]);
    expect(scores).toMatchObject({ questions: 4, recallAt1: 0.5, recallAt5: 0.75 });
    expect(scores.mrrAt10).toBeCloseTo((1 + 1 / 3 + 0 + 1) / 4);
  });

  it('counts quotes, their mean length and short answers', () => {
    const scores = scoresOf([first, third]);
    expect(scores.quoteHasAnswer).toBe(0.5);
    expect(scores.quoteLength).toBe(('林大木修了石桥。'.length + '磨坊在河边。'.length) / 2);
    expect(scores).toMatchObject({ shortAsked: 2, shortContained: 1, shortExact: 1 });
  });

  it('tells precision and recall of refusals', () => {
    const refusedRightly = outcome(UNANSWERABLE, answerWith(REFUSAL));
    const refusedWrongly = outcome({}, answerWith(REFUSAL));
    const answeredWrongly = outcome(UNANSWERABLE, answerWith());
    const scores = scoresOf([refusedRightly, refusedRightly, refusedWrongly, answeredWrongly, first]);
    expect(scores.refusalPrecision).toBeCloseTo(2 / 3);
    expect(scores.refusalRecall).toBeCloseTo(2 / 3);
    expect(scores.wronglyRefused).toBeCloseTo(1 / 2);
  });

  it('has no figure where nothing can be judged', () => {
    expect(scoresOf([])).toMatchObject({
      recallAt1: null,
      quoteHasAnswer: null,
      refusalPrecision: null,
      p50: null,
    });
  });

  it('groups by language and by set, telling the languages of one set apart', () => {
    const { byLanguage, bySet } = evaluationOf([
      outcome({ set: 'tales', lang: 'zh-Hans' }, answerWith()),
      outcome({ set: 'tales', lang: 'en' }, answerWith()),
      outcome({ set: 'news', lang: 'en' }, answerWith()),
      outcome({ set: 'by hand' }, answerWith({ language: 'zh-Hant' })),
    ]);
    expect(Object.keys(byLanguage)).toEqual(['zh-Hans', 'en', 'zh-Hant']);
    expect(Object.keys(bySet)).toEqual(['tales (zh-Hans)', 'tales (en)', 'news', 'by hand']);
  });

  it.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])('takes the nearest rank as percentile %s', (at, expected) => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, i) => 100 - i),
        at,
      ),
    ).toBe(expected);
  });
});

describe('the reliability of the confidence', () => {
  it('compares confidence and accuracy bin by bin', () => {
    const { reliability } = evaluationOf([
      outcome({}, answerWith({ confidence: 0.95 })),
      outcome({}, answerWith({ confidence: 0.95, answer: '周小河' })),
      outcome({}, answerWith({ confidence: 0.15, answer: '周小河' })),
      outcome({}, answerWith({ confidence: 1 })),
    ]);
    const { bins, count, calibrationError } = reliability.answered;
    expect(count).toBe(4);
    expect(bins[9]).toMatchObject({ count: 3, accuracy: 2 / 3 });
    expect(bins[1]).toMatchObject({ count: 1, accuracy: 0 });
    expect(calibrationError).toBeCloseTo((3 * ((0.95 + 0.95 + 1) / 3 - 2 / 3) + 0.15) / 4);
  });

  it('judges refusals by whether there was an answer', () => {
    const { reliability } = evaluationOf([
      outcome(UNANSWERABLE, answerWith(REFUSAL)),
      outcome({}, answerWith(REFUSAL)),
    ]);
    expect(reliability['no-answer'].bins[8]).toMatchObject({ count: 2, accuracy: 0.5 });
    expect(reliability.answered.calibrationError).toBeNull();
  });

  it('tells how often sure answers are right', () => {
    const { reliability } = evaluationOf([
      outcome({}, answerWith({ confidence: 0.8 })),
      outcome({}, answerWith({ confidence: 0.9, answer: '周小河' })),
      outcome({}, answerWith({ confidence: 0.79, answer: '周小河' })),
    ]);
    expect(reliability.answered.sure).toEqual({ count: 2, accuracy: 0.5 });
  });
});
