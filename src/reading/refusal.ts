/** When the articles don't say: conditions that nothing meets, and questions whose rare words stand nowhere together. */

import { fold } from '../language/script.js';
import { soundsChinese } from '../retrieval/intent-sound.js';
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Concept, Constraint, Question } from '../retrieval/question.js';
import { missingAttribute } from './asked-fact.js';
import { barePlace, seriesInCorpus } from './conditions.js';
import { beyondNames, coverage, isNameless, pairShare, presence, topicConcepts } from './coverage.js';
import type { Refused } from './finding.js';
import { noMention, noSuchDate, noSuchOrdinal, notCovered, notTogether } from './notes.js';
import { articlesOf, type SceneFit, type SceneSearch } from './scene-fit.js';
import { isEventNoun } from './scenes.js';

/** English: under this share of the question's idf in its best passage the articles don't answer it. */
const LEAST_COVERAGE = 0.34;
/**
 * Chinese: the same for the mean of idf share and share of character pairs. On the development questions 0.42 to 0.45 refuses about
 * 64 % of off-corpus questions and 2 % of the answerable ones.
 */
const LEAST_CARRIED = 0.42;
/** Beside the names and conditions that are met, this much of the rest must stand where they are. */
const LEAST_IN_SCOPE = 0.25;
/** Below the lower bound of relevance a question is refused, above the upper one it is not (chosen on bench questions with and without their articles). */
const CHINESE_RELEVANCE = { irrelevant: 0.1, relevant: 0.5 };
const ENGLISH_RELEVANCE = { irrelevant: 0.02, relevant: 0.3 };
/**
 * Relevance is fitted on a pool of ten thousand passages. Where there are few, every word is either common or unknown
 * and it tells less: a passage that carries this much counts all the same.
 */
const FEW_PASSAGES = 1000;
const CARRIED_BY_FEW = 0.5;
/** Shorter capitalised words are too often English. */
const SHORTEST_NAME = 5;
/** A shorter core has too few pairs to count on. */
const SHORT = 12;
/** A refusal names at most so many words and ordinals. */
const MOST_WORDS = 3;
const MOST_ORDINALS = 8;
const MOST_DATES = 5;
/** Passages among which the best covered one is sought. */
const READ_PASSAGES = 10;

/** The conditions that must hold for any answer: events by ordinal, dates, persons, places. */
export function hardConditions(question: Question, knowledge: CorpusKnowledge): readonly Constraint[] {
  return question.constraints.filter((constraint) => {
    const acted = question.role !== null || question.office !== null;
    if (constraint.type === 'place') return acted || knowledge.count(barePlace(constraint.name)) === 0;
    if (constraint.type === 'person')
      return knowledge.persons.has(constraint.name) || knowledge.count(constraint.name) === 0;
    // A passage may tell a year or month by other words; a day it names.
    if (constraint.type === 'date')
      return acted || constraint.iso.length > 'YYYY-MM'.length || constraint.iso.startsWith('-');
    if (/会/u.test(constraint.noun)) return true;
    return isEventNoun(constraint.noun) && seriesInCorpus(constraint, knowledge).length > 0;
  });
}

/** A refusal for the first condition that nothing meets, or for conditions that hold only apart; null when all is well. */
export function refuseConditions(
  question: Question,
  search: SceneSearch,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Refused | null {
  const { language } = question;
  const refused = (note: string): Refused => ({ status: 'no-answer', note, certainty: 0.95 });
  for (const constraint of search.unmet) {
    const surface = asTyped(question, constraint.surface);
    if (constraint.type === 'ordinal') {
      const present = seriesInCorpus(constraint, knowledge);
      return refused(
        noSuchOrdinal(
          surface,
          present.slice(0, MOST_ORDINALS).map(({ text }) => text),
          language,
        ),
      );
    }
    if (constraint.type === 'date') return refused(noSuchDate(surface, datesOf(hits), language));
    if (constraint.type === 'person' || knowledge.count(constraint.name) === 0)
      return refused(noMention(surface, language));
  }
  if (search.fits.length > 0 || search.unmet.length > 0) return null;
  const conditions = hardConditions(question, knowledge);
  return conditions.length > 1
    ? refused(
        notTogether(
          conditions.map(({ surface }) => asTyped(question, surface)),
          language,
        ),
      )
    : null;
}

/** A folded part of the question as it was typed; itself when spaces stood inside. */
function asTyped({ text, folded }: Question, part: string): string {
  const at = folded.indexOf(part.toLowerCase());
  return at < 0 ? part : text.slice(at, at + part.length);
}

/** An English question's Chinese name that no article has, not even by another spelling; else null. */
export function refuseForeignName({ language, concepts, constraints }: Question): Refused | null {
  if (language !== 'en') return null;
  const known = constraints.map(({ surface }) => surface.toLowerCase()).join(' ');
  const name = concepts.find(
    (concept) =>
      isNameless(concept) &&
      concept.surface.length >= SHORTEST_NAME &&
      soundsChinese(concept.surface) &&
      !known.includes(concept.surface.toLowerCase()),
  );
  return name === undefined
    ? null
    : { status: 'no-answer', note: noMention(name.surface, language), certainty: 0.9 };
}

/** Days of the best articles, as written. */
function datesOf(hits: readonly Hit[]): readonly string[] {
  const dates = articlesOf(hits).flatMap(({ happened }) => (happened === null ? [] : [happened.text]));
  return [...new Set(dates)].slice(0, MOST_DATES);
}

/** Whether the best passage carries enough of the question to be about it. */
function isCarried(question: Question, best: number): boolean {
  return best >= (question.core === '' ? LEAST_COVERAGE : LEAST_CARRIED);
}

/** The same, where no condition of the question picks the passages: relevance decides, and between its bounds what is carried. */
function isRelevant(question: Question, relevance: number, best: number, passages: number): boolean {
  const { irrelevant, relevant } = question.language === 'en' ? ENGLISH_RELEVANCE : CHINESE_RELEVANCE;
  if (relevance < irrelevant) return passages < FEW_PASSAGES && best >= CARRIED_BY_FEW;
  return relevance >= relevant || isCarried(question, best);
}

/**
 * A refusal when no passage carries enough of the question, naming the words that are nowhere; else null. `scope` are
 * the scenes that meet the question's conditions, null where it has none: only what they carry counts.
 */
export function refuseUncovered(
  question: Question,
  hits: readonly Hit[],
  scope: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
  relevance: number,
): Refused | null {
  const attribute = missingAttribute(question, hits, knowledge);
  if (attribute !== null)
    return { status: 'no-answer', note: notCovered([attribute], question.language), certainty: 0.85 };
  const topic = scope === null ? topicConcepts(question) : beyondNames(question);
  if (topic.length === 0) return null;
  const texts = textsOf(hits, scope);
  const best = Math.max(0, ...texts.map((text) => carried(question, topic, text)));
  const nameless = topic.filter(isNameless);
  const enough =
    scope === null ? isRelevant(question, relevance, best, knowledge.passages) : isCarried(question, best);
  const some = scope === null || Math.max(0, ...texts.map((text) => coverage(topic, text))) >= LEAST_IN_SCOPE;
  if (enough && some && nameless.length === 0) return null;
  const missing = nameless.length > 0 ? nameless : missingWords(topic, texts);
  return {
    status: 'no-answer',
    note: notCovered(
      missing.slice(0, MOST_WORDS).map(({ surface }) => surface),
      question.language,
    ),
    certainty: Math.min(0.95, 0.5 + (1 - best) / 2),
  };
}

/** The best passages with their titles, folded; of the articles in scope only. */
function textsOf(hits: readonly Hit[], scope: readonly SceneFit[] | null): readonly string[] {
  const articles = scope === null ? null : new Set(scope.map(({ outline }) => outline.article));
  return hits
    .filter(({ passage }) => articles === null || articles.has(passage.article))
    .slice(0, READ_PASSAGES)
    .map(({ passage }) => {
      const titles = [passage.article.title, ...passage.article.subtitles].filter((title) => title !== null);
      return `${fold(titles.join('\n'))}\n${passage.folded}`;
    });
}

/** Words alone mislead where they are few; pairs of characters tell phrases apart. Together they refuse best. */
function carried(question: Question, topic: readonly Concept[], text: string): number {
  const words = coverage(topic, text);
  if (question.core === '') return words;
  const both = (words + pairShare(question.core, text)) / 2;
  return question.core.length < SHORT ? Math.max(words, both) : both;
}

/** Concepts that no good passage has, the rarest first. */
function missingWords(topic: readonly Concept[], texts: readonly string[]): readonly Concept[] {
  return [...topic]
    .filter((concept) => !texts.some((text) => presence(concept, text) > 0.5))
    .sort((a, b) => b.idf - a.idf);
}
