/** Holds the state and redraws the page when it changes. */
import type { Live, PageLocale } from '../protocol.js';
import { EMPTY_DRAFT, type State, type Theme } from './state.js';
import { preferredLocale } from './texts/locale.js';

/** Journal lines that the page keeps. */
const MAX_LINES = 1_000;
/** How long somebody types after the last sign of it, in ms; Discord's own time. */
const TYPING_MS = 10_000;

let state: State = {
  connected: false,
  world: null,
  messages: {},
  viewer: '',
  place: '',
  locale:
    remembered<PageLocale>('locale', ['zh-CN', 'zh-TW', 'en-US']) ?? preferredLocale(navigator.languages),
  theme:
    remembered<Theme>('theme', ['dark', 'light']) ??
    (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'),
  commands: [],
  starters: [],
  typing: {},
  dismissed: new Set(),
  notices: [],
  waiting: new Set(),
  draft: EMPTY_DRAFT,
  popup: null,
  modal: null,
  modalFault: null,
  menu: null,
  sidebar: false,
  drawer: false,
  journal: [],
  filter: '',
  filterKind: 'all',
};

let redraw: (state: State) => void = () => {};
let scheduled = false;

/** The state as it is now. */
export function current(): State {
  return state;
}

/** Changes the state; the page is redrawn once for all changes of a turn. */
export function update(change: Partial<State> | ((state: State) => Partial<State>)): void {
  state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    redraw(state);
  });
}

/** Sets what draws the page, and draws it. */
export function drawWith(draw: (state: State) => void): void {
  redraw = draw;
  draw(state);
}

/** Remembers a choice for the next visit. */
export function remember(name: 'locale' | 'theme', value: string): void {
  localStorage.setItem(`wenju-${name}`, value);
}

function remembered<T extends string>(name: string, known: readonly T[]): T | undefined {
  const value = localStorage.getItem(`wenju-${name}`);
  return known.find((candidate) => candidate === value);
}

/** Takes over what the server pushed. */
export function takeLive(live: Live): void {
  update((before) => taken(before, live));
  // Whoever types stops to be shown as typing by itself.
  if (live.kind === 'typing') setTimeout(() => update({}), TYPING_MS + 50);
}

function taken(before: State, live: Live): Partial<State> {
  switch (live.kind) {
    case 'hello':
      return {
        world: live.world,
        messages: Object.groupBy(live.messages, ({ message }) => message.channel_id) as State['messages'],
        journal: live.journal,
        viewer: before.viewer === '' ? (live.world.people[0]?.id ?? '') : before.viewer,
        place: before.place === '' ? (live.world.places[0]?.id ?? '') : before.place,
      };
    case 'world':
      return { world: live.world };
    case 'message':
      return withMessage(before, live);
    case 'typing':
      if (live.user !== before.world?.bot.id) return {};
      return { typing: { ...before.typing, [live.place]: Date.now() + TYPING_MS } };
    case 'journal':
      return { journal: [...before.journal, ...live.lines].slice(-MAX_LINES) };
  }
}

function withMessage(before: State, live: Extract<Live, { kind: 'message' }>): Partial<State> {
  const { message, reader, change } = live;
  const place = message.channel_id;
  const known = before.messages[place] ?? [];
  const others = known.filter((shown) => shown.message.id !== message.id);
  const shown = { message, reader };
  const now =
    change === 'deleted'
      ? others
      : others.length < known.length
        ? known.map((old) => (old.message.id === message.id ? shown : old))
        : [...known, shown];
  const fromBot = message.author.id === before.world?.bot.id;
  return {
    messages: { ...before.messages, [place]: now },
    ...(fromBot && { typing: { ...before.typing, [place]: 0 } }),
  };
}
