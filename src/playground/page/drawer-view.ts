/** The inspector: what went between the bot and Discord, as JSON. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { JournalLine } from '../protocol.js';
import { focusSoon } from './focus.js';
import type { State } from './state.js';
import { update } from './store.js';
import { textsOf } from './texts/locale.js';

/** Lines that are drawn; more are found by the filter. */
const MAX_DRAWN = 200;

/** Opens or closes the inspector. */
export function toggleDrawer(): void {
  update(({ drawer: open }) => ({ drawer: !open, menu: null }));
  focusSoon('.drawer input[type="search"], .inspector-button');
}

/** The inspector, newest line first. */
export function drawer(state: State): TemplateResult | typeof nothing {
  if (!state.drawer) return nothing;
  const texts = textsOf(state.locale);
  const lines = fitting(state).slice(-MAX_DRAWN).reverse();
  const kinds = [
    ['all', texts.all],
    ['requests', texts.requests],
    ['events', texts.events],
  ] as const;
  return html`<aside class="drawer" aria-label=${texts.inspector} @keydown=${closeOnEscape}>
    <header>
      <h2>${texts.inspector}</h2>
      <button type="button" class="icon" aria-label=${texts.close} @click=${toggleDrawer}>✕</button>
    </header>
    <div class="filters">
      <input type="search" placeholder=${texts.filter} aria-label=${texts.filter} .value=${state.filter} @input=${(event: Event) => update({ filter: (event.target as HTMLInputElement).value })} />
      <div class="kinds" role="group" aria-label=${texts.filter}>
        ${kinds.map(
          ([kind, label]) =>
            html`<button type="button" aria-pressed=${state.filterKind === kind} @click=${() => update({ filterKind: kind })}>${label}</button>`,
        )}
      </div>
    </div>
    <div class="lines" tabindex="0" role="region" aria-label=${texts.inspector}>
      ${
        lines.length === 0
          ? html`<p class="none">${texts.noEntries}</p>`
          : repeat(
              lines,
              ({ number }) => number,
              (line) => drawLine(line, state.locale),
            )
      }
    </div>
  </aside>`;
}

function fitting({ journal, filter, filterKind }: State): readonly JournalLine[] {
  const wanted = filter.trim().toLowerCase();
  return journal.filter((line) => {
    if (filterKind === 'requests' && line.kind !== 'request') return false;
    if (filterKind === 'events' && line.kind === 'request') return false;
    if (wanted === '') return true;
    return `${line.kind} ${line.title} ${line.mark} ${JSON.stringify(line.entry)}`
      .toLowerCase()
      .includes(wanted);
  });
}

function drawLine(line: JournalLine, locale: string): TemplateResult {
  return html`<details class="journal-line ${line.failed ? 'failed' : ''}" @toggle=${fill(line)}>
    <summary>
      <span class="kind kind-${line.kind}">${ARROWS[line.kind] ?? '•'}</span>
      <span class="journal-title">${line.title}</span>
      <span class="mark">${line.mark}</span>
      <time>${new Date(line.at).toLocaleTimeString(locale, { hour12: false })}</time>
    </summary>
    <pre></pre>
  </details>`;
}

/** Which way it went: ↑ from the bot, ↓ to it. */
const ARROWS: Readonly<Record<string, string>> = {
  request: '↑',
  received: '↑',
  dispatch: '↓',
  sent: '↓',
  fault: '⚡',
  violation: '⚠',
};

/** JSON is written only for lines that are opened. */
function fill(line: JournalLine): (event: Event) => void {
  return (event) => {
    const details = event.currentTarget as HTMLDetailsElement;
    const pre = details.querySelector('pre');
    if (pre !== null && details.open && pre.textContent === '')
      pre.textContent = JSON.stringify(line.entry, null, 2);
  };
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') toggleDrawer();
}
