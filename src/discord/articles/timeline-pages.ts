/** /timeline: dated entries about a subject, page by page. */
import type { WantedPage } from '../../library/paging.js';
import type { TimelinePage } from '../../library/timeline-page.js';
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

/** What to ask a library for; from 1. */
export function wantedPage(page: number): WantedPage {
  return { page, perPage: PER_PAGE };
}

/** One page with the buttons to the others. */
export function timelinePage(timeline: TimelinePage, locale: Locale): Reply {
  const { page, pages, subject } = timeline;
  const texts = TEXTS[locale];
  const idOf = (to: number): string => customId(PAGES, locale, to, plainSubject(subject));
  const here = { id: idOf(page), label: texts.controls.place(page, pages) };
  return {
    ...renderTimeline(timeline, texts),
    rows: pages > 1 ? [pager(page, pages, 1, idOf, here)] : [],
  };
}

export const timelinePages: ComponentHandler = {
  prefix: PAGES,
  async press(press) {
    const [locale = '', page, subject = ''] = press.args;
    await deferForPresser(press);
    const wanted = wantedPage(wholeNumber(page) ?? 1);
    const timeline = await press.services.library.timeline(subject, wanted);
    await press.reply(timelinePage(timeline, isLocale(locale) ? locale : 'en-US'));
  },
};
