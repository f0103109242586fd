/** Answers with the headings of an enumeration in a speech: all of them, one by its number, or how many there are. */

import type { Span } from '../../corpus/article.js';
import { chineseNumeral } from '../../language/numeral-words.js';
import { findEnglishOrdinals, parseNumeral } from '../../language/numerals.js';
import type { Constraint, Question } from '../../retrieval/question.js';
import { type SpokenItem, type SpokenList, spokenLists } from '../facts/enumerations.js';
import type { Line } from '../facts/scenes.js';
import type { Answered, Finding, Proof } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { beyondNames, coverage, topicConcepts } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { counted, fewerPoints } from '../notes/notes.js';
import { objectWithin } from './answer-objects.js';

/** Points, demands, measures: what an enumeration in a speech is called. */
const POINTS =
  /[一二两三四五六七八九十\d几]{1,3}(?:个)?(?:点|项|条|方面|要求|件|大)|哪些(?:要求|工作|措施|方面|部署|安排|意见)|(?:points|measures|items|requirements|tasks|demands|arrangements|aspects)/u;
const ASKED_COUNT = /哪?([一二两三四五六七八九十]{1,3}|\d{1,2})(?:个)?(?:点|项|条|方面|要求|件|大)/u;
const ENGLISH_COUNT =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\d{1,2}) (?:[a-z"“”'-]+ ){0,2}(?:points|measures|items|requirements|tasks|demands|arrangements|aspects|things|reasons|rules|conditions|tips|lessons|mistakes|suggestions|recommendations|steps|goals|principles|priorities)/u;
const ENGLISH_NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(
  ' ',
);
const ASKED_INDEX = /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:项|点|条|个方面|要|件|(?=位?的?是什么))/u;
/** The last of them. */
const ASKED_LAST =
  /最后(?:一)?(?:项|点|条|个方面|件)|\blast (?:point|measure|item|requirement|task|demand|arrangement|aspect)\b/u;
const ENGLISH_INDEX =
  /^\s+(?:[a-z]+ )?(?:point|measure|item|requirement|task|demand|arrangement|aspect|thing)\b|^ (?:one )?(?:of|among) (?:the |his |her |their )?(?:[a-z]+ ){0,3}?(?:points|measures|items|requirements|tasks|demands|arrangements|aspects)\b|^(?:ly)?[.?]*$/u;
const HOW_MANY =
  /(?:几|多少)(?:个)?(项|点|条|方面|要求|要|件)|how many (?:[a-z]+ ){0,2}(?:points|measures|items|requirements|tasks|demands|arrangements|aspects)/u;
/** 物流是第几项: the number of the point that speaks of it. */
const ASKS_INDEX = /第几(?:个)?(项|条|点|要|方面)(?!会)/u;
const COUNTED_LIST =
  /[一二三四五六七八九十\d]{1,3}(?:个)?(?:项|条|点|方面)(?:工作|要求|措施)?(?:里|中|当中)?/u;
const LEAST_SAID = 0.6;
/** What is said under a heading tells which point is meant nearly as well as the heading. */
const UNDER_HEADING = 0.8;
/** 十三项, 六点: how many follow, said in so many sentences before the first. */
const SAID_SIZE = /(?<!第)([一二两三四五六七八九十]{1,3}|\d{1,2})(?:个)?(?:项|点|条|方面|件)/gu;
const SAID_BEFORE = 2;
/** Of the topic the speech must carry this much. */
const LEAST_TOPIC = 0.3;
const SHORTEST_LIST = 2;
/** An enumeration with the very number of items that the question says. */
const COUNT_AGREES = 0.5;

/** The headings of the asked enumeration, one of them where the question gives its number, or null. */
export function answerPoints(question: Question, fits: readonly SceneFit[]): Finding | null {
  const numbered = ASKS_INDEX.exec(question.folded);
  if (numbered !== null) return indexOfPoint(question, fits, numbered[1] ?? '点');
  const index = askedIndex(question.folded);
  const last = index === null && ASKED_LAST.test(question.folded);
  if (index === null && !last && !POINTS.test(question.folded) && !ENGLISH_COUNT.test(question.folded))
    return null;
  const size = askedSize(question.folded);
  const best = bestList(question, fits, size, ({ items }) =>
    index === null ? size === null || items.length === size : items.length >= index,
  );
  if (best === null) return index === null ? null : refuseIndex(question, fits);
  if (size !== null && !isOfTopic(question, best.list)) return null;
  const wanted = last
    ? best.list.items.slice(-1)
    : index === null
      ? best.list.items
      : best.list.items.slice(index - 1, index);
  return {
    status: 'answered',
    answer: objectIn(question, wanted) ?? wanted.map(headingOf).join('、'),
    note: null,
    proofs: wanted.length === 1 ? wanted.map(wholeProof) : proofsOf(wanted),
    certainty: 0.85,
    fit: Math.min(1, best.score),
  };
}

/** 疫苗接种要确保哪三点: any three points of another matter are none of it, where no meeting or speaker is named. */
function isOfTopic(question: Question, { lines }: SpokenList): boolean {
  const topic = topicConcepts(question);
  if (question.language === 'en' || question.constraints.length > 0 || topic.length === 0) return true;
  const [opening] = lines;
  const titles = opening === undefined ? '' : headOf(opening.article);
  return (
    coverage(topic, `${titles}\n${lines.map(({ folded, range }) => folded.slice(...range)).join('\n')}`) >=
    LEAST_TOPIC
  );
}

/** Which number the point has that says what the question says of it. */
function indexOfPoint(question: Question, fits: readonly SceneFit[], noun: string): Finding | null {
  const person = question.constraints.find(({ type }) => type === 'person');
  const said = question.core.replace(COUNTED_LIST, ' ');
  const topic = beyondNames(question).filter(
    ({ surface, frequency }) => said.includes(surface) && frequency > 0,
  );
  const size = askedSize(question.folded);
  const found = candidateLists(question, fits, person)
    .filter(({ items }) => size === null || items.length === size)
    .flatMap(({ items }) =>
      items.map((item, i) => ({
        item,
        number: i + 1,
        share: Math.max(
          coverage(topic, headingOf(item)) + coverage(topic, item.line.folded.slice(...item.line.range)) / 2,
          coverage(topic, item.line.folded.slice(...item.body)) * UNDER_HEADING,
        ),
      })),
    )
    .sort((a, b) => b.share - a.share);
  const [best] = found;
  if (topic.length === 0 || best === undefined || best.share < LEAST_SAID) return null;
  return {
    status: 'answered',
    answer: `第${chineseNumeral(best.number)}${noun}`,
    note: null,
    proofs: [wholeProof(best.item)],
    certainty: 0.75,
    fit: Math.min(1, best.share),
  };
}

/** A refusal where the one speech or meeting that the question names has a shorter enumeration; else null. */
function refuseIndex(question: Question, fits: readonly SceneFit[]): Finding | null {
  const isNamed = question.constraints.some(({ type }) => type === 'ordinal' || type === 'person');
  const longest = isNamed
    ? candidateLists(
        question,
        fits,
        question.constraints.find(({ type }) => type === 'person'),
      ).reduce((most, { items }) => Math.max(most, items.length), 0)
    : 0;
  return longest < SHORTEST_LIST
    ? null
    : { status: 'no-answer', note: fewerPoints(longest, question.language), certainty: 0.85 };
}

/** Whether the question asks for a point by its number, or for the number of a point. */
export function asksNumberedPoint({ folded }: Question): boolean {
  return ASKS_INDEX.test(folded) || askedIndex(folded) !== null;
}

/** Whether the question says how many points there are: an enumeration of just so many is hardly another one. */
export function saysHowMany({ folded }: Question): boolean {
  return askedSize(folded) !== null;
}

/** Whether the question asks how many points somebody made whom it names. */
export function asksHowManyOf({ folded, constraints }: Question): boolean {
  return (
    HOW_MANY.test(folded) && !ASKS_INDEX.test(folded) && constraints.some(({ type }) => type === 'person')
  );
}

/** How many points an enumeration has, where the question asks that and the text may not say it; else null. */
export function countPoints(question: Question, fits: readonly SceneFit[]): Answered | null {
  const asked = HOW_MANY.exec(question.folded);
  const best = asked === null ? null : bestList(question, fits, null, () => true);
  if (asked === null || best === null) return null;
  const { items } = best.list;
  const said = sizeSaid(best.list);
  if (said !== null)
    return {
      status: 'answered',
      answer:
        question.language === 'en' ? String(items.length) : said.line.paragraph.text.slice(...said.span),
      note: null,
      proofs: [
        {
          article: said.line.article,
          paragraph: said.line.paragraph,
          ranges: [said.line.range],
          highlights: [said.span],
        },
      ],
      certainty: 0.8,
      fit: 0.8,
    };
  return {
    status: 'answered',
    answer:
      question.language === 'en' ? String(items.length) : `${chineseNumeral(items.length)}${asked[1] ?? ''}`,
    note: counted(question.language),
    proofs: proofsOf(items),
    certainty: 0.6,
    fit: 0.8,
  };
}

/** 会议部署了十三项工作。一要…: where the text itself says how many items follow; null where it does not. */
function sizeSaid({ items, lines }: SpokenList): { readonly line: Line; readonly span: Span } | null {
  const [first] = items;
  if (first === undefined) return null;
  const at = lines.indexOf(first.line);
  for (const line of lines.slice(Math.max(0, at - SAID_BEFORE), at + 1).reverse()) {
    const end = line === first.line ? first.quoted[0] : line.range[1];
    for (const match of line.folded.slice(line.range[0], end).matchAll(SAID_SIZE)) {
      if (parseNumeral(match[1] ?? '') !== items.length) continue;
      const start = line.range[0] + match.index;
      return { line, span: [start, start + match[0].length] };
    }
  }
  return null;
}

/** The number of one point: 第四点, the fourth demand. */
function askedIndex(folded: string): number | null {
  const english = findEnglishOrdinals(folded).find(({ end }) => ENGLISH_INDEX.test(folded.slice(end)));
  return english?.value ?? parseNumeral(ASKED_INDEX.exec(folded)?.[1] ?? '');
}

function askedSize(folded: string): number | null {
  const english = ENGLISH_COUNT.exec(folded)?.[1];
  if (english === undefined)
    return parseNumeral(ASKED_COUNT.exec(folded.replace(ASKED_INDEX, '').replace(ASKED_LAST, ''))?.[1] ?? '');
  const word = ENGLISH_NUMBERS.indexOf(english);
  return word > 0 ? word : Number(english);
}

function bestList(
  question: Question,
  fits: readonly SceneFit[],
  size: number | null,
  wanted: (list: SpokenList) => boolean,
): { readonly list: SpokenList; readonly score: number } | null {
  const person = question.constraints.find(({ type }) => type === 'person');
  const scored = candidateLists(question, fits, person)
    .filter(wanted)
    .map((list) => ({ list, score: scoreOf(question, list, fits, size) }));
  return scored.sort((a, b) => b.score - a.score)[0] ?? null;
}

function candidateLists(
  question: Question,
  fits: readonly SceneFit[],
  person: Constraint | undefined,
): readonly SpokenList[] {
  const outlines = new Set(fits.map(({ outline }) => outline));
  const scenes = new Set(fits.map(({ scene }) => scene));
  const free = question.constraints.every(({ type }) => type === 'person');
  const inScene = [...outlines]
    .flatMap(spokenLists)
    .filter(({ opening }) => free || scenes.has(opening.scene));
  return person?.type === 'person' ? inScene.filter(({ speaker }) => speaker === person.name) : inScene;
}

/** Topic in the list's paragraph and title, the scene's own fit, and the number of items. */
function scoreOf(
  question: Question,
  list: SpokenList,
  fits: readonly SceneFit[],
  size: number | null,
): number {
  const text = `${list.opening.folded}\n${list.opening.article.title ?? ''}`;
  const fit = fits.find(({ scene }) => scene === list.opening.scene)?.score ?? 0;
  const agrees = size === list.items.length ? COUNT_AGREES : 0;
  return coverage(topicConcepts(question), text) / 2 + fit / 2 + agrees;
}

function headingOf({ line, heading }: SpokenItem): string {
  return line.paragraph.text.slice(...heading).trim();
}

/** 第三点要求破解什么: what the one point says of the question's own verb; null where it asks for the point itself. */
function objectIn(question: Question, [item, ...others]: readonly SpokenItem[]): string | null {
  if (item === undefined || others.length > 0) return null;
  const object = objectWithin(question, item.line, item.body);
  return object === null ? null : item.line.paragraph.text.slice(...object);
}

/** One item with what is said under its heading. */
function wholeProof({ line, heading, body }: SpokenItem): Proof {
  return { article: line.article, paragraph: line.paragraph, ranges: [body], highlights: [heading] };
}

/** One citation a paragraph: the items' headings, each quoted with its marker. */
function proofsOf(items: readonly SpokenItem[]): readonly Proof[] {
  const byParagraph = new Map<SpokenItem['line']['paragraph'], SpokenItem[]>();
  for (const item of items) {
    byParagraph.set(item.line.paragraph, [...(byParagraph.get(item.line.paragraph) ?? []), item]);
  }
  return [...byParagraph].flatMap(([paragraph, own]): Proof[] => {
    const [first, ...rest] = own;
    if (first === undefined) return [];
    const ranges = [first.quoted, ...rest.map(({ quoted }) => quoted)] as const;
    return [
      { article: first.line.article, paragraph, ranges, highlights: own.map(({ heading }) => heading) },
    ];
  });
}
