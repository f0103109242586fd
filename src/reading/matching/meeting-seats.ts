/** Places that a question says a meeting was of (柳城市防汛调度会), not places that were spoken of there. */
import { findPlaces } from '../../language/names.js';
import type { Constraint, Question } from '../../retrieval/question.js';
import type { Outline } from '../facts/outline.js';
import type { Scene } from '../facts/scenes.js';
import { barePlace, headOf } from './conditions.js';

const MEETING_FOLLOWS =
  /^(?!在(?:第|这|那|会|上次|\d))(?:省|市|县|区)?(?:委|政府)?(?:的|在|召开的?|开的?|举行的?)?[^,，。?？谁哪什何几怎会]{0,12}?(?:会议|常委会|大会|全会|会)(?!场)/u;
const PROVINCE = /省委|省政府|全省|自治区(?:党委|政府)/u;
const IS_PROVINCE = /(?:省|自治区)$/u;

/** the Kaifeng dispatch meeting, a meeting in Kaifeng. */
const MEETING_FOLLOWS_ENGLISH =
  /^(?:['’]s)? (?:(?!(?:at|in|during|to|on|of|for|and|from|leaders?|venue|branch|standing)\b)[a-z-]+ ){0,4}?(?:meeting|conference|session)\b/u;
const MEETING_BEFORE = /\b(?:meeting|conference|session) (?:held |convened )?(?:in|of) (?:the )?$/u;

/** Whether the place is that of the meeting that a question names. */
export function isSeat({ folded, language }: Question, constraint: Constraint): boolean {
  if (constraint.type !== 'place') return false;
  const surface = constraint.surface.toLowerCase();
  const at = folded.indexOf(surface);
  if (language === 'en')
    return (
      at >= 0 &&
      (MEETING_FOLLOWS_ENGLISH.test(folded.slice(at + surface.length)) ||
        MEETING_BEFORE.test(folded.slice(0, at)))
    );
  return at >= 0 && MEETING_FOLLOWS.test(folded.slice(at + constraint.surface.length));
}

/** Whether the scene's own opening seats it in another place, and nothing about its article in this one. */
export function isSeatedElsewhere(place: string, { opening }: Scene, { article }: Outline): boolean {
  const bare = barePlace(place);
  if (opening.includes(bare) || headOf(article).includes(bare)) return false;
  if (PROVINCE.test(opening)) return !IS_PROVINCE.test(place);
  return findPlaces(opening).some(({ name }) => /[市县区州]$/u.test(name));
}
