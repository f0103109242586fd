/** Words that stand for something said before (he, it, that meeting), and what it was. */
import type { Span } from '../../corpus/article.js';
import type { FollowedUp } from '../turn.js';
import { englishEventOf, englishNameOf } from './bridging.js';
import { capital, hasContent, PERSON_PRONOUN, PLURAL_PRONOUN } from './english-words.js';
import type { Frame } from './frame.js';
import type { EnglishLeaning } from './leaning.js';

const THAT_DAY = /\b(?:that|the same) day\b/iu;
const THERE = /\b(?:there|at that place)$/iu;
/** What is asked of something, up to the verb that the thing itself follows. */
const ASKED_OF =
  /^(?:how (?:many|much)|which|what|whose) (?:[\w-]+ ){1,3}(?:does|did|do|is|was|has|have|will|can) $/iu;
/** It takes…, it is said: stands for nothing. */
const THING_PRONOUN =
  /\b(?<word>it|its)\b(?! (?:is |was )?(?:believed|said|thought|known|determined|decided|discovered|found|agreed|proposed|true|possible|necessary|important|likely|takes?|took|that|mean))/iu;
const THAT_MEETING =
  /\b(?:that|this|the same|the)(?: same)? (?:meeting|session|conference)\b(?! (?:on|of|in|at|about|held|that|which|where|when|chaired|with|for))/iu;

/** He, it, that meeting: what they stand for is put in their place. */
export function anaphora({ text, intent }: EnglishLeaning, frames: readonly Frame[]): FollowedUp | null {
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
    const owned = /^(?:his|her|its|their)$/iu.test(match?.[0] ?? '');
    if (match !== null && (owned ? !hasContent(text.slice(0, match.index)) : standsAlone(text, match.index)))
      return { kind, word: match[0], span: [match.index, match.index + match[0].length] };
  }
  return null;
}

/** Nothing before the place in the question can be meant: how many students does it have. */
function standsAlone(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return !hasContent(before) || ASKED_OF.test(before);
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
