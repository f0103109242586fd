/** Buttons, select menus and the layout of components v2, as the bot sent them. */
import { ComponentType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { useComponent } from './actions.js';
import { attachment, type ShownAttachment } from './attachment-view.js';
import { type MarkdownScene, markdown } from './markdown-view.js';
import './select.js';

/** A component of a message, as far as it is drawn. */
export interface MessageComponent {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly url?: string;
  readonly emoji?: { readonly name?: string | null } | null;
  readonly disabled?: boolean;
  readonly content?: string;
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
    readonly emoji?: { readonly name?: string | null } | null;
    readonly default?: boolean;
  }[];
  readonly components?: readonly MessageComponent[];
  readonly accessory?: MessageComponent;
  readonly accent_color?: number | null;
  readonly divider?: boolean;
  readonly spacing?: number;
  readonly items?: readonly {
    readonly media: { readonly url: string };
    readonly description?: string | null;
  }[];
  readonly media?: { readonly url: string };
  readonly description?: string | null;
  readonly file?: { readonly url: string };
}

/** The message that the components are on. */
export interface ComponentScene extends MarkdownScene {
  readonly message: string;
  readonly attachments: readonly ShownAttachment[];
  readonly waiting: ReadonlySet<string>;
}

type Drawn = TemplateResult | typeof nothing;

/** All components of a message. */
export function components(list: readonly MessageComponent[], scene: ComponentScene): readonly Drawn[] {
  return list.map((component) => draw(component, scene));
}

function draw(component: MessageComponent, scene: ComponentScene): Drawn {
  switch (component.type) {
    case ComponentType.ActionRow:
      return html`<discord-action-row class="row">${components(component.components ?? [], scene)}</discord-action-row>`;
    case ComponentType.Button:
      return button(component, scene);
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return select(component, scene);
    case ComponentType.TextDisplay:
      return markdown(component.content ?? '', scene);
    case ComponentType.Section:
      return html`<div class="section">
        <div>${components(component.components ?? [], scene)}</div>
        ${component.accessory === undefined ? nothing : draw(component.accessory, scene)}
      </div>`;
    case ComponentType.Container:
      return container(component, scene);
    case ComponentType.Separator:
      return html`<div class="separator ${component.spacing === 2 ? 'large' : ''}">${component.divider === false ? nothing : html`<hr />`}</div>`;
    case ComponentType.File:
      return file(component.file?.url, scene);
    case ComponentType.Thumbnail:
      return html`<div class="picture">🖼 ${component.description ?? component.media?.url ?? ''}</div>`;
    case ComponentType.MediaGallery:
      return html`${(component.items ?? []).map((item) => html`<div class="picture">🖼 ${item.description ?? item.media.url}</div>`)}`;
    default:
      return nothing;
  }
}

function container(component: MessageComponent, scene: ComponentScene): TemplateResult {
  const accent = component.accent_color;
  const colour = accent === undefined || accent === null ? null : `#${accent.toString(16).padStart(6, '0')}`;
  return html`<div class="container ${colour === null ? '' : 'accented'}" style=${styleMap(colour === null ? {} : { '--accent': colour })}>
    ${components(component.components ?? [], scene)}
  </div>`;
}

function file(url: string | undefined, scene: ComponentScene): Drawn {
  const name = url?.startsWith('attachment://') === true ? url.slice('attachment://'.length) : null;
  const found = scene.attachments.find((candidate) => candidate.filename === name || candidate.url === url);
  return found === undefined ? nothing : attachment(found, scene.texts);
}

/** The classes of Discord's button styles, by their numbers. */
const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
};

function button(component: MessageComponent, scene: ComponentScene): TemplateResult {
  const { label = '', emoji, url, custom_id: customId = '', style = 2, disabled = false } = component;
  const inside = html`${emoji?.name ? html`<span class="emoji" aria-hidden=${label !== ''}>${emoji.name}</span>` : nothing}${
    label === '' ? nothing : html`<span>${label}</span>`
  }`;
  const look = `button ${STYLES[style] ?? 'secondary'}`;
  if (url !== undefined && !disabled) {
    return html`<a class=${look} href=${url} target="_blank" rel="noopener noreferrer">${inside}<svg viewBox="0 0 24 24" aria-label=${scene.texts.opensElsewhere} role="img"><path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9" /></svg></a>`;
  }
  const busy = scene.waiting.has(`${scene.message} ${customId}`);
  return html`<button
    type="button"
    class="${look} ${busy ? 'busy' : ''}"
    ?disabled=${disabled}
    aria-busy=${busy}
    @click=${() => useComponent(scene.message, customId)}
  >
    ${inside}${busy ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : nothing}
  </button>`;
}

function select(component: MessageComponent, scene: ComponentScene): TemplateResult {
  const { custom_id: customId = '' } = component;
  return html`<select-menu
    id="select-${scene.message}-${component.id ?? 0}"
    .options=${optionsOf(component, scene)}
    .placeholder=${component.placeholder ?? scene.texts.choose}
    .doneLabel=${scene.texts.done}
    .least=${component.min_values ?? 1}
    .most=${component.max_values ?? 1}
    .disabled=${component.disabled === true}
    .busy=${scene.waiting.has(`${scene.message} ${customId}`)}
    @chosen=${(event: CustomEvent<readonly string[]>) => useComponent(scene.message, customId, event.detail)}
  ></select-menu>`;
}

function optionsOf(component: MessageComponent, { world }: ComponentScene) {
  const defaults = new Set(
    ((component as { default_values?: readonly { readonly id: string }[] }).default_values ?? []).map(
      ({ id }) => id,
    ),
  );
  const preset = (id: string) => ({ value: id, default: defaults.has(id) });
  switch (component.type) {
    case ComponentType.UserSelect:
    case ComponentType.MentionableSelect:
      return [world.bot, ...world.people].map(({ id, name }) => ({ label: name, ...preset(id) }));
    case ComponentType.RoleSelect:
      return world.roles.map(({ id, name }) => ({ label: `@${name}`, ...preset(id) }));
    case ComponentType.ChannelSelect:
      return world.places
        .filter(({ kind }) => kind !== 'dm')
        .map(({ id, name }) => ({ label: `#${name}`, ...preset(id) }));
    default:
      return (component.options ?? []).map(({ label, value, description, emoji, default: chosen }) => ({
        label,
        value,
        description,
        emoji: emoji?.name ?? undefined,
        default: chosen,
      }));
  }
}
