/** Whether a stretch of text can be an answer of the asked kind at all: a time, a number, a name. */
import { fold } from '../../language/script.js';
import { wordClass } from '../../language/tokenizer.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { ASKS_CLOCK, CLOCK } from '../strategies/answer-dates.js';
import { asksOrdinal } from './asked-number.js';

/** Kinds whose answer must be a thing of that kind: without one the articles don't say. */
export const TYPED_KINDS: ReadonlySet<string> = new Set(['time', 'number', 'person']);
/** A name, a date or a number is no longer than this. */
const LONGEST_TYPED = 60;
/** Some word for a time; the kinds of them are many. */
const TELLS_TIME = /[\d〇零一二三四五六七八九十两半]|[年月日天时期季春夏秋冬早晚午晨夜今昨明前后]|[a-z]{3}/u;
const NUMERAL = /[\d〇零一二三四五六七八九十百千万亿两半几数]|[a-z]/u;
/** 上半年 is no year. */
const ASKS_YEAR = /哪(?:一)?年|(?:what|which) year/u;
const YEAR =
  /(?:\d{1,4}|[〇零一二三四五六七八九]{2,4}|[元一二三四五六七八九十百]{1,4})\s?年|\d{4}|(?:去|今|前|明|当|同|次|翌|那)年|民国|[a-z]{3}/u;
/** A season or a year is no day. */
const ASKS_DAY = /哪(?:一)?[天日](?!气)|几月几[日号]|(?:是|在)几号(?=[?？]|$)/u;
const DAY =
  /[日号周]|(?<![春夏秋冬])天|星期|礼拜|初[一二三四五六七八九十]|\d{1,2}[./-]\d{1,2}|节|除夕|元旦|前夕|[今昨明当次翌][晨晚夜早]|[a-z]{3}/u;

/** Whether a question asks in which year something was. */
export function asksYear({ kind, folded }: Question): boolean {
  return kind === 'time' && ASKS_YEAR.test(folded);
}

/** 2. 管理费: the number of an item counts nothing. */
const ITEM = /^\s*[(（]?\d{1,2}[)）.、]\s*(?!\d)/u;
/** 一个潜伏期, 第一时间, 各项: numerals in such words count nothing that is asked. */
const COUNTS_NOTHING =
  /(?:\d{1,2}月)?\d{1,2}[日号](?!楼|线|院)|[一二三四五六七八九十]{1,3}[是要]|一(?:个|批|次|种|律|切|些|线|旦|般|定|致|体|是|要|方面)|一[\p{Script=Han}]一[\p{Script=Han}]|第[一二三]|[统同专]一|之一|各项/gu;
/** 第七次会议 counts no more than itself. */
const IN_A_ROW = /第(?:\d{1,3}|[一二三四五六七八九十百]{1,4})/gu;
/** 司机叫什么名字: a name is asked for, not a clause about its bearer. */
const ASKS_NAME =
  /叫(?:什么|啥|做什么)名字?[?？呀啊呢]*$|名字(?:是|叫)(?:什么|啥)[?？呀啊呢]*$|的名字[?？]*$/u;
const ENGLISH_ASKS_NAME = /^what(?:'s| is| was) (?:the )?[^?]{1,40}'s name\b/u;
const LONGEST_GIVEN_NAME = 16;

/** Whether a stretch may be the name that is asked for: short, or with a name in quotation marks. */
export function mayBeName({ kind, folded, language }: Question, answer: string): boolean {
  const isAsked =
    language === 'en' ? ENGLISH_ASKS_NAME.test(folded) : kind === 'which' && ASKS_NAME.test(folded);
  if (!isAsked || /[,，]/u.test(folded)) return true;
  if (/^的|[和与及].*的/u.test(fold(answer))) return false;
  return answer.length <= LONGEST_GIVEN_NAME || /[“"「『《]/u.test(answer);
}

/** “三查七对” counts nothing outside its quotation marks. */
const QUOTED = /[“「『][^“”「」『』]*[”」』]/gu;
/** What counts or measures something is no name. */
const COUNTS = /(?:\d|[一二三四五六七八九十])(?:[支件种台万年元]|gb)/u;
/** 由茶商…出资: whom no list knows. */
const BY_SOMEBODY = /由\p{Script=Han}{2,}/u;
const LONGEST_NAME = 4;

/** Whether a person that the corpus knows, a foreign name or letters stand in a folded text. */
function namesSomebody(folded: string, knowledge: CorpusKnowledge): boolean {
  if (/[a-z]{3}|·/u.test(folded)) return true;
  for (let at = 0; at + 1 < folded.length; at++)
    for (let length = 2; length <= LONGEST_NAME; length++)
      if (knowledge.persons.has(folded.slice(at, at + length))) return true;
  return false;
}

/** 修补 is nobody. */
function isPlainVerb(answer: string, { persons }: CorpusKnowledge): boolean {
  const folded = fold(answer);
  return wordClass(folded) === 'verb' && !persons.has(folded);
}

/** 已有二十多年未清淤 tells how long, not when. */
const LASTING =
  /(?:已有?|近|历时|长达|有|了)[\d一二三四五六七八九十百两几半]{1,4}(?:多|余|来)?个?(?:年|月|天|周|星期|小时|分钟)(?:多|余)?(?=[未没不来了无]|之久)/gu;

function withoutSpans(answer: string): string {
  return answer.replace(LASTING, '');
}

/** Whether a span can be of the asked kind at all: a date, a number, a name; a clause is none of them. */
export function suitsKind(question: Question, answer: string, knowledge: CorpusKnowledge): boolean {
  const { kind, folded: asked } = question;
  if (!mayBeName(question, answer)) return false;
  if (!TYPED_KINDS.has(kind)) return true;
  if (answer.length > LONGEST_TYPED) return false;
  if (
    kind === 'time' &&
    !TELLS_TIME.test(isSmall(knowledge.passages) ? withoutSpans(fold(answer)) : fold(answer))
  )
    return false;
  if (asksYear(question) && !YEAR.test(fold(answer))) return false;
  // In a large corpus the next passage that has a day mostly is of something else.
  const needsDay = kind === 'time' && ASKS_DAY.test(asked) && isSmall(knowledge.passages);
  if (needsDay && !DAY.test(fold(answer))) return false;
  if (kind === 'time' && ASKS_CLOCK.test(asked))
    return CLOCK.test(fold(answer)) && !/小时/u.test(fold(answer));
  if (kind === 'person' && isPlainVerb(answer, knowledge)) return false;
  if (kind === 'person' && COUNTS.test(fold(answer)) && !BY_SOMEBODY.test(fold(answer)))
    return namesSomebody(fold(answer), knowledge);
  return (
    kind !== 'number' ||
    NUMERAL.test(
      (asksOrdinal(question) ? fold(answer) : fold(answer).replace(IN_A_ROW, ''))
        .replace(ITEM, '')
        .replace(COUNTS_NOTHING, '')
        .replace(QUOTED, ''),
    )
  );
}

/** Whether a stretch has no date where a time is asked for, and no number where a number is. */
export function lacksKind({ kind, language }: Question, stretch: string): boolean {
  if (kind === 'time') return !TELLS_TIME.test(stretch);
  return kind === 'number' && language === 'en' && !NUMERAL.test(stretch.replace(COUNTS_NOTHING, ''));
}
