import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/corpus/article.js';
import { fold } from '../../../src/language/script.js';
import { weighSentences } from '../../../src/reading/passages/sentences.js';
import { extractSpan, type ShortAnswer, withQualifiers } from '../../../src/reading/spans/extract.js';
import type { AnswerKind, Question } from '../../../src/retrieval/question.js';
import { chineseQuestion, englishQuestion, knowledgeOf } from '../asking.js';

const knowledge = knowledgeOf({ persons: ['方启文', '顾长风'], places: ['临河县', '松江'] });

function found(question: Question, text: string, within: Span): ShortAnswer | null {
  const weighed = weighSentences(question, fold(text), null, knowledge);
  return extractSpan(question, text, fold(text), weighed, within, knowledge);
}

function answerTo(question: Question, text: string): string | null {
  return found(question, text, [0, text.length])?.text ?? null;
}

describe('the short answer', () => {
  it.each<[string, AnswerKind, string[], string, string]>([
    [
      '白沙渡口重建于哪一年？',
      'time',
      ['白沙', '渡口', '重建'],
      '白沙渡口重建于1931年，后又扩建。',
      '1931年',
    ],
    ['新桥由谁设计？', 'person', ['新桥', '设计'], '新桥由顾长风设计，全长八百米。', '顾长风'],
    ['合唱团有多少名团员？', 'number', ['合唱团', '团员'], '合唱团成立三年，现有47名团员。', '47名'],
    ['方启文出生在哪里？', 'place', ['方启文', '出生'], '方启文出生在松江，幼年丧父。', '松江'],
    [
      '方启文毕业于哪所大学？',
      'which',
      ['方启文', '毕业'],
      '方启文毕业于临江师范大学，主修史学。',
      '临江师范大学',
    ],
  ])('to %s', (text, kind, words, passage, answer) => {
    expect(answerTo(chineseQuestion(text, kind, words), passage)).toContain(answer);
  });

  it('to an English question is in the words of the text', () => {
    const question = englishQuestion('Who designed the new bridge?', 'person', {
      designed: ['设计'],
      'new bridge': ['新桥'],
    });
    expect(answerTo(question, '新橋由顧長風設計，全長八百米。')).toContain('顧長風');
  });

  it.each<[AnswerKind, string]>([
    ['number', '合唱团成立以来深受欢迎。'],
    ['time', '合唱团深受欢迎。'],
    ['list', '合唱团有团员47名。'],
    ['reason', '合唱团因缺少经费停办。'],
  ])('is null for a %s question that %s cannot answer in few words', (kind, passage) => {
    expect(answerTo(chineseQuestion('合唱团如何？', kind, ['合唱团']), passage)).toBeNull();
  });

  it('is looked for in every likely sentence, also one that leaves its subject out', () => {
    const passage =
      '白沙渡口位于松江下游，两岸有茶馆三家。渡口因洪水停航两年。后由顾长风出资，于1931年重建。';
    const question = chineseQuestion('白沙渡口重建于哪一年？', 'time', ['白沙', '渡口', '重建']);
    expect(answerTo(question, passage)).toContain('1931年');
  });

  it.each([
    ['合唱团演出长达约3小时。', [8, 11], '约3小时'],
    ['合唱团每5年来一次。', [4, 6], '每5年'],
    ['合唱团来了40人以上。', [5, 8], '40人以上'],
    ['合唱团来了40人。', [5, 8], '40人'],
  ] as const)('keeps what says how exactly a number is meant: %s', (passage, number, answer) => {
    expect(passage.slice(...withQualifiers(passage, number, [0, passage.length]))).toBe(answer);
  });

  it('knows how likely the answer stands in any stretch', () => {
    const passage = '新桥由顾长风设计，全长八百米。';
    const question = chineseQuestion('新桥由谁设计？', 'person', ['新桥', '设计']);
    const answer = found(question, passage, [0, passage.length]);
    expect(answer?.chanceIn([0, passage.length])).toBeCloseTo(1);
    expect(answer?.chanceIn([0, 8])).toBeGreaterThan(answer?.chanceIn([9, passage.length]) ?? 1);
    expect(answer?.chanceIn(answer.span)).toBeCloseTo(answer?.chance ?? 0);
  });

  it('is a stretch of the range, at most sixty characters, with a certainty', () => {
    const text = fc.stringMatching(/^[甲乙丙丁的在和0-9年人，。、a-z ]{1,150}$/);
    const kind = fc.constantFrom<AnswerKind>('person', 'time', 'place', 'number', 'which');
    fc.assert(
      fc.property(text, kind, fc.nat(60), (passage, asked, from) => {
        const range = [Math.min(from, passage.length), passage.length] as const;
        const question = chineseQuestion('甲乙的丙是什么？', asked, ['甲乙', '丙']);
        const answer = found(question, passage, range);
        if (answer === null) return;
        expect(answer.span[0]).toBeGreaterThanOrEqual(range[0]);
        expect(answer.span[1]).toBeLessThanOrEqual(range[1]);
        expect(answer.text).toBe(passage.slice(...answer.span));
        expect(answer.text.length).toBeLessThanOrEqual(60);
        expect(answer.peak).toBeLessThanOrEqual(answer.chance);
        expect(answer.certainty).toBeGreaterThan(0);
        expect(answer.certainty).toBeLessThan(1);
      }),
    );
  });
});
