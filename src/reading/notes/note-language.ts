/** Notes in the language of the question. */
import type { Language } from '../../retrieval/question.js';

/** The text in the question's language and script. */
export function pick(language: Language, hans: string, hant: string, en: string): string {
  if (language === 'en') return en;
  return language === 'zh-Hant' ? hant : hans;
}

/** Items joined as the language joins them. */
export function listed(items: readonly string[], language: Language): string {
  return items.join(language === 'en' ? ', ' : '、');
}
