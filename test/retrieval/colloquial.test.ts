import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/language/tokenizer.js';
import { isColloquial, withoutColloquial } from '../../src/retrieval/colloquial.js';

const tokenizer = createTokenizer({ persons: [], places: [], organizations: [] });

describe('spoken words', () => {
  it.each(['那座', '这篇', '一趟', '总共', '要出', '得花', '不去', '来管', '发在'])(
    '%s only colours a question',
    (word) => {
      expect(isColloquial(word)).toBe(true);
    },
  );

  it.each(['要求', '能源', '会议', '不足', '存在', '座位', '水库', '设在'])('%s is content', (word) => {
    expect(isColloquial(word)).toBe(false);
  });

  it('leave blanks in what is asked', () => {
    expect(withoutColloquial('那座水塔 总共得花', tokenizer)).toBe('水塔');
    expect(withoutColloquial('路灯 要出', tokenizer)).toBe('路灯');
  });

  it('stay where nothing else is left', () => {
    expect(withoutColloquial('一下', tokenizer)).toBe('一下');
  });
});
