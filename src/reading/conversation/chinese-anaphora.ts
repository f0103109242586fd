/** Words that stand for something said before (他, 它, 那次会议, 那天), and what it was. */
import type { Span } from '../../corpus/article.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import { questionPhrase } from '../../retrieval/intent-chinese.js';
import type { FollowedUp } from '../turn.js';
import { chineseEventOf } from './bridging.js';
import { GENERIC, PRONOUN, THAT_MEETING } from './chinese-words.js';
import type { Frame } from './frame.js';
import type { Leaning } from './leaning.js';

const PRONOUNS = /^(?:他们|她们)$/u;
const THING = /^(?:它|它们)$/u;
const THAT_DAY = /(?<=^|[,，谁在])(?:那(?:一)?天|当[天日]|同一天)/u;
const THAT_PLACE = /(?<=^|[,，谁在到去于])(?:那里|那儿|这里|这儿|当地(?!时间))/u;
const THAT_BODY =
  /(?<=^|[,，谁在对到由是])(?:该|这个|那个)(?:市|省|县|区|校|院|公司|单位|项目|机构)(?![长委])/u;

/** 他, 它, 那次会议: what they stand for is put in their place. */
export function anaphora(leaning: Leaning, frames: readonly Frame[], index: CorpusIndex): FollowedUp | null {
  const { folded, intent } = leaning;
  const [last] = frames;
  if (last === undefined) return null;
  const found: Replaced[] = [];
  const dated = intent.constraints.some(({ type }) => type === 'ordinal' || type === 'date');
  const meeting = dated ? null : THAT_MEETING.exec(folded);
  const event = frames
    .map(chineseEventOf)
    .find((one, i) => one !== null && frames[i]?.event?.meeting === true);
  if (meeting !== null && event != null)
    found.push(replaced(meeting, /上$|中$/u.test(meeting[0]) ? `${event}上` : event, event));
  const pronoun = pronounIn(folded, index);
  const who =
    pronoun === null || intent.constraints.some(({ type }) => type === 'person')
      ? null
      : standsFor(pronoun.word, frames);
  if (pronoun !== null && who !== null) found.push({ span: pronoun.span, text: who, about: who });
  const day = dated || meeting !== null ? null : THAT_DAY.exec(folded);
  const date =
    last.event !== null && !last.event.meeting
      ? chineseEventOf(last)
      : last.kind === 'time'
        ? last.answer
        : null;
  if (day !== null && date !== null) found.push(replaced(day, date, date));
  const there = THAT_PLACE.exec(folded) ?? THAT_BODY.exec(folded);
  const place = last.kind === 'place' ? last.answer : placeOf(last);
  if (there !== null && place !== null && isGeneric(folded.slice(0, there.index), index))
    found.push(replaced(there, place, place));
  if (found.length === 0) return null;
  const occasion =
    who !== null && meeting === null && day === null && !dated ? occasionOf(leaning, last) : null;
  const question = `${occasion ?? ''}${substituted(leaning.text, found)}？`;
  const about = [
    ...(occasion === null ? [] : [occasion.replace(/上$/u, '')]),
    ...found.map((one) => one.about),
  ];
  return { question, about: [...new Set(about)].join('、') };
}

/** Nothing in the text can be what a later word stands for. */
function isGeneric(text: string, index: CorpusIndex): boolean {
  return index.tokenizer.words(text).every((word) => GENERIC.test(word));
}

interface Replaced {
  readonly span: Span;
  readonly text: string;
  readonly about: string;
}

function replaced(match: RegExpExecArray, text: string, about: string): Replaced {
  const kept = /^在(?=会)/u.exec(match[0])?.[0].length ?? 0;
  return { span: [match.index + kept, match.index + match[0].length], text, about };
}

function substituted(text: string, found: readonly Replaced[]): string {
  return [...found]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((done, { span, text: by }) => done.slice(0, span[0]) + by + done.slice(span[1]), text);
}

/** A pronoun that nothing before it in the question can be meant by. */
function pronounIn(
  folded: string,
  index: CorpusIndex,
): { readonly word: string; readonly span: Span } | null {
  let at = 0;
  for (const word of index.tokenizer.words(folded)) {
    if (PRONOUN.test(word) || PRONOUNS.test(word) || THING.test(word))
      return { word, span: [at, at + word.length] };
    const free = GENERIC.test(word) || /^第|[\d一二三四五六七八九十]+[月日号年次]/u.test(word);
    if (!free) return null;
    at += word.length;
  }
  return null;
}

/** The last one person, several or thing that the conversation spoke of. */
function standsFor(pronoun: string, frames: readonly Frame[]): string | null {
  const [last] = frames;
  if (THING.test(pronoun)) return last === undefined ? null : thingOf(last);
  const several = PRONOUNS.test(pronoun);
  for (const frame of frames) {
    const { answered } = frame;
    if (several ? answered.length > 1 : answered.length === 1) return answered.join('、');
    const persons = frame.constraints.flatMap((one) => (one.type === 'person' ? [one] : []));
    const [person] = persons;
    if (!several && persons.length === 1 && person !== undefined)
      return frame.language === 'en'
        ? person.name
        : frame.text.substr(frame.folded.indexOf(person.surface), person.surface.length);
  }
  return null;
}

/** 郑州大学 of 郑州大学在哪里; what was answered where a which-question asked for it. */
function thingOf(frame: Frame): string | null {
  if (frame.kind === 'which' && frame.answer !== null) return frame.answer;
  if (frame.language === 'en') return null;
  const phrase = questionPhrase(frame.folded);
  if (phrase === null) return null;
  const before = frame.text.slice(0, phrase[0]).replace(/(?:位于|[是在有由叫为的了都])+$/u, '');
  const head = before.split('的')[0] ?? '';
  return head.length > 1 ? head : null;
}

function placeOf({ constraints, language }: Frame): string | null {
  const place = constraints.find(({ type }) => type === 'place');
  if (place?.type !== 'place') return null;
  return language === 'en' ? place.name : place.surface;
}

/** What somebody said or did is asked of the occasion that the talk is about. */
function occasionOf({ folded, intent }: Leaning, { event, ...last }: Frame): string | null {
  const acts = intent.role !== null || intent.kind === 'statement' || /[说讲]|强调|要求|指出/u.test(folded);
  const text = acts && event !== null ? chineseEventOf({ ...last, event }) : null;
  return text === null ? null : event?.meeting === true ? `${text}上` : text;
}
