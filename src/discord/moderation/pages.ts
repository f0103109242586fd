/** Long lists, cut into pages. */
import type { Button, Row } from '../controls.js';
import { customId } from '../custom-id.js';
import { cut } from '../limits.js';

/** Blocks put on pages of at most `room` characters, joined by `separator`; a longer block is cut. At least one page. */
export function pagesOf(blocks: readonly string[], room: number, separator: string): readonly string[] {
  const pages: string[] = [];
  for (const block of blocks.map((whole) => cut(whole, room))) {
    const last = pages.at(-1);
    if (last === undefined || last.length + separator.length + block.length > room) pages.push(block);
    else pages[pages.length - 1] = last + separator + block;
  }
  return pages.length === 0 ? [''] : pages;
}

/** The page that was asked for, or the nearest one that there is. */
export function pageWithin(page: number, pages: number): number {
  return Math.min(Math.max(page, 0), pages - 1);
}

/** ◀ and ▶ with the page that each leads to as the last argument; nothing where there is one page. Pages count from 0. */
export function pageButtons(
  prefix: string,
  args: readonly (string | number)[],
  page: number,
  pages: number,
): readonly Button[] {
  if (pages <= 1) return [];
  // Two buttons of one message may not have the same id, so a button that leads nowhere names the page beyond.
  return [
    { id: customId(prefix, ...args, page === 0 ? pages : page - 1), emoji: '◀️', disabled: page === 0 },
    { id: customId(prefix, ...args, page + 1), emoji: '▶️', disabled: page === pages - 1 },
  ];
}

/** The same as a row of their own. */
export function pageRow(
  prefix: string,
  args: readonly (string | number)[],
  page: number,
  pages: number,
): readonly Row[] {
  const buttons = pageButtons(prefix, args, page, pages);
  return buttons.length === 0 ? [] : [buttons];
}
