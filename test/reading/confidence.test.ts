import { describe, expect, it } from 'vitest';
import { confidenceFeatures, confidenceOf } from '../../src/reading/confidence.js';
import type { Answered, Refused, Shown } from '../../src/reading/finding.js';
import type { Question } from '../../src/retrieval/question.js';
import { chineseQuestion, englishQuestion } from './asking.js';

const QUESTION = chineseQuestion('石门古桥有几个桥孔？', 'number', ['石门古桥', '桥孔']);
const ENGLISH = englishQuestion('How many arches does the bridge have?', 'number', { arches: ['桥孔'] });
const ORDINAL: Question = {
  ...QUESTION,
  constraints: [{ type: 'ordinal', value: 7, noun: '次会议', surface: '第七次会议' }],
};

function answered(changes: Partial<Answered> = {}): Answered {
  const evidence = { sentence: 0.7, span: 0.6, peak: 0.5 };
  return {
    status: 'answered',
    answer: '五个',
    note: null,
    proofs: [],
    certainty: 0.6,
    fit: 0.7,
    evidence,
    ...changes,
  };
}

const PATTERN = answered({ strategy: 'role' });
const SHOWN: Shown = { status: 'passages', note: null, proofs: [], fit: 0.6 };

describe('confidenceOf', () => {
  it.each([
    ['a span', QUESTION, answered()],
    ['a span, asked in English', ENGLISH, answered()],
    ['a pattern', ORDINAL, PATTERN],
    ['passages', QUESTION, SHOWN],
  ])('rises with relevance and stays within 0 and 1: %s', (_, question, finding) => {
    const rising = [0, 0.1, 0.5, 0.9, 1].map((relevance) => confidenceOf(question, finding, relevance));
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(rising[0]).toBeGreaterThan(0);
    expect(rising.at(-1)).toBeLessThan(1);
  });

  it('rises with what the models of sentences and spans say', () => {
    const sure = answered({ evidence: { sentence: 0.95, span: 0.95, peak: 0.95 }, certainty: 0.9 });
    const faint = answered({ evidence: { sentence: 0.2, span: 0.2, peak: 0.1 }, certainty: 0.2 });
    expect(confidenceOf(QUESTION, sure, 0.9)).toBeGreaterThan(confidenceOf(QUESTION, faint, 0.9));
  });

  it('is sure of a sure span, not of shown passages', () => {
    const sure = answered({ evidence: { sentence: 0.95, span: 0.95, peak: 0.95 }, certainty: 0.9, fit: 1 });
    expect(confidenceOf(QUESTION, sure, 0.99)).toBeGreaterThan(confidenceOf(QUESTION, SHOWN, 0.99));
  });

  it("leaves a refusal's certainty as it is", () => {
    const refused: Refused = { status: 'no-answer', note: '没有', certainty: 0.83 };
    expect(confidenceOf(QUESTION, refused, 0.01)).toBe(0.83);
  });

  it('is that of the strategy where no fitted model knows it', () => {
    const counted = answered({ strategy: 'archive', certainty: 0.95 });
    expect(confidenceOf(QUESTION, counted, 0.2)).toBe(0.95);
  });
});

describe('what confidence looks at', () => {
  it('tells patterns from spans and sentences', () => {
    expect(confidenceFeatures(QUESTION, PATTERN, 0.9)).toHaveProperty('source:role');
    expect(confidenceFeatures(QUESTION, answered(), 0.9)).toHaveProperty('source:span');
    expect(confidenceFeatures(QUESTION, SHOWN, 0.9)).toHaveProperty('source:sentence');
  });

  it('knows the conditions of the question', () => {
    expect(confidenceFeatures(ORDINAL, PATTERN, 0.9)).toHaveProperty('ordinal', 1);
    expect(confidenceFeatures(QUESTION, PATTERN, 0.9)).not.toHaveProperty('ordinal');
  });

  it('stays finite where relevance is certain', () => {
    for (const relevance of [0, 1])
      for (const value of Object.values(confidenceFeatures(ENGLISH, answered(), relevance)))
        expect(Number.isFinite(value)).toBe(true);
  });
});
