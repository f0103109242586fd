/**
 * Places and bodies that the texts know in another part only: 平湾市停水通知 where 平湾 is the home of a team, 西坝队的守门员
 * where another team's is told, 东陵机场 where the airport is another town’s. Small corpora; all texts are folded.
 */
import { fold } from '../../language/script.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import { headingOf } from '../../retrieval/headings.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Finding, Proof, Refused } from '../finding.js';
import { barePlace, headOf } from '../matching/conditions.js';
import { noMention, notOf } from '../notes/notes.js';
import { ASKING, placeNowhere, TOWNS } from './unknown-places.js';

/** An article names whose it is in its title or in so many paragraphs. */
const LEAD = 2;
/** 河口县图书馆: a house of a kind that every place has. */
const HOUSE =
  /([\p{Script=Han}]{2,6}?)((?:国际|中心|实验|人民|第[一二三四五六七八九十]{1,2})?(?:机场|火车站|汽车站|东站|西站|南站|北站|图书馆|博物馆|文化馆|体育馆|档案馆|美术馆|纪念馆|小学|中学|幼儿园|医院|卫生院|敬老院|养老院|法院|派出所|水厂|电厂|公园|动物园|码头|大桥|摄影家协会|商会))/gu;
const OF_HOUSE = /^(?:国际|中心|实验|人民|第[一二三四五六七八九十]{1,2})+/u;
/** Between a place and its house: 石桥乡中心小学. */
const REACH = 6;
const OF_PLACE = /[省市县区镇乡村里州]$/u;
/** What names of bodies end in. */
const BODY =
  /(?:[省市县区镇乡村队社院校馆所厅局处科站楼园苑厂店行]|社区|小区|家园|公司|集团|建设|协会|公会|学会|工会|商会|学校|小学|中学|大学|机场|酒店|宾馆|研究所)$/u;
const LONGEST_BODY = 12;
const SHORTEST_BODY = 3;
/** Places that hold others are not named where these are. */
const WIDE =
  /^(?:中国|全国|我国|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)|[省州国]$/u;
const CERTAINTY = 0.85;

/** The finding, or a refusal where it is proved by what is of another place or body than the question's. */
export function unlessOtherBody(
  question: Question,
  finding: Finding,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding {
  if (finding.status === 'no-answer' || !isSmall(knowledge.passages)) return finding;
  // One proof that is of what is asked is enough: articles that disagree are shown side by side.
  const others = finding.proofs.map((proof) => otherThan(question, proof, hits, knowledge));
  const [surface = null] = others;
  if (surface !== null && !others.includes(null)) return refused(notOf(surface, question.language));
  const unknown = placeNowhere(question, hits, knowledge);
  return unknown === null ? finding : refused(noMention(unknown, question.language));
}

/** What the question names and the proof is not of; null when all is well. */
function otherThan(
  question: Question,
  proof: Proof,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): string | null {
  const named = otherPlace(question, proof, hits, knowledge) ?? otherPerson(question, proof, hits, knowledge);
  if (named !== null || question.language === 'en') return named;
  return otherHouse(question, proof) ?? otherOwner(question, proof, hits, knowledge);
}

/** A place of the question that neither the article's head nor the text around the proof names. */
function otherPlace(
  { constraints, office, role }: Question,
  proof: Proof,
  hits: readonly Hit[],
  { count }: CorpusKnowledge,
): string | null {
  // Of what office and of which meeting is told elsewhere, by more signs of a place than its name.
  if (office !== null || role !== null) return null;
  for (const one of constraints) {
    if (one.type !== 'place' || WIDE.test(one.name)) continue;
    const bare = barePlace(one.name);
    if (count(bare) > 0 && !aroundOf(proof, hits).includes(bare)) return one.surface;
  }
  return null;
}

/** 车先生的年薪: of somebody whom nothing around the proof names. */
function otherPerson(
  { constraints, folded, language }: Question,
  proof: Proof,
  hits: readonly Hit[],
  { count }: CorpusKnowledge,
): string | null {
  for (const one of constraints) {
    if (one.type !== 'person' || count(one.name) === 0) continue;
    const surface = one.surface.toLowerCase();
    const isOf =
      language === 'en'
        ? folded.toLowerCase().includes(`of ${surface}`) ||
          /^[’']s /u.test(folded.toLowerCase().split(surface)[1] ?? '')
        : folded.includes(`${surface}的`);
    if (isOf && !aroundOf(proof, hits).includes(one.name)) return one.surface;
  }
  return null;
}

/** 河口县图书馆, where the article is of another library: a place is no more than mentioned in it. */
function otherHouse({ folded }: Question, { article }: Proof): string | null {
  const texts = [...leadOf(article), ...article.paragraphs.map(({ text }) => fold(text))];
  for (const [, prefix = '', house = ''] of folded.matchAll(HOUSE)) {
    const place = placeAtEnd(prefix);
    if (place === null) continue;
    const isThere = texts.some((text) => text.includes(house.replace(OF_HOUSE, '')));
    if (isThere && leadOf(article).some((text) => text.includes(barePlace(place)))) continue;
    const composed = new RegExp(`${barePlace(place)}[^,，、。;；]{0,${REACH}}${house}`, 'u');
    if (!texts.some((text) => composed.test(text))) return place + house;
  }
  return null;
}

/** The place that a stretch ends in: 河口县 of 请问河口县. */
function placeAtEnd(stretch: string): string | null {
  for (let length = 2; length <= stretch.length; length++) {
    const place = stretch.slice(-length);
    if (TOWNS.has(place) || (length > 2 && OF_PLACE.test(place))) return place;
  }
  return null;
}

/** 西坝队的守门员: the body at the head of the question, where the proof is of another one. */
function otherOwner(
  { folded, concepts }: Question,
  proof: Proof,
  hits: readonly Hit[],
  { count }: CorpusKnowledge,
): string | null {
  const start = folded.replace(ASKING, '');
  const owner = bodyAt(start, count);
  if (owner === null) return null;
  const around = aroundOf(proof, hits);
  const stem = owner.replace(BODY, '');
  if (!around.includes(stem.length > 1 ? stem : owner)) return owner;
  const rest = start.slice(owner.length);
  const thing = rest.startsWith('的')
    ? concepts.find(({ surface }) => surface.length > 1 && rest.startsWith(surface, 1))?.surface
    : undefined;
  if (thing === undefined || count(thing) === 0 || fold(proof.paragraph.text).includes(thing)) return null;
  const head = leadOf(proof.article).join('\n');
  return !around.includes(thing) || (head.includes(thing) && !head.includes(stem)) ? owner : null;
}

/** The longest beginning of a question that is a body's name as the corpus has it. */
function bodyAt(start: string, count: (text: string) => number): string | null {
  for (let length = Math.min(LONGEST_BODY, start.length); length >= SHORTEST_BODY; length--) {
    const name = start.slice(0, length);
    if (/^\p{Script=Han}+$/u.test(name) && BODY.test(name) && count(name) > 0) return name;
  }
  return null;
}

/** What an article says of whose it is: its title, outlet and places, and how it begins. */
function leadOf(article: Proof['article']): readonly string[] {
  return [headOf(article), ...article.paragraphs.slice(0, LEAD).map(({ text }) => fold(text))];
}

/** The lead, the paragraph of the proof with the headings over it, and the paragraph before. */
function aroundOf({ article, paragraph }: Proof, hits: readonly Hit[]): string {
  const hit = hits.find(
    ({ passage }) => passage.article === article && passage.paragraph.number === paragraph.number,
  );
  const before = article.paragraphs[paragraph.number - 2];
  return [
    ...leadOf(article),
    hit === undefined ? '' : headingOf(hit.passage),
    before === undefined ? '' : fold(before.text),
    fold(paragraph.text),
  ].join('\n');
}

function refused(note: string): Refused {
  return { status: 'no-answer', note, certainty: CERTAINTY };
}
