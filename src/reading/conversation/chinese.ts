/** Chinese questions that lean on earlier ones: 那省长呢？ 还有谁？ 他还说了什么？ 什么时候？ 那次会议上谁列席？ */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import { analyseIntent } from '../../retrieval/intent.js';
import { chineseRole, questionPhrase } from '../../retrieval/intent-chinese.js';
import type { FollowedUp } from '../turn.js';
import { chineseEventOf } from './bridging.js';
import { anaphora } from './chinese-anaphora.js';
import { GENERIC, PRONOUN, THAT_MEETING } from './chinese-words.js';
import type { Frame } from './frame.js';
import type { Leaning } from './leaning.js';
import { withOtherPhrase } from './rephrasing.js';
import { inPlaceOf } from './replacement.js';

const POLITE = /^(?:请问|想问一?下?|我想(?:问|知道)|麻烦问一?下?)[,，:：\s]*/u;
const CLOSING = /[\s?？!！。.]+$/u;
const LEADS: ReadonlySet<string> = new Set(['那', '那么', '然后', '接着', '再问', '另外']);
const PARTICLE = /(?:又|都)?呢$/u;
/** 那 of 那省长呢: nothing longer is a fragment. */
const LONGEST_FRAGMENT = 16;
/** 还有谁, 还有呢, 其他人呢: the rest of what was asked. */
const REST =
  /^(?:除此之外|此外|另外)?[,，]?(?:都|也)?(?:还有|有没有)(?:其他|其它|别的?|另外)?的?(?:谁|人|哪些人?|哪几[个位名]|什么人?|别人|吗|呢)?(?:吗|呢)?(?<act>.*)$|^(?:其他|其它|别的|其余)(?:的)?人?(?:呢|都?有谁|是谁|有哪些)?$/u;
/** Asks for meetings themselves. */
const ASKS_MEETINGS = /(?:哪(?:些|几|一)?|什么|几|多少)(?:个|次|场)?(?:会议?|大会)(?!上)/u;
/** 会场, 记者: parts of a meeting, of which every meeting has its own. */
const PART_OF_MEETING = /会场|会议|会上|记者|主持人|讲话|名单|议程/u;

/** What a Chinese question leans on, put into it; null when it stands by itself. `frames`: newest first. */
export function followChinese(
  question: string,
  frames: readonly Frame[],
  index: CorpusIndex,
): FollowedUp | null {
  const [last] = frames;
  const leaning = takeApart(question, index);
  if (last === undefined || leaning.text === '') return null;
  return (
    restOf(leaning, frames) ??
    fragment(leaning, last, index) ??
    otherPhrase(leaning, frames, index) ??
    anaphora(leaning, frames, index) ??
    partOfMeeting(leaning, frames)
  );
}

function takeApart(question: string, index: CorpusIndex): Leaning {
  const folded = fold(question);
  const start = POLITE.exec(folded)?.[0].length ?? 0;
  const body = folded.slice(start).replace(CLOSING, '').trimEnd();
  const [first = ''] = index.tokenizer.words(body);
  // 那云湾呢: whatever the words are taken for, 那 before and 呢 behind belong together.
  const marked = /^那么?/u.exec(PARTICLE.test(body) ? body : '')?.[0] ?? '';
  const word = LEADS.has(first) ? first : knownName(body, index) ? '' : marked;
  const lead =
    word.length + (word === '' ? 0 : (/^[,，\s]+/u.exec(body.slice(word.length))?.[0].length ?? 0));
  const particle =
    questionPhrase(body.replace(PARTICLE, '')) === null ? (PARTICLE.exec(body)?.[0].length ?? 0) : 0;
  const text = question.slice(start + lead, start + body.length - particle);
  const own = fold(text);
  const { persons, places } = index.knowledge;
  return {
    text,
    folded: own,
    intent: analyseIntent(text, own, 'zh-Hans', { persons, places }),
    marked: lead > 0 || particle > 0,
  };
}

/** 那英呢 asks for somebody whom the corpus knows. */
function knownName(body: string, { knowledge }: CorpusIndex): boolean {
  const name = body.replace(PARTICLE, '');
  return knowledge.persons.has(name) || knowledge.places.has(name);
}

function restOf({ folded, text, intent }: Leaning, frames: readonly Frame[]): FollowedUp | null {
  const [last] = frames;
  const match = REST.exec(folded);
  if (match === null || last === undefined || intent.constraints.length > 0) return null;
  const act = match.groups?.act ?? '';
  const role = chineseRole(act);
  if (act !== '' && (role === null || act.length > 8)) return null;
  const names = last.answered;
  const except = names.length > 0 ? `除了${names.join('、')}，` : '';
  const persons = last.kind === 'person' || last.role !== null || role !== null || /[谁人]/u.test(folded);
  const event = chineseEventOf(last);
  if (persons && event !== null) {
    const verb = act !== '' ? text.slice(text.length - act.length) : sharedVerb(last);
    return { question: `${except}${event}还有谁${verb}？`, about: event };
  }
  const phrase = last.language === 'en' ? null : questionPhrase(last.folded);
  if (phrase === null) return null;
  const [before, asked, after] = cut(last.text, phrase);
  const more = persons
    ? '还有谁'
    : last.kind === 'statement'
      ? `还${asked}`
      : `还有${asked.replace(/^(?:都|分别)?(?:有|是)/u, '')}`;
  const bare = before.replace(/[是有由]$/u, '');
  return { question: `${persons ? except : ''}${bare}${more}${after}？`, about: `${bare}${after}` || null };
}

/** Only one chairs and deploys: whoever else is asked for was there. */
function sharedVerb({ role }: Frame): string {
  if (role === 'sit-in') return '列席';
  if (role === 'report') return '汇报';
  return role === 'take-part' ? '参加' : '出席';
}

/** 那省长呢, 第七次呢: something else in the place of its like. */
function fragment(leaning: Leaning, last: Frame, index: CorpusIndex): FollowedUp | null {
  const { folded, intent, marked } = leaning;
  if (folded.length > LONGEST_FRAGMENT || questionPhrase(folded) !== null) return null;
  if (!marked && !isBareOrdinalOrDate(leaning)) return null;
  if (words(folded, index).some((word) => PRONOUN.test(word)) || intent.kind === 'yes-no') return null;
  const { constraints, office, role } = intent;
  return inPlaceOf({ language: 'zh', text: leaning.text, constraints, office, role }, last);
}

function isBareOrdinalOrDate({ folded, intent }: Leaning): boolean {
  return intent.constraints.some(
    ({ type, surface }) =>
      (type === 'ordinal' || type === 'date') &&
      folded.replace(surface, '').replace(/^的|会议?|的$/gu, '') === '',
  );
}

/** 什么时候, 谁列席: another question about the same. */
function otherPhrase(leaning: Leaning, frames: readonly Frame[], index: CorpusIndex): FollowedUp | null {
  const { folded, intent } = leaning;
  const [last] = frames;
  if (last === undefined || intent.constraints.length > 0 || intent.office !== null) return null;
  const phrase = questionPhrase(folded);
  if (phrase === null || ASKS_MEETINGS.test(folded)) return null;
  const around = [folded.slice(0, phrase[0]), folded.slice(phrase[1])];
  const generic = around.every((part) => words(part, index).every((word) => GENERIC.test(word)));
  if (!generic || THAT_MEETING.test(folded)) return null;
  return withOtherPhrase(leaning, phrase, frames);
}

/** 那主会场在哪里: of the meeting that the talk is about. */
function partOfMeeting(
  { folded, text, intent, marked }: Leaning,
  frames: readonly Frame[],
): FollowedUp | null {
  const [last] = frames;
  if (!marked || last?.event?.meeting !== true || intent.constraints.length > 0) return null;
  if (intent.role === null && !PART_OF_MEETING.test(folded)) return null;
  const event = chineseEventOf(last);
  return event === null ? null : { question: `${event}${text}？`, about: event };
}

function words(folded: string, index: CorpusIndex): readonly string[] {
  return index.tokenizer.words(folded);
}

function cut(text: string, [start, end]: Span): readonly [string, string, string] {
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
