/** Draws Markdown trees. lit shows every text as text. */
import { html, type nothing, type TemplateResult } from 'lit';
import type { PageLocale, PageWorld } from '../protocol.js';
import { parseMarkdown } from './markdown.js';
import { parseInline } from './markdown-inline.js';
import type { Block, Inline } from './markdown-tree.js';
import { personOf } from './state.js';
import type { PageTexts } from './texts/texts.js';

/** What names in the text are looked up in. */
export interface MarkdownScene {
  readonly world: PageWorld;
  readonly locale: PageLocale;
  readonly texts: PageTexts;
}

type Drawn = TemplateResult | string | typeof nothing;

/** A text of several lines. */
export function markdown(text: string, scene: MarkdownScene): TemplateResult {
  return html`<div class="md">${parseMarkdown(text).map((block) => drawBlock(block, scene))}</div>`;
}

/** A text of one line, such as a title. */
export function inlineMarkdown(text: string, scene: MarkdownScene): TemplateResult {
  return html`${parseInline(text).map((piece) => drawInline(piece, scene))}`;
}

function drawBlock(block: Block, scene: MarkdownScene): TemplateResult {
  const inside = (pieces: readonly Inline[]) => pieces.map((piece) => drawInline(piece, scene));
  switch (block.kind) {
    case 'line':
      return html`<div class="line">${block.children.length === 0 ? html`<br />` : inside(block.children)}</div>`;
    case 'heading':
      return html`<div class="h${block.level}" role="heading" aria-level=${block.level + 2}>${inside(block.children)}</div>`;
    case 'small':
      return html`<div class="small">${inside(block.children)}</div>`;
    case 'quote':
      return html`<blockquote>${block.blocks.map((inner) => drawBlock(inner, scene))}</blockquote>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'list': {
      const items = block.items.map(
        ({ depth, children, below }) =>
          html`<li class="depth-${depth}">${inside(children)}${below.map((line) => drawBlock(line, scene))}</li>`,
      );
      return block.ordered ? html`<ol start=${block.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

function drawInline(piece: Inline, scene: MarkdownScene): Drawn {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return html`<code>${piece.text}</code>`;
    case 'link':
      return html`<a href=${piece.url} target="_blank" rel="noopener noreferrer" title=${piece.url}>${piece.children.map((inner) => drawInline(inner, scene))}</a>`;
    case 'user':
      return html`<discord-mention type="user">${personOf(scene.world, piece.id)?.name ?? piece.id}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">${piece.id}</discord-mention>`;
    case 'channel':
      return html`<discord-mention type="channel">${scene.world.places.find(({ id }) => id === piece.id)?.name ?? piece.id}</discord-mention>`;
    case 'command':
      return html`<discord-mention type="slash">${piece.name}</discord-mention>`;
    case 'time':
      return html`<time class="stamp" datetime=${isoOf(piece.at)}>${timeText(piece.at, piece.style, scene.locale)}</time>`;
    default:
      return marked(
        piece.kind,
        piece.children.map((inner) => drawInline(inner, scene)),
        scene,
      );
  }
}

function marked(
  kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler',
  inside: readonly Drawn[],
  { texts }: MarkdownScene,
): TemplateResult {
  switch (kind) {
    case 'bold':
      return html`<strong>${inside}</strong>`;
    case 'italic':
      return html`<em>${inside}</em>`;
    case 'underline':
      return html`<u>${inside}</u>`;
    case 'strike':
      return html`<s>${inside}</s>`;
    case 'spoiler':
      return html`<details class="spoiler"><summary>${texts.spoiler}</summary>${inside}</details>`;
  }
}

/** The style's letter as Discord defines it. */
const TIME_STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Seconds beyond this are no time that can be shown. */
const LAST_MOMENT = 8.64e15;

function isoOf(at: number): string {
  return Math.abs(at) > LAST_MOMENT ? '' : new Date(at).toISOString();
}

function timeText(at: number, style: string, locale: PageLocale): string {
  if (Math.abs(at) > LAST_MOMENT) return String(at);
  if (style !== 'R') return new Intl.DateTimeFormat(locale, TIME_STYLES[style]).format(at);
  const seconds = Math.round((at - Date.now()) / 1_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step === undefined
    ? relative.format(seconds, 'second')
    : relative.format(Math.round(seconds / step[1]), step[0]);
}
