/** What the form of a message and the form of a command share. */
import { html, nothing, type TemplateResult } from 'lit';
import { send } from './composing.js';
import type { State } from './state.js';
import type { PageTexts } from './texts/texts.js';

/** What tells assistive technology of the list that belongs to a field. */
export function comboOf(state: State, owner: string) {
  const open = state.popup?.owner === owner;
  const active = state.popup?.active ?? -1;
  return { open, active: open && active >= 0 ? `popup-${active}` : nothing } as const;
}

/** The button that sends; Enter does the same. */
export function sendButton(texts: PageTexts): TemplateResult {
  return html`<button class="send" aria-label=${texts.send} title=${texts.send}>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12l16-8-6 16-3-7z" /></svg>
  </button>`;
}

/** Sends in place of the browser's own way to submit a form. */
export function submitted(event: Event): void {
  event.preventDefault();
  void send();
}
