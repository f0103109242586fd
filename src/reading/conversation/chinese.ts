/** Chinese questions that lean on earlier ones: 那省长呢？ 还有谁？ 他还说了什么？ 什么时候？ 那次会议上谁列席？ */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import { analyseIntent } from '../../retrieval/intent.js';
import { chineseRole, questionPhrase } from '../../retrieval/intent-chinese.js';
import type { Intent } from '../../retrieval/question.js';
import type { FollowedUp } from '../turn.js';
import { chineseEventOf } from './bridging.js';
import type { Frame } from './frame.js';
import { withOtherPhrase } from './rephrasing.js';
import { inPlaceOf } from './replacement.js';

/** A leaning question, taken apart. */
export interface Leaning {
  /** Without politeness, a leading 那 and the closing mark. */
  readonly text: string;
  readonly folded: string;
  readonly intent: Intent;
  /** It began with 那 or ended with 呢. */
  readonly marked: boolean;
}

const POLITE = /^(?:请问|想问一?下?|我想(?:问|知道)|麻烦问一?下?)[,，:：\s]*/u;
const CLOSING = /[\s?？!！。.]+$/u;
const LEADS: ReadonlySet<string> = new Set(['那', '那么', '然后', '接着', '再问', '另外']);
const PARTICLE = /(?:又|都)?呢$/u;
/** 那 of 那省长呢: nothing longer is a fragment. */
const LONGEST_FRAGMENT = 16;
/** 还有谁, 还有呢, 其他人呢: the rest of what was asked. */
const REST =
  /^(?:除此之外|此外|另外)?[,，]?(?:都|也)?(?:还有|有没有)(?:其他|其它|别的?|另外)?的?(?:谁|人|哪些人?|哪几[个位名]|什么人?|别人|吗|呢)?(?:吗|呢)?(?<act>.*)$|^(?:其他|其它|别的|其余)(?:的)?人?(?:呢|都?有谁|是谁|有哪些)?$/u;
/** Words that say nothing of what is asked about, so that a question of them alone leans. */
const GENERIC =
  /^(?:[谁哪何啥几多在是有由的了过都也又还再并就于和与及从到去来被把对向为会开上中里说讲做作提谈问呢吗吧啊呀么,，、\s]|什么|哪[里儿些个位名天年月次]|哪一[天年个位次]|什么|时候|何时|何地|何处|何人|为什么|为何|为啥|多少|多久|如何|怎么|怎样|怎么样|原因|时间|地点|地方|日期|情况|内容|人|位|名|个|次|人数|人员|领导|同志|名单|分别|具体|主要|会议|会上|会议上|大会|还有|都有|是否|是不是|有没有|没有|因为|主持|召开|举行|举办|进行|开会|出席|列席|旁听|参加|参会|与会|到会|通报|汇报|部署|安排|讲话|发言|致辞|讲了话|并讲话|强调|指出|要求|提出|表示|认为|提到|说到|说过|讲到|说说|另外|然后|当时|后来|接着|最后|首先|到底|究竟|那次|这次|本次|此次|该|那个|这个|那场|这场|那天|当天|当日|哪一位|哪位)$/u;
/** Asks for meetings themselves. */
const ASKS_MEETINGS = /(?:哪(?:些|几|一)?|什么|几|多少)(?:个|次|场)?(?:会议?|大会)(?!上)/u;
const PRONOUN = /^(?:他|她|此人|这个?人|那个?人|这位|那位)$/u;
const PRONOUNS = /^(?:他们|她们)$/u;
const THING = /^(?:它|它们)$/u;
/** 那次会议 and its like, where nothing stands before that says which: 郑州那次会议 leans on nothing. */
const THAT_MEETING =
  /(?<=^|[,，谁在于了就对到从是过和由]|主持|出席|列席|参加|召开)(?:(?:那|这|本|此|该)(?:一)?[次个场届]?(?:专题|常委会?|调度|视频|座谈)?(?:会议|大会|全会|会(?!议)|活动|调研|座谈会|调度会))|^(?:在)?(?:会上|会议上|会议中|会中)/u;
const THAT_DAY = /(?<=^|[,，谁在])(?:那(?:一)?天|当[天日]|同一天)/u;
const THAT_PLACE = /(?<=^|[,，谁在到去于])(?:那里|那儿|这里|这儿|当地)/u;
const THAT_BODY = /(?<=^|[,，谁在对到由是])(?:该|这个|那个)(?:市|省|县|区|校|院|公司|单位|项目|机构)/u;
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

/** 他, 它, 那次会议: what they stand for is put in their place. */
function anaphora(leaning: Leaning, frames: readonly Frame[], index: CorpusIndex): FollowedUp | null {
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
  if (there !== null && place !== null) found.push(replaced(there, place, place));
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
  for (const word of words(folded, index)) {
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
