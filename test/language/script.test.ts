import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeScriptTables } from '../../bench/script-tables.js';
import { detectLanguage, fold } from '../../src/language/script.js';
import tables from '../../src/language/script-tables.json' with { type: 'json' };

/** Text in the mixtures that matter: Han in both scripts, full width, compatibility forms, emoji, lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'會议臺后裡王乾隆著ＡＢ１２，：ﬁ㈱½…ǅİßΣς「」『』・･ｶﾞ𠮷𝟏🀄\ud800\udc00 \u00a0\u3000',
    ),
  }),
);

describe('fold', () => {
  it('keeps the length of every text', () => {
    fc.assert(
      fc.property(anyText, (text) => fold(text).length === text.length),
      { numRuns: 500 },
    );
  });

  it('folds a text as it folds its parts', () => {
    const whole = fc.string({ unit: 'grapheme' });
    fc.assert(fc.property(whole, whole, (a, b) => fold(a + b) === fold(a) + fold(b)));
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 500 },
    );
  });

  it.each([
    ['指揮部會議', '指挥部会议'],
    ['臺灣裡面', '台湾里面'],
    ['第１４次，ＡＢ：（ｘ）？！；', '第14次,ab:(x)?!;'],
    ['「九個」『不變』', '“九个”‘不变’'],
    ['米基・史密斯', '米基·史密斯'],
    ['一。二、《三》', '一。二、《三》'],
    ['a\u00a0b\u3000c', 'a b c'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds a name to the same in both scripts', () => {
    expect(fold('陳王乾')).toBe(fold('陈王乾'));
  });

  it('leaves a character alone whose folded form is longer', () => {
    expect(fold('½…㈱')).toBe('½…㈱');
  });

  it('folds a text longer than an argument list', () => {
    expect(fold('會'.repeat(100_000))).toBe('会'.repeat(100_000));
  });
});

describe('detectLanguage', () => {
  it.each([
    ['Who chaired the 14th meeting?', 'en'],
    ['Who is 林远航?', 'en'],
    ['What does 四个口袋 mean?', 'en'],
    ['第十四次会议谁主持？', 'zh-Hans'],
    ['第7次專題會議是哪天召開的？', 'zh-Hant'],
    ['林远航是誰', 'zh-Hant'],
    ['林遠航担任什么职务', 'zh-Hans'],
    ['The Beatles的成员有哪些', 'zh-Hans'],
    ['WHO 的总干事是谁', 'zh-Hans'],
    ['慈禧太后', 'zh-Hans'],
    ['14', 'zh-Hans'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('the tables of scripts', () => {
  it('are what OpenCC and Unicode say', () => {
    expect(tables).toEqual(computeScriptTables());
  });
});
