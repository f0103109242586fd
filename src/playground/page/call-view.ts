/** A slash command in the composer: its name and a field for each option. */
import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  chooseFile,
  dropOption,
  fieldId,
  hiddenOptions,
  leaveCall,
  MORE_OWNER,
  offerOptions,
  openChoices,
  writeOption,
} from './calling.js';
import type { Option } from './commands.js';
import { comboOf, sendButton, submitted } from './composer-parts.js';
import { send } from './composing.js';
import { closePopupOf, takeActive } from './popup.js';
import type { Call, State } from './state.js';
import type { PageTexts } from './texts/texts.js';

/** The form of a command that is being filled in. */
export function callForm(call: Call, state: State, texts: PageTexts): TemplateResult {
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
