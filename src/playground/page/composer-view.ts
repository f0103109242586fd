/** Where people write: a message, or a slash command with its options. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageWorld } from '../protocol.js';
import { callForm } from './call-view.js';
import { leaveCall, MORE_OWNER, TEXT_OWNER } from './calling.js';
import { comboOf, sendButton, submitted } from './composer-parts.js';
import { attachFiles, detach, replyTo, send, write } from './composing.js';
import { closePopup, closePopupOf, movePopup, takeActive } from './popup.js';
import { type Popup, personOf, placeOf, type State } from './state.js';
import { textsOf } from './texts/locale.js';
import type { PageTexts } from './texts/texts.js';

/** The composer with its list. */
export function composer(state: State, world: PageWorld): TemplateResult {
  const texts = textsOf(state.locale);
  const { draft, popup } = state;
  return html`<div class="composer" @keydown=${moveKeys}>
    ${popup === null ? nothing : list(popup, texts)}
    ${draft.replyTo === null ? nothing : replyBar(draft.replyTo, state, world)}
    ${draft.call === null ? textForm(state, texts) : callForm(draft.call, state, texts)}
  </div>`;
}

function list(popup: Popup, texts: PageTexts): TemplateResult {
  const empty = popup.state === 'waiting' ? texts.searching : texts.noMatch;
  return html`<div class="popup" @pointerdown=${(event: Event) => event.preventDefault()}>
    <div class="popup-title">${popup.title}</div>
    <div id="popup" role="listbox" aria-label=${popup.title}>
      ${popup.choices.map(
        (one, index) => html`<div
          id="popup-${index}"
          role="option"
          class="popup-line ${index === popup.active ? 'active' : ''}"
          aria-selected=${index === popup.active}
          @click=${one.take}
        >
          <span class="popup-label">${one.label}</span><span class="popup-detail">${one.detail}</span
          ><span class="popup-hint">${one.hint}</span>
        </div>`,
      )}
    </div>
    ${popup.choices.length === 0 && popup.state !== 'hint' ? html`<div class="popup-none" role="status">${empty}</div>` : nothing}
  </div>`;
}

function replyBar(message: string, state: State, world: PageWorld): TemplateResult {
  const texts = textsOf(state.locale);
  const replied = state.messages[state.place]?.find((shown) => shown.message.id === message)?.message;
  const name = replied === undefined ? '' : (personOf(world, replied.author.id)?.name ?? '');
  return html`<div class="reply-bar">
    <span>${texts.replyingTo(name)}</span>
    <button type="button" class="icon" aria-label=${texts.cancelReply} @click=${() => replyTo(null)}>✕</button>
  </div>`;
}

function textForm(state: State, texts: PageTexts): TemplateResult {
  const place = placeOf(state);
  const title = place === null ? '' : `${place.kind === 'dm' ? '@' : '#'}${place.name}`;
  const combo = comboOf(state, TEXT_OWNER);
  return html`<form class="writing" @submit=${submitted}>
    ${
      state.draft.files.length === 0
        ? nothing
        : html`<ul class="files">${state.draft.files.map(
            ({ upload, name }) =>
              html`<li>${name}<button type="button" class="icon" aria-label=${texts.remove(name)} @click=${() => detach(upload)}>✕</button></li>`,
          )}</ul>`
    }
    <div class="line-of-writing">
      <label class="attach" title=${texts.attach}>
        <input type="file" multiple aria-label=${texts.attach} @change=${filesChosen} />
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14" /></svg>
      </label>
      <textarea
        id=${TEXT_OWNER}
        rows="1"
        maxlength="2000"
        role="combobox"
        aria-autocomplete="list"
        aria-controls="popup"
        aria-expanded=${combo.open}
        aria-activedescendant=${combo.active}
        aria-label=${texts.writeIn(title)}
        placeholder=${texts.writeIn(title)}
        .value=${live(state.draft.text)}
        @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
        @keydown=${textKeys}
        @blur=${() => closePopupOf(TEXT_OWNER)}
      ></textarea>
      ${sendButton(texts)}
    </div>
  </form>`;
}

function filesChosen(event: Event): void {
  const input = event.target as HTMLInputElement;
  void attachFiles([...(input.files ?? [])]);
  input.value = '';
}

/** Up, down and Escape belong to the list while one is open. */
function moveKeys(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const moved =
    (event.key === 'ArrowDown' && movePopup(1)) ||
    (event.key === 'ArrowUp' && movePopup(-1)) ||
    (event.key === 'Escape' && closePopup());
  if (moved) {
    event.preventDefault();
    return;
  }
  const target = event.target as HTMLElement;
  if (target.id === MORE_OWNER && (event.key === 'Enter' || event.key === ' ') && takeActive())
    event.preventDefault();
  else if (event.key === 'Escape' && target.closest('.call') !== null) leaveCall();
  else if (event.key === 'Escape') replyTo(null);
}

/** Enter sends, Shift+Enter makes a line; with a list open Enter and Tab take its chosen line. */
function textKeys(event: KeyboardEvent): void {
  // While a Chinese input method composes, Enter belongs to it.
  if (event.isComposing) return;
  if ((event.key === 'Enter' && !event.shiftKey) || (event.key === 'Tab' && !event.shiftKey)) {
    if (takeActive()) event.preventDefault();
    else if (event.key === 'Enter') {
      event.preventDefault();
      void send();
    }
  }
}
