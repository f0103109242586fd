import type { ShownAnswer } from '../../store/shown-answers.js';
import type { Press } from '../component.js';
import { renderNotice } from '../rendering/notice.js';

/** Whether a message belongs to whoever uses its control: it then changes for him, and others get one of their own. */
export function isOwn({ message, place, caller }: Press): boolean {
  if (message === null) return false;
  return message.ephemeral || place.kind === 'direct-message' || message.askerId === caller.userId;
}

/** Acknowledges; `reply` then changes the message of whoever asked, and is a private one to everybody else. */
export async function deferForPresser(press: Press): Promise<void> {
  if (isOwn(press)) await press.deferUpdate();
  else await press.defer('asker');
}

/** The answer behind a control; null after saying that it is no longer kept, or when it belongs to another server. */
export async function shownAnswer(press: Press, id: string | undefined): Promise<ShownAnswer | null> {
  const shown = id === undefined || id === '' ? null : await press.services.store.shown.get(id);
  if (shown !== null && shown.guildId === press.place.guildId) return shown;
  await press.tell(renderNotice(press.texts.controls.forgotten, 'neutral'));
  return null;
}
