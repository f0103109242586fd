/** When the articles don't say: conditions that nothing meets, and questions whose rare words stand nowhere together. */

import { fold } from '../../language/script.js';
import { bySize } from '../../retrieval/corpus-size.js';
import { headingOf } from '../../retrieval/headings.js';
import { englishMeetingReach } from '../../retrieval/intent-lexicon.js';
import { soundsChinese } from '../../retrieval/intent-sound.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import { foldedTitle } from '../../retrieval/passages.js';
import type { Concept, Constraint, Question } from '../../retrieval/question.js';
import { leastRelevance } from '../../retrieval/relevance.js';
import { lacksName } from '../../retrieval/relevance-english.js';
import { isEventNoun } from '../facts/scenes.js';
import type { Refused } from '../finding.js';
import { barePlace, seriesAmong } from '../matching/conditions.js';
import {
  beyondNames,
  coverage,
  isNameless,
  pairShare,
  presence,
  topicConcepts,
} from '../matching/coverage.js';
import { isToldTogether } from '../matching/english-clauses.js';
import { articlesOf, type SceneFit, type SceneSearch } from '../matching/scene-fit.js';
import {
  noMention,
  noSuchDate,
  noSuchMeeting,
  noSuchOrdinal,
  notCovered,
  notTogether,
} from '../notes/notes.js';
import { attributeElsewhere, missingAttribute } from '../passages/asked-fact.js';
import { isAnchored, isOfPerson, isSaidIn, isSpelledOut } from './anchors.js';

/** English: under this share of the question's idf in its best passage the articles don't answer it. */
const LEAST_COVERAGE = 0.34;
/**
 * Chinese: the same for the mean of idf share and share of character pairs. On the development questions 0.42 to 0.45 refuses about
 * 64 % of off-corpus questions and 2 % of the answerable ones.
 */
const LEAST_CARRIED = 0.42;
/** Beside the names and conditions that are met, this much of the rest must stand where they are. */
const LEAST_IN_SCOPE = 0.25;
/** Of whoever the question names, so relevant a passage is about what it asks, however little of its words it carries. */
const RELEVANT_IN_SCOPE = 0.7;
/** So relevant is what an English question means of which a share of the words this large has no Chinese in a small corpus. */
const RELEVANT_ALL_THE_SAME = 0.5;
const MANY_NOWHERE = 0.3;
/** Whoever asks a small archive for advice mostly asks about the world: so sure it must be that a passage gives it. */
const RELEVANT_TO_ADVICE = 0.8;
const ADVICE =
  /\b(?:recommend|suggest)(?: me| us)? (?:an?|some|any)\b|\b(?:which|what) [a-z]+ should i (?:buy|get|choose|use)\b|\bshould i buy\b|\bhow (?:do|can|should) i (?:train|cook|bake|fix|repair|clean|learn|lose|grow|make|install|remove)\b|\bgood recipe\b/iu;
/** With a rare word of the question in the passage so little relevance is enough. */
const LEAST_ANCHORED = 0.1;
/** No refusal is surer than this. */
const MOST_CERTAIN = 0.95;
/** Shorter capitalised words are too often English. */
const SHORTEST_NAME = 5;
/** A Chinese term inside an English question says which passage is meant from this length on. */
const SHORTEST_TERM = 3;
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
    if (constraint.type === 'place')
      return (
        acted || asksWithin(question, constraint.surface) || knowledge.count(barePlace(constraint.name)) === 0
      );
    if (constraint.type === 'person')
      return knowledge.persons.has(constraint.name) || knowledge.count(constraint.name) === 0;
    // A passage may tell a year or month by other words; a day it names.
    if (constraint.type === 'date')
      return acted || constraint.iso.length > 'YYYY-MM'.length || constraint.iso.startsWith('-');
    if (/会/u.test(constraint.noun)) return true;
    return isEventNoun(constraint.noun) && seriesAmong(constraint, knowledge.ordinals).length > 0;
  });
}

/** 在开封哪里: where within a place, so that another place's address is no answer. */
function asksWithin({ folded, language }: Question, place: string): boolean {
  const at = folded.indexOf(place.toLowerCase());
  if (at < 0) return false;
  if (language === 'en') return /\bwhere (?:exactly )?in (?:the )?$/u.test(folded.slice(0, at));
  return /^(?:市|县|区|省)?(?:的)?(?:哪(?!些|几)|什么地方|何处)/u.test(folded.slice(at + place.length));
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
      const present = seriesAmong(constraint, knowledge.ordinalsInScope ?? knowledge.ordinals);
      return refused(
        noSuchOrdinal(
          question.language === 'en' ? withMeeting(question, surface) : surface,
          present.slice(0, MOST_ORDINALS).map(({ text }) => text),
          language,
        ),
      );
    }
    if (constraint.type === 'date') return refused(noSuchDate(surface, datesOf(hits), language));
    if (constraint.type === 'person' || knowledge.count(constraint.name) === 0)
      return refused(noMention(surface, language));
  }
  const [place] = search.fits.length === 0 && question.role !== null ? search.unmet : [];
  if (place !== undefined) return refused(noSuchMeeting(asTyped(question, place.surface), language));
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

/** An English ordinal with the meeting that it counts: "the 21st special meeting"; itself when none follows. */
function withMeeting({ text }: Question, ordinal: string): string {
  const end = text.indexOf(ordinal) + ordinal.length;
  const reach = englishMeetingReach(text.slice(end).toLowerCase());
  return reach === 0 ? ordinal : `the ${ordinal}${text.slice(end, end + reach)}`;
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

/** Whether the best passage of a scope carries enough of the question to be about it. */
function isCarried(question: Question, best: number): boolean {
  return best >= (question.core === '' ? LEAST_COVERAGE : LEAST_CARRIED);
}

/**
 * A refusal when no passage carries enough of the question, naming the words that are nowhere; else null. `fits` are
 * the scenes that meet the question's conditions: only what they carry counts. Where it has none (not `isScoped`),
 * `relevance` decides.
 */
export function refuseUncovered(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  isScoped: boolean,
  knowledge: CorpusKnowledge,
  relevance: number,
): Refused | null {
  const scope = isScoped ? fits : null;
  const attribute = missingAttribute(question, hits, knowledge) ?? attributeElsewhere(question, hits);
  if (attribute !== null)
    return { status: 'no-answer', note: notCovered([attribute], question.language), certainty: 0.85 };
  const topic = scope === null ? topicConcepts(question) : beyondNames(question);
  const texts = textsOf(hits, scope);
  if (topic.length === 0 || quotesText(question, texts)) return null;
  if (isToldTogether(question, hits, fits, scope !== null, knowledge)) return null;
  if (scope === null)
    return relevance >= neededRelevance(question, topic, knowledge) ||
      (relevance >= LEAST_ANCHORED &&
        (isAnchored(question, topic, hits, knowledge) ||
          isSpelledOut(question, hits, knowledge) ||
          isOfPerson(question, hits, knowledge)))
      ? null
      : uncovered(question, topic, texts, 1 - relevance);
  // A person or a place says less than a meeting's number or day: the passage may tell of them in other words.
  const isMeeting = question.role !== null || question.constraints.some(({ type }) => type === 'ordinal');
  if (isSaidIn(question, scope)) return null;
  if (!isMeeting && relevance < leastRelevance(question.language, knowledge.passages))
    return uncovered(question, topic, texts, 1 - relevance);
  const isByName = question.constraints.every(({ type }) => type === 'person' || type === 'place');
  if (isByName && relevance >= RELEVANT_IN_SCOPE) return null;
  const best = Math.max(0, ...texts.map((text) => carried(question, topic, text)));
  const some = Math.max(0, ...texts.map((text) => coverage(topic, text))) >= LEAST_IN_SCOPE;
  return isCarried(question, best) && some && !topic.some(isNameless)
    ? null
    : uncovered(question, topic, texts, 0.5 + (1 - best) / 2);
}

/**
 * The relevance that a question must have; more in a small corpus that has no Chinese for many of an English question's
 * words. In a large one nearly every word has some, and those that have none are rare terms of articles, too.
 */
function neededRelevance(
  { language, folded }: Question,
  topic: readonly Concept[],
  { passages }: CorpusKnowledge,
): number {
  const least = leastRelevance(language, passages);
  if (language === 'en' && ADVICE.test(folded))
    return bySize(passages, { small: RELEVANT_TO_ADVICE, large: least });
  const nowhere = topic.filter(({ frequency }) => frequency === 0);
  const isMuch = nowhere.length > 0 && nowhere.length >= MANY_NOWHERE * topic.length;
  return language === 'en' && isMuch
    ? Math.max(least, bySize(passages, { small: RELEVANT_ALL_THE_SAME, large: least }))
    : least;
}

/** An English question that gives a term in Chinese, which a passage has: it is about that passage, whatever its other words. */
function quotesText({ language, concepts }: Question, texts: readonly string[]): boolean {
  if (language !== 'en') return false;
  return concepts.some(
    ({ surface }) =>
      /^\p{Script=Han}+$/u.test(surface) &&
      surface.length >= SHORTEST_TERM &&
      texts.some((text) => text.includes(fold(surface))),
  );
}

/** The refusal where nothing was found at all: no passage has any of the question's words. */
export function refuseUnfound(question: Question): Refused {
  return uncovered(question, topicConcepts(question), [], MOST_CERTAIN);
}

function uncovered(
  question: Question,
  topic: readonly Concept[],
  texts: readonly string[],
  certainty: number,
): Refused {
  const words = missingWords(question, topic, texts).slice(0, MOST_WORDS);
  return {
    status: 'no-answer',
    note: notCovered(
      words.map(({ surface }) => asTyped(question, surface)),
      question.language,
    ),
    certainty: Math.min(MOST_CERTAIN, certainty),
  };
}

/** The best passages with their titles, folded; of the articles in scope only. */
function textsOf(hits: readonly Hit[], scope: readonly SceneFit[] | null): readonly string[] {
  const articles = scope === null ? null : new Set(scope.map(({ outline }) => outline.article));
  return hits
    .filter(({ passage }) => articles === null || articles.has(passage.article))
    .slice(0, READ_PASSAGES)
    .map(({ passage }) => {
      return `${foldedTitle(passage.article)}\n${headingOf(passage)}\n${passage.folded}`;
    });
}

/** Words alone mislead where they are few; pairs of characters tell phrases apart. Together they refuse best. */
function carried(question: Question, topic: readonly Concept[], text: string): number {
  const words = coverage(topic, text);
  if (question.core === '') return words;
  const both = (words + pairShare(question.core, text)) / 2;
  return question.core.length < SHORT ? Math.max(words, both) : both;
}

/** Concepts that no good passage has: those that the corpus has nowhere and names first, then the rarest. */
function missingWords(
  { language }: Question,
  topic: readonly Concept[],
  texts: readonly string[],
): readonly Concept[] {
  const isNowhere = (concept: Concept) =>
    concept.frequency === 0 ||
    isNameless(concept) ||
    (language === 'en' && concept.kind === 'name' && texts.every((text) => lacksName(concept, text)));
  return topic
    .filter((concept) => isNowhere(concept) || !texts.some((text) => presence(concept, text) > 0.5))
    .sort((a, b) => Number(isNowhere(b)) - Number(isNowhere(a)) || b.idf - a.idf);
}
