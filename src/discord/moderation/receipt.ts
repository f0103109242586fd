/** What cleaning left out of an article, and what was odd about it, for moderators to judge. */
import type { Receipt } from '../../corpus/article.js';
import type { DroppedByRule } from '../../library/preview.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';

/** Of an example. */
const MAX_EXAMPLE = 60;
const MAX_WARNING = 200;

function ruleName(rule: string, texts: Texts): string {
  return Object.hasOwn(texts.moderation.rules, rule)
    ? (texts.moderation.rules[rule] ?? rule)
    : plainMarkdown(rule, MAX_EXAMPLE);
}

/** One line a rule: its name, how often it took something away, and what it took first. */
export function droppedLines(dropped: readonly DroppedByRule[], texts: Texts): readonly string[] {
  return dropped.map(({ rule, count, examples }) => {
    const times = count === 1 ? '' : ` ${texts.moderation.add.times(count)}`;
    const shown = examples.map((example) => plainMarkdown(example, MAX_EXAMPLE)).filter((one) => one !== '');
    return `- **${ruleName(rule, texts)}**${times}${shown.length === 0 ? '' : ` — ${shown.join(' · ')}`}`;
  });
}

/** Every piece that was left out, in the order of the text. */
export function droppedPieces(dropped: readonly Receipt[], texts: Texts): readonly string[] {
  return dropped.map(
    ({ rule, text }) => `- **${ruleName(rule, texts)}** — ${plainMarkdown(text, MAX_WARNING)}`,
  );
}

/** One line a warning. */
export function warningLines(warnings: readonly string[]): readonly string[] {
  return warnings.map((warning) => `- ${plainMarkdown(warning, MAX_WARNING)}`);
}
