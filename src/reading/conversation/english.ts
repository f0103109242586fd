/** English questions that lean on earlier ones: and the 7th? who else? what else did he say? when was it held? */
import { fold } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import { analyseIntent } from '../../retrieval/intent.js';
import { englishOffice } from '../../retrieval/intent-english.js';
import type { Intent } from '../../retrieval/question.js';
import type { FollowedUp } from '../turn.js';
import { englishEventOf, englishNameOf } from './bridging.js';
import { anaphora } from './english-anaphora.js';
import { capital, hasContent, PERSON_PRONOUN, PLURAL_PRONOUN } from './english-words.js';
import type { Frame } from './frame.js';
import type { EnglishLeaning } from './leaning.js';
import { whoOf } from './question-words.js';
import { inPlaceOf } from './replacement.js';

const CLOSING = /[\s?!.]+$/u;
const LEAD = /^(?:(?:and|so|but|then|ok(?:ay)?|also|now)[,\s]+)*(?:(?:what|how) about[,\s]+|and[,\s]+)?/iu;
const LONGEST_FRAGMENT = 7;
const QUESTION_WORD =
  /\b(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|do|does|has|have)\b/iu;
const NUMBERED = /^(?:(?:the|number|no\.?) )?[\w-]+(?: (?:one|meeting|session))?$/iu;
const ELSE = /^(?:who|what|anyone|anybody|anything|whom) else\b(?<act>.*)$/iu;
const OTHERS = /^(?:the )?(?:others?|rest)$|^any(?:one|body)? (?:else|others?|more)$|^any more$/iu;

/** What an English question leans on, put into it; null when it stands by itself. `frames`: newest first. */
export function followEnglish(
  question: string,
  frames: readonly Frame[],
  index: CorpusIndex,
): FollowedUp | null {
  const body = question.trim().replace(CLOSING, '');
  const lead = LEAD.exec(body)?.[0].length ?? 0;
  const text = body.slice(lead).trim();
  const { persons, places } = index.knowledge;
  const intent = analyseIntent(text, fold(text), 'en', { persons, places });
  const leaning: EnglishLeaning = { text, intent, led: lead > 0 };
  const [last] = frames;
  if (last === undefined || text === '') return null;
  return (
    restOf(leaning, last) ??
    fragment(leaning, last) ??
    otherPhrase(leaning, last) ??
    anaphora(leaning, frames)
  );
}

function restOf({ text, intent }: EnglishLeaning, last: Frame): FollowedUp | null {
  const match = ELSE.exec(text);
  if ((match === null && !OTHERS.test(text)) || intent.constraints.length > 0) return null;
  const act = match?.groups?.act?.trim() ?? '';
  if (hasContent(act) || PERSON_PRONOUN.test(act)) return null;
  const event = englishEventOf(last);
  const names = last.answered.map(englishNameOf);
  const besides = names.length > 0 ? `Besides ${names.join(', ')}, who` : 'Who';
  const role =
    act === '' ? (last.role === 'chair' || last.role === 'deploy' ? 'attend' : last.role) : intent.role;
  if (event !== null && (role !== null || last.kind === 'person'))
    return {
      question: `${besides} else ${whoOf(role ?? 'attend').replace(/^Who /u, '')} ${event}?`,
      about: event,
    };
  if (last.language !== 'en') return null;
  const rest = last.text.replace(/^(who|what)\b/iu, '$1 else');
  return rest === last.text
    ? null
    : { question: `${rest}?`, about: last.text.replace(/^(?:who|what)\s+/iu, '') };
}

function fragment({ text, intent, led }: EnglishLeaning, last: Frame): FollowedUp | null {
  const words = text.split(/\s+/u).length;
  const bare = intent.constraints.some(
    ({ type, surface }) =>
      (type === 'ordinal' || type === 'date') &&
      text
        .replace(surface, '')
        .replace(/^the\s*/iu, '')
        .trim() === '',
  );
  const ordinal = /^(?:the )?\d{1,3}(?:st|nd|rd|th)$/iu.test(text) || bare;
  if (words > LONGEST_FRAGMENT || QUESTION_WORD.test(text) || !(led || ordinal)) return null;
  const office = englishOffice(text, null);
  const constraints = ofSeries(text, last) ?? unknownPlace(text, intent, last) ?? intent.constraints;
  return inPlaceOf({ language: 'en', text, constraints, office, role: intent.role }, last);
}

/** The 7th is of the series that the last question counts, else a day; null when it is no bare ordinal. */
function ofSeries(text: string, last: Frame): Intent['constraints'] | null {
  if (!last.constraints.some(({ type }) => type === 'ordinal')) return null;
  const lower = `${text.toLowerCase()} meeting`;
  const found = analyseIntent(`${text} meeting`, lower, 'en', { persons: new Set(), places: new Set() });
  const ordinals = found.constraints.filter(({ type }) => type === 'ordinal');
  return ordinals.length > 0 && NUMBERED.test(text) ? ordinals : null;
}

/** A name that no article has, after a question about a place. */
function unknownPlace(text: string, { constraints }: Intent, last: Frame): Intent['constraints'] | null {
  const placed = last.language === 'en' && last.constraints.some(({ type }) => type === 'place');
  if (!placed || constraints.length > 0 || !/^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?$/u.test(text))
    return null;
  return [{ type: 'place', name: text.toLowerCase(), surface: text }];
}

/** When? Who sat in? Where was it held?: another question about the same. */
function otherPhrase({ text, intent }: EnglishLeaning, last: Frame): FollowedUp | null {
  if (intent.constraints.length > 0 || intent.office !== null || !QUESTION_WORD.test(text)) return null;
  if (hasContent(text) || PERSON_PRONOUN.test(text) || PLURAL_PRONOUN.test(text)) return null;
  const event = last.event?.meeting === true ? englishEventOf(last) : null;
  if (event !== null) return ofMeeting(text, intent, event);
  if (last.language !== 'en' || intent.role !== null) return null;
  const word = /^(?:when|where|why|how)\b/iu.exec(text)?.[0];
  const rest = last.text.replace(/^(?:who|what|when|where|why|how|which)\s+/iu, '');
  if (word === undefined || rest === last.text) return null;
  const [actor] = last.answered;
  const whole =
    last.kind === 'person' && /^who\b/iu.test(last.text)
      ? `was it that ${actor !== undefined && last.answered.length === 1 ? englishNameOf(actor) : 'they'} ${rest}`
      : rest;
  return { question: `${capital(word)} ${whole}?`, about: rest };
}

function ofMeeting(text: string, { kind, role }: Intent, event: string): FollowedUp | null {
  if (role !== null && kind === 'person') return { question: `${whoOf(role)} ${event}?`, about: event };
  if (role !== null)
    return {
      question: `${capital(text.replace(/\b(?:it|that|there|the meeting)$/iu, '').trim())} ${event}?`,
      about: event,
    };
  if (kind === 'time') return { question: `When was ${event} held?`, about: event };
  if (kind === 'place') return { question: `Where was ${event} held?`, about: event };
  if (kind === 'number' && /people|officials|leaders|persons/iu.test(text))
    return { question: `How many people attended ${event}?`, about: event };
  if (kind === 'reason') return { question: `Why was ${event} held?`, about: event };
  if (kind === 'person') return { question: `Who attended ${event}?`, about: event };
  return null;
}
