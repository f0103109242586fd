/** /timeline: dated entries about a subject, page by page. */
import type { Timeline } from '../../reading/timeline.js';
import { pager } from '../answers/answer-controls.js';
import { deferForPresser } from '../answers/shown-answer.js';
import type { ComponentHandler } from '../component.js';
import { customId, fitsCustomId, wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { renderTimeline } from '../rendering/timeline.js';
import { TEXTS } from '../texts/locale.js';
import type { Locale } from '../texts/texts.js';

const PAGES = 'timeline';
const PER_PAGE = 6;
/** The subject stands in the buttons. */
export const MAX_SUBJECT_LENGTH = 70;

const LOCALES: ReadonlySet<string> = new Set<Locale>(['en-US', 'zh-CN', 'zh-TW']);
const isLocale = (text: string): text is Locale => LOCALES.has(text);

/** A subject without what no control can carry: marks that separate its parts, invisible characters. */
export function plainSubject(typed: string): string {
  const kept = Array.from(typed.normalize('NFC')).map((character) =>
    fitsCustomId(PAGES, character) ? character : ' ',
  );
  return kept.join('').replace(/\s+/gu, ' ').trim().slice(0, MAX_SUBJECT_LENGTH);
}

/** One page with the buttons to the others, from 1. */
export function timelinePage(timeline: Timeline, wanted: number, locale: Locale): Reply {
  const { entries, subject } = timeline;
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const texts = TEXTS[locale];
  const idOf = (to: number): string => customId(PAGES, locale, to, plainSubject(subject));
  const here = { id: idOf(page), label: texts.controls.place(page, pages) };
  const shown = entries.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return {
    ...renderTimeline(timeline, shown, texts),
    rows: pages > 1 ? [pager(page, pages, 1, idOf, here)] : [],
  };
}

export const timelinePages: ComponentHandler = {
  prefix: PAGES,
  async press(press) {
    const [locale = '', page, subject = ''] = press.args;
    await deferForPresser(press);
    const timeline = await press.services.library.timeline(subject);
    await press.reply(timelinePage(timeline, wholeNumber(page) ?? 1, isLocale(locale) ? locale : 'en-US'));
  },
};
