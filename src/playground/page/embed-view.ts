/** Embeds as Discord shows them. */
import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { inlineMarkdown, type MarkdownScene, markdown } from './markdown-view.js';

/** One embed. Pictures from elsewhere are named, not fetched. */
export function embed(embed: APIEmbed, scene: MarkdownScene, light: boolean): TemplateResult {
  const { title, url, description, fields = [], footer, author, timestamp } = embed;
  const colour = embed.color === undefined ? undefined : `#${embed.color.toString(16).padStart(6, '0')}`;
  return html`<discord-embed slot="embeds" color=${ifDefined(colour)} ?light-theme=${light}>
    <div slot="description" class="embed">
      ${author === undefined ? nothing : html`<div class="embed-author">${linked(author.name, author.url)}</div>`}
      ${title === undefined ? nothing : html`<div class="embed-title">${linked(inlineMarkdown(title, scene), url)}</div>`}
      ${description === undefined ? nothing : markdown(description, scene)}
      ${fields.length === 0 ? nothing : html`<div class="embed-fields">${fields.map((field) => drawField(field, scene))}</div>`}
      ${picture(embed.image?.url)} ${picture(embed.thumbnail?.url)}
    </div>
    ${
      footer === undefined && timestamp === undefined
        ? nothing
        : html`<discord-embed-footer slot="footer" ?light-theme=${light}>${footer?.text ?? ''}${when(timestamp, scene.locale)}</discord-embed-footer>`
    }
  </discord-embed>`;
}

function linked(inside: TemplateResult | string, url: string | undefined): TemplateResult | string {
  if (url === undefined || !/^https?:/u.test(url)) return inside;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${inside}</a>`;
}

function drawField(
  { name, value, inline }: { readonly name: string; readonly value: string; readonly inline?: boolean },
  scene: MarkdownScene,
): TemplateResult {
  return html`<div class="embed-field ${inline === true ? 'inline' : ''}">
    <div class="embed-field-name">${inlineMarkdown(name, scene)}</div>
    ${markdown(value, scene)}
  </div>`;
}

function picture(url: string | undefined): TemplateResult | typeof nothing {
  return url === undefined ? nothing : html`<div class="picture">🖼 ${url}</div>`;
}

function when(timestamp: string | undefined, locale: string): string {
  if (timestamp === undefined) return '';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  return ` • ${format.format(new Date(timestamp))}`;
}
