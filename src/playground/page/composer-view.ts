/** Where people write: a message, or a slash command with its options. */
import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageWorld } from '../protocol.js';
import {
  chooseFile,
  dropOption,
  fieldId,
  hiddenOptions,
  leaveCall,
  MORE_OWNER,
  offerOptions,
  openChoices,
  TEXT_OWNER,
  writeOption,
} from './calling.js';
import type { Option } from './commands.js';
import { attachFiles, detach, replyTo, send, write } from './composing.js';
import { closePopup, closePopupOf, movePopup, takeActive } from './popup.js';
import { type Call, type Popup, personOf, placeOf, type State } from './state.js';
import { type PageTexts, textsOf } from './texts.js';

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

/** What tells assistive technology of the list that belongs to a field. */
function comboOf(state: State, owner: string) {
  const open = state.popup?.owner === owner;
  const active = state.popup?.active ?? -1;
  return { open, active: open && active >= 0 ? `popup-${active}` : nothing } as const;
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

function sendButton(texts: PageTexts): TemplateResult {
  return html`<button class="send" aria-label=${texts.send} title=${texts.send}>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12l16-8-6 16-3-7z" /></svg>
  </button>`;
}

function callForm(call: Call, state: State, texts: PageTexts): TemplateResult {
  const hidden = hiddenOptions(call);
  const more = comboOf(state, MORE_OWNER);
  return html`<form class="writing call" @submit=${submitted}>
    <div class="line-of-writing">
      <button type="button" class="called" title=${texts.cancel} @click=${() => leaveCall()}>
        /${call.entry.label}<span aria-hidden="true"> ✕</span>
      </button>
      <div class="options">
        ${call.entry.options
          .filter(({ name }) => call.shown.includes(name))
          .map((option) => field(option, call, state, texts))}
        ${
          hidden.length === 0
            ? nothing
            : html`<button
                type="button"
                class="more-options"
                id=${MORE_OWNER}
                aria-haspopup="listbox"
                aria-expanded=${more.open}
                aria-activedescendant=${more.active}
                @click=${offerOptions}
                @blur=${() => closePopupOf(MORE_OWNER)}
              >
                ${texts.optional(hidden.length)}
              </button>`
        }
      </div>
      ${sendButton(texts)}
    </div>
  </form>`;
}

function field(option: Option, call: Call, state: State, texts: PageTexts): TemplateResult {
  const id = fieldId(option.name);
  const filled = call.fields[option.name];
  if (option.type === OptionType.Attachment) {
    return html`<label class="option file-option" title=${option.description}>
      <span class="option-name">${option.label}</span>
      <input id=${id} type="file" @change=${(event: Event) => chooseFile(option, (event.target as HTMLInputElement).files?.[0])} @keydown=${(event: KeyboardEvent) => fieldKeys(event, option, '')} />
      <span class="option-file">${filled?.text ?? texts.chooseFile}</span>
    </label>`;
  }
  const combo = comboOf(state, id);
  const numeric = option.type === OptionType.Integer || option.type === OptionType.Number;
  const text = filled?.text ?? '';
  return html`<label class="option" title=${option.description}>
    <span class="option-name">${option.label}</span>
    <input
      id=${id}
      type="text"
      autocomplete="off"
      inputmode=${numeric ? 'numeric' : 'text'}
      maxlength=${option.maxLength ?? 6_000}
      role="combobox"
      aria-autocomplete="list"
      aria-controls="popup"
      aria-expanded=${combo.open}
      aria-activedescendant=${combo.active}
      aria-required=${option.required}
      placeholder=${option.description}
      .value=${live(text)}
      @input=${(event: Event) => writeOption(option, (event.target as HTMLInputElement).value)}
      @focus=${() => openChoices(option, filled?.value === null ? text : '')}
      @blur=${() => closePopupOf(id)}
      @keydown=${(event: KeyboardEvent) => fieldKeys(event, option, text)}
    />
  </label>`;
}

function submitted(event: Event): void {
  event.preventDefault();
  void send();
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

function fieldKeys(event: KeyboardEvent, option: Option, text: string): void {
  if (event.isComposing) return;
  if (event.key === 'Enter' && option.type !== OptionType.Attachment) {
    event.preventDefault();
    if (!takeActive()) void send();
  } else if (event.key === 'Tab' && !event.shiftKey) takeActive();
  else if (event.key === 'Backspace' && text === '') {
    event.preventDefault();
    dropOption(option);
  }
}
