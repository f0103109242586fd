import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/language/tokenizer.js';
import { isColloquial, withoutColloquial } from '../../src/retrieval/colloquial.js';

const tokenizer = createTokenizer({ persons: [], places: [], organizations: [] });

const count = (text: string) => (text === '种茶' ? 3 : 0);

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
    expect(withoutColloquial('那座水塔 总共得花', tokenizer, count)).toBe('水塔');
    expect(withoutColloquial('路灯 要出', tokenizer, count)).toBe('路灯');
  });

  it('are verbs that stick to their things, unless a text has the two together', () => {
    expect(withoutColloquial('小贼 偷花', tokenizer, count)).toBe('小贼 花');
    expect(withoutColloquial('村民 种茶', tokenizer, count)).toBe('村民 种茶');
    expect(withoutColloquial('学校 出版', tokenizer, count)).toBe('学校 出版');
  });

  it('are the 时 behind an act, and single characters that would be taken for a part of the next word', () => {
    expect(withoutColloquial('经费不够时应优先 项目', tokenizer, count)).toBe('经费不够 应优先 项目');
    expect(withoutColloquial('两人会面时讨论', tokenizer, count)).toBe('两人会面 讨论');
    expect(withoutColloquial('停机几小时', tokenizer, count)).toBe('停机几小时');
    expect(withoutColloquial('水务局对阀门', tokenizer, count)).toBe('水务局 阀门');
    expect(withoutColloquial('检测 天出报告', tokenizer, count)).toBe('检测 天 出报告');
  });

  it('stay where nothing else is left', () => {
    expect(withoutColloquial('一下', tokenizer, count)).toBe('一下');
  });
});
