import type { APIEmbed } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import { faultIf, missingIf, type Path, schemeFaults } from './rules.js';

/** Characters of all texts of all embeds of a message. */
const MAX_EMBEDS_TEXT = 6_000;

/** What the schemas do not say of a message's embeds. */
export function embedFaults(embeds: readonly APIEmbed[], path: Path): readonly FieldFault[] {
  return [
    ...embeds.flatMap((embed, index) => oneEmbedFaults(embed, [...path, index])),
    ...faultIf(
      embeds.reduce((sum, embed) => sum + embedLength(embed), 0) > MAX_EMBEDS_TEXT,
      path,
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${MAX_EMBEDS_TEXT}`,
    ),
  ];
}

function oneEmbedFaults(embed: APIEmbed, path: Path): readonly FieldFault[] {
  const { title, description, author, footer, image, thumbnail, url } = embed;
  const fields = embed.fields ?? [];
  const shows = [title, description, author?.name, footer?.text, image, thumbnail].some(Boolean);
  return [
    ...missingIf(!shows && fields.length === 0, [...path, 'description']),
    ...fields.flatMap((field, index) => [
      ...missingIf(field.name.trim() === '', [...path, 'fields', index, 'name']),
      ...missingIf(field.value.trim() === '', [...path, 'fields', index, 'value']),
    ]),
    ...schemeFaults(url, [...path, 'url']),
    ...schemeFaults(author?.url, [...path, 'author', 'url']),
  ];
}

function embedLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text, ...fields];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
