/** A select menu: one button, a list below it, keys as in a native one. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';

/** Where less room is above the button, in px, its list opens below it. */
const ROOM_ABOVE = 380;

/** An option of the menu. */
export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  readonly emoji?: string | undefined;
  readonly default?: boolean | undefined;
}

/** A menu with one choice or several; tells what was chosen by the event `chosen`. */
export class SelectMenu extends LitElement {
  static override properties = {
    options: { attribute: false },
    placeholder: {},
    doneLabel: {},
    least: { type: Number },
    most: { type: Number },
    disabled: { type: Boolean },
    busy: { type: Boolean },
    opened: { state: true },
    active: { state: true },
    below: { state: true },
    picked: { state: true },
  };

  declare options: readonly SelectOption[];
  declare placeholder: string;
  declare doneLabel: string;
  declare least: number;
  declare most: number;
  declare disabled: boolean;
  declare busy: boolean;
  declare private opened: boolean;
  declare private active: number;
  declare private below: boolean;
  declare private picked: ReadonlySet<string>;

  constructor() {
    super();
    this.options = [];
    this.placeholder = '';
    this.doneLabel = '';
    this.least = 1;
    this.most = 1;
    this.disabled = false;
    this.busy = false;
    this.opened = false;
    this.active = 0;
    this.below = false;
    this.picked = new Set();
  }

  /** The page's own style sheet is to reach it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const chosen = this.options.filter((option) => option.default === true).map(({ label }) => label);
    const shown = chosen.length > 0 ? chosen.join(', ') : this.placeholder;
    return html`<div class="select" @focusout=${this.left}>
      <button
        type="button"
        class="select-button ${chosen.length > 0 ? '' : 'empty'}"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded=${this.opened}
        aria-label=${this.placeholder}
        aria-activedescendant=${this.opened ? this.idOf(this.active) : nothing}
        ?disabled=${this.disabled || this.busy}
        @click=${this.toggle}
        @keydown=${this.pressed}
      >
        <span>${this.busy ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : shown}</span>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 9l6 6 6-6" /></svg>
      </button>
      ${this.opened ? this.list() : nothing}
    </div>`;
  }

  private list(): TemplateResult {
    const several = this.most > 1;
    return html`<div class="select-list ${this.below ? 'below' : ''}" role="listbox" aria-multiselectable=${several} aria-label=${this.placeholder}>
      ${this.options.map(
        (option, index) => html`<div
          id=${this.idOf(index)}
          role="option"
          class=${index === this.active ? 'active' : ''}
          aria-selected=${this.picked.has(option.value)}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => this.take(index)}
        >
          ${option.emoji === undefined ? nothing : html`<span class="emoji">${option.emoji}</span>`}
          <span class="select-text"
            ><span>${option.label}</span>${
              option.description === undefined ? nothing : html`<small>${option.description}</small>`
            }</span
          >
          ${several || this.picked.has(option.value) ? html`<span class="tick">${this.picked.has(option.value) ? '✓' : ''}</span>` : nothing}
        </div>`,
      )}
      ${several ? html`<button type="button" class="select-done" @pointerdown=${(event: Event) => event.preventDefault()} @click=${this.finish}>${this.doneLabel}</button>` : nothing}
    </div>`;
  }

  private idOf(index: number): string {
    return `${this.id}-${index}`;
  }

  private toggle(): void {
    if (this.opened) this.close();
    else this.open();
  }

  private open(): void {
    this.picked = new Set(this.options.filter((option) => option.default === true).map(({ value }) => value));
    this.active = Math.max(
      0,
      this.options.findIndex((option) => option.default === true),
    );
    this.below = this.getBoundingClientRect().top < ROOM_ABOVE;
    this.opened = true;
    void this.updateComplete.then(() => this.reveal());
  }

  private close(): void {
    this.opened = false;
  }

  private left(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && this.contains(event.relatedTarget)) return;
    this.close();
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.opened) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.open();
      }
      return;
    }
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(this.options.length - 1, this.active + 1),
      ArrowUp: Math.max(0, this.active - 1),
      Home: 0,
      End: this.options.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      this.active = to;
      void this.updateComplete.then(() => this.reveal());
    } else if (event.key === 'Enter' || event.key === ' ') this.take(this.active);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Tab' && this.most > 1) {
      this.finish();
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private reveal(): void {
    this.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  private take(index: number): void {
    const option = this.options[index];
    if (option === undefined) return;
    if (this.most === 1) {
      this.tell([option.value]);
      return;
    }
    const picked = new Set(this.picked);
    if (!picked.delete(option.value) && picked.size < this.most) picked.add(option.value);
    this.picked = picked;
    this.active = index;
  }

  private finish(): void {
    if (this.picked.size >= this.least) this.tell([...this.picked]);
    else this.close();
  }

  private tell(values: readonly string[]): void {
    this.close();
    this.dispatchEvent(new CustomEvent('chosen', { detail: values }));
  }
}

customElements.define('select-menu', SelectMenu);
