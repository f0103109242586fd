/** The list above the composer. */
import type { Choice } from './state.js';
import { current, update } from './store.js';

/** Lines that the list holds; Discord's own limit for suggestions. */
const MAX_CHOICES = 25;

/** Opens the list for a field; without lines it is only its title. `active`: the line that Enter takes, -1 for none. */
export function openPopup(owner: string, title: string, choices: readonly Choice[], active: number): void {
  update({ popup: { owner, title, choices: choices.slice(0, MAX_CHOICES), active, state: 'ready' } });
}

/** Shows that the list's lines are awaited. */
export function awaitPopup(owner: string, title: string): void {
  update({ popup: { owner, title, choices: [], active: -1, state: 'waiting' } });
}

/** Shows a sentence in place of a list. */
export function hintPopup(owner: string, title: string): void {
  update({ popup: { owner, title, choices: [], active: -1, state: 'hint' } });
}

/** Closes the list of a field that was left; a list that another field has opened meanwhile stays. */
export function closePopupOf(owner: string): void {
  if (current().popup?.owner === owner) update({ popup: null });
}

/** Closes the list; true when it was open. */
export function closePopup(): boolean {
  if (current().popup === null) return false;
  update({ popup: null });
  return true;
}

/** Moves in the list; true when there was one to move in. */
export function movePopup(step: 1 | -1): boolean {
  const { popup } = current();
  if (popup === null || popup.choices.length === 0) return false;
  const count = popup.choices.length;
  const active = popup.active === -1 && step === -1 ? count - 1 : (popup.active + step + count) % count;
  update({ popup: { ...popup, active } });
  requestAnimationFrame(() => document.querySelector('#popup .active')?.scrollIntoView({ block: 'nearest' }));
  return true;
}

/** Takes the chosen line; true when there was one. */
export function takeActive(): boolean {
  const { popup } = current();
  const choice = popup?.choices[popup.active];
  if (choice === undefined) return false;
  choice.take();
  return true;
}
