/** The buttons below an answer. All that they need stands in the store or in themselves, so they outlive the process. */
import type { Button, Row } from '../controls.js';
import { customId } from '../custom-id.js';
import { TEXTS } from '../texts/locale.js';
import type { Locale } from '../texts/texts.js';

/** Prefixes of the buttons' custom_ids; each has a ComponentHandler. */
export const ANSWER_PREFIXES = {
  passages: 'passages',
  check: 'check',
  followUp: 'follow-up',
  vote: 'vote',
  share: 'share',
  delete: 'delete',
} as const;

/** An answer as its buttons know it. */
export interface ShownState {
  /** Of the store. */
  readonly shownId: string;
  readonly locale: Locale;
  /** How many of its passages are cited; they come first. */
  readonly cited: number;
  readonly passages: number;
  /** 0 while the answer itself is shown, n while the n-th passage that is not cited is shown with it. */
  readonly page: number;
  /** Only the asker sees it. */
  readonly private: boolean;
}

/** ◀ n / N ▶ for a walk through `of` pages, of which `page` (from 1) is shown. `first` is the lowest page to go back to. */
export function pager(
  page: number,
  of: number,
  first: number,
  idOf: (page: number) => string,
  here: { readonly id: string; readonly label: string },
): readonly Button[] {
  return [
    { id: idOf(page - 1), emoji: '◀️', disabled: page <= first },
    { ...here, disabled: true },
    { id: idOf(page + 1), emoji: '▶️', disabled: page >= of },
  ];
}

function passageButtons(state: ShownState): readonly Button[] {
  const { shownId, cited, page } = state;
  const { otherPassages, nearestPassages, place } = TEXTS[state.locale].controls;
  const others = state.passages - cited;
  const idOf = (to: number): string => customId(ANSWER_PREFIXES.passages, shownId, cited, to);
  if (others === 0) return [];
  if (page > 0) {
    return pager(page, others, 0, idOf, { id: idOf(page), label: place(page, others) });
  }
  const label = cited === 0 ? nearestPassages(others) : otherPassages(others);
  return [{ id: idOf(1), label, emoji: '▶️' }];
}

/** The rows below an answer, or below the passage that is shown with it. */
export function answerRows(state: ShownState): readonly Row[] {
  const { shownId, cited, page } = state;
  const { controls } = TEXTS[state.locale];
  const inView = page > 0 ? cited + page - 1 : cited > 0 ? 0 : null;
  const check =
    inView === null
      ? []
      : [{ id: customId(ANSWER_PREFIXES.check, shownId, inView), label: controls.checkSource, emoji: '🔍' }];
  const last: Button = state.private
    ? { id: customId(ANSWER_PREFIXES.share, shownId, cited), label: controls.showToAll, emoji: '📢' }
    : { id: customId(ANSWER_PREFIXES.delete), label: controls.delete, emoji: '🗑️' };
  return [
    [...passageButtons(state), ...check],
    [
      {
        id: customId(ANSWER_PREFIXES.followUp, shownId),
        label: controls.followUp,
        emoji: '💬',
        style: 'primary',
      },
      { id: customId(ANSWER_PREFIXES.vote, shownId, 'up'), emoji: '👍' },
      { id: customId(ANSWER_PREFIXES.vote, shownId, 'down'), emoji: '👎' },
      last,
    ],
  ];
}
