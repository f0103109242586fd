/** Which texts are for whom. */
import type { PageLocale } from '../../protocol.js';
import { english } from './en-US.js';
import type { PageTexts } from './texts.js';
import { simplified } from './zh-CN.js';
import { traditional } from './zh-TW.js';

/** The locales with the names that the switch shows. */
export const LOCALES: readonly (readonly [locale: PageLocale, name: string])[] = [
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
  ['en-US', 'English'],
];

const TEXTS: Readonly<Record<PageLocale, PageTexts>> = {
  'en-US': english,
  'zh-CN': simplified,
  'zh-TW': traditional,
};

/** The texts of a locale. */
export function textsOf(locale: PageLocale): PageTexts {
  return TEXTS[locale];
}

/** The locale that fits a browser's languages best. */
export function preferredLocale(languages: readonly string[]): PageLocale {
  const first = languages.find((language) => /^(?:zh|en)/iu.test(language)) ?? 'en';
  if (!/^zh/iu.test(first)) return 'en-US';
  return /hant|tw|hk|mo/iu.test(first) ? 'zh-TW' : 'zh-CN';
}
