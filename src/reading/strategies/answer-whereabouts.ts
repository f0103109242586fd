/** Answers where an everyday thing takes place or goes by the words that mark the place: 地点在…, 在…举行, 移交…, 存进…. */

import { isSmall } from '../../retrieval/corpus-size.js';
import { headingOf } from '../../retrieval/headings.js';
import type { CorpusKnowledge, Hit, Passage } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import type { Answered } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { presence, topicConcepts } from '../matching/coverage.js';
import { plainTopic, wordsOf } from './asked-deed.js';
import { bestMarked, type Judge, type Mark } from './marked-statements.js';

const WHERE = '(?:哪(?:里|儿|边|块)?|什么地方|啥地方|何处|哪个地方)';
/** 撤到哪里, 往哪儿撤, 放到哪里去了, 归了哪里. */
const ASKS_GOAL = new RegExp(
  `(?:往|到|去|归(?:了)?|进|给(?:了)?)${WHERE}(?!开|举|召|办|报名|登记)|[送交放存搬撤移转运埋挂摆捐藏塞投](?:在|到|去|进)?(?:了)?${WHERE}`,
  'u',
);
const ASKS_GOAL_ENGLISH =
  /\b(?:to|into)\s*\?*$|\b(?:mov(?:e|ed|ing)|relocat\w+|transfer\w*|sen[dt]|tak(?:e|en)|taken|put|deliver\w*|evacuat\w+|go|goes|went|buried|donat\w+|hand(?:ed)? in|deposit\w*)\b/u;
/** 钱从哪儿出. */
const ASKS_SOURCE = new RegExp(`(?:从|由)${WHERE}(?:来|出|列支|支出|拿|付|解决)`, 'u');
/** Whose source is asked for: a text says what is paid, not 钱. */
const MONEY = /^(?:钱|费用?|资金|经费|款|出|来)$/u;
const ASKS_PLACE = /(?:在|去|到|哪|地点|地方)/u;

const PLACE = '(?<answer>[^,，。;；:：!！?？\\n()（）到请在往被把将]{2,24}?)';
const STOP = '(?=[,，。;；!！\\n()（）]|$)';
const GOES =
  '(?:转移|疏散|撤离|撤|搬迁?|迁|送|移交|移|转|上?交|存|放|摆|挂|埋|藏|装|寄|投|塞|捐|归|拉|运|安置|安葬|葬|换|带|退)';
const HELD =
  '(?:举行|举办|召开|进行|集合|开会|办(?!公|事处)|开(?![发关])|碰头|报到|报名|登记|领取|上课|训练|排练|演出|抽签|见面|签到)';

/** A passage that has this much of a thing's name, or another name of it, speaks of it. */
const NAMED = 0.5;
const SURE = 0.3;
const FAIR = 0.45;
const LOOSE = 0.4;

const GOALS: readonly Mark[] = [
  mark(FAIR, `${GOES}(?:了)?(?:到|至|往|进|入|在|于|给|去)${PLACE}(?:里|中|内)?${STOP}`),
  mark(FAIR, `(?:移交|上交|送交|捐赠|交)${PLACE}(?:保存|保管|展出|收藏|处理|登记)`),
  mark(FAIR, `(?:到|去|至|往)${PLACE}(?=${GOES})`),
];
const SOURCES: readonly Mark[] = [
  mark(SURE, `(?:从|由|在)${PLACE}(?:中|里)?(?:支?出|列支|支付|拿|划拨|开支)`),
];
const PLACES: readonly Mark[] = [
  mark(
    SURE,
    `(?:地点|地址|会场|集合点|报名处|位置)(?:就|仍|还)?(?:设|定|选)?(?:在|为|是|[:：])\\s*${PLACE}${STOP}`,
  ),
  mark(FAIR, `(?:在|于|到)${PLACE}${HELD}`),
  mark(FAIR, `(?:设在|设于|位于|就在|定在|改在|借用?)${PLACE}${STOP}`),
  mark(LOOSE, `(?:^|[,，。;；])在${PLACE}${STOP}`),
];

/** What an article says of its own matter, which its title names: a sentence that begins with the mark. */
const OF_ARTICLE: readonly Mark[] = [
  mark(
    SURE,
    `^\\s*(?:活动|集合|报名|开会)?(?:地点|地址|会场|集合点)(?:就|仍|还)?(?:设|定|选)?(?:在|为|是|[:：])\\s*${PLACE}${STOP}`,
  ),
];

/** No place: a time, a measure, what is no thing at all. */
const NO_PLACE =
  /^(?:每?(?:周|星期)[一二三四五六日天]|每[天日月年]|[上下中]午|晚上|早上|\d{1,4}\s?[年月日点时号天]|[一二三四五六七八九十]{1,3}[月日点]|这|那|此|其|会上|会后|会前|本|各|所有|一[个种些])|[时后前间期]$|基础上|情况下|(?:前提|条件|状态|形势|背景)下|氛围|过程中|范围内|下午|上午|[\d一二三四五六七八九十]\s?[月日点号时](?:前|底|起)?$/u;

/** 哪个市, 哪家医院: the kind of place, which the place itself has in its name. */
const ASKED_KIND = /哪(?:一)?[个座家所](?:城)?(市|省|县|区|镇|乡|村|机场|医院|酒店|宾馆|学校|大学)/u;

function mark(leastNear: number, source: string): Mark {
  return { leastNear, pattern: new RegExp(source, 'u') };
}

/** The marked place, or null where the question asks for none, none is marked, or the corpus is large. */
export function answerWhereabouts(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const { language, kind, folded, plural } = question;
  if (kind !== 'place' || plural || !isSmall(knowledge.passages)) return null;
  if (language === 'en') return englishWhereabouts(question, hits);
  const isSource = ASKS_SOURCE.test(folded);
  const topic = topicConcepts(question).filter(
    ({ frequency, surface }) => frequency > 0 && !(isSource && MONEY.test(surface)),
  );
  if (topic.length === 0) return null;
  const marks = marksFor(folded);
  const asked = ASKED_KIND.exec(folded)?.[1] ?? '';
  const judge: Judge = (place) => (NO_PLACE.test(place) || !place.includes(asked) ? 0 : place.length);
  const thing = marks === PLACES ? thingBefore(folded, topic) : null;
  if (thing === null) return bestMarked(folded, topic, hits, marks, judge);
  const about = hits.filter(({ passage }) => isNamedIn(thing, passage));
  const titled = hits.filter(({ passage }) => presence(thing, headOf(passage.article)) >= NAMED);
  return (
    bestMarked(folded, topic, about, marks, judge) ?? bestMarked(folded, topic, titled, OF_ARTICLE, judge)
  );
}

/** By what is done there (在…落网), else by what marks any place. */
function englishWhereabouts(question: Question, hits: readonly Hit[]): Answered | null {
  const topic = plainTopic(question);
  const deed = [...topic].reverse().find(({ kind }) => kind === 'word');
  if (deed === undefined) return null;
  const words = wordsOf(deed).join('|');
  const done: readonly Mark[] =
    words === ''
      ? []
      : [
          mark(SURE, `(?:在|于|到|从)${PLACE}(?:被|成功|正式|现场)?(?:${words})`),
          mark(FAIR, `(?:${words})(?:了)?(?:在|于|到|至)${PLACE}${STOP}`),
        ];
  const judge: Judge = (place) => (NO_PLACE.test(place) ? 0 : place.length);
  const marks = ASKS_GOAL_ENGLISH.test(question.folded) ? GOALS : PLACES;
  return bestMarked(question.folded, topic, hits, [...done, ...marks], judge);
}

/** The last thing that the question names before it asks where: 座谈会 of 读者座谈会在哪里召开, which no other event stands for. */
function thingBefore(folded: string, topic: readonly Concept[]): Concept | null {
  const end = folded.search(new RegExp(`(?:在|去|到|是)?${WHERE}`, 'u'));
  const before = topic
    .map((concept) => ({ concept, at: folded.lastIndexOf(concept.surface, Math.max(0, end)) }))
    .filter(({ at }) => at >= 0 && at < end)
    .sort((a, b) => b.at - a.at);
  return before[0]?.concept ?? null;
}

function isNamedIn(thing: Concept, passage: Passage): boolean {
  return presence(thing, `${headingOf(passage)}\n${passage.folded}`) >= NAMED;
}

function marksFor(folded: string): readonly Mark[] {
  if (ASKS_SOURCE.test(folded)) return SOURCES;
  if (ASKS_GOAL.test(folded)) return GOALS;
  return ASKS_PLACE.test(folded) ? PLACES : [];
}
