import { isReadingOf } from '../language/pinyin.js';
import type { Span } from './article.js';
import { type Stretch, without } from './stretch.js';

/** Latin letters with the tone marks of pinyin, composed. */
const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
const LETTERS = `A-Za-züÜ${TONED}${TONED.toUpperCase()}\u0300\u0301\u0304\u0308\u030c`;
/** Behind a Chinese character, a parenthesis with nothing but Latin letters, perhaps with blanks inside: 會(huì ). */
const CANDIDATE = new RegExp(`(?<=(\\p{Script=Han}))[(（]\\s{0,2}([${LETTERS}]{1,6})\\s{0,2}[)）]`, 'gu');
const HAS_TONE = new RegExp(`[${TONED}${TONED.toUpperCase()}\u0300\u0301\u0304\u030c]`);
/**
 * From how many sure cloakings on a text counts as cloaked, so that readings without a tone (們(men)) and in full-width
 * parentheses go too; in other texts those are reading aids.
 */
const HABIT = 3;

interface Cloak {
  readonly span: Span;
  /** ASCII parentheses and a tone mark: how machines write it. */
  readonly sure: boolean;
}

/** The readings in parentheses after a character that are that character's. */
export function findCloaks(text: string): readonly Cloak[] {
  if (!/[(（]/.test(text)) return [];
  const cloaks: Cloak[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const [parenthesis, character = '', letters = ''] = match;
    const reading = letters.normalize('NFC').toLowerCase();
    if (!isReadingOf(character, reading)) continue;
    cloaks.push({
      span: [match.index, match.index + parenthesis.length],
      sure: parenthesis.startsWith('(') && HAS_TONE.test(reading),
    });
  }
  return cloaks;
}

/** Whether a text with these cloaks has the habit, see HABIT. */
export function isHabit(cloaks: readonly Cloak[]): boolean {
  return cloaks.filter((cloak) => cloak.sure).length >= HABIT;
}

/** The stretch without the readings that cloak it, and where in its text they stood. */
export function uncloaked(
  stretch: Stretch,
  habit: boolean,
): { readonly stretch: Stretch; readonly removed: readonly Span[] } {
  const removed = findCloaks(stretch.text)
    .filter((cloak) => cloak.sure || habit)
    .map((cloak) => cloak.span);
  return { stretch: without(stretch, removed), removed };
}
