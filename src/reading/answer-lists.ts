/** Answers that are lists: the items of a set phrase, of an enumeration in a speech, or of a 、 list in a sentence. */
import type { Span } from '../corpus/article.js';
import { looksLikePersonName } from '../language/names.js';
import { parseNumeral } from '../language/numerals.js';
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Constraint, Question } from '../retrieval/question.js';
import { coverage, presence, topicConcepts } from './coverage.js';
import { type SpokenItem, type SpokenList, spokenLists } from './enumerations.js';
import type { Answered, Finding, Proof } from './finding.js';
import { counted, itemsNotListed, listIsOpen } from './notes.js';
import { isOfficeRun } from './offices.js';
import { outlineOf } from './outline.js';
import { articlesOf, type SceneFit } from './scene-fit.js';
import type { Line } from './scenes.js';
import { askedPhrase, itemsAt, phraseSpans, type SetPhrase } from './set-phrases.js';

const CERTAIN = 0.95;
/** An enumeration with the very number of items that the question says. */
const COUNT_AGREES = 0.5;
/** Points, demands, measures: what an enumeration in a speech is called. */
const POINTS =
  /[一二两三四五六七八九十\d几]{1,3}(?:个)?(?:点|项|条|方面|要求|件|大)|哪些(?:要求|工作|措施|方面|部署|安排|意见)|(?:points|measures|items|requirements|tasks|demands|arrangements|aspects)/u;
const ASKED_COUNT = /哪?([一二两三四五六七八九十]{1,3}|\d{1,2})(?:个)?(?:点|项|条|方面|要求|件|大)/u;
const ENGLISH_COUNT =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\d{1,2}) (?:[a-z]+ ){0,2}(?:points|measures|items|requirements|tasks|demands|arrangements|aspects)/u;
const ENGLISH_NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(
  ' ',
);
const ASKED_INDEX = /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:项|点|条|个方面|要|件)/u;
const HOW_MANY_POINTS = /(?:几|多少)(?:个)?(?:点|项|条|方面|要求|要|件)/u;

/** The items of the set phrase that the question names, a refusal when the articles have the phrase without items, or null. */
export function answerSetPhrase(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const phrase = askedPhrase(question.folded, (text) => knowledge.count(text) > 0);
  if (phrase === null) return null;
  let mentioned = false;
  for (const article of articlesOf(hits)) {
    const lines = outlineOf(article, knowledge.persons).lines;
    for (const line of lines) {
      for (const place of placesIn(line, phrase)) {
        mentioned = true;
        const items = itemsAt(line.folded, place, phrase.size);
        if (items !== null) return listed(question, line, place, items.spans, items.open);
      }
    }
  }
  const announces = phrase.size !== null && phraseAlone(question, phrase);
  return mentioned && announces
    ? { status: 'no-answer', note: itemsNotListed(phrase.text, question.language), certainty: 0.8 }
    : null;
}

function placesIn(line: Line, phrase: SetPhrase): readonly Span[] {
  return phraseSpans(line.folded, phrase.text).filter(
    ([start]) => start >= line.range[0] && start < line.range[1],
  );
}

/** The question is about what the phrase comprises, not about something said with it. */
function phraseAlone(question: Question, phrase: SetPhrase): boolean {
  const asksItems =
    /是(?:指)?(?:哪|什么|啥)|哪[一二两三四五六七八九十]|包括|指|有哪|分别|具体|都是|what are|list|which/u.test(
      question.folded,
    );
  return asksItems && /[“"「『]/u.test(question.folded) && question.folded.includes(phrase.text);
}

function listed(
  question: Question,
  line: Line,
  place: Span,
  spans: readonly Span[],
  open: boolean,
): Answered {
  const [first] = spans;
  const last = spans.at(-1);
  const start = Math.min(line.range[0], first?.[0] ?? line.range[0]);
  const end = Math.max(line.range[1], last?.[1] ?? line.range[1], place[1]);
  const text = line.paragraph.text;
  return {
    status: 'answered',
    answer: spans.map((span) => text.slice(...span)).join('、'),
    note: open ? listIsOpen(question.language) : null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [[start, end]], highlights: spans }],
    certainty: CERTAIN,
    fit: 1,
  };
}

/** The headings of the enumeration in the asked speech (all, one by its number, or how many), or null. */
export function answerPoints(question: Question, fits: readonly SceneFit[]): Finding | null {
  const index = parseNumeral(ASKED_INDEX.exec(question.folded)?.[1] ?? '');
  if (index === null && !POINTS.test(question.folded)) return null;
  const size = askedSize(question.folded);
  const person = question.constraints.find(({ type }) => type === 'person');
  const [best] = candidateLists(question, fits, person)
    .filter(({ items }) => (index === null ? size === null || items.length === size : items.length >= index))
    .map((list) => ({ list, score: scoreOf(question, list, fits, size) }))
    .sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const { items } = best.list;
  if (question.kind === 'number')
    return HOW_MANY_POINTS.test(question.folded) ? countOf(question, items) : null;
  const wanted = index === null ? items : items.slice(index - 1, index);
  return {
    status: 'answered',
    answer: wanted.map(headingOf).join('、'),
    note: null,
    proofs: proofsOf(wanted),
    certainty: 0.85,
    fit: Math.min(1, best.score),
  };
}

function askedSize(folded: string): number | null {
  const english = ENGLISH_COUNT.exec(folded)?.[1];
  if (english !== undefined) {
    const word = ENGLISH_NUMBERS.indexOf(english);
    return word > 0 ? word : Number(english) || null;
  }
  return parseNumeral(ASKED_COUNT.exec(folded.replace(ASKED_INDEX, ''))?.[1] ?? '');
}

function candidateLists(
  question: Question,
  fits: readonly SceneFit[],
  person: Constraint | undefined,
): readonly SpokenList[] {
  const outlines = new Set(fits.map(({ outline }) => outline));
  const lists = [...outlines].flatMap(spokenLists);
  const scenes = new Set(fits.map(({ scene }) => scene));
  const inScene = lists.filter(
    ({ opening }) => scenes.has(opening.scene) || question.constraints.every(({ type }) => type === 'person'),
  );
  return person?.type === 'person' ? inScene.filter(({ speaker }) => speaker === person.name) : inScene;
}

/** Topic in the list's paragraphs and opening, the scene's own fit, and the number of items. */
function scoreOf(
  question: Question,
  list: SpokenList,
  fits: readonly SceneFit[],
  size: number | null,
): number {
  const text = `${list.opening.folded}\n${list.opening.article.title ?? ''}`;
  const fit = fits.find(({ scene }) => scene === list.opening.scene)?.score ?? 0;
  return (
    coverage(topicConcepts(question), text) * 0.5 +
    fit * 0.5 +
    (size === list.items.length ? COUNT_AGREES : 0)
  );
}

function headingOf({ line, heading }: SpokenItem): string {
  return line.paragraph.text.slice(...heading).trim();
}

function countOf(question: Question, items: readonly SpokenItem[]): Answered {
  return {
    status: 'answered',
    answer: String(items.length),
    note: counted(question.language),
    proofs: proofsOf(items),
    certainty: 0.6,
    fit: 0.8,
  };
}

/** One citation a paragraph: the items' headings, each quoted with its marker. */
function proofsOf(items: readonly SpokenItem[]): readonly Proof[] {
  const byParagraph = new Map<SpokenItem['line']['paragraph'], SpokenItem[]>();
  for (const item of items)
    byParagraph.set(item.line.paragraph, [...(byParagraph.get(item.line.paragraph) ?? []), item]);
  return [...byParagraph].flatMap(([paragraph, own]): Proof[] => {
    const [first, ...rest] = own;
    if (first === undefined) return [];
    return [
      {
        article: first.line.article,
        paragraph,
        ranges: [first.quoted, ...rest.map(({ quoted }) => quoted)],
        highlights: own.map(({ heading }) => heading),
      },
    ];
  });
}

const LEAST_COVERAGE = 0.45;
const CLAUSE = /[^,，。;；:：!?！？]+/gu;

/** The 、 list of the clause that best carries the question, among the given lines, or null. */
export function answerInlineList(question: Question, lines: readonly Line[]): Finding | null {
  const size =
    parseNumeral(/哪([一二两三四五六七八九十]{1,3})/u.exec(question.folded)?.[1] ?? '') ??
    englishSize(question.folded);
  let best: {
    readonly line: Line;
    readonly spans: readonly Span[];
    readonly open: boolean;
    readonly score: number;
    readonly share: number;
  } | null = null;
  for (const line of lines) {
    const sentence = line.folded.slice(...line.range);
    const share = coverage(question.concepts, sentence);
    if (share < LEAST_COVERAGE) continue;
    for (const clause of sentence.matchAll(CLAUSE)) {
      const end = line.range[0] + clause.index + clause[0].length;
      const items = clause[0].includes('、') ? itemsAt(line.folded.slice(0, end), [end, end], size) : null;
      if (
        items === null ||
        namesPeople(line, items.spans, question) ||
        items.spans.every((span) => question.folded.includes(line.folded.slice(...span)))
      )
        continue;
      const near = sentence.slice(Math.max(0, clause.index - 24), clause.index + clause[0].length + 16);
      const closeness = question.concepts.reduce(
        (sum, concept) => sum + concept.idf * presence(concept, near),
        0,
      );
      const total = question.concepts.reduce((sum, { idf }) => sum + idf, 0) || 1;
      const score = share + closeness / total + (size === items.spans.length ? COUNT_AGREES : 0);
      if (best === null || score > best.score) best = { line, ...items, score, share };
    }
  }
  if (best === null) return null;
  const { line, spans, open, share } = best;
  return {
    ...listed(
      question,
      line,
      [line.range[0], line.range[0]],
      trimTails(line.folded, spans),
      open || /^等/u.test(line.folded.slice(spans.at(-1)?.[1])),
    ),
    certainty: 0.7,
    fit: share,
  };
}

/** Offices and persons are no places, points or measures. */
function namesPeople({ folded }: Line, spans: readonly Span[], question: Question): boolean {
  if (question.kind === 'person') return false;
  return spans.some(
    (span) =>
      isOfficeRun(folded.slice(...span)) ||
      (looksLikePersonName(folded.slice(...span)) &&
        folded.slice(...span).length < 4 &&
        question.kind === 'place'),
  );
}

function englishSize(folded: string): number | null {
  const word = /\b(two|three|four|five|six|seven|eight|nine|ten)\b/u.exec(folded)?.[1];
  return word === undefined ? null : ENGLISH_NUMBERS.indexOf(word);
}

/** The last item ends where 等 or a count of the items begins. */
function trimTails(folded: string, spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  if (last === undefined) return spans;
  const text = folded.slice(...last);
  const tail = /(?:等(?:[\p{Script=Han}]{0,8})?|[二两三四五六七八九十]+[个种项道条样].*)$/u.exec(text);
  return tail === null || tail.index === 0 ? spans : [...spans.slice(0, -1), [last[0], last[0] + tail.index]];
}
