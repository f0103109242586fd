/** English questions that lean on earlier ones: and the 7th? who else? what else did he say? when was it held? */
import type { Span } from '../../corpus/article.js';
import { englishTokens, STOP_WORDS } from '../../language/english.js';
import { fold } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import { analyseIntent } from '../../retrieval/intent.js';
import { englishOffice } from '../../retrieval/intent-english.js';
import type { Intent } from '../../retrieval/question.js';
import type { FollowedUp } from '../turn.js';
import { englishEventOf, englishNameOf } from './bridging.js';
import type { Frame } from './frame.js';
import { whoOf } from './question-words.js';
import { inPlaceOf } from './replacement.js';

const CLOSING = /[\s?!.]+$/u;
const LEAD = /^(?:(?:and|so|but|then|ok(?:ay)?|also|now)[,\s]+)*(?:(?:what|how) about[,\s]+|and[,\s]+)?/iu;
const LONGEST_FRAGMENT = 7;
const QUESTION_WORD =
  /\b(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|do|does|has|have)\b/iu;
/** Verbs and nouns of meetings, which every meeting shares. */
const GENERIC =
  /^(?:chair\w*|presid\w*|attend\w*|present|sat|sit|sits|sitting|spoke|speak|speaks|speech|report\w*|took|take|part|participat\w*|made|make|specific|arrangements?|brief\w*|meetings?|session|conference|held|hold|happen\w*|place|people|person|persons|officials?|leaders?|exactly|day|date|time|year|month|venue|where|said|say|says|stress\w*|emphasi\w*|demand\w*|mention\w*|talk\w*|point\w*|went|go|visit\w*|inspect\w*|join\w*|host\w*|open\w*|start\w*|begin|began|end\w*|come|came|else|there|reason|cause\w*|were|why|list|names?|deploy\w*|convene\w*|observe\w*|moderat\w*)$/iu;
const NUMBERED = /^(?:(?:the|number|no\.?) )?[\w-]+(?: (?:one|meeting|session))?$/iu;
const ELSE = /^(?:who|what|anyone|anybody|anything|whom) else\b(?<act>.*)$/iu;
const OTHERS = /^(?:the )?(?:others?|rest)$|^any(?:one|body)? (?:else|others?|more)$|^any more$/iu;
const PERSON_PRONOUN = /\b(?<word>he|she|him|her|his)\b/iu;
const PLURAL_PRONOUN = /\b(?<word>they|them|their)\b/iu;
/** It takes…, it is said: stands for nothing. */
const THING_PRONOUN =
  /\b(?<word>it|its)\b(?! (?:is |was )?(?:believed|said|thought|known|true|possible|necessary|important|likely|takes?|took|that|mean))/iu;
/** What is asked of something, up to the verb that the thing itself follows. */
const ASKED_OF =
  /^(?:how (?:many|much)|which|what|whose) (?:[\w-]+ ){1,3}(?:does|did|do|is|was|has|have|will|can) $/iu;
const THAT_MEETING =
  /\b(?:that|this|the same|the)(?: same)? (?:meeting|session|conference)\b(?! (?:on|of|in|at|about|held|that|which|where|when|chaired|with|for))/iu;
const THAT_DAY = /\b(?:that|the same) day\b/iu;
const THERE = /\b(?:there|at that place)$/iu;

interface Leaning {
  readonly text: string;
  readonly intent: Intent;
  readonly led: boolean;
}

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
  const leaning: Leaning = { text, intent, led: lead > 0 };
  const [last] = frames;
  if (last === undefined || text === '') return null;
  return (
    restOf(leaning, last) ??
    fragment(leaning, last) ??
    otherPhrase(leaning, last) ??
    anaphora(leaning, frames)
  );
}

function restOf({ text, intent }: Leaning, last: Frame): FollowedUp | null {
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

function fragment({ text, intent, led }: Leaning, last: Frame): FollowedUp | null {
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
function otherPhrase({ text, intent }: Leaning, last: Frame): FollowedUp | null {
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

/** He, it, that meeting: what they stand for is put in their place. */
function anaphora({ text, intent }: Leaning, frames: readonly Frame[]): FollowedUp | null {
  const [last] = frames;
  if (last === undefined) return null;
  const found: { span: Span; text: string; about: string }[] = [];
  const dated = intent.constraints.some(({ type }) => type === 'ordinal' || type === 'date');
  const meeting = dated ? null : THAT_MEETING.exec(text);
  const event = frames
    .map((frame) => (frame.event?.meeting === true ? englishEventOf(frame) : null))
    .find((one) => one !== null);
  if (meeting !== null && event != null && standsAlone(text, meeting.index))
    found.push({ span: [meeting.index, meeting.index + meeting[0].length], text: event, about: event });
  const pronoun = pronounIn(text);
  const named = intent.constraints.some(({ type }) => type === 'person');
  const who = pronoun === null || named ? null : standsFor(pronoun.kind, frames);
  if (pronoun !== null && who !== null) {
    const possessive =
      /^(?:his|their|its)$/iu.test(pronoun.word) ||
      (/^her$/iu.test(pronoun.word) && /^ \p{L}/u.test(text.slice(pronoun.span[1])));
    found.push({ span: pronoun.span, text: possessive ? `${who}'s` : who, about: who });
  }
  const day = THAT_DAY.exec(text);
  if (day !== null && last.event !== null && !last.event.meeting && !dated) {
    const date = englishEventOf(last);
    if (date !== null)
      found.push({ span: [day.index, day.index + day[0].length], text: `on ${date}`, about: date });
  }
  const there = dated || meeting !== null ? null : THERE.exec(text);
  if (there !== null && last.event?.meeting === true && event != null && standsAlone(text, there.index))
    found.push({ span: [there.index, there.index + there[0].length], text: `at ${event}`, about: event });
  if (found.length === 0) return null;
  const acts = intent.role !== null || intent.kind === 'statement';
  const carried =
    who !== null && acts && !dated && meeting === null && there === null && last.event !== null
      ? englishEventOf(last)
      : null;
  const whole = substituted(text, found);
  const occasion =
    carried === null || whole.includes(carried)
      ? ''
      : ` ${last.event?.meeting === true ? 'at' : 'on'} ${carried}`;
  const about = [...(occasion === '' || carried === null ? [] : [carried]), ...found.map((one) => one.about)];
  return { question: `${capital(whole)}${occasion}?`, about: [...new Set(about)].join(', ') };
}

function substituted(text: string, found: readonly { readonly span: Span; readonly text: string }[]): string {
  return [...found]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((done, { span, text: by }) => done.slice(0, span[0]) + by + done.slice(span[1]), text);
}

type PronounKind = 'person' | 'persons' | 'thing';

/** A pronoun that nothing before it in the question can be meant by. */
function pronounIn(
  text: string,
): { readonly kind: PronounKind; readonly word: string; readonly span: Span } | null {
  const kinds: readonly (readonly [PronounKind, RegExp])[] = [
    ['person', PERSON_PRONOUN],
    ['persons', PLURAL_PRONOUN],
    ['thing', THING_PRONOUN],
  ];
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(text);
    if (match !== null && standsAlone(text, match.index))
      return { kind, word: match[0], span: [match.index, match.index + match[0].length] };
  }
  return null;
}

/** Nothing before the place in the question can be meant: how many students does it have. */
function standsAlone(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return !hasContent(before) || ASKED_OF.test(before);
}

function hasContent(text: string): boolean {
  return englishTokens(text).some(({ lower }) => !STOP_WORDS.has(lower) && !GENERIC.test(lower));
}

function standsFor(kind: PronounKind, frames: readonly Frame[]): string | null {
  const [last] = frames;
  if (kind === 'thing') return last === undefined ? null : thingOf(last);
  for (const frame of frames) {
    const { answered, constraints } = frame;
    if (kind === 'persons' ? answered.length > 1 : answered.length === 1)
      return answered.map(englishNameOf).join(', ');
    const persons = constraints.filter(({ type }) => type === 'person');
    const [person] = persons;
    if (kind === 'person' && persons.length === 1 && person?.type === 'person')
      return frame.language === 'en' ? person.surface : englishNameOf(person.name);
  }
  return null;
}

/** The meeting, or what the last question asked about: Zhengzhou University of "Where is Zhengzhou University?" */
function thingOf(last: Frame): string | null {
  if (last.event?.meeting === true) return englishEventOf(last);
  if (last.kind === 'which' && last.answer !== null && /^[\p{Script=Latin}\d .'-]+$/u.test(last.answer))
    return last.answer;
  const subject =
    /^(?:where|when|what|how \w+|why|who)(?: exactly)? (?:is|are|was|were)(?: the meaning of)? (.{2,60})$/iu.exec(
      last.text,
    )?.[1];
  if (last.language !== 'en' || subject === undefined) return null;
  return subject.replace(
    / (?:located|held|built|founded|made|called|born|established|opened|used)(?: .*)?$/iu,
    '',
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
