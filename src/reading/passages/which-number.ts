/** Which of several numbers of a sentence is asked for: by its own clause, by 最多 and 最少, by what it was changed to. */
import type { Span } from '../../corpus/article.js';
import type { Question } from '../../retrieval/question.js';

const SEPARATOR = /[,，、;；。:：!！?？()（）\n—]/u;
/** How far before or behind a number the words stand that say it is a bound or a new value. */
const REACH = 6;
const ASKS_MOST = /最多|最高|至多|上限|顶多|封顶|最大|最长|最远/u;
const ASKS_LEAST = /最少|最低|至少|起码|最便宜|下限|起价/u;
const ASKS_BEFORE =
  /原来|原先|原价|以前|之前|先前|此前|过去|旧的?价|从前|\b(?:previous(?:ly)?|before|originally|used to|old|at the (?:start|beginning)|at first)\b/u;
const MOST = /最多|最高|至多|上限|封顶|不(?:超过|得超过|高于)|限|可达|最大|最长/u;
const MOST_AFTER = /^(?:封顶|为限|以内|以下|为上限)/u;
const LEAST = /最少|最低|至少|起码|不(?:少于|低于)/u;
const MOST_INSIDE = /以[内下]$|之内$/u;
const LEAST_INSIDE = /以上$|起$/u;
const LEAST_AFTER = /^(?:起|以上)/u;
/** 由180元调整为220元: behind this stands what holds now. */
const CHANGED_TO =
  /(?:调整?|提高|提升|上调|下调|涨|降|增加?|减少?|缩短|延长|升|改|变更|扩大|扩充)(?:为|到|至|成)$/u;
const CHANGED_FROM = /(?:由|从|比)(?:原来?的?|之前的?|以前的?)?$|原(?:价|为|定)?$/u;
/** 最多罚多少: the sum of 罚款. */
const ASKS_SUM = /([收交付罚赔退卖缴欠租捐奖])(?:款)?(?:了|过)?多少/u;
const VERB_REACH = 12;
/** At what age somebody died. */
const ASKS_AGE_AT_DEATH =
  /(?:去世|逝世|病逝|过世|离世|辞世|死|走)(?:了|的?时|那年)?[\p{Script=Han}]{0,2}(?:多大|几岁|多少岁|年纪|岁数)/u;
const AT_DEATH = /享年|终年|卒年|时年|年仅/u;
/** What each sign is worth beside the share of the question's characters in the number's clause (0..1). */
const BOUND = 1.5;
const CHANGED = 1.5;
const RIGHT_BEFORE = 0.6;
const OF_NAMED = 1;
/** 高层住宅1.8元, 二类苗每亩12公斤: what a clause says its number of. */
const HEAD_OF_CLAUSE =
  /^(?:其中|【[^】]{1,12}】)?(?!(?:已经?|目前|共)?(?:造成|导致|致使|引发|额外|增加|另有|共有|已有))([\p{Script=Han}]{2,8}?)(?=每|为|是|收|共|约|仅|$|[\d(（])/u;
/** 应到多少人: the word right before what asks; 造成多少人伤亡 asks for both numbers behind it. */
const WORD_BEFORE =
  /(?!造成|导致|致使|引发|已经|一共|总共|共有|已有|超过|达到|大约)([\p{Script=Han}]{2})(?:了|过|是|为|有|达到?)?(?:多少|几[个名位人元家次项])/u;

/** What an English question for a measure says of it: 费用 stands in every price list. */
export const OF_MEASURE =
  /^(?:costs?|pric\w*|fees?|fares?|pay|pays|paid|charge[ds]?|spen[dt]|worth|tickets?|money|people|person|old|long|heavy|tall|times?)$/iu;
/** Fainter glosses are other senses. */
const LEAST_GLOSS = 0.3;

/** How well a number of a folded text suits what a Chinese question asks, by what stands around it; `sentence` bounds the look. */
export function aptness(question: Question, folded: string, [start, end]: Span, sentence: Span): number {
  const { folded: asked } = question;
  const before = folded.slice(Math.max(sentence[0], start - REACH), start);
  const after = folded.slice(end, Math.min(sentence[1], end + REACH));
  const own = folded.slice(start, end);
  let worth = clauseShare(question, folded, [start, end], sentence);
  if (ASKS_MOST.test(asked) && (MOST.test(before) || MOST_AFTER.test(after) || MOST_INSIDE.test(own)))
    worth += BOUND;
  if (ASKS_LEAST.test(asked) && (LEAST.test(before) || LEAST_AFTER.test(after) || LEAST_INSIDE.test(own)))
    worth += BOUND;
  const verb = ASKS_SUM.exec(asked)?.[1];
  const lead = folded.slice(Math.max(sentence[0], start - VERB_REACH), start);
  if (verb !== undefined && new RegExp(`${verb}(?!费|支)`, 'u').test(lead)) worth += BOUND;
  if (isRightBefore(asked, before)) worth += RIGHT_BEFORE;
  const isOfBound = [ASKS_MOST, ASKS_LEAST, ASKS_BEFORE].some((asks) => asks.test(asked));
  if (!isOfBound && isOfNamed(asked, folded.slice(clauseFrom(folded, start, sentence[0]), start)))
    worth += OF_NAMED;
  if (ASKS_AGE_AT_DEATH.test(asked) && AT_DEATH.test(before)) worth += BOUND;
  return worth + CHANGED * changeWanted(asked, before);
}

/** Whether what stands before a number says that it is the value before or after a change, and that one is asked for: 1; the other: -1; neither: 0. */
export function changeWanted(asked: string, before: string): number {
  const isOld = CHANGED_FROM.test(before);
  if (!isOld && !CHANGED_TO.test(before)) return 0;
  return isOld === ASKS_BEFORE.test(asked) ? 1 : -1;
}

/** Whether the clause of a number begins with the very thing that the question names. */
function isOfNamed(asked: string, front: string): boolean {
  const head = HEAD_OF_CLAUSE.exec(front.trimStart())?.[1];
  return head !== undefined && asked.includes(head);
}

function clauseFrom(folded: string, at: number, least: number): number {
  let from = at;
  while (from > least && !SEPARATOR.test(folded.charAt(from - 1))) from--;
  return from;
}

/** Whether the number stands right behind the very word that the question has before its own: 应到38人 for 应到多少人. */
function isRightBefore(asked: string, before: string): boolean {
  const word = WORD_BEFORE.exec(asked)?.[1];
  return (
    word !== undefined && new RegExp(`${word}(?:了|过|是|为|有|达|约|近|共)?[:：]?\\s?$`, 'u').test(before)
  );
}

/**
 * Share of what the sentence has of the question, in the number's own clause; what stands in front of the number counts
 * whole, behind it half. Of a Chinese question characters are counted, of an English one words by their glosses.
 */
function clauseShare(question: Question, folded: string, [start, end]: Span, sentence: Span): number {
  const from = clauseFrom(folded, start, sentence[0]);
  let to = end;
  while (to < sentence[1] && !SEPARATOR.test(folded.charAt(to))) to++;
  const said = waysOf(question).filter((ways) => isIn(ways, folded.slice(...sentence)));
  if (said.length === 0) return 0;
  const [front, back] = [folded.slice(from, start), folded.slice(end, to)];
  const shared = said.reduce((sum, ways) => sum + (isIn(ways, front) ? 1 : isIn(ways, back) ? 0.5 : 0), 0);
  return shared / said.length;
}

function waysOf({ core, concepts }: Question): readonly (readonly string[])[] {
  if (core !== '') return [...new Set(core)].filter((one) => /[\p{L}\p{N}]/u.test(one)).map((one) => [one]);
  const things = concepts.filter(({ surface }) => !OF_MEASURE.test(surface));
  return things.map(({ variants }) =>
    variants.filter(({ text, weight }) => text !== '' && weight >= LEAST_GLOSS).map(({ text }) => text),
  );
}

function isIn(ways: readonly string[], text: string): boolean {
  return ways.some((way) => text.includes(way));
}
