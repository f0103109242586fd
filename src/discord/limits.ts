/** Discord's limits, and the one gate through which every message of the bot goes. */
import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  MessageMentionOptions,
} from 'discord.js';
import { type Row, rowsWithin } from './controls.js';

/** From Discord's developer documentation; lengths in UTF-16 code units, which never count less than Discord does. */
export const LIMITS = {
  content: 2_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFooter: 2_048,
  embedsPerMessage: 10,
  /** Title, description and footer of all embeds of a message together. */
  embedsTotal: 6_000,
} as const;

/** Longer questions are turned away: nobody asks that much, and every stage would have to read it. */
export const MAX_QUESTION_LENGTH = 1_000;

/** Longest text that names an article, a source or a date; suggestions have at most 100 characters. */
export const MAX_REFERENCE_LENGTH = 100;
/** No article has more paragraphs. */
export const MAX_PARAGRAPH_NUMBER = 100_000;

/** The colour bar of an embed. */
export type Tone = 'answer' | 'evidence' | 'neutral' | 'progress' | 'trouble';

const COLOURS: Readonly<Record<Tone, number>> = {
  answer: 0x2e8b57,
  evidence: 0x3b82c4,
  neutral: 0x8a8f98,
  progress: 0xe0a030,
  trouble: 0xc0392b,
};

/** One card of a reply. Title and description are Discord markdown with everything foreign already escaped. */
export interface Card {
  readonly tone: Tone;
  readonly title?: string;
  readonly description: string;
  /** Small plain text below; Discord shows no markdown there. */
  readonly footer?: string;
}

/** An embed of a message that stands already. */
export type KeptEmbed = Pick<APIEmbed, 'title' | 'description' | 'color' | 'footer'>;

/** A file that goes with a reply. */
export interface ReplyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the bot wants to say, before Discord's limits. */
export interface Reply {
  readonly content?: string;
  /** Embeds that stay as they are, above the cards. */
  readonly kept?: readonly KeptEmbed[];
  readonly cards?: readonly Card[];
  /** Buttons and menus below; none removes those that were there. */
  readonly rows?: readonly Row[];
  readonly files?: readonly ReplyFile[];
}

/** A reply as discord.js takes it, within all limits and unable to ping anyone. */
export interface BoundedMessage {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly files?: { readonly name: string; readonly attachment: Buffer }[];
  readonly allowedMentions: MessageMentionOptions;
}

const ELLIPSIS = '…';
const HIGH_SURROGATE = /[\ud800-\udbff]$/;
const TRAILING_ESCAPES = /(?<!\\)\\+$/;

/** Markdown cut to `max` characters with an ellipsis, never inside a surrogate pair or an escape. */
export function cut(markdown: string, max: number): string {
  if (markdown.length <= max) return markdown;
  if (max < ELLIPSIS.length) return '';
  let kept = markdown.slice(0, max - ELLIPSIS.length).replace(HIGH_SURROGATE, '');
  const escapes = TRAILING_ESCAPES.exec(kept)?.[0].length ?? 0;
  if (escapes % 2 === 1) kept = kept.slice(0, -1);
  return kept + ELLIPSIS;
}

const lengthOf = ({ title, description, footer }: KeptEmbed): number =>
  (title ?? '').length + (description ?? '').length + (footer?.text ?? '').length;

function embedsWithin(kept: readonly KeptEmbed[], cards: readonly Card[]): APIEmbed[] {
  const embeds: APIEmbed[] = [...kept];
  let left: number = LIMITS.embedsTotal - kept.reduce((sum, embed) => sum + lengthOf(embed), 0);
  for (const { tone, title, description, footer } of cards.slice(0, LIMITS.embedsPerMessage - kept.length)) {
    const shownTitle = cut(title ?? '', Math.min(LIMITS.embedTitle, left));
    const shownDescription = cut(description, Math.min(LIMITS.embedDescription, left - shownTitle.length));
    if (shownTitle === '' && shownDescription === '') break;
    left -= shownTitle.length + shownDescription.length;
    const shownFooter = cut(footer ?? '', Math.min(LIMITS.embedFooter, left));
    left -= shownFooter.length;
    embeds.push({
      color: COLOURS[tone],
      ...(shownTitle === '' ? {} : { title: shownTitle }),
      ...(shownDescription === '' ? {} : { description: shownDescription }),
      ...(shownFooter === '' ? {} : { footer: { text: shownFooter } }),
    });
  }
  return embeds;
}

/** Brings a reply within Discord's limits. Renderers keep within them by themselves; this is what guarantees it. */
export function bounded(reply: Reply): BoundedMessage {
  return {
    ...(reply.content === undefined ? {} : { content: cut(reply.content, LIMITS.content) }),
    embeds: embedsWithin(reply.kept ?? [], reply.cards ?? []),
    components: rowsWithin(reply.rows ?? []),
    ...(reply.files === undefined
      ? {}
      : { files: reply.files.map(({ name, bytes }) => ({ name, attachment: Buffer.from(bytes) })) }),
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/**
 * As many leading blocks as fit into `room` characters when joined by `separator`, keeping `reserve` free for a closing
 * line about the others as long as there are others.
 */
export function fitting(
  blocks: readonly string[],
  room: number,
  separator: string,
  reserve: number,
): readonly string[] {
  const kept: string[] = [];
  let used = 0;
  for (const [index, block] of blocks.entries()) {
    const cost = block.length + (index === 0 ? 0 : separator.length);
    const needed = index === blocks.length - 1 ? 0 : reserve;
    if (used + cost + needed > room) break;
    kept.push(block);
    used += cost;
  }
  return kept;
}
