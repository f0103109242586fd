import { openMenu } from './actions.js';
import { focusSoon } from './focus.js';

/** Keys in a message's menu: up and down move, Escape and Tab close it. */
export function moveInMenu(event: KeyboardEvent, message: string): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
  else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') {
    openMenu(null);
    focusSoon(`[data-id="${message}"] .more`);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
