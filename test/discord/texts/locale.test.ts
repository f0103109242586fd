import { describe, expect, it } from 'vitest';
import { TEXTS, textsForLanguage, textsForLocale } from '../../../src/discord/texts/locale.js';

describe('textsForLocale', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['en-US', 'en-US'],
    ['en-GB', 'en-US'],
    ['de', 'en-US'],
    ['toString', 'en-US'],
  ] as const)('speaks for a user with %s as for %s', (locale, expected) => {
    expect(textsForLocale(locale)).toBe(TEXTS[expected]);
  });
});

describe('textsForLanguage', () => {
  it.each([
    ['en', 'en-US'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
  ] as const)('frames answers to questions in %s as for %s', (language, expected) => {
    expect(textsForLanguage(language)).toBe(TEXTS[expected]);
  });
});
