/** Whether a passage has nothing of the very thing that a question asks for or counts. */

import { createTokenizer, wordClass } from '../../language/tokenizer.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { coverage } from '../matching/coverage.js';
import { askedCounted, askedThing, countsThing } from './asked-fact.js';
import { lacksThing } from './suits-english.js';

/**
 * Whether the thing that is asked for is missing: 路 of 哪条路 in `stretch`, which ought to answer, or what is counted in
 * the whole passage. Both texts are folded.
 */
export function lacksAsked(
  question: Question,
  stretch: string,
  folded: string,
  knowledge: CorpusKnowledge,
): boolean {
  return (
    lacks(askedThing(question), stretch, knowledge) ||
    lacksNamed(question, stretch) ||
    lacksDuration(question, stretch) ||
    lacksTransport(question, folded) ||
    lacksThing(question, stretch) ||
    lacksCounted(question, folded) ||
    lacksCountedEnglish(question, folded, knowledge)
  );
}

/** 那家企业叫什么名字: what a firm, a hospital or a person is called. */
const ASKS_NAME =
  /(?:企业|公司|工厂|医院|学校|中学|小学|幼儿园|酒店|宾馆|小区|社区|单位|机构|商场|超市|村|街道|店|铺子?|餐馆|饭店|面馆|书店|船|猫|狗|软件|患者|病人|司机|学生|老师|医生|护士|居民|市民|男子|女子)(?:的)?(?:是)?(?:叫(?:什么|做什么|啥)|(?:名字|名称)(?:是|叫)(?:什么|啥))/u;
const ENGLISH_ASKS_NAME =
  /\bwhat(?:'s| is| was| are| were) the (?:full |exact |official )?names? of (?:the|this|that|these|those|an?) (?:[a-z-]+ ){0,3}?(hospital|school|university|hotel|company|firm|factory|plant|bridge|road|street|station|village|community|estate|mall|shop|store|restaurant|museum|library|park|airport|hall|clinic|centre|center|team|student|teacher|doctor|nurse|patient|driver|reporter|resident)s?\b/u;
const QUOTED = /[“”「」『』《》]/u;

/** A clause about a thing is not its name. */
const ACTS = /[要将应]?(?:尽快|抓紧|加快|及时|严格|积极)|[,，。;；]/u;

/** Whether a question asks what a firm, a place of work or a person is called. */
export function asksName({ folded, language }: Question): boolean {
  return language === 'en' ? ENGLISH_ASKS_NAME.test(folded) : ASKS_NAME.test(folded);
}

/** Whether a folded text may be such a name: 所在园区, made of ordinary words, is none. */
export function isCalledSo(text: string, { persons, places }: CorpusKnowledge): boolean {
  if (QUOTED.test(text)) return true;
  if (ACTS.test(text)) return false;
  const named = (names: ReadonlySet<string>) => [...names].filter((name) => text.includes(name));
  const { words } = createTokenizer({ persons: named(persons), places: named(places), organizations: [] });
  return words(text).some((word) => {
    const kind = wordClass(word);
    return (
      persons.has(word) || places.has(word) || kind === 'name' || kind === 'unknown' || kind === 'foreign'
    );
  });
}

/** Fainter glosses are other things. */
const SURELY_SAID = 0.4;

/** Whether a stretch does not speak of the thing whose name an English question asks for. */
function lacksNamed({ language, folded, concepts }: Question, stretch: string): boolean {
  const thing = language === 'en' ? ENGLISH_ASKS_NAME.exec(folded)?.[1] : undefined;
  const ways = concepts
    .filter(({ surface }) => thing !== undefined && surface.toLowerCase().includes(thing))
    .flatMap(({ variants }) => variants.filter(({ weight }) => weight >= SURELY_SAID));
  return ways.length > 0 && !ways.some(({ text }) => stretch.includes(text));
}

/** 调度会开了几个小时: how long an event took, which is told by verbs of its own. */
const ASKS_LENGTH =
  /(?:会议?|活动|比赛|仪式|演练|展览|讲座|演出|论坛)[^,，。]{0,6}?(?:开|持续|进行|历时|举行|办)(?:了|过)?(?:大概|大约|一共|共)?(?:多久|多长时间|几个?(?:小时|钟头|天|分钟)|多少(?:个)?(?:小时|钟头|天|分钟))/u;
const TELLS_LENGTH = /持续|历时|为期|会期|开了|进行了|举行了|长达|用时|时长|[至到~—-]\s?\d/u;

/** 怎么去的, 坐什么车: by what means somebody went. */
const ASKS_TRANSPORT =
  /(?:怎么|咋|如何|怎样)(?:去|到|来|过去|前往|赶到)(?!做|搞|办)|(?:坐|乘|搭|开|骑)(?:的)?(?:是)?(?:什么|啥|哪种|几路)(?:车|船|飞机|交通工具|航班)?/u;
const TELLS_TRANSPORT =
  /乘|坐|搭|驱车|驾车|步行|徒步|骑|航班|飞机|高铁|动车|火车|地铁|公交|轮船|开车|自驾|路线/u;

function lacksTransport({ folded, language }: Question, text: string): boolean {
  return language !== 'en' && ASKS_TRANSPORT.test(folded) && !TELLS_TRANSPORT.test(text);
}

function lacksDuration({ folded, language }: Question, stretch: string): boolean {
  return language !== 'en' && ASKS_LENGTH.test(folded) && !TELLS_LENGTH.test(stretch);
}

/** Whether a word that the corpus has is missing in a text that ought to say it. */
function lacks(word: string | null, text: string, knowledge: CorpusKnowledge): boolean {
  return word !== null && !text.includes(word) && knowledge.count(word) > 0;
}

/** What a measure word counts, though the thing is not named: 2600多册 are books. */
const COUNTED_BY: Readonly<Record<string, RegExp>> = {
  书: /[\d〇一二两三四五六七八九十百千万多余]\s?[册本]/u,
  车: /[\d一二两三四五六七八九十百千多余]\s?[辆台]/u,
  树: /[\d一二两三四五六七八九十百千万多余]\s?[棵株]/u,
  画: /[\d一二两三四五六七八九十百千多余]\s?幅/u,
  船: /[\d一二两三四五六七八九十百多余]\s?[艘条]/u,
};

/** Whether nothing in a passage counts the very thing of a question how many: neither by its name nor by another. */
function lacksCounted(question: Question, folded: string): boolean {
  const thing = askedCounted(question);
  if (thing === null || countsThing(thing, folded)) return false;
  if (COUNTED_BY[thing.slice(-1)]?.test(folded) === true) return false;
  const ways = question.concepts
    .filter(({ surface }) => surface.includes(thing) || thing.includes(surface))
    .flatMap(({ variants }) => variants.map(({ text }) => text))
    .filter((text) => text.length > 1);
  return !ways.some((way) => countsThing(way, folded));
}

/** Visitors, residents and guests are all counted as 人. */
const PEOPLE = /[\d千万百]余?(?:名|位|人)/u;
const ENGLISH_COUNTED =
  /\bhow many (?:[a-z-]+ ){0,2}?([a-z-]+) (?:was|were|is|are|did|does|do|has|have|had|will|in|on|at|of)\b/u;

/** Whether a passage has nothing of what an English question counts, though the corpus elsewhere has. */
function lacksCountedEnglish(
  { language, kind, folded: asked, concepts }: Question,
  folded: string,
  { passages }: CorpusKnowledge,
): boolean {
  const thing = language === 'en' && kind === 'number' ? ENGLISH_COUNTED.exec(asked)?.[1] : undefined;
  const concept = concepts.find(({ surface }) => surface.toLowerCase() === thing);
  return (
    concept !== undefined &&
    (concept.frequency > 0 || isSmall(passages)) &&
    coverage([concept], folded) === 0 &&
    !PEOPLE.test(folded)
  );
}
