import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutChineseFrame, withoutEnglishFrame } from '../../src/retrieval/question-frames.js';

describe('the frame of a Chinese question', () => {
  test.each([
    ['根据这段话，水塔是哪一年建成的？', '水塔是哪一年建成的？'],
    ['根据文章内容，水塔由谁设计？', '水塔由谁设计？'],
    ['根據這篇文章，水塔由誰設計？', '水塔由誰設計？'],
    ['根据材料下列哪座桥最长？', '哪座桥最长？'],
    ['文中提到的三种茶是什么？', '三种茶是什么？'],
    ['以下哪一项是停水的原因？', '哪一项是停水的原因？'],
    ['两人见面时谈了以下哪些事？', '两人见面时谈了哪些事？'],
    ['以下关于水塔的说法哪一项正确？', '水塔是怎样的？'],
    ['关于水塔的描述，下列哪项是错误的？', '水塔是怎样的？'],
    ['下列有关水塔的说法中，正确的是哪一项？', '水塔是怎样的？'],
    ['下列哪一项符合居民对水塔改造的看法？', '居民对水塔改造的看法是什么？'],
    ['作者提到水塔旁边有什么？', '水塔旁边有什么？'],
    ['这篇文章的作者认为水塔为什么该拆？', '水塔为什么该拆？'],
    ['这段讲水塔改造的文字指出，钱由谁出？', '水塔改造,钱由谁出？'],
  ])('%s → %s', (typed, plain) => {
    expect(withoutChineseFrame(typed)).toBe(plain);
  });

  test.each([
    '这篇文章的作者是谁？',
    '哪些文章提到水塔？',
    '作者提到的三种茶是什么？',
    '作者提到了谁？',
    '根据办法第三条，水费怎么收？',
    '以下简称“水务局”的是哪个单位？',
    '关于停水的通知是哪天发的？',
    '他说“根据文章，以下哪项正确”是什么意思？',
  ])('%s has none', (typed) => {
    expect(withoutChineseFrame(typed)).toBe(typed);
  });
});

describe('the frame of an English question', () => {
  test.each([
    ['According to the passage, who built the water tower?', 'who built the water tower?'],
    ['Based on the information given in the text, when did it close?', 'when did it close?'],
    ['Who built the water tower, according to the article?', 'Who built the water tower?'],
    ['Which of the following animals live in the park?', 'What animals live in the park?'],
    [
      'According to the passage, which of the following would help a new gardener?',
      'What would help a new gardener?',
    ],
    [
      'Which of the following statements about the water tower is not true?',
      'What is said about the water tower?',
    ],
    ['Which statement about the water tower is correct?', 'What is said about the water tower?'],
    ['Which of the following is true of the water tower?', 'What is said about the water tower?'],
  ])('%s → %s', (typed, plain) => {
    expect(withoutEnglishFrame(typed)).toBe(plain);
  });

  test.each(['Who wrote the article?', 'Which articles mention the tower?', 'What follows the meeting?'])(
    '%s has none',
    (typed) => {
      expect(withoutEnglishFrame(typed)).toBe(typed);
    },
  );
});

test('a question never loses everything', () => {
  const parts = fc.constantFrom(
    '根据',
    '这段话',
    '，',
    '以下',
    '哪一项',
    '正确',
    '的',
    '说法',
    '关于',
    '水塔',
    '？',
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 12 }), (words) => {
      expect(withoutChineseFrame(words.join('')).trim()).not.toBe('');
    }),
  );
  fc.assert(
    fc.property(
      fc.string().filter((text) => text.trim() !== ''),
      (text) => {
        expect(withoutEnglishFrame(text).trim()).not.toBe('');
      },
    ),
  );
});
