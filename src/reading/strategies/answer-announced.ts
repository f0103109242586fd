/** Answers with the items that a line announces: 需携带以下材料：1.身份证；2.照片. */
import type { Span } from '../../corpus/article.js';
import { parseNumeral } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import { headingOf } from '../../retrieval/headings.js';
import type { Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { type AnnouncedItem, type AnnouncedList, announcedLists } from '../facts/announced-lists.js';
import type { Answered, Proof } from '../finding.js';
import { coverage, presence, topicConcepts } from '../matching/coverage.js';

/** What lists are of: as a question asks for it, and as the line over a list says it. */
const SORTS: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [
    /(?:什么|啥|哪些|哪几[个种项类]?|哪[二两三四五六七八九十][个种项类]?)(?:样的?)?(?:条件|要求|资格|规定)|哪些人|什么(?:样的?)?人|谁(?:可以|能)|\b(?:conditions?|requirements?|criteria|who can|who may|eligible)\b/u,
    /条件|要求|资格|须知|对象|规定|人员|范围/u,
  ],
  [
    /(?:什么|啥|哪些|哪几[样种份]?|哪[二两三四五六七八九十][样种份])(?:材料|证件|资料|手续|证明|东西|物品|文件)|\b(?:documents?|materials|papers|paperwork|bring)\b/u,
    /材料|证件|资料|手续|证明|物品|携带|提交|提供/u,
  ],
  [
    /(?:情况|情形|时候)下?|\b(?:cases|circumstances|situations|when (?:can|may|will))\b/u,
    /情形|情况|之一的/u,
  ],
  [/措施|办法|举措|对策|\b(?:measures|actions|arrangements)\b/u, /措施|办法|举措|工作|如下|以下/u],
  [/奖品|奖励|奖项|好处|优惠|福利|\b(?:prizes?|awards?|gifts?|benefits?|perks)\b/u, /奖|优惠|福利|权益|礼/u],
  [
    /步骤|流程|程序|怎么(?:办理|申请|报名|预约)|\b(?:steps?|procedure|process)\b/u,
    /步骤|流程|程序|方式|方法|办法/u,
  ],
];
/** Several things are asked for. */
const ASKS =
  /哪些|哪[二两三四五六七八九十几][^年月日天号]|谁(?:可以|能)|(?:什么|啥)(?:样的?)?(?:人(?:可以|能)|材料|条件|情况|情形|东西|手续|证件|资料|要求|措施|步骤|流程|物品|证明|内容|项目|服务|活动|行为|义务|权利|好处|优惠|奖项|奖品|奖励)|怎么(?:办理|申请|报名|预约)|\b(?:what|which) (?:[a-z-]+ ){0,3}?[a-z]{2,}s\b|\bwhat (?:do i need|should i bring)|\bwho (?:can|may)\b/u;
/** Who may do something is a condition, not a person. */
const MAY = /可以|能|有资格|\b(?:can|may|eligible)\b/u;
const QUOTED = /[“"「『]([^”"」』]{2,})[”"」』]/gu;
const SIZE = /哪([二两三四五六七八九十])/u;
/** What announces a list of this sort has little to say but what the list is of. */
const LEAST = { lead: 0.5, share: 0.6 };
/** Where the sort of things agrees. */
const LEAST_OF_SORT = { lead: 0.25, share: 0.35 };
/** English words cover a Chinese text faintly. */
const LEAST_ENGLISH = { lead: 0.35, share: 0.45 };
const LEAST_ENGLISH_OF_SORT = { lead: 0.15, share: 0.2 };
/** The title tells what it is about, the lead which list. */
const OF_TITLE = 0.3;
const READ_PASSAGES = 6;
/** The announcing line stands so many paragraphs over a passage that is an item of its list, at most. */
const OVER = 8;
/** A longer item is given by what stands before its first mark. */
const LONGEST_ITEM = 60;
const CERTAINTY = 0.8;

interface Found {
  readonly list: AnnouncedList;
  readonly share: number;
}

/** The items of the best announced list, or null where none is asked for or announced in the question's words. */
export function answerAnnounced(question: Question, hits: readonly Hit[]): Answered | null {
  const { folded, role, kind } = question;
  if (!ASKS.test(folded) || role !== null || (kind === 'person' && !MAY.test(folded))) return null;
  const size = parseNumeral(SIZE.exec(folded)?.[1] ?? '');
  const found = hits
    .slice(0, READ_PASSAGES)
    .flatMap((hit) => listsNear(hit))
    .filter(({ items }) => size === null || items.length === size)
    .map((list): Found => ({ list, share: shareOf(question, list) }));
  const best = found.reduce<Found | null>((a, b) => (b.share > (a?.share ?? 0) ? b : a), null);
  if (best === null) return null;
  const items = best.list.items.map(({ paragraph, text }) =>
    paragraph.text.slice(...shortened(paragraph.text, text)),
  );
  return {
    status: 'answered',
    answer: items.join(items.some((item) => /[,，、]/u.test(item)) ? '；' : '、'),
    note: null,
    proofs: proofsOf(best.list),
    certainty: CERTAINTY,
    fit: Math.min(1, best.share),
  };
}

/** The lists that begin in a hit's paragraph, and those over it of which it is an item. */
function listsNear({ passage: { article, paragraph } }: Hit): readonly AnnouncedList[] {
  const over = article.paragraphs.filter(
    ({ number }) => number < paragraph.number && number >= paragraph.number - OVER,
  );
  const around = over
    .flatMap((one) => announcedLists(article, one))
    .filter(({ items }) => items.some((item) => item.paragraph === paragraph));
  return [...announcedLists(article, paragraph), ...around];
}

/**
 * How well title, headings and lead say what the question asks, the lead what the title does not: 0..1; 0 where they do
 * not, or where the lead announces things of another sort.
 */
function shareOf(question: Question, { article, paragraph, lead }: AnnouncedList): number {
  const folded = fold(paragraph.text).slice(...lead);
  // A line that says of what sort its list is belongs under no heading of another.
  const isPlain = SORTS.some(([, own]) => own.test(folded));
  const said = isPlain ? folded : `${headingOf({ article, paragraph, range: lead, folded })}\n${folded}`;
  // A list of another name is no answer: 九个不变 for “六个变”.
  if ([...question.folded.matchAll(QUOTED)].some(([, quoted = '']) => !said.includes(quoted))) return 0;
  const sort = SORTS.findIndex(([asked]) => asked.test(question.folded));
  const isOfSort = SORTS[sort]?.[1].test(said) === true;
  if (sort >= 0 && !isOfSort && SORTS.some(([, other]) => other.test(said))) return 0;
  const topic = topicConcepts(question).filter(({ surface }) => !isOfSort || !isSort(surface, sort));
  const title = fold(article.title ?? '');
  // An English word without Chinese in the corpus tells no two lists apart.
  const known = topic.filter(({ frequency }) => question.language !== 'en' || frequency > 0);
  const own = known.filter((concept) => presence(concept, title) < 1);
  const share = coverage(topic, `${title}\n${said}`);
  const least = leastFor(question, isOfSort);
  // Where the title says all of it, the sort alone tells which list is meant.
  const ofLead =
    own.length > 0 ? coverage(own, said) : Math.max(isOfSort ? least.lead : 0, coverage(topic, said));
  return ofLead < least.lead || share < least.share ? 0 : (1 - OF_TITLE) * ofLead + OF_TITLE * share;
}

function leastFor({ language }: Question, isOfSort: boolean): typeof LEAST {
  if (language === 'en') return isOfSort ? LEAST_ENGLISH_OF_SORT : LEAST_ENGLISH;
  return isOfSort ? LEAST_OF_SORT : LEAST;
}

/** Whether a word only names the sort that is asked for. */
function isSort(surface: string, sort: number): boolean {
  return SORTS[sort]?.[1].test(surface) === true || SORTS[sort]?.[0].test(`什么${surface}`) === true;
}

function shortened(text: string, [start, end]: Span): Span {
  if (end - start <= LONGEST_ITEM) return [start, end];
  const stop = text.slice(start, end).search(/[,，。;；:：]/u);
  return [start, stop < 0 ? end : start + stop];
}

/** In one paragraph lead and items; else the items, a paragraph each. */
function proofsOf({ article, paragraph, lead, items }: AnnouncedList): readonly Proof[] {
  const own = items.filter((item) => item.paragraph === paragraph);
  if (own.length > 0)
    return [
      { article, paragraph, ranges: [lead, ...own.map(({ quoted }) => quoted)], highlights: own.map(textOf) },
    ];
  return items.map((item) => ({
    article,
    paragraph: item.paragraph,
    ranges: [item.quoted],
    highlights: [textOf(item)],
  }));
}

const textOf = ({ text }: AnnouncedItem): Span => text;
