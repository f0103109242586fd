/** Puts what a fragment names (第七次, the governor, 3月21日) in the place of its like in an earlier question. */
import type { Span } from '../../corpus/article.js';
import { questionPhrase } from '../../retrieval/intent-chinese.js';
import type { Constraint, Role } from '../../retrieval/question.js';
import { levelOf, parseOffice } from '../facts/offices.js';
import type { FollowedUp } from '../turn.js';
import { chineseDate, chineseEventOf, englishDate, englishNameOf, englishOrdinal } from './bridging.js';
import type { Frame } from './frame.js';
import { ROLE_WORDS, titleIn, whoOf } from './question-words.js';

/** What a fragment names, whatever its language. */
export interface Fragment {
  readonly language: 'zh' | 'en';
  /** As typed. */
  readonly text: string;
  readonly constraints: readonly Constraint[];
  /** Chinese, folded. */
  readonly office: string | null;
  readonly role: Role | null;
}

type Of<T extends Constraint['type']> = Extract<Constraint, { type: T }>;

/** Things that lists are made of: 第二点 is one of them, no meeting. */
const ITEM = /^[点条项件要]|^个(?:方面|要求|问题)?$/u;
/** 次, 次会议: a number of the same series. */
const SAME_SERIES = /^[次届期轮场](?:会议|会)?$/u;
const ROLE_NOUN = /(?:的)?(?:人员|领导|人|者|都?有)?$/u;

/** The earlier question with the fragment in the place of its like, or null when it has nothing like it. */
export function inPlaceOf(fragment: Fragment, last: Frame): FollowedUp | null {
  return last.language === 'en' ? inEnglish(fragment, last) : inChinese(fragment, last);
}

function inChinese(fragment: Fragment, last: Frame): FollowedUp | null {
  const { constraints, office, role } = fragment;
  const ordinal = first(constraints, 'ordinal');
  const date = first(constraints, 'date');
  const person = first(constraints, 'person');
  const place = first(constraints, 'place');
  if (ordinal !== null)
    return ITEM.test(ordinal.noun) ? item(ordinal, last) : forOrdinal(ordinal, fragment, last);
  if (date !== null) return forDate(date, fragment, last);
  if (person !== null) return forPerson(fragment.language === 'zh' ? person.surface : person.name, last);
  if (office !== null) return forOffice(office, place, last);
  if (place !== null) return forPlace(fragment.language === 'zh' ? fragment.text : place.name, last);
  if (role !== null) return forRole(fragment, role, last);
  return fragment.language === 'zh' ? forSubject(fragment.text, last) : null;
}

function forOrdinal(ordinal: Of<'ordinal'>, { language }: Fragment, last: Frame): FollowedUp | null {
  const old = first(last.constraints, 'ordinal');
  const written = language === 'zh' ? ordinal.surface : `第${ordinal.value}次`;
  if (old !== null && !ITEM.test(old.noun)) {
    const at = last.folded.indexOf(old.surface);
    const counter = old.surface.length - old.noun.length;
    const numeral =
      language === 'zh' ? written.slice(0, written.length - ordinal.noun.length) : `第${ordinal.value}`;
    const same = ordinal.noun === '' || SAME_SERIES.test(ordinal.noun) || language === 'en';
    const span: Span = [at, at + old.surface.length];
    return swapped(last, span, same ? `${numeral}${last.text.slice(at + counter, span[1])}` : written);
  }
  const date = first(last.constraints, 'date');
  if (date !== null) return swapped(last, spanOf(last, date.surface), written);
  return prefixed(written, last);
}

function item(ordinal: Of<'ordinal'>, last: Frame): FollowedUp | null {
  const phrase = questionPhrase(last.folded);
  if (phrase === null) return null;
  const old = first(last.constraints, 'ordinal');
  if (old !== null && ITEM.test(old.noun)) return swapped(last, spanOf(last, old.surface), ordinal.surface);
  const [before, after] = around(last.text, phrase);
  const subject = `${before.replace(/[是有]$/u, '')}${after}`;
  if (/了$/u.test(before))
    return { question: `${before.slice(0, -1)}的${ordinal.surface}${after}是什么？`, about: subject };
  const verb =
    last.kind === 'statement' ? (/^[\p{Script=Han}]{1,2}/u.exec(last.text.slice(...phrase))?.[0] ?? '') : '';
  return {
    question: `${subject}${verb}${verb === '' ? '' : '的'}${ordinal.surface}是什么？`,
    about: subject,
  };
}

function forDate({ iso, surface }: Of<'date'>, { language }: Fragment, last: Frame): FollowedUp | null {
  const written = language === 'zh' ? surface : chineseDate(iso);
  const old = first(last.constraints, 'date');
  if (old !== null) return swapped(last, spanOf(last, old.surface), written);
  if (last.event?.meeting === true) return swapped(last, spanOf(last, last.event.text), `${written}的会议`);
  return prefixed(written, last);
}

function forPerson(name: string, last: Frame): FollowedUp | null {
  const old = first(last.constraints, 'person');
  if (old !== null) return swapped(last, spanOf(last, old.surface), name);
  const event = chineseEventOf(last);
  if (event !== null && last.event?.meeting === true)
    return { question: `${event}上${name}做了什么？`, about: event };
  if (last.kind !== 'person') return null;
  return last.office !== null ? { question: `${name}是什么职务？`, about: last.office } : null;
}

function forOffice(office: string, place: Of<'place'> | null, last: Frame): FollowedUp | null {
  const event = last.event?.meeting === true ? chineseEventOf(last) : null;
  const seat = place === null ? seatFor(office, last) : '';
  const old = last.office === null || last.office === '职务' ? null : last.office;
  if (old !== null && last.kind === 'person') {
    const asked = `${seat}${office}是谁？`;
    if (event !== null) return { question: `${event}的${asked}`, about: event };
    return { question: asked, about: seat === '' ? '是谁' : seat };
  }
  if (event !== null) return { question: `${event}的${office}是谁？`, about: event };
  const person = first(last.constraints, 'person');
  if (person !== null) return swapped(last, spanOf(last, person.surface), `${seat}${office}`);
  return seat === '' ? null : { question: `${seat}${office}是谁？`, about: seat };
}

/** The place of the earlier question, where it is of the same level of government: 新乡市 for 市委书记, not for 省长. */
function seatFor(office: string, last: Frame): string {
  const place = first(last.constraints, 'place');
  if (place === null || office.includes(place.name)) return '';
  const level = levelOf(parseOffice(office) ?? { head: office, modifier: '', institution: '' });
  const own = /[省市县区]$/u.exec(place.name)?.[0] ?? oldLevel(last);
  return level !== null && own !== null && level !== own
    ? ''
    : place.name.replace(new RegExp(`${level ?? '$'}$`, 'u'), '');
}

function oldLevel({ office }: Frame): string | null {
  const parsed = office === null ? null : parseOffice(office);
  return parsed === null ? null : levelOf(parsed);
}

function forPlace(name: string, last: Frame): FollowedUp | null {
  const old = first(last.constraints, 'place');
  if (old !== null) return swapped(last, spanOf(last, old.surface), name);
  return prefixed(name, last);
}

function forRole({ text, language }: Fragment, role: Role, last: Frame): FollowedUp | null {
  const event = chineseEventOf(last);
  if (event === null) return null;
  const verb = language === 'zh' ? text.replace(ROLE_NOUN, '').replace(/^谁/u, '') : ROLE_WORDS[role];
  return { question: `${event}谁${verb}？`, about: event };
}

/** 四方责任呢 after 四个口袋是什么: the subject before the question phrase, or before its 的, gives way. */
function forSubject(text: string, last: Frame): FollowedUp | null {
  const phrase = questionPhrase(last.folded);
  if (phrase === null || last.event?.meeting === true) return null;
  const place = first(last.constraints, 'place');
  // A name that no article has, after a question about the office of a place.
  if (place !== null && last.office !== null && /^\p{Script=Han}{2,4}$/u.test(text))
    return swapped(last, spanOf(last, place.surface), text);
  const before = last.folded.slice(0, phrase[0]);
  const subject = /^(?:请问)?(.{2,20}?)(?=的|位于|[是在有由叫为]*$)/u.exec(before);
  const old = subject?.[1];
  if (subject === null || old === undefined) return null;
  const start = subject[0].length - old.length;
  return swapped(last, [start, start + old.length], text.replace(/的$/u, ''));
}

function inEnglish(fragment: Fragment, last: Frame): FollowedUp | null {
  const { constraints, role, office, text } = fragment;
  const ordinal = first(constraints, 'ordinal');
  const date = first(constraints, 'date');
  const person = first(constraints, 'person');
  const place = first(constraints, 'place');
  const old = <T extends Constraint['type']>(type: T) => first(last.constraints, type);
  const swap = (one: Constraint | null, by: string) =>
    one === null ? null : swapped(last, spanOf(last, one.surface), by);
  if (ordinal !== null)
    return swap(old('ordinal') ?? old('date'), ordinalLike(old('ordinal'), ordinal.value));
  if (date !== null) {
    const written = englishDate(date.iso);
    if (old('date') !== null) return swap(old('date'), written);
    return last.event === null
      ? null
      : swapped(last, spanOf(last, last.event.text), `the meeting on ${written}`);
  }
  if (person !== null) {
    const name = englishNameOf(person.surface);
    const replaced = swap(old('person'), name);
    if (replaced !== null || last.event === null) return replaced;
    return { question: `What did ${name} do at ${last.event.text}?`, about: last.event.text };
  }
  if (place !== null && office === null) {
    const name = englishNameOf(place.surface);
    return swap(old('place'), name) ?? { question: `${last.text} in ${name}?`, about: last.text };
  }
  const title = fragment.language === 'en' ? text.replace(/^(?:the|a|an|in|at|on)\s+/iu, '') : null;
  if (office !== null && title !== null) return forTitle(title, last);
  if (role !== null && last.event !== null)
    return { question: `${whoOf(role)} ${last.event.text}?`, about: last.event.text };
  return null;
}

function ordinalLike(old: Of<'ordinal'> | null, value: number): string {
  const numbered = /^(?:no\.?|number|#)/iu.exec(old?.surface ?? '');
  return numbered === null ? englishOrdinal(value) : `${numbered[0]} ${value}`;
}

function forTitle(title: string, last: Frame): FollowedUp | null {
  const old = titleIn(last.text);
  if (old !== null && last.office !== null) return swapped(last, old, title);
  if (last.event !== null)
    return { question: `Who was the ${title} at ${last.event.text}?`, about: last.event.text };
  const person = first(last.constraints, 'person');
  if (person !== null) return swapped(last, spanOf(last, person.surface), `the ${title}`);
  return null;
}

function first<T extends Constraint['type']>(constraints: readonly Constraint[], type: T): Of<T> | null {
  return constraints.find((constraint): constraint is Of<T> => constraint.type === type) ?? null;
}

function spanOf({ text, folded }: Frame, surface: string): Span {
  const at = folded.indexOf(surface.toLowerCase());
  const found = at < 0 ? text.indexOf(surface) : at;
  return found < 0 ? [0, 0] : [found, found + surface.length];
}

function around(text: string, [start, end]: Span): readonly [before: string, after: string] {
  return [text.slice(0, start), text.slice(end)];
}

function swapped(last: Frame, span: Span, by: string): FollowedUp | null {
  if (span[1] === span[0] || span[0] < 0) return null;
  const [before, after] = around(last.text, span);
  const mark = last.language === 'en' ? '?' : '？';
  const about = `${before.trimEnd()}${before === '' || after === '' ? '' : '…'}${after.trimStart()}`.trim();
  return { question: `${before}${by}${after}${mark}`, about: about === '' ? null : about };
}

function prefixed(text: string, last: Frame): FollowedUp | null {
  return { question: `${text}${last.text}？`, about: last.text };
}
