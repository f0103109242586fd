/** Answers what a numbered or quoted set phrase comprises: 九个不变, 四方责任. */
import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import { outlineOf } from '../facts/outline.js';
import type { Line } from '../facts/scenes.js';
import {
  alikeItems,
  askedPhrase,
  type Items,
  itemsAt,
  phraseSpans,
  type SetPhrase,
  trimTails,
} from '../facts/set-phrases.js';
import type { Answered, Finding } from '../finding.js';
import { articlesOf } from '../matching/scene-fit.js';
import { itemsNotListed, listIsOpen } from '../notes/notes.js';
import { englishPhrase } from './set-phrases-english.js';

const CERTAIN = 0.95;
/** A question of so few characters beside the phrase asks for its items, whatever its words. */
const MOST_BESIDE = 8;
const CLAUSE = /[^,，。;；:：!?！？]+/gu;
const ASKS_ITEMS =
  /是(?:指)?(?:哪|什么|啥)|哪[一二两三四五六七八九十“"「『]|包[括含]|指|有哪|分别|具体|都是|各(?:是|叫|为|自)|全称|写出|列[出举]|组成|构成|what are|list|which|^[“”"「」『』\p{Script=Han}]{3,10}[?？]?$/u;

/** The items of the phrase that the question names, a refusal when the articles have it without items, or null. */
export function answerSetPhrase(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const phrase =
    (question.language === 'en' ? englishPhrase(question, hits, knowledge) : null) ??
    askedPhrase(question.folded, (text) => hits.some(({ passage }) => passage.folded.includes(text)));
  if (phrase === null || !isAboutItems(question, phrase)) return null;
  const places = articlesOf(hits).flatMap((article) =>
    outlineOf(article, knowledge).lines.flatMap((line) =>
      placesIn(line, phrase).map((place) => ({ line, place })),
    ),
  );
  for (const find of [itemsBeside, itemsInSentence]) {
    for (const { line, place } of places) {
      const items = find(line, place, phrase);
      if (items !== null) return listed(question, line, place, items);
    }
  }
  const alike = itemsAlike(
    places.map(({ line }) => line),
    phrase,
    knowledge,
  );
  if (alike !== null) return listed(question, alike.line, alike.line.range, alike.items);
  const shortened = places.length === 0 ? itemsShortened(phrase, hits, knowledge) : null;
  if (shortened !== null) return listed(question, shortened.line, shortened.line.range, shortened.items);
  const refuses =
    places.length > 0 &&
    phrase.size !== null &&
    phrase.guessed !== true &&
    ASKS_ITEMS.test(question.folded) &&
    phraseAlone(question, phrase);
  return refuses
    ? { status: 'no-answer', note: itemsNotListed(phrase.text, question.language), certainty: 0.8 }
    : null;
}

/** 四不 in the headline, and 不…、不…、不…、不… further down: a row of as many items in an article that has the phrase. */
function itemsAlike(
  lines: readonly Line[],
  phrase: SetPhrase,
  knowledge: CorpusKnowledge,
): { readonly line: Line; readonly items: Items } | null {
  for (const article of new Set(lines.map((line) => line.article)))
    for (const line of outlineOf(article, knowledge).lines) {
      const items = alikeItems(line.folded, line.range, phrase);
      if (items !== null) return { line, items };
    }
  return null;
}

function placesIn(line: Line, phrase: SetPhrase): readonly Span[] {
  return phraseSpans(line.folded, phrase.text).filter(
    ([start]) => start >= line.range[0] && start < line.range[1],
  );
}

function itemsBeside(line: Line, place: Span, { size }: SetPhrase): Items | null {
  return itemsAt(line.folded, place, size);
}

/** “四个查清”出自…,查清的是人数、人头…四样: another clause of the same sentence lists as many items as the phrase says. */
function itemsInSentence(line: Line, _place: Span, { text, size }: SetPhrase): Items | null {
  if (size === null) return null;
  const stems = stemsOf(text);
  for (const clause of line.folded.slice(...line.range).matchAll(CLAUSE)) {
    if (!clause[0].includes('、') || !stems.some((stem) => clause[0].includes(stem))) continue;
    const end = line.range[0] + clause.index + clause[0].length;
    const items = itemsAt(line.folded.slice(0, end), [end, end], size);
    if (items !== null) return { ...items, spans: trimTails(line.folded, items.spans) };
  }
  return null;
}

/** 四查 that only the question says: a row of just so many items of the best passages that all begin with what is counted. */
function itemsShortened(
  phrase: SetPhrase,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): { readonly line: Line; readonly items: Items } | null {
  for (const line of hits.flatMap((hit) => linesIn(hit, knowledge))) {
    const items = alikeItems(line.folded, line.range, phrase);
    if (items !== null) return { line, items };
  }
  return null;
}

/** The word pairs of a phrase without its measure word: 查清 of 四个查清, 四防 of 四防并举. */
function stemsOf(phrase: string): readonly string[] {
  const stems: string[] = [];
  for (let i = 0; i + 1 < phrase.length; i++) stems.push(phrase.slice(i, i + 2));
  return stems.filter((stem) => !/[个项种类条]/u.test(stem));
}

/** 按什么把“四方责任”上升为…: what is asked of the phrase is something else than its items. */
function isAboutItems({ folded, core, language }: Question, { text }: SetPhrase): boolean {
  return language === 'en' || ASKS_ITEMS.test(folded) || core.length <= text.length + MOST_BESIDE;
}

/** The phrase stands in quotation marks in the question, or is all that it holds. */
function phraseAlone(question: Question, phrase: SetPhrase): boolean {
  return /[“"「『]/u.test(question.folded) || question.core.length <= phrase.text.length + 2;
}

function listed(question: Question, line: Line, place: Span, { spans, open }: Items): Answered {
  const start = Math.min(line.range[0], spans[0]?.[0] ?? line.range[0]);
  const end = Math.max(line.range[1], spans.at(-1)?.[1] ?? 0, place[1]);
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
