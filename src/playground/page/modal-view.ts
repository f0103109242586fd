/** Modals: a dialog with the fields that the bot sent. */
import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { ModalComponent, PageWorld } from '../protocol.js';
import { closeModal, submitModal } from './actions.js';
import { type MarkdownScene, markdown } from './markdown-view.js';
import type { State } from './state.js';
import { textsOf } from './texts/locale.js';

/** The modal that is open, if one is. */
export function modal(state: State, world: PageWorld): TemplateResult | typeof nothing {
  const { modal: open, locale, modalFault } = state;
  if (open === null) return nothing;
  const texts = textsOf(locale);
  const scene: MarkdownScene = { world, locale, texts };
  const dialog = html`<dialog class="modal" aria-labelledby="modal-title" ${ref(show)} @cancel=${closeModal}>
    <form @submit=${submitted}>
      <h2 id="modal-title">${open.title}</h2>
      ${open.components.map((component) => field(component, scene))}
      ${modalFault === null ? nothing : html`<p class="modal-fault" role="alert">${modalFault}</p>`}
      <div class="modal-buttons">
        <button type="button" class="button secondary" @click=${closeModal}>${texts.cancel}</button>
        <button class="button primary">${texts.submit}</button>
      </div>
    </form>
  </dialog>`;
  return html`${keyed(open.run, dialog)}`;
}

function show(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement) || element.open) return;
  queueMicrotask(() => {
    if (element.isConnected && !element.open) element.showModal();
    element.querySelector<HTMLElement>('input, textarea, select')?.focus();
  });
}

function field(component: ModalComponent, scene: MarkdownScene): TemplateResult | typeof nothing {
  switch (component.type) {
    case ComponentType.ActionRow:
      return html`${(component.components ?? []).map((child) => field(child, scene))}`;
    case ComponentType.Label:
      return component.component === undefined
        ? nothing
        : labelled(component.label ?? '', component.description, component.component);
    case ComponentType.TextDisplay:
      return markdown(component.content ?? '', scene);
    default:
      return labelled(component.label ?? '', undefined, component);
  }
}

function labelled(label: string, description: string | undefined, component: ModalComponent): TemplateResult {
  const required = component.required !== false;
  return html`<label class="modal-field">
    <span>${label}${required ? html`<b aria-hidden="true"> *</b>` : nothing}</span>
    ${description === undefined ? nothing : html`<small>${description}</small>`}
    ${component.type === ComponentType.StringSelect ? select(component) : input(component)}
  </label>`;
}

function input(component: ModalComponent): TemplateResult {
  const {
    custom_id: name = '',
    placeholder = '',
    value = '',
    min_length: least = 0,
    max_length: most = 4_000,
  } = component;
  const required = component.required !== false;
  return component.style === TextInputStyle.Paragraph
    ? html`<textarea name=${name} rows="4" placeholder=${placeholder} minlength=${least} maxlength=${most} ?required=${required} .value=${value}></textarea>`
    : html`<input type="text" name=${name} placeholder=${placeholder} minlength=${least} maxlength=${most} ?required=${required} .value=${value} autocomplete="off" />`;
}

function select(component: ModalComponent): TemplateResult {
  const several = (component.max_values ?? 1) > 1;
  return html`<select name=${component.custom_id ?? ''} ?multiple=${several} ?required=${component.required !== false}>
    ${several ? nothing : html`<option value="">${component.placeholder ?? ''}</option>`}
    ${(component.options ?? []).map((option) => html`<option value=${option.value} ?selected=${option.default === true}>${option.label}</option>`)}
  </select>`;
}

function submitted(event: Event): void {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const fields = [...form.elements].flatMap(
    (element): readonly (readonly [string, string | readonly string[]])[] => {
      if (element instanceof HTMLSelectElement) {
        const chosen = [...element.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
        return [[element.name, chosen]];
      }
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        return [[element.name, element.value]];
      }
      return [];
    },
  );
  void submitModal(Object.fromEntries(fields));
}
