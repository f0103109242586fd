/** Question words and verbs, in both languages, of which stand-alone questions are put together. */
import type { Span } from '../../corpus/article.js';
import { ENGLISH_TITLES } from '../../retrieval/intent-lexicon.js';
import type { Role } from '../../retrieval/question.js';

/** The verb by which a Chinese question asks for a role; the same in both scripts but for two. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  chair: '主持',
  attend: '出席',
  'attend-and-speak': '出席并讲话',
  'sit-in': '列席',
  deploy: '作具体部署',
  notify: '通报',
  report: '汇报',
  'take-part': '参加',
  speak: '讲话',
  inspect: '调研',
};

const ENGLISH_ROLES: Readonly<Record<Role, string>> = {
  chair: 'Who chaired',
  attend: 'Who attended',
  'attend-and-speak': 'Who attended and spoke at',
  'sit-in': 'Who sat in on',
  deploy: 'Who made specific arrangements at',
  notify: 'Who gave a briefing at',
  report: 'Who reported at',
  'take-part': 'Who took part in',
  speak: 'Who spoke at',
  inspect: 'Who made an inspection at',
};

/** "Who chaired", to be followed by the meeting. */
export function whoOf(role: Role): string {
  return ENGLISH_ROLES[role];
}

/** Where the first title (party secretary, mayor) stands in an English text, or null. */
export function titleIn(text: string): Span | null {
  const lower = text.toLowerCase();
  for (const { pattern } of ENGLISH_TITLES) {
    const found = pattern.exec(lower);
    if (found !== null) return [found.index, found.index + found[0].length];
  }
  return null;
}
