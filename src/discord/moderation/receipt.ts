/** What cleaning left out of an article, and what was odd about it, for moderators to judge. */
import type { Receipt } from '../../corpus/article.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';

/** Characters of the example that each rule is shown with. */
const MAX_EXAMPLE = 80;
const MAX_WARNING = 200;

function ruleName(rule: string, texts: Texts): string {
  return Object.hasOwn(texts.moderation.rules, rule)
    ? (texts.moderation.rules[rule] ?? rule)
    : plainMarkdown(rule, MAX_EXAMPLE);
}

/** One line a rule: its name, how often it took something away, and the first thing it took. The busiest rule first. */
export function droppedLines(dropped: readonly Receipt[], texts: Texts): readonly string[] {
  const byRule = new Map<string, { count: number; readonly example: string }>();
  for (const { rule, text } of dropped) {
    const known = byRule.get(rule);
    if (known === undefined) byRule.set(rule, { count: 1, example: text });
    else known.count += 1;
  }
  return [...byRule]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([rule, { count, example }]) => {
      const times = texts.moderation.add.times(count);
      const shown = plainMarkdown(example, MAX_EXAMPLE);
      return `- **${ruleName(rule, texts)}** ${times}${shown === '' ? '' : ` — ${shown}`}`;
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
