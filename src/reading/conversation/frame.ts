/** What an earlier question was about: the words of it that a later one can lean on. */
import { findDates } from '../../language/dates.js';
import { detectLanguage, fold } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import { analyseIntent } from '../../retrieval/intent.js';
import { questionPhrase } from '../../retrieval/intent-chinese.js';
import type { Constraint, Intent, Language } from '../../retrieval/question.js';
import type { Turn } from '../turn.js';

export interface Frame extends Intent {
  readonly language: Language;
  /** As asked, without its question mark. */
  readonly text: string;
  /** `text` on the folded layer. */
  readonly folded: string;
  /** The meeting or other dated thing that it names, in its own words; null when it names none. */
  readonly event: Event | null;
  /** Persons of the short answer, as the text writes them. */
  readonly answered: readonly string[];
  /** The short answer, when it is short enough to be put into a question. */
  readonly answer: string | null;
}

export interface Event {
  /** 青湖市第三次联席会议; the third special meeting. */
  readonly text: string;
  /** A meeting, not only the day of something. */
  readonly meeting: boolean;
}

const CLOSING = /[\s?？!！。.]+$/u;
const MEETING =
  /(?:会议|大会|全会|例会|年会|峰会|论坛|座谈会|调度会|发布会|常委会|[\p{Script=Han}]{2}会|仪式|活动)$/u;
const MEETING_NOUN =
  /[\p{Script=Han}a-z0-9]{0,16}?(?:会议|大会|全会|例会|峰会|论坛|座谈会|调度会|动员会|推进会|协调会|发布会|常委会|常务会|研讨会|听证会|现场会|工作会|仪式)(?:会议)?/u;
/** What cannot be part of a meeting's name, so that the name begins behind it. */
const NAME_BEGINS =
  /.*(?:[谁在于了是由对到的与和过被向请问，,、\s]|主持|出席|列席|参加|召开|举行|那次|这次|哪些|哪个)/u;
const LONGEST_MODIFIER = 20;
const ENGLISH_MEETING =
  /\b(?:the |a )?(?:[\w'-]+ ){0,6}?(?:meeting|session|conference|symposium|forum|plenum|summit)\b/iu;
const ENGLISH_NAME_BEGINS =
  /.*\b(?:who|what|when|where|why|how|did|was|were|is|are|does|at|in|on|of|over|chaired?|presided|attend(?:ed)?|convened?|hosted|said|say|spoke|reported|part)\b /iu;
/** Longer answers are sentences: nothing to put into a question. */
const LONGEST_ANSWER = 24;
const MOST_PERSONS = 4;

/** Reads one turn. */
export function frameOf({ question, answer }: Turn, index: CorpusIndex): Frame {
  const text = question.trim().replace(CLOSING, '');
  const folded = fold(text);
  const language = detectLanguage(question);
  const { persons, places } = index.knowledge;
  const intent = analyseIntent(text, folded, language, { persons, places });
  const short = answer !== null && answer.length <= LONGEST_ANSWER ? answer : null;
  const asked =
    language === 'en'
      ? englishEvent(text, intent.constraints)
      : chineseEvent(text, folded, intent.constraints);
  const told = asked === null && short !== null && MEETING.test(fold(short)) && !short.includes('、');
  return {
    ...intent,
    language,
    text,
    folded,
    event: told ? { text: short, meeting: true } : asked,
    answered: short === null || intent.kind !== 'person' ? personsIn(short, persons) : namesIn(short),
    answer: short,
  };
}

/** Whoever a who-question was answered with; a list of few. */
function namesIn(answer: string): readonly string[] {
  const names = answer.split(/[、,，]/u).filter((name) => /^[\p{L}·]{2,12}$/u.test(name));
  return names.length > MOST_PERSONS ? [] : names;
}

function personsIn(answer: string | null, persons: ReadonlySet<string>): readonly string[] {
  return answer !== null && persons.has(fold(answer)) ? [answer] : [];
}

function chineseEvent(text: string, folded: string, constraints: readonly Constraint[]): Event | null {
  const ordinal = constraints.find(({ type }) => type === 'ordinal');
  if (ordinal !== undefined)
    return named(text, folded, folded.indexOf(ordinal.surface), ordinal.surface.length);
  const noun = MEETING_NOUN.exec(folded);
  if (noun !== null) {
    const event = named(text, folded, noun.index + noun[0].length, 0);
    if (event.text.length > 2 && questionPhrase(fold(event.text)) === null)
      return dated(event, text, folded, constraints);
  }
  const [date] = findDates(folded).filter(
    ({ iso, kind }) => iso !== null && kind !== 'year' && kind !== 'decade',
  );
  return date === undefined ? null : { text: text.slice(date.start, date.end), meeting: false };
}

/** 3月21日的会议: the day is what tells the meeting. */
function dated(event: Event, text: string, folded: string, constraints: readonly Constraint[]): Event {
  const date = constraints.find(({ type }) => type === 'date');
  const at = date === undefined ? -1 : folded.indexOf(date.surface);
  if (date === undefined || at < 0 || event.text.includes(date.surface)) return event;
  return { ...event, text: `${text.slice(at, at + date.surface.length)}的${event.text}` };
}

/** The name with the words before it that belong to it. */
function named(text: string, folded: string, at: number, length: number): Event {
  const from = Math.max(0, at - LONGEST_MODIFIER);
  const before = folded.slice(from, at);
  const cut = NAME_BEGINS.exec(before)?.[0].length ?? 0;
  return { text: text.slice(from + cut, at + length), meeting: true };
}

function englishEvent(text: string, constraints: readonly Constraint[]): Event | null {
  const meeting = ENGLISH_MEETING.exec(text);
  const date = constraints.find(({ type }) => type === 'date');
  if (meeting !== null) {
    const name = meeting[0].replace(ENGLISH_NAME_BEGINS, '');
    const on = date === undefined || name.includes(date.surface) ? '' : ` on ${date.surface}`;
    const generic = /^(?:the |a )?(?:meeting|session|conference)$/iu.test(name);
    if (!generic || on !== '')
      return { text: `${/^the /iu.test(name) ? '' : 'the '}${name}${on}`, meeting: true };
  }
  return date === undefined ? null : { text: date.surface, meeting: false };
}
