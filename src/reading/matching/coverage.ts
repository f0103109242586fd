/** How much of a question a text carries: the measure by which the reader refuses. Raw retrieval scores say nothing of it. */
import type { Concept, Question } from '../../retrieval/question.js';

/** A word that the text only has in pieces (督导检查 for 检查督导) counts this much of its share of bigrams. */
const PIECES = 0.6;
/** A name is itself or it is not: fainter likenesses of sound or sense don't make it present. */
const LEAST_NAME = 0.6;
/** Words that say what kind of meeting act is asked; the statement itself answers for them. */
const ROLE_WORDS =
  /^(?:主持|主持召开|召开|出席|列席|参加|参会|通报|汇报|部署|具体部署|安排|作|做|讲话|讲|发言|调研|检查|督导|视察|考察|去|到|看|会议|会|有|的|是|在|谁|人|上|那个|那次|领导|市领导|省领导|县区|市县|城市|单位|部门|机构|地方|情况|工作|提了?|点|项|条|会上|会议上|大会上|会中|上作|上做|具体安排|提出|达到|要求|强调|指出|表示|提到|认为|叮嘱|嘱咐|的话|讲的话|话|内容|方面|名字|名单|意思|含义|具体|最后|时候|时|当天|当日|那天|那时|当时|日期|时间|写|采写|撰写|报道|新闻|消息|稿子|稿件|文章|篇|一起|现在|目前|到过|去过|来过|来到|前往|有关|里|名|几名|几位|参会|与会|到会|提到|批评|承担|讲到|说到|谈到|出现|名称|叫|叫做|形式|方式|还有|另外|分别|各|位|多|区别|参|开|开会|结束|截止|[一二三四五六七八九十\d]{1,2}月份?|包括|包含|后果|次会|名字|字|消息|会的|带队|率队|带头|牵头|一路上|一路|沿途|途中|亲自|代表|角色|今年|多大)$/u;

/** 0..1: how far some variant of the concept stands in a folded text. */
export function presence(concept: Concept, folded: string): number {
  let best = 0;
  for (const { text, weight } of concept.variants) {
    if (text === '' || weight <= best || (concept.kind === 'name' && weight < LEAST_NAME)) continue;
    if (folded.includes(text)) best = Math.min(1, weight);
  }
  return best > 0 ? best : PIECES * pieces(concept, folded);
}

/** Share of a longer word's pairs of neighbouring characters that a text has. */
function pieces(concept: Concept, folded: string): number {
  const pairs = pairsOf(concept);
  if (pairs.length === 0) return 0;
  let found = 0;
  for (const pair of pairs) if (folded.includes(pair)) found++;
  return found / pairs.length;
}

const knownPairs = new WeakMap<Concept, readonly string[]>();

/** The pairs of a word of three Han characters or more, none for others: cut once, because dozens of texts are asked for them. */
function pairsOf(concept: Concept): readonly string[] {
  const known = knownPairs.get(concept);
  if (known !== undefined) return known;
  const { surface } = concept;
  const isLong = /^\p{Script=Han}{3,}$/u.test(surface);
  const pairs = isLong ? Array.from({ length: surface.length - 1 }, (_, i) => surface.slice(i, i + 2)) : [];
  knownPairs.set(concept, pairs);
  return pairs;
}

/** Whether any way to say a name could count as the name at all. */
export function isNameless({ kind, frequency, variants }: Concept): boolean {
  return kind === 'name' && (frequency === 0 || variants.every(({ weight }) => weight < LEAST_NAME));
}

/** Share of the question's concepts, by idf, that a folded text has: 0..1; 1 for a question without concepts. */
export function coverage(concepts: readonly Concept[], folded: string): number {
  let all = 0;
  let found = 0;
  for (const concept of concepts) {
    all += concept.idf;
    found += concept.idf * presence(concept, folded);
  }
  return all === 0 ? 1 : found / all;
}

/** English words for the same, and numerals with a measure word (一轮, 那次): they tell nothing apart. */
const ENGLISH_ROLE_WORDS =
  /^(?:who|chair(?:ed|s)?|presid\w*|attend\w*|present|sat|sit\w*|spoke|speak|report\w*|take|took|part|participat\w*|made|make|specific|arrange\w*|arrangements|brief\w*|inspect\w*|visit\w*|hold|held|meetings?|conference|session|main venue|main|venue|branch|branch venue|said|say|mention\w*|slogan|phrase|expression|wording|saying|people|leaders?|officials?|name|list|happen\w*|take place|took place|did|was|told|tell|tells|ask|asked|want|wants|wanted|possible|soon|needs?|needed|should|must|points?|measures?|items?|things?|first thing|requirements?|demand\w*|stress\w*|tasks?|aspects?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)$/iu;
const MEASURED = /^第?[一二两三四五六七八九十几这那本该此每\d]+[个轮次位项种场届名条点家些]$/u;

/** The concepts that are not already the names of the question's places and persons, which are conditions checked apart. */
export function beyondNames(question: Question): readonly Concept[] {
  const named = question.constraints
    .filter(({ type }) => type === 'place' || type === 'person')
    .map(({ surface }) => surface.toLowerCase());
  return topicConcepts(question).filter(
    ({ surface }) => !named.some((name) => name.includes(surface.toLowerCase())),
  );
}

/** The fourth demand: which item of a list is asked for. */
const POINT_ORDINAL =
  /\b(first|second|third|last|[a-z]+th|\d+(?:st|nd|rd|th)) (?:[a-z]+ )?(?:thing|point|measure|item|requirement|task|demand|aspect)\b/u;

/** The concepts that tell one meeting from another: without the words for the role asked and the conditions checked apart. */
export function topicConcepts(question: Question): readonly Concept[] {
  const surfaces = question.constraints
    .filter(({ type }) => type === 'ordinal' || type === 'date')
    .map(({ surface }) => surface.toLowerCase());
  const point = POINT_ORDINAL.exec(question.folded)?.[1];
  return question.concepts.filter(({ surface, kind }) => {
    if (kind === 'number' || ROLE_WORDS.test(surface) || MEASURED.test(surface)) return false;
    if (question.language === 'en' && (ENGLISH_ROLE_WORDS.test(surface) || surface === point)) return false;
    return !surfaces.some((condition) => condition.includes(surface.toLowerCase()));
  });
}

/** Share of a Chinese question's pairs of neighbouring characters (`Question.core`) that a folded text has: 0..1. */
export function pairShare(core: string, folded: string): number {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < core.length; i++) {
    const pair = core.slice(i, i + 2);
    if (/^[\p{L}\p{N}]{2}$/u.test(pair)) pairs.push(pair);
  }
  if (pairs.length === 0) return 1;
  return pairs.filter((pair) => folded.includes(pair)).length / pairs.length;
}
