import type { SourceCheck } from '../../library.js';
import type { Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle } from './article.js';

const MAX_TITLE = 120;
const MAX_FILE = 200;
const MAX_PARAGRAPH = 2_200;
/** Of the neighbours only what stands next to the paragraph is shown. */
const MAX_NEIGHBOUR = 240;
/** A paragraph that cleaning cut many times has many spans. */
const SPANS_SHOWN = 6;

function before(text: string | null): readonly string[] {
  if (text === null) return [];
  const shown = text.length > MAX_NEIGHBOUR ? `…${text.slice(-MAX_NEIGHBOUR)}` : text;
  return [`-# ${plainMarkdown(shown, MAX_NEIGHBOUR * 2)}`];
}

const after = (text: string | null): readonly string[] =>
  text === null ? [] : [`-# ${plainMarkdown(text, MAX_NEIGHBOUR)}`];

function offsets(check: Extract<SourceCheck, { spans: unknown }>): string {
  const shown = check.spans.slice(0, SPANS_SHOWN).map(([start, end]) => `${start}–${end}`);
  return shown.join(', ') + (check.spans.length > SPANS_SHOWN ? ' …' : '');
}

/** What stands in the file now: the paragraph between its neighbours, where it stands, and whether it has changed. */
export function renderCheck(check: SourceCheck, texts: Texts): Reply {
  if (check.status === 'gone') {
    const { gone, goneUnknown } = texts.check;
    const description =
      check.article === null
        ? `### ✗ ${goneUnknown}`
        : `### ✗ ${gone}\n${articleTitle(check.article, MAX_TITLE)}\n-# ${texts.check.file(`\`${fileName(check.article.file)}\``)}`;
    return { cards: [{ tone: 'trouble', description }] };
  }
  const { status, article, paragraph, paragraphs } = check;
  const description = [
    status === 'unchanged' ? `### ✓ ${texts.check.unchanged}` : `### ⚠ ${texts.check.changed}`,
    `**${articleTitle(article, MAX_TITLE)}**`,
    `-# ${articleLine(article, texts, texts.check.position(paragraph, paragraphs))}`,
    '',
    ...before(check.before),
    `> ${plainMarkdown(check.text, MAX_PARAGRAPH)}`,
    ...after(check.after),
    '',
    `-# ${texts.check.file(`\`${fileName(check.file)}\``)}`,
    `-# ${texts.check.offsets(offsets(check))}`,
    `-# ${texts.check.hash(`\`${check.sha256}\``)}`,
  ].join('\n');
  return { cards: [{ tone: status === 'unchanged' ? 'answer' : 'progress', description }] };
}

/** A path as it may stand between backticks. */
const fileName = (file: string): string => file.replace(/[`\p{Cc}]/gu, '?').slice(0, MAX_FILE);
