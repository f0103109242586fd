/** The very fact that a question asks for: the attribute or the unit that must stand in the text, or it does not give it. */
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { presence } from '../matching/coverage.js';

/** 泰浦酒店的地址是哪里: what is asked of the thing. */
const ATTRIBUTE =
  /的(?![是有都为])([\p{Script=Han}]{2,4}?)(?<![叫是为有从在到往由向给拿放去做干用办晚早])(?:是|为|有|在|叫)?(?:多少|什么|哪|几|谁)/u;
/** A room says more than where: no hall is told by a city. */
const ROOM = /哪(?:一)?(?:个|间|栋|幢|座|层|号)((?:[\p{Script=Han}]{1,3}[室厅房堂])|楼|大楼|大厦)/u;
/** Who was not there, and the whole of a text: nothing else tells of them. */
const UNTOLD: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [
    /缺席|缺勤|请假|没(?:有)?(?:来|到场|出席|参加)(?:的|会议)|\babsent\b|\bmissed the\b/u,
    /缺席|缺勤|请假|因[事病故]|未(?:能)?(?:出席|到|参加)|没有?(?:来|到|出席|参加)/u,
  ],
  [/全文|原文|\bfull text\b/u, /全文|原文/u],
];
const ASKS_SEX = /是男是女|男的?还是女|性别/u;
/** How a thing is reached, which nothing else tells. */
const CONTACT =
  /(地址|电话|手机号|邮箱|网址|邮编)(?:号码)?(?:在|是|为)?(?:哪里?|哪儿|多少|什么|几号)?[?？]?$/u;
const ADDRESS = /位于|坐落|地处|[路街道巷]\d{1,4}号/u;
/** 面积是多少: the measure stands before. */
const HOW_MUCH = /多少[?？]?$/u;
/** 多少张床位, 几名医生: what is counted. */
const COUNTED =
  /(?:多少|几)(?:条|项|门|层|部|份|块|支|张|名|位|个|例|家|所|座|台|辆|套|间|只|件|种|栋)([\p{Script=Han}]{2,3}?|(?<=间)房)(?=$|[?？呢呀啊的])/u;
/** 多少航班. */
const COUNTED_BARE =
  /多少(?![钱块人年月天日次斤米里度岁周个名位件台套辆家座条项张份所间])([\p{Script=Han}]{2,4})(?=$|[?？])/u;
const THING = /哪(?:一)?[条家所座](路|街|大道|医院|酒店|宾馆|学校|大学|机场|公司|企业|工厂|桥)/u;
const GENERIC =
  /^(?:内容|情况|名字|名称|意思|原因|时间|日期|数量|人数|报道|稿子|稿件|文章|新闻|地方|地点|位置|职务|目标|要求|人|事|东西|.+[上到去往])$/u;

/** 第三点, 最后一项: an item of a list, not a thing of its own; 百分之多少: a share of it. */
const ITEM = /^(?:是?第|最后|[一二两三四五六七八九十几\d]+[个条点项]|[近约]?(?:大约)?[百千万]分)/u;

/** Somebody's wife or manager that no text names is nobody else. */
const RELATIVE =
  /的(?:妻子|太太|老婆|夫人|丈夫|老公|先生|父亲|母亲|爸爸|妈妈|儿子|女儿|哥哥|弟弟|姐姐|妹妹|老师|徒弟|秘书|律师|经纪人|总经理|董事长|总裁|老板|店长|厂长)(?:是|叫)/u;

/** English questions for how somebody is reached, with what only such an answer has. */
const ENGLISH_CONTACTS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/\b(?:tele)?phone number|\bphone\b|\bhotline\b/u, /\d{7,}|\d{3,4}[-—–]\d{4,}|\d{5}热线/u],
  [/\be-?mail(?: address)?\b/u, /@|邮箱/u],
  [/\b(?:website|web address|url)\b/u, /https?:|www\.|网址|\.(?:com|cn|org|net)\b/u],
];

/** What is asked of a thing (地址, 电话), or null when the question does not say it. */
export function askedAttribute(question: Question): string | null {
  const word = question.language === 'en' ? undefined : ATTRIBUTE.exec(question.folded)?.[1];
  return word === undefined || GENERIC.test(word) ? null : word;
}

/** What a number must count (航班 of 多少航班), or null when the question does not say it. */
export function askedCounted(question: Question): string | null {
  if (question.language === 'en' || question.kind !== 'number') return null;
  const word = (COUNTED.exec(question.folded) ?? COUNTED_BARE.exec(question.folded))?.[1];
  return word === undefined || GENERIC.test(word) ? null : word;
}

const NUMERAL =
  '(?!零)[\\d〇零一二两三四五六七八九十百千万亿][\\d.,〇零一二两三四五六七八九十百千万亿]{0,11}';
const MEASURE = '(?:余|多|来)?(?:人次|[个名位件台套辆家座条项棵只头匹张份册本篇种类间场批支幅栋艘架])?';
/** What stands behind a number that counts nothing: 二年级, 2022年, 3号. */
const UNCOUNTED = '(?![年月日号级届期班楼至到∶:])';

/** Whether a folded stretch has a number that counts the thing: 36名员工, 员工共36人. */
export function countsThing(thing: string, stretch: string): boolean {
  const before = new RegExp(`${NUMERAL}${UNCOUNTED}${MEASURE}[^,，。;；\\d]{0,6}${thing}`, 'u');
  const after = new RegExp(`${thing}[^。;；]{0,20}?${NUMERAL}${UNCOUNTED}`, 'u');
  return before.test(stretch) || after.test(stretch);
}

/** 哪条路, 哪家医院: the kind of thing that the answer names, or null. */
export function askedThing(question: Question): string | null {
  return question.language === 'en' ? null : (THING.exec(question.folded)?.[1] ?? null);
}

/** The asked attribute or counted thing that stands nowhere in the corpus, or null. Chinese questions only. */
export function missingAttribute(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): string | null {
  const ofPerson = question.constraints.some(({ type }) => type === 'person');
  for (const [asked, told] of UNTOLD) {
    const word = asked.exec(question.folded)?.[0];
    if (word !== undefined && !hits.some(({ passage }) => told.test(passage.folded))) return word;
  }
  if (question.language === 'en') return missingContact(question, hits);
  if (question.kind === 'person' && !ofPerson && !RELATIVE.test(question.folded)) return null;
  const measured = HOW_MUCH.test(question.folded)
    ? question.concepts.find(({ surface }) =>
        new RegExp(`${escaped(surface)}(?:是|为|有|达到?)?多少[?？]?$`, 'u').test(question.folded),
      )
    : undefined;
  if (measured !== undefined && measured.frequency === 0) return measured.surface;
  const room = ROOM.exec(question.folded)?.[1];
  if (room !== undefined && knowledge.count(room) === 0) return room;
  if (
    ASKS_SEX.test(question.folded) &&
    !hits.some(({ passage }) => /[(（,，][男女][)）,，]|性别/u.test(passage.folded))
  )
    return '性别';
  const contact = CONTACT.exec(question.folded)?.[1];
  if (
    contact !== undefined &&
    !hits.some(({ passage }) => passage.folded.includes(contact) || ADDRESS.test(passage.folded))
  )
    return contact;
  for (const pattern of [ATTRIBUTE, COUNTED]) {
    const word = pattern.exec(question.folded)?.[1];
    if (word === undefined || GENERIC.test(word) || ITEM.test(word) || knowledge.count(word) > 0) continue;
    if (word === '地址' && hits.some(({ passage }) => ADDRESS.test(passage.folded))) continue;
    if (!saidOtherwise(word, question, hits)) return word;
  }
  return null;
}

/** The words of an English question for a telephone number or the like that none of the best passages has; else null. */
function missingContact({ folded }: Question, hits: readonly Hit[]): string | null {
  for (const [asked, told] of ENGLISH_CONTACTS) {
    const word = asked.exec(folded)?.[0];
    if (word !== undefined && /\b(?:what|which|number|address|tell|give)\b/u.test(folded))
      return hits.some(({ passage }) => told.test(passage.folded)) ? null : word;
  }
  return null;
}

/** 的电话是多少: a measure or number that the thing itself must have, said of it. */
const NUMBER_OF = /的([\p{Script=Han}]{2,4}?)(?:是|为)?(?:多少|几)[?？]?$/u;
/** From here on a word stands in a text. */
const STANDS = 0.5;

/**
 * The asked number's name where the corpus has it, but no passage that speaks of the thing does: 酒店的电话 where only
 * another article gives a telephone number. Null when all is well.
 */
export function attributeElsewhere(question: Question, hits: readonly Hit[]): string | null {
  const word = question.kind === 'number' ? NUMBER_OF.exec(question.folded)?.[1] : undefined;
  if (question.language === 'en' || word === undefined || GENERIC.test(word) || ITEM.test(word)) return null;
  const [thing] = question.concepts
    .filter(({ surface }) => !surface.includes(word) && !word.includes(surface))
    .sort((a, b) => b.idf - a.idf);
  if (thing === undefined) return null;
  const about = hits.filter(({ passage }) => presence(thing, passage.folded) > STANDS);
  const isSaid =
    about.some(({ passage }) => passage.folded.includes(word)) || saidOtherwise(word, question, about);
  return about.length === 0 || isSaid ? null : word;
}

/** Whether the best passages say the word in another way of at least two characters. */
function saidOtherwise(word: string, question: Question, hits: readonly Hit[]): boolean {
  const ways = question.concepts
    .filter(({ surface }) => surface.includes(word) || word.includes(surface))
    .flatMap(({ variants }) => variants.map(({ text }) => text).filter((text) => text.length > 1));
  return hits.some(({ passage }) => ways.some((way) => passage.folded.includes(way)));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
