import type { Language } from '../../retrieval/question.js';
import { english } from './en-US.js';
import type { Locale, Texts } from './texts.js';
import { simplifiedChinese } from './zh-CN.js';
import { traditionalChinese } from './zh-TW.js';

/** All texts by locale. */
export const TEXTS: Readonly<Record<Locale, Texts>> = {
  'en-US': english,
  'zh-CN': simplifiedChinese,
  'zh-TW': traditionalChinese,
};

const OF_LANGUAGE: Readonly<Record<Language, Locale>> = {
  en: 'en-US',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
};

/** The texts for a locale of Discord's (`zh-CN`, `de`, …): English where there are none of its own. */
export function textsForLocale(locale: string): Texts {
  return locale === 'zh-CN' || locale === 'zh-TW' ? TEXTS[locale] : TEXTS['en-US'];
}

/** The locale of a question's language. */
export function localeOfLanguage(language: Language): Locale {
  return OF_LANGUAGE[language];
}

/** The texts that frame an answer to a question in `language`. */
export function textsForLanguage(language: Language): Texts {
  return TEXTS[OF_LANGUAGE[language]];
}
