/** Messages with all that belongs to them. */
import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageWorld } from '../protocol.js';
import { callMenu, dismiss, dismissNotice, openMenu } from './actions.js';
import { attachment } from './attachment-view.js';
import { avatar } from './avatars.js';
import { entriesOf, menuEntries } from './commands.js';
import { type ComponentScene, components, type MessageComponent } from './component-view.js';
import { replyTo } from './composing.js';
import { embed } from './embed-view.js';
import { markdown } from './markdown-view.js';
import { moveInMenu } from './menu-keys.js';
import { type Notice, personOf, type State } from './state.js';
import { textsOf } from './texts/locale.js';

/** Messages of one author within so many ms stand under one name. */
const TOGETHER_MS = 7 * 60_000;

/** A message, and the one before it. */
export function messageView(
  message: APIMessage,
  before: APIMessage | undefined,
  state: State,
  world: PageWorld,
): TemplateResult {
  const texts = textsOf(state.locale);
  const author = personOf(world, message.author.id) ?? { ...world.bot, name: message.author.username };
  const flags = message.flags ?? 0;
  const ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
  const loading = (flags & MessageFlags.Loading) !== 0;
  const alone = message.referenced_message === undefined && message.interaction_metadata === undefined;
  const continued = alone && before !== undefined && isTogether(message, before);
  const mentioned = !ephemeral && message.mentions.some(({ id }) => id === state.viewer);
  return html`<article
    class="message ${ephemeral ? 'ephemeral' : ''} ${mentioned ? 'mentioned' : ''} ${continued ? 'continued' : ''}"
    aria-label="${author.name}, ${timeText(message.timestamp, state.locale)}"
    data-id=${message.id}
    @contextmenu=${(event: Event) => {
      event.preventDefault();
      openMenu(message.id);
    }}
  >
    <discord-message
      author=${author.name}
      avatar=${avatar(author)}
      .timestamp=${timeText(message.timestamp, state.locale)}
      ?bot=${author.kind === 'bot'}
      ?message-body-only=${continued}
      ?light-theme=${state.theme === 'light'}
    >
      ${origin(message, state, world)}
      ${
        loading
          ? html`<div class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${texts.thinking(author.name)}</div>`
          : body(message, state, world)
      }
      ${ephemeral ? footer(() => dismiss(message.id), state) : nothing}
    </discord-message>
    ${loading ? nothing : toolbar(message, state)}
  </article>`;
}

function isTogether(message: APIMessage, before: APIMessage): boolean {
  const apart = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  const kind = (one: APIMessage): number => (one.flags ?? 0) & MessageFlags.Ephemeral;
  return message.author.id === before.author.id && apart < TOGETHER_MS && kind(message) === kind(before);
}

function body(message: APIMessage, state: State, world: PageWorld): TemplateResult {
  const texts = textsOf(state.locale);
  const scene: ComponentScene = {
    world,
    locale: state.locale,
    texts,
    message: message.id,
    attachments: message.attachments,
    waiting: state.waiting,
  };
  const list = (message.components ?? []) as unknown as readonly MessageComponent[];
  const isLayout = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const edited =
    message.edited_timestamp === null ? nothing : html`<span class="edited">${texts.edited}</span>`;
  const hasText = message.content !== '';
  return html`${hasText ? html`${markdown(message.content, scene)}${edited}` : nothing}
  ${message.embeds.map((one) => embed(one, scene, state.theme === 'light'))}
  ${isLayout ? nothing : html`<div slot="attachments">${message.attachments.map((file) => attachment(file, texts))}</div>`}
  <div slot="components" class="components">${components(list, scene)}${hasText ? nothing : edited}</div>`;
}

/** What the message answers: a message, or a command. */
function origin(message: APIMessage, state: State, world: PageWorld): TemplateResult | typeof nothing {
  const texts = textsOf(state.locale);
  if (message.referenced_message === null) {
    return html`<discord-reply slot="reply" deleted><em>${texts.deleted}</em></discord-reply>`;
  }
  if (message.referenced_message !== undefined) {
    const replied = message.referenced_message;
    const author = personOf(world, replied.author.id);
    return html`<discord-reply
      slot="reply"
      author=${author?.name ?? replied.author.username}
      avatar=${author === null ? '' : avatar(author)}
      ?light-theme=${state.theme === 'light'}
      >${excerpt(replied)}</discord-reply
    >`;
  }
  const command = message.interaction as
    | { readonly name: string; readonly user: { readonly id: string } }
    | undefined;
  const user = command === undefined ? null : personOf(world, command.user.id);
  if (command === undefined || user === null) return nothing;
  return html`<div slot="reply" class="used">
    <img src=${avatar(user)} alt="" /><b>${user.name}</b> ${texts.used}
    <span class="command">${shownName(command.name, state)}</span>
  </div>`;
}

/** A command's name as the reader's client shows it; one of a menu has no slash. */
function shownName(name: string, { commands, locale }: State): string {
  const menu = menuEntries(commands, locale).find((entry) => entry.name === name);
  if (menu !== undefined) return menu.label;
  const entry = entriesOf(commands, locale).find(({ english }) => english === name);
  return `/${entry?.label ?? name}`;
}

/** The first words of a message, without marks. */
function excerpt(message: APIMessage): string {
  const text = message.content || message.embeds[0]?.title || message.embeds[0]?.description || '…';
  return text
    .replace(/<@\d+>/gu, '')
    .replace(/[#*_~`>|\\]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 120);
}

function footer(onDismiss: () => void, { locale }: State): TemplateResult {
  const texts = textsOf(locale);
  return html`<div slot="components" class="only-you">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z" /><circle cx="12" cy="12" r="3" /></svg>
    ${texts.onlyYou} · <button type="button" class="text-button" @click=${onDismiss}>${texts.dismiss}</button>
  </div>`;
}

function toolbar(message: APIMessage, state: State): TemplateResult {
  const texts = textsOf(state.locale);
  const open = state.menu === message.id;
  return html`<div class="toolbar ${open ? 'open' : ''}">
    <button type="button" aria-label=${texts.reply} title=${texts.reply} @click=${() => replyTo(message.id)}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 6L4 12l6 6M4 12h9c4 0 7 2 7 6" /></svg>
    </button>
    <button
      type="button"
      class="more"
      aria-label=${texts.more}
      title=${texts.more}
      aria-haspopup="menu"
      aria-expanded=${open}
      @click=${() => openMenu(open ? null : message.id)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h.01M12 12h.01M19 12h.01" /></svg>
    </button>
    ${open ? menu(message, state) : nothing}
  </div>`;
}

function menu(message: APIMessage, state: State): TemplateResult {
  const texts = textsOf(state.locale);
  const apps = menuEntries(state.commands, state.locale);
  return html`<div class="message-menu" role="menu" @keydown=${(event: KeyboardEvent) => moveInMenu(event, message.id)}>
    <button type="button" role="menuitem" @click=${() => replyTo(message.id)}>${texts.reply}</button>
    <div class="menu-title" role="presentation">${texts.apps}</div>
    ${
      apps.length === 0
        ? html`<div class="menu-none">${texts.noApps}</div>`
        : apps.map(
            ({ name, label }) =>
              html`<button type="button" role="menuitem" @click=${() => callMenu(name, message.id)}>${label}</button>`,
          )
    }
  </div>`;
}

/** A notice of the client itself, such as that the bot did not respond. */
export function noticeView(notice: Notice, state: State): TemplateResult {
  return html`<article class="message ephemeral notice" role="status">
    <div class="notice-text">⚠ ${notice.text}</div>
    ${footer(() => dismissNotice(notice.id), state)}
  </article>`;
}

function timeText(timestamp: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(timestamp));
}
