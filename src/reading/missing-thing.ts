/** Whether a passage has nothing of the very thing that a question asks for or counts. */

import { createTokenizer, wordClass } from '../language/tokenizer.js';
import type { CorpusKnowledge } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { askedCounted, askedThing, countsThing } from './asked-fact.js';
import { coverage } from './coverage.js';

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
    lacksCounted(question, folded) ||
    lacksCountedEnglish(question, folded)
  );
}

/** 那家企业叫什么名字: what a firm, a hospital or a person is called. */
const ASKS_NAME =
  /(?:企业|公司|工厂|医院|学校|中学|小学|幼儿园|酒店|宾馆|小区|社区|单位|机构|商场|超市|村|街道|患者|病人|司机|学生|老师|医生|护士|居民|市民|男子|女子)(?:的)?(?:是)?(?:叫(?:什么|做什么|啥)|(?:名字|名称)(?:是|叫)(?:什么|啥))/u;
const QUOTED = /[“”「」『』《》]/u;

/** Whether a question asks what a firm, a place of work or a person is called. */
export function asksName({ folded, language }: Question): boolean {
  return language !== 'en' && ASKS_NAME.test(folded);
}

/** Whether a folded text may be such a name: 所在园区, made of ordinary words, is none. */
export function isCalledSo(text: string, { persons, places }: CorpusKnowledge): boolean {
  if (QUOTED.test(text)) return true;
  const named = (names: ReadonlySet<string>) => [...names].filter((name) => text.includes(name));
  const { words } = createTokenizer({ persons: named(persons), places: named(places), organizations: [] });
  return words(text).some((word) => {
    const kind = wordClass(word);
    return (
      persons.has(word) || places.has(word) || kind === 'name' || kind === 'unknown' || kind === 'foreign'
    );
  });
}

/** Whether a word that the corpus has is missing in a text that ought to say it. */
function lacks(word: string | null, text: string, knowledge: CorpusKnowledge): boolean {
  return word !== null && !text.includes(word) && knowledge.count(word) > 0;
}

/** Whether nothing in a passage counts the very thing of a question how many: neither by its name nor by another. */
function lacksCounted(question: Question, folded: string): boolean {
  const thing = askedCounted(question);
  if (thing === null || countsThing(thing, folded)) return false;
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
function lacksCountedEnglish({ language, kind, folded: asked, concepts }: Question, folded: string): boolean {
  const thing = language === 'en' && kind === 'number' ? ENGLISH_COUNTED.exec(asked)?.[1] : undefined;
  const concept = concepts.find(({ surface }) => surface.toLowerCase() === thing);
  return (
    concept !== undefined &&
    concept.frequency > 0 &&
    coverage([concept], folded) === 0 &&
    !PEOPLE.test(folded)
  );
}
