/** When a text counts as holding an expected answer. */
import { fold } from '../language/script.js';

/** White space and punctuation, but not the decimal point and the percent sign, which change a number. */
const NO_MATTER = /(?<!\d)\.|\.(?!\d)|[\s\p{Cf}]|(?![.%])\p{P}/gu;

/** What texts are compared by: simplified script, lower case, half width, no white space, no punctuation. */
export function comparable(text: string): string {
  return fold(text).replace(NO_MATTER, '');
}

/** Whether a text holds one of the answers. An answer of punctuation alone is held by nothing. */
export function holdsAny(text: string, answers: readonly string[]): boolean {
  const within = comparable(text);
  return answers.some((answer) => {
    const wanted = comparable(answer);
    return wanted !== '' && within.includes(wanted);
  });
}

/** Whether a text holds every item. */
export function holdsAll(text: string, items: readonly string[]): boolean {
  return items.every((item) => holdsAny(text, [item]));
}

/** Whether a text is one of the answers. */
export function isAny(text: string, answers: readonly string[]): boolean {
  const given = comparable(text);
  return given !== '' && answers.some((answer) => comparable(answer) === given);
}

/** Whether a text is the items and nothing else, in any order, whatever stands between them. */
export function isExactly(text: string, items: readonly string[]): boolean {
  let rest = comparable(text);
  for (const item of [...items].map(comparable).sort((a, b) => b.length - a.length)) {
    const at = rest.indexOf(item);
    if (at < 0) return false;
    // A mark in its place keeps the neighbours from growing together.
    rest = `${rest.slice(0, at)}\n${rest.slice(at + item.length)}`;
  }
  return rest.trim() === '';
}
