/** Starts the page. */
import { render } from 'lit';
import './discord.js';
import './page.css';
import { openMenu, refresh } from './actions.js';
import { write } from './composing.js';
import { listen } from './connection.js';
import { pageView } from './page-view.js';
import type { State } from './state.js';
import { current, drawWith, takeLive, update } from './store.js';
import { textsOf } from './texts/locale.js';

/** How near to its end, in px, the list of messages is when it follows new ones. */
const NEAR_END = 160;

const page = document.querySelector<HTMLElement>('#page');
let offered: State['commands'] = [];

function draw(state: State): void {
  if (page === null) return;
  const { documentElement: root } = document;
  root.dataset.theme = state.theme;
  root.lang = state.locale;
  document.title = `${state.world?.server ?? 'Wenju'} · ${textsOf(state.locale).app}`;
  const scroll = document.querySelector('.scroll');
  const follows = scroll === null || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
  render(pageView(state), page);
  if (follows) requestAnimationFrame(toEnd);
  completeAgain(state);
}

/** Whoever was quicker than the list of commands gets it now. */
function completeAgain({ commands, draft }: State): void {
  if (commands === offered) return;
  offered = commands;
  if (draft.call === null && draft.text.startsWith('/')) write(draft.text);
}

/** Follows what is new at the end of the messages, and what covers it. */
function toEnd(): void {
  const scroll = document.querySelector('.scroll');
  if (scroll !== null) scroll.scrollTop = scroll.scrollHeight;
}

document.addEventListener('click', (event) => {
  if (current().menu !== null && !(event.target as Element).closest('.toolbar')) openMenu(null);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && current().sidebar) update({ sidebar: false });
});

drawWith(draw);
listen(
  (live) => {
    takeLive(live);
    if (live.kind === 'hello' || live.kind === 'world') void refresh();
  },
  (connected) => update({ connected }),
);
