/** What people do on the page, apart from writing. */
import type { Actor, OpenModal, Outcome, PageLocale } from '../protocol.js';
import { perform } from './connection.js';
import { focusSoon } from './focus.js';
import { EMPTY_DRAFT, type State, type Theme, visiblePlaces } from './state.js';
import { current, remember, update } from './store.js';
import { textsOf } from './texts/locale.js';

let notices = 0;

/** Who acts now, where. */
export function actor(): Actor {
  const { viewer, place, locale } = current();
  return { user: viewer, place, locale };
}

/** Shows what came of an act: a modal that it opened, or why nothing happened. True when it was done. */
export function follow(outcome: Outcome): boolean {
  if (outcome.ok) {
    if (outcome.modal !== undefined) openModal(outcome.modal);
    return true;
  }
  const texts = textsOf(current().locale);
  notify(outcome.reason === 'silent' ? texts.silent : texts.refused(outcome.text));
  return false;
}

/** Puts a notice under the messages of the open place, as a client does for its reader alone. */
export function notify(text: string): void {
  notices += 1;
  const notice = { id: notices, place: current().place, text };
  update((before) => ({ notices: [...before.notices, notice] }));
}

export function dismissNotice(id: number): void {
  update((before) => ({ notices: before.notices.filter((notice) => notice.id !== id) }));
  focusSoon('#composer-text, .call input');
}

export function dismiss(message: string): void {
  update((before) => ({ dismissed: new Set([...before.dismissed, message]) }));
  focusSoon('#composer-text, .call input');
}

/** Fetches what depends on who is where in which language. */
export async function refresh(): Promise<void> {
  const asked = actor();
  if (asked.user === '') return;
  const [commands, starters] = await Promise.all([
    perform({ act: 'commands', ...asked }),
    perform({ act: 'starters', ...asked }),
  ]);
  const now = actor();
  if (now.user !== asked.user || now.place !== asked.place || now.locale !== asked.locale) return;
  update({
    ...(commands.ok && { commands: commands.commands ?? [] }),
    ...(starters.ok && { starters: starters.starters ?? [] }),
  });
}

function moved(change: Partial<State>): void {
  update({ ...change, draft: EMPTY_DRAFT, popup: null, menu: null, modal: null, sidebar: false });
  void refresh();
}

export function openPlace(place: string): void {
  moved({ place });
  focusSoon('#composer-text');
}

/** Becomes the other person; in a direct message, the other person's one. */
export function become(viewer: string): void {
  const before = current();
  const wasDirect = before.world?.places.find(({ id }) => id === before.place)?.kind === 'dm';
  const own = visiblePlaces({ ...before, viewer }).find(({ kind }) => kind === 'dm');
  moved({ viewer, ...(wasDirect && own !== undefined && { place: own.id }) });
}

export function speak(locale: PageLocale): void {
  remember('locale', locale);
  moved({ locale });
}

export function setTheme(theme: Theme): void {
  remember('theme', theme);
  update({ theme });
}

/** Uses a button, or a select menu with `values`. */
export async function useComponent(
  message: string,
  customId: string,
  values?: readonly string[],
): Promise<void> {
  const key = `${message} ${customId}`;
  if (current().waiting.has(key)) return;
  update((before) => ({ waiting: new Set([...before.waiting, key]) }));
  follow(await perform({ act: 'use', ...actor(), message, customId, ...(values && { values }) }));
  update((before) => ({ waiting: new Set([...before.waiting].filter((other) => other !== key)) }));
}

export function openMenu(message: string | null): void {
  update({ menu: message });
  if (message !== null) focusSoon('.message-menu [role="menuitem"]');
}

/** Calls a command of a message's menu. */
export async function callMenu(name: string, message: string): Promise<void> {
  update({ menu: null });
  follow(await perform({ act: 'menu', ...actor(), name, message }));
}

function openModal(modal: OpenModal): void {
  update({ modal, modalFault: null });
}

export function closeModal(): void {
  update({ modal: null });
}

/** Submits the open modal; it stays open when a client would not send it. */
export async function submitModal(
  values: Readonly<Record<string, string | readonly string[]>>,
): Promise<void> {
  const { modal, locale } = current();
  if (modal === null) return;
  const outcome = await perform({ act: 'submit', ...actor(), run: modal.run, values });
  if (!outcome.ok && outcome.reason === 'refused') {
    update({ modalFault: textsOf(locale).refused(outcome.text) });
    return;
  }
  update({ modal: null });
  follow(outcome);
}
