/** Answers how to reach somebody: the number or address whose own words are nearest to what a Chinese question asks. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import { headingOf } from '../../retrieval/headings.js';
import type { CorpusKnowledge, Hit, Passage } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { type Answered, answeredBy, type Statement } from '../finding.js';
import { barePlace, headOf } from '../matching/conditions.js';
import { coverage, topicConcepts } from '../matching/coverage.js';

/** A kind of address: how it is asked for, how it is written, and what must stand before it. */
interface Channel {
  readonly asked: RegExp;
  readonly written: RegExp;
  readonly named: RegExp;
}

const CALL =
  '(?:电话|热线|手机|号码|座机)(?:号码?|号)?(?:是|为)?(?:多少|什么|哪个|几号|(?=[?？]*$))|(?:打|拨|拨打)(?:什么|哪个|多少|几)(?!折)|(?:怎么|如何)联系|联系(?:方式|电话)';
const PHONE =
  /(?<![\d.])(?:[(（]?0\d{2,3}[)）]?[-—–\s]?\d{7,8}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}|\d{3,4}[-\s]\d{4}|\d{7,8}|1\d{4}|9\d{4}|12\d{3})(?:转\d{1,5})?(?![\d.年月日元])/gu;
const CHANNELS: readonly Channel[] = [
  {
    asked: /邮箱|电邮|邮件/u,
    written: /[a-z0-9._+-]{1,40}@[a-z0-9-]{1,30}(?:\.[a-z]{2,10}){1,3}/gu,
    named: /./u,
  },
  {
    asked: /微信号|公众号(?:是|叫)|qq群?(?:号)?(?:是|多少)/u,
    written:
      /(?<=(?:微信号?|公众号|qq群?号?)[:：为是]?\s?)(?:[“"「][^”"」]{2,20}[”"」]|[a-z0-9][a-z0-9_-]{4,20})/gu,
    named: /微信|公众号|qq/u,
  },
  { asked: new RegExp(CALL, 'u'), written: PHONE, named: /电话|热线|手机|号码|联系|拨打|致电|咨询|[:：]/u },
];
/** Words of the question that ask, not what for. */
const OF_ASKING =
  /^(?:电话|电话号码|热线|手机|手机号|号码|联系|联系方式|联系电话|邮箱|邮件|打|拨打|拨|微信|微信号|公众号|打电话|找)$/u;
const READ_HITS = 8;
const MOST_ARTICLES = 3;
const LONGEST_ARTICLE = 60;
/** How far before the number its own words may begin. */
const REACH = 40;
const BORDER = /[。；;\n]/u;
/** What the question says beside must stand in the article so far; the number's own words tell one of several. */
const LEAST_ARTICLE = 0.6;
/** Less is enough where the article has a line for just what is asked. */
const LEAST_SERVED = 0.3;
const OWN_WORDS = 1;
const ARTICLE_COST = 0.1;
/** 监督, 投诉: a line for something else is not the one. */
const SERVICES = '投诉|监督|举报|咨询|报名|预约|急救|报修|求助|客服|服务|订票|招生|招聘|值班|抢修|失物';
const SERVICE = new RegExp(SERVICES, 'gu');
const OTHER_SERVICE = 0.5;
const CERTAINTY = 0.85;

interface Found extends Statement {
  readonly score: number;
}

/** The number or address that is asked for; null for other questions and where a small corpus gives none. */
export function answerContact(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (question.language === 'en' || !isSmall(knowledge.passages)) return null;
  const channel = CHANNELS.find(({ asked }) => asked.test(question.folded));
  if (channel === undefined) return null;
  const topic = topicConcepts(question).filter(({ surface }) => !OF_ASKING.test(surface));
  const ids = hits.slice(0, READ_HITS).map(({ passage }) => passage.article.id);
  const found = [...new Set(ids)].slice(0, MOST_ARTICLES).flatMap((id, order) => {
    const passages = knowledge.articlePassages(id);
    const share = coverage(topic, textOf(passages));
    const isServed = serviceIn(question.folded, textOf(passages)) > 0;
    if (passages.length > LONGEST_ARTICLE || share < (isServed ? LEAST_SERVED : LEAST_ARTICLE)) return [];
    if (!isOfPlaces(question, passages)) return [];
    return passages.flatMap((passage) =>
      contactsIn(question, passage, channel, topic, share - order * ARTICLE_COST),
    );
  });
  const [best] = found.sort((a, b) => b.score - a.score);
  return best === undefined ? null : answeredBy(best, CERTAINTY);
}

function textOf(passages: readonly Passage[]): string {
  const [first] = passages;
  return [first === undefined ? '' : headOf(first.article), ...passages.map(({ folded }) => folded)].join(
    '\n',
  );
}

/** Another town's notice gives another number. */
function isOfPlaces({ constraints }: Question, passages: readonly Passage[]): boolean {
  const text = textOf(passages);
  return constraints.every((one) => one.type !== 'place' || text.includes(barePlace(one.name)));
}

function contactsIn(
  { folded: asked }: Question,
  passage: Passage,
  { written, named }: Channel,
  topic: readonly Concept[],
  share: number,
): readonly Found[] {
  const folded = fold(passage.paragraph.text);
  let last = 0;
  return [...folded.matchAll(written)].flatMap((match): Found[] => {
    const start = match.index;
    const end = start + match[0].length;
    const from = clauseStart(folded, start, Math.max(last, start - REACH));
    const aside = /^[(（][^()（）]{1,20}[)）]/u.exec(folded.slice(end))?.[0] ?? '';
    const own = `${folded.slice(from, start)}${aside}`;
    last = end + aside.length;
    if (!named.test(own) && !named.test(headingOf(passage))) return [];
    const score =
      share + OWN_WORDS * coverage(topic, `${headingOf(passage)}\n${own}`) + serviceIn(asked, own);
    const sentence: Span = [from, last];
    return [{ passage, sentence, answer: [start, end], score, share: Math.min(1, share) }];
  });
}

/** Whether the line is for what is asked: 投诉电话 for 投诉打什么电话, less one for anything else. */
function serviceIn(asked: string, own: string): number {
  const wanted: readonly string[] = asked.match(SERVICE) ?? [];
  const given: readonly string[] = own.match(SERVICE) ?? [];
  if (wanted.length === 0 || given.length === 0) return 0;
  return wanted.some((one) => given.includes(one)) ? 1 : -OTHER_SERVICE;
}

function clauseStart(folded: string, at: number, least: number): number {
  let start = at;
  while (start > least && !BORDER.test(folded.charAt(start - 1))) start--;
  while (/[\s,，、]/u.test(folded.charAt(start))) start++;
  return Math.min(start, at);
}
