import { describe, expect, it } from 'vitest';
import { LOCALES, preferredLocale, textsOf } from '../../../../src/playground/page/texts/locale.js';

describe('preferredLocale', () => {
  it.each([
    [['zh-CN'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh-TW', 'en'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh-Hant-MO'], 'zh-TW'],
    [['de', 'zh-SG'], 'zh-CN'],
    [['de', 'fr'], 'en-US'],
    [[], 'en-US'],
  ])('takes %j for %s', (languages, locale) => {
    expect(preferredLocale(languages)).toBe(locale);
  });
});

describe('the page’s texts', () => {
  it.each(['zh-CN', 'zh-TW'] as const)('are Chinese in %s', (locale) => {
    const sentences = Object.values(textsOf(locale)).filter((text) => typeof text === 'string');
    expect(sentences.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('are offered in each locale under its own name', () => {
    expect(LOCALES.map(([locale]) => locale)).toEqual(['zh-CN', 'zh-TW', 'en-US']);
  });
});
