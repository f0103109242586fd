/** The whole window. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PageWorld, ShownMessage } from '../protocol.js';
import { entriesOf } from './commands.js';
import { composer } from './composer-view.js';
import { askStarter } from './composing.js';
import { drawer, toggleDrawer } from './drawer-view.js';
import { messageView, noticeView } from './message-view.js';
import { modal } from './modal-view.js';
import { sidebar, toggleSidebar } from './sidebar-view.js';
import { placeOf, type State, visibleMessages } from './state.js';
import { textsOf } from './texts/locale.js';

/** The page in a state. */
export function pageView(state: State): TemplateResult {
  const { world } = state;
  const texts = textsOf(state.locale);
  if (world === null) return html`<p class="waiting">…</p>`;
  return html`<div class="window ${state.drawer ? 'with-drawer' : ''}">
      ${sidebar(state, world)}
      ${state.sidebar ? html`<div class="shade" @click=${toggleSidebar}></div>` : nothing}
      <main>
        ${top(state)}
        ${state.connected ? nothing : html`<p class="offline" role="alert">${texts.offline}</p>`}
        ${conversation(state, world)}
        ${typing(state, world)}
        ${composer(state, world)}
      </main>
      ${drawer(state)}
    </div>
    ${modal(state, world)}`;
}

function top(state: State): TemplateResult {
  const texts = textsOf(state.locale);
  const place = placeOf(state);
  return html`<header class="top">
    <button type="button" class="icon open-sidebar" aria-label=${texts.openNavigation} aria-expanded=${state.sidebar} @click=${toggleSidebar}>☰</button>
    <h2><span class="hash" aria-hidden="true">${place?.kind === 'dm' ? '@' : '#'}</span>${place?.name ?? ''}</h2>
    <button type="button" class="inspector-button" aria-pressed=${state.drawer} @click=${toggleDrawer}>
      <span aria-hidden="true">{ }</span><span class="inspector-word">${texts.inspector}</span>
    </button>
  </header>`;
}

function conversation(state: State, world: PageWorld): TemplateResult {
  const texts = textsOf(state.locale);
  const messages = visibleMessages(state);
  const notices = state.notices.filter(({ place }) => place === state.place);
  const list = repeat(
    messages,
    ({ message }) => message.id,
    ({ message }, index) => messageView(message, before(messages, index), state, world),
  );
  // The outside components take the theme once, when they are made.
  return html`<div class="scroll" tabindex="0" role="log" aria-live="polite" aria-label=${texts.messages}>
    ${keyed(
      `${state.theme} ${state.place} ${state.viewer}`,
      html`<div class="log">
      ${messages.length === 0 ? welcome(state) : nothing} ${list}
      ${notices.map((notice) => noticeView(notice, state))}
    </div>`,
    )}
  </div>`;
}

function before(messages: readonly ShownMessage[], index: number) {
  return messages[index - 1]?.message;
}

function welcome(state: State): TemplateResult {
  const texts = textsOf(state.locale);
  const ask =
    entriesOf(state.commands, state.locale).find(({ english }) => english === 'ask')?.label ?? 'ask';
  const sentences = placeOf(state)?.kind === 'dm' ? texts.welcomeDirect : texts.welcomeChannel(`/${ask}`);
  return html`<section class="welcome">
    <p>${sentences[0]}</p>
    <p>${sentences[1]}</p>
    ${
      state.starters.length === 0
        ? nothing
        : html`<h3>${texts.tryThese}</h3>
            <ul>
              ${state.starters.map((question) => html`<li><button type="button" class="starter" @click=${() => askStarter(question)}>${question}</button></li>`)}
            </ul>`
    }
  </section>`;
}

function typing(state: State, world: PageWorld): TemplateResult {
  const types = (state.typing[state.place] ?? 0) > Date.now();
  return html`<div class="typing" aria-live="polite">
    ${types ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${textsOf(state.locale).typing(world.bot.name)}` : nothing}
  </div>`;
}
