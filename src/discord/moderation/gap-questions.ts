/** Gaps as a list of questions for `wenju eval`. */
import { detectLanguage } from '../../language/script.js';
import type { GapGroup } from './gap-groups.js';

/**
 * One JSON object a line, as `wenju eval` reads it. What was refused each time counts as not answerable: whoever adds
 * the missing article turns `answerable` to true and adds `answers`. Where an answer was voted down, nobody but the
 * reader of the articles knows: `answerable` is null, and `wenju eval` passes the line over, saying so, until it is
 * filled in. Nothing in it says who asked.
 */
export function gapQuestions(groups: readonly GapGroup[]): string {
  return groups
    .map(({ question, count, up, down, lastAt, refused, wordings }, index) =>
      JSON.stringify({
        id: `gap-${index + 1}`,
        set: 'gaps',
        lang: detectLanguage(question) === 'en' ? 'en' : 'zh',
        question,
        answerable: refused ? false : null,
        asked: count,
        up,
        down,
        last: new Date(lastAt).toISOString().slice(0, 10),
        also_asked: wordings.slice(1).map((wording) => wording.question),
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}
