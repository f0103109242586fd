import { describe, expect, it } from 'vitest';
import { failuresOf, judge, LONGEST_SHORT_ANSWER } from '../../src/evaluation/outcome.js';
import { answerWith, questionWith, REFUSAL, UNANSWERABLE } from './invented.js';

const BOTH = { answers: ['林大木、周小河'], items: ['林大木', '周小河'] };

describe('judging an answer', () => {
  it('finds nothing wrong with the right passage, quote and answer', () => {
    const outcome = judge(questionWith(), 'person', answerWith(), 5);
    expect(outcome).toMatchObject({ rank: 0, citedRightly: true, quoted: true, right: true });
    expect(outcome.short).toEqual({ contained: true, exact: true });
    expect(failuresOf(outcome)).toEqual([]);
  });

  it('places the right article by its file where the list names files', () => {
    const asked = questionWith({ place: { articleIds: [], files: ['bridge.txt'] } });
    expect(judge(asked, 'person', answerWith({}, ['mill', 'bridge']), 5).rank).toBe(1);
  });

  it('does not place an answer whose article the list does not name', () => {
    const outcome = judge(questionWith({ place: { articleIds: [], files: [] } }), 'person', answerWith(), 5);
    expect(outcome).toMatchObject({ rank: null, citedRightly: null });
  });

  it('calls an answer short up to its limit only', () => {
    const padded = (length: number) => `林大木${'等'.repeat(length - 3)}`;
    const shortOf = (length: number) =>
      judge(questionWith(), 'person', answerWith({ answer: padded(length) }), 5).short?.contained;
    expect(shortOf(LONGEST_SHORT_ANSWER)).toBe(true);
    expect(shortOf(LONGEST_SHORT_ANSWER + 1)).toBe(false);
  });

  it('is due a short answer to who, when, where and how many only', () => {
    const isDue = (kind: Parameters<typeof judge>[1]) =>
      judge(questionWith(), kind, answerWith(), 5).short !== null;
    expect((['person', 'time', 'place', 'number'] as const).map(isDue)).toEqual([true, true, true, true]);
    expect((['definition', 'reason', 'other', 'statement'] as const).map(isDue)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('wants every item of a list in the answer and in the quotes', () => {
    const half = judge(questionWith(BOTH), 'list', answerWith({ answer: '林大木' }), 5);
    expect(half).toMatchObject({ quoted: false, right: false, short: { contained: false, exact: false } });
    const whole = answerWith({ answer: '周小河、林大木' }, ['bridge'], '林大木和周小河修了石桥。');
    expect(judge(questionWith(BOTH), 'list', whole, 5)).toMatchObject({
      quoted: true,
      right: true,
      short: { contained: true, exact: true },
    });
  });

  it('takes evidence without a short answer as right when its quote holds the answer', () => {
    const shown = answerWith({ status: 'passages', answer: null });
    expect(judge(questionWith(), 'person', shown, 5)).toMatchObject({
      right: true,
      short: { contained: false },
    });
  });

  it('does not judge an answer where only the place is known', () => {
    const outcome = judge(questionWith({ answers: [] }), 'person', answerWith(), 5);
    expect(outcome).toMatchObject({ rank: 0, quoted: null, short: null, right: null });
  });
});

describe('naming what went wrong', () => {
  it.each([
    ['a wrong first passage', questionWith(), answerWith({}, ['mill', 'bridge']), ['passage']],
    ['a right passage that is nowhere', questionWith(), answerWith({}, ['mill']), ['passage']],
    [
      'the wrong sentence and answer',
      questionWith(),
      answerWith({ answer: '周小河' }, ['bridge'], '周小河来过。'),
      ['sentence', 'short-answer'],
    ],
    [
      'a wrong answer beside the right sentence',
      questionWith(),
      answerWith({ answer: '石桥' }),
      ['short-answer'],
    ],
    ['a refusal of what the articles say', questionWith(), answerWith(REFUSAL), ['refused']],
    ['an answer to what they do not say', questionWith(UNANSWERABLE), answerWith(), ['answered']],
    [
      'evidence for what they do not say',
      questionWith(UNANSWERABLE),
      answerWith({ status: 'passages' }),
      ['answered'],
    ],
    ['a right refusal', questionWith(UNANSWERABLE), answerWith(REFUSAL), []],
  ] as const)('names %s', (_, asked, answer, expected) => {
    expect(failuresOf(judge(asked, 'person', answer, 5))).toEqual(expected);
  });
});
