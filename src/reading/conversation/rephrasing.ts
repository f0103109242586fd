/** Another question about the subject of an earlier one: 什么时候, 谁列席, 为什么. */
import type { Span } from '../../corpus/article.js';
import { questionPhrase } from '../../retrieval/intent-chinese.js';
import type { AnswerKind } from '../../retrieval/question.js';
import type { FollowedUp } from '../turn.js';
import { chineseEventOf } from './bridging.js';
import type { Frame } from './frame.js';
import type { Leaning } from './leaning.js';

/** Their phrases stand where an adverb would, so that one can take another's place. */
const ADVERBIAL: ReadonlySet<AnswerKind> = new Set(['time', 'place', 'reason', 'manner', 'person']);
const HELD = /开|举行|举办|进行/u;

/**
 * The question that `leaning` asks of what the last frames are about; `phrase` is its question phrase. Null when they
 * are about nothing that it can be asked of.
 */
export function withOtherPhrase(leaning: Leaning, phrase: Span, frames: readonly Frame[]): FollowedUp | null {
  const [last] = frames;
  if (last === undefined) return null;
  const event = last.event?.meeting === true ? chineseEventOf(last) : null;
  if (event !== null) return ofMeeting(leaning, last, event);
  return last.language === 'en' ? null : ofSubject(leaning, phrase, last);
}

function ofMeeting({ text, folded, intent }: Leaning, last: Frame, event: string): FollowedUp | null {
  const { kind, role } = intent;
  const bare = text.replace(/^(?:会议上?|会上|大会)(?:都|是)?/u, '');
  if ((kind === 'time' || kind === 'place') && role === null)
    return { question: `${event}${HELD.test(folded) ? bare : `${bare}召开`}？`, about: event };
  if (kind === 'statement' && role === null) {
    const who = speakerOf(last);
    return who === null
      ? { question: `${event}${bare}？`, about: event }
      : { question: `${event}上${who}${bare}？`, about: `${event}、${who}` };
  }
  if ((kind === 'person' || kind === 'number') && role === null) {
    if (last.role === null && kind === 'person') return null;
    const present = kind === 'person' ? '出席' : /人/u.test(folded) ? '出席' : '';
    return { question: `${event}${bare}${present}？`, about: event };
  }
  if (kind === 'reason' || kind === 'manner')
    return ofSubject({ text, folded, intent, marked: false }, questionPhrase(folded) ?? [0, 0], last);
  return role === null ? null : { question: `${event}${bare}？`, about: event };
}

/** Whoever the last question was about, or was answered with. */
function speakerOf(last: Frame): string | null {
  const [name] = last.answered;
  if (name !== undefined && last.answered.length === 1) return name;
  const person = last.constraints.find(({ type }) => type === 'person');
  return person?.surface ?? null;
}

/** 黄河大桥是谁设计的 + 什么时候 → 黄河大桥是什么时候设计的. */
function ofSubject({ text, intent }: Leaning, phrase: Span, last: Frame): FollowedUp | null {
  const old = questionPhrase(last.folded);
  if (old === null || intent.role !== null) return null;
  const [before, after] = [last.text.slice(0, old[0]), last.text.slice(old[1])];
  const wanted = text.slice(...phrase);
  if (!ADVERBIAL.has(intent.kind)) return numberOf(text, before, last);
  if (ADVERBIAL.has(last.kind)) {
    const [name] = last.answered;
    const actor = before === '' && last.kind === 'person' && last.answered.length === 1 ? (name ?? '') : '';
    if (before === '' && after === '') return null;
    if (intent.kind === 'person' && last.kind === 'person') return null;
    const about = `${actor}${before}${before === '' || after === '' ? '' : '…'}${after}`;
    return { question: `${actor}${before}${wanted}${after}？`, about };
  }
  const subject = before.replace(/(?:位于|[是在有由叫为的了都])+$/u, '').split('的')[0] ?? '';
  const verb =
    last.kind === 'statement'
      ? (/^[\p{Script=Han}]{2}(?=[了过的什哪])/u.exec(last.text.slice(...old))?.[0] ?? '')
      : '';
  return subject.length < 2 ? null : { question: `${subject}${wanted}${verb}？`, about: subject };
}

function numberOf(text: string, before: string, last: Frame): FollowedUp | null {
  if (last.kind === 'statement' || before === '') return null;
  const subject = before.replace(/(?:位于|[是在有由叫为的了都])+$/u, '').split('的')[0] ?? '';
  return subject.length < 2 ? null : { question: `${subject}${text}？`, about: subject };
}
