/** Chinese words with what they mean to readers of English: 楼阳生 (Lou Yangsheng, provincial party secretary). */
import type { Gloss } from '../../reading/answer.js';
import { plainMarkdown } from '../markdown.js';

const MAX_GLOSS = 120;
/** Explained below one quote at most. */
const EXPLAINED_AT_ONCE = 6;

const explained = ({ reading, meaning }: Gloss): string =>
  [reading, meaning].filter((part) => part !== null && part !== '').join(', ');

/** `(reading, meaning)` of the whole of `text` as markdown, with a blank before it; empty where nothing is known of it. */
export function glossOf(text: string, glosses: readonly Gloss[]): string {
  const gloss = glosses.find((candidate) => candidate.text === text.trim());
  const shown = gloss === undefined ? '' : explained(gloss);
  return shown === '' ? '' : ` (${plainMarkdown(shown, MAX_GLOSS)})`;
}

/** The words of `quote` that `known` does not hold yet, each with its reading and meaning, as one line of markdown. */
export function glossLine(quote: string, glosses: readonly Gloss[], known: ReadonlySet<string>): string {
  return glosses
    .filter(({ text }) => !known.has(text) && quote.includes(text))
    .slice(0, EXPLAINED_AT_ONCE)
    .map((gloss) => `${plainMarkdown(gloss.text, MAX_GLOSS)} ${plainMarkdown(explained(gloss), MAX_GLOSS)}`)
    .join(' · ');
}
