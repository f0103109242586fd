/** Channels, and who looks at them in which language and colours. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PagePlace, PageWorld } from '../protocol.js';
import { become, openPlace, setTheme, speak } from './actions.js';
import { avatar } from './avatars.js';
import { type State, type Theme, visiblePlaces } from './state.js';
import { update } from './store.js';
import { LOCALES, textsOf } from './texts/locale.js';
import type { PageTexts } from './texts/texts.js';

/** The column beside the messages. */
export function sidebar(state: State, world: PageWorld): TemplateResult {
  const texts = textsOf(state.locale);
  const places = visiblePlaces(state);
  const own = places.filter(({ kind }) => kind === 'channel');
  const direct = places.filter(({ kind }) => kind === 'dm');
  return html`<nav class="sidebar ${state.sidebar ? 'open' : ''}" aria-label=${texts.navigation}>
    <h1>${world.server}</h1>
    <div class="places">
      <h2>${texts.channels}</h2>
      <ul>
        ${own.map(
          (channel) => html`<li>
            ${place(channel, state, world)}
            ${threads(
              places.filter(({ parent }) => parent === channel.id),
              state,
              world,
            )}
          </li>`,
        )}
      </ul>
      <h2>${texts.directMessages}</h2>
      <ul>
        ${direct.map((one) => html`<li>${place(one, state, world)}</li>`)}
      </ul>
    </div>
    ${switches(state, world, texts)}
  </nav>`;
}

function threads(
  list: readonly PagePlace[],
  state: State,
  world: PageWorld,
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul class="threads">${list.map((thread) => html`<li>${place(thread, state, world)}</li>`)}</ul>`;
}

function place(one: PagePlace, state: State, world: PageWorld): TemplateResult {
  const open = one.id === state.place;
  const icon =
    one.kind === 'dm'
      ? html`<img src=${avatar(world.bot)} alt="" />`
      : html`<span class="hash" aria-hidden="true">${one.kind === 'thread' ? '┗' : '#'}</span>`;
  return html`<button type="button" class="place ${open ? 'open' : ''}" aria-current=${open ? 'page' : nothing} @click=${() => openPlace(one.id)}>
    ${icon}<span>${one.name}</span>
  </button>`;
}

function switches(state: State, world: PageWorld, texts: PageTexts): TemplateResult {
  const themes: readonly (readonly [Theme, string])[] = [
    ['dark', texts.dark],
    ['light', texts.light],
  ];
  const viewer = world.people.find(({ id }) => id === state.viewer);
  return html`<div class="switches">
    <div class="viewer">
      ${viewer === undefined ? nothing : html`<img src=${avatar(viewer)} alt="" /><b>${viewer.name}</b>`}
    </div>
    ${choice(
      texts.role,
      'role',
      world.people.map(({ id, kind }) => [id, kind === 'moderator' ? texts.moderator : texts.member]),
      state.viewer,
      become,
    )}
    ${choice(texts.language, 'locale', LOCALES, state.locale, speak)}
    ${choice(texts.theme, 'theme', themes, state.theme, setTheme)}
    <p class="local">${texts.playground}</p>
  </div>`;
}

function choice<T extends string>(
  label: string,
  name: string,
  values: readonly (readonly [value: T, label: string])[],
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`<fieldset class="choice">
    <legend>${label}</legend>
    <div>
      ${values.map(
        ([value, text]) => html`<label class=${value === chosen ? 'chosen' : ''}>
          <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} />
          <span>${text}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Opens or closes the column where the window is narrow. */
export function toggleSidebar(): void {
  update(({ sidebar: open }) => ({ sidebar: !open }));
}
