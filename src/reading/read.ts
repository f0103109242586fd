/** The reader: from a question and its ranked passages to an answer with citations, or to an honest refusal. */
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import type { Answer, RankedPassage } from './answer.js';
import { answerDeadline, answerEventDate } from './answer-dates.js';
import { answerDestination } from './answer-destinations.js';
import { answerFromEnglish } from './answer-english-text.js';
import { answerEvent, asksMeeting } from './answer-events.js';
import { answerGeneral } from './answer-general.js';
import { answerInlineList } from './answer-inline-lists.js';
import { answerHolder } from './answer-offices.js';
import { answerPlainFact } from './answer-plain-facts.js';
import { answerPoints, countPoints, saysHowMany } from './answer-points.js';
import { answerPost } from './answer-posts.js';
import { answerQuotedTerm } from './answer-quoted-terms.js';
import { answerReporters } from './answer-reporters.js';
import { answerRole, countPeople } from './answer-roles.js';
import { answerSetPhrase } from './answer-set-phrases.js';
import { answerSite } from './answer-sites.js';
import { answerSpeaker, answerStatement } from './answer-speeches.js';
import { answerVenue } from './answer-venues.js';
import { answerYesNo } from './answer-yes-no.js';
import { citationsOf } from './citations.js';
import { confidenceOf } from './confidence.js';
import type { Finding, Strategy } from './finding.js';
import { notCovered } from './notes.js';
import { refuseNumber, unlessOtherYear } from './numbered-things.js';
import { outlineOf } from './outline.js';
import {
  hardConditions,
  refuseConditions,
  refuseForeignName,
  refuseUncovered,
  refuseUnfound,
} from './refusal.js';
import { ASKS_BODY } from './role-candidates.js';
import { type SceneFit, searchScenes } from './scene-fit.js';
import type { Line } from './scenes.js';

/** An answer without the time it took. */
export type ReadAnswer = Omit<Answer, 'tookMs'>;

const HOW_MANY_PEOPLE =
  /(?:多少|几)(?:个|位|名)?(?:人|领导|市领导|省领导|嘉宾|代表)|how many (?:people|officials|leaders|persons)/u;
const DEFAULT_LIMIT = 10;
/** Passages in whose sentences a list is sought; more where the question's conditions pick the scenes. */
const READ_PASSAGES = 2;
const READ_IN_SCENES = 6;
/** In units of the ranker's score, a log odds: what is this far behind is about something else. */
const FARTHEST_BEHIND = 4;
/** Below this relevance the best hits are about something else, whatever pattern they fit. */
const LEAST_FOR_PATTERNS = 0.1;
/** Above this one the passage is shown, though nothing of the asked kind was found in it. */
const SURELY_ABOUT = 0.97;

/**
 * Answers a question from its hits, best first. `limit` bounds `passages` (default 10); `relevance` is how likely the
 * best hit is about the question at all (0..1, certain when left out).
 */
export function read(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  options: { readonly limit?: number; readonly relevance?: number } = {},
): ReadAnswer {
  const relevance = options.relevance ?? 1;
  return answerWith(
    question,
    findingOf(question, hits, knowledge, relevance),
    hits,
    options.limit,
    relevance,
  );
}

/** The answer that a finding makes; `hits` give the ranked passages, at most `limit` (default 10). */
export function answerWith(
  question: Question,
  finding: Finding,
  hits: readonly Hit[],
  limit: number | undefined,
  relevance: number,
): ReadAnswer {
  const citations = finding.status === 'no-answer' ? [] : citationsOf(finding.proofs, hits);
  return {
    question: question.text,
    asked: question.text,
    about: null,
    undated: 0,
    language: question.language,
    status: finding.status,
    answer: finding.status === 'answered' ? finding.answer : null,
    note: finding.note,
    confidence: confidenceOf(question, finding, relevance),
    citations,
    passages: ranked(hits, limit ?? DEFAULT_LIMIT),
  };
}

/** What the reader finds, before it is made an answer. */
export function findingOf(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  relevance: number,
): Finding {
  return unlessOtherYear(question, foundIn(question, hits, knowledge, relevance));
}

function foundIn(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  relevance: number,
): Finding {
  if (hits.length === 0) return refuseUnfound(question);
  const office = question.office;
  const asksHolder =
    office !== null &&
    office !== '职务' &&
    office !== '记者' &&
    question.role === null &&
    question.kind !== 'time';
  const conditions = hardConditions(question, knowledge).filter(
    ({ type }) => !(asksHolder && type === 'place'),
  );
  // Without conditions nothing is taken from far behind, so that only what is near need be outlined.
  const foreign = refuseForeignName(question);
  if (foreign !== null) return foreign;
  const search = searchScenes(
    question,
    conditions,
    conditions.length > 0 || saysHowMany(question) ? hits : nearBest(hits),
    knowledge,
  );
  const unmet = refuseConditions(question, search, hits, knowledge);
  if (unmet !== null) return unmet;
  const english = by('fact', answerFromEnglish(question, hits));
  if (english !== null) return english;
  const numbered = refuseNumber(question, knowledge, hits);
  if (numbered !== null) return numbered;
  const { fits } = search;
  if (asksHolder) {
    const holder = answerHolder(question, hits, knowledge);
    if (holder !== null) return by('office', holder);
  }
  if (office === '职务' || asksWhoSomebodyIs(question)) {
    const post = answerPost(question, hits, knowledge);
    if (post !== null) return by('office', post);
  }
  const scoped = conditions.length > 0 ? fits : null;
  // A pattern fits many a text; who did what in a meeting is only taken from one of that kind.
  const isDoubted = scoped === null && relevance < LEAST_FOR_PATTERNS;
  const near = (strategy: Strategy, finding: Finding | null) =>
    isDoubted && strategy !== 'role'
      ? null
      : by(strategy, scoped === null ? unlessFarBehind(finding, hits) : finding);
  return (
    near('reporters', answerReporters(question, hits, knowledge)) ??
    near('role', answerYesNo(question, fits, hits, knowledge)) ??
    near('role', byRole(question, fits, knowledge)) ??
    near('event', answerEvent(question, fits)) ??
    near('speech', answerSpeaker(question, fits)) ??
    near('date', answerDeadline(question, fits)) ??
    by('fact', unlessFarBehind(answerPlainFact(question, hits, knowledge), hits)) ??
    near('date', answerEventDate(question, fits)) ??
    near('destination', answerDestination(question, fits, knowledge)) ??
    near('site', answerVenue(question, fits)) ??
    (isDoubted ? null : byPhraseOrSize(question, hits, fits, knowledge)) ??
    refuseUncovered(question, hits, scoped, knowledge, relevance) ??
    (saysHowMany(question)
      ? by('points', byPoints(question, fits))
      : near('points', byPoints(question, fits))) ??
    near('list', byList(question, hits, fits, scoped !== null, knowledge)) ??
    near('speech', byStatement(question, fits, knowledge)) ??
    near('quoted-term', answerQuotedTerm(question, hits, knowledge)) ??
    near('site', answerSite(question, hits, knowledge)) ??
    shownIfSure(byPassages(question, hits, scoped, knowledge), relevance)
  );
}

/** A finding with the name of what made it, by which its certainty is judged. */
function by<F extends Finding | null>(strategy: Strategy, finding: F): F {
  return finding?.status === 'answered' ? { ...finding, strategy } : finding;
}

/**
 * A pattern may fit an article that is about something else: nothing is taken from one whose best passage ranks far
 * behind the best of all. The proof itself may be another paragraph of it, which only names the speaker.
 */
function unlessFarBehind(finding: Finding | null, hits: readonly Hit[]): Finding | null {
  if (finding?.status !== 'answered') return finding;
  const near = new Set(nearBest(hits).map(({ passage }) => passage.article));
  return finding.proofs.some(({ article }) => near.has(article)) ? finding : null;
}

/** The hits that are not far behind the best. */
function nearBest(hits: readonly Hit[]): readonly Hit[] {
  const best = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score >= best - FARTHEST_BEHIND);
}

/** 刘某是谁, not 刘某的老师是谁. */
function asksWhoSomebodyIs({ constraints, role, office, kind, folded }: Question): boolean {
  const person = constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person' || role !== null || office !== null || kind !== 'person') return false;
  const name = person.surface.toLowerCase();
  const at = folded.indexOf(name);
  return (
    /^(?:到底|究竟)?是谁/u.test(folded.slice(at + name.length)) ||
    /(?:谁是|who (?:is|was) )$/u.test(folded.slice(0, at))
  );
}

function byRole(question: Question, fits: readonly SceneFit[], knowledge: CorpusKnowledge): Finding | null {
  const { kind, role, folded } = question;
  const asksDoers =
    kind === 'person' ||
    ((kind === 'list' || kind === 'which' || kind === 'place') && ASKS_BODY.test(folded));
  const known = question.constraints.some(({ type }) => type === 'person');
  if (role === null || known) return null;
  if (kind === 'number')
    return HOW_MANY_PEOPLE.test(folded) ? countPeople(question, answerRole(question, fits, knowledge)) : null;
  return asksDoers ? answerRole(question, fits, knowledge) : null;
}

/** Kinds that a list can answer. */
const LIST_KINDS: ReadonlySet<string> = new Set([
  'list',
  'definition',
  'statement',
  'which',
  'other',
  'place',
  'manner',
]);

function bySetPhrase(question: Question, hits: readonly Hit[], knowledge: CorpusKnowledge): Finding | null {
  return LIST_KINDS.has(question.kind) ? answerSetPhrase(question, hits, knowledge) : null;
}

/** A phrase whose items are not said to be its own may still be meant by an enumeration of just so many. */
function byPhraseOrSize(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const finding = by('set-phrase', bySetPhrase(question, hits, knowledge));
  if (finding?.status !== 'no-answer' || !saysHowMany(question)) return finding;
  return by('points', byPoints(question, fits)) ?? finding;
}

function byPoints(question: Question, fits: readonly SceneFit[]): Finding | null {
  return LIST_KINDS.has(question.kind) && !asksMeeting(question) ? answerPoints(question, fits) : null;
}

function byList(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  scoped: boolean,
  knowledge: CorpusKnowledge,
): Finding | null {
  const plural = question.plural && (question.kind === 'list' || question.kind === 'place');
  if (!plural) return null;
  const near = hits
    .slice(0, scoped ? READ_IN_SCENES : READ_PASSAGES)
    .flatMap((hit) => linesIn(hit, knowledge));
  const scenes = new Set(fits.map(({ scene }) => scene));
  return answerInlineList(question, scoped ? near.filter(({ scene }) => scenes.has(scene)) : near);
}

/** The lines of an article that a passage holds. */
function linesIn({ passage }: Hit, knowledge: CorpusKnowledge): readonly Line[] {
  const { article, paragraph, range } = passage;
  return outlineOf(article, knowledge).lines.filter(
    (line) =>
      line.paragraph.number === paragraph.number && line.range[0] < range[1] && range[0] < line.range[1],
  );
}

/** Where the best hits are surely about the question, what they say is shown rather than refused. */
function shownIfSure(finding: Finding, relevance: number): Finding {
  return finding.status === 'no-answer' && relevance >= SURELY_ABOUT ? (finding.instead ?? finding) : finding;
}

/** A number of points that the text does not say is counted. */
function byPassages(
  question: Question,
  hits: readonly Hit[],
  scoped: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
): Finding {
  const finding =
    answerGeneral(question, hits, scoped, knowledge) ?? answerGeneral(question, hits, null, knowledge);
  const count = question.kind === 'number' ? countPoints(question, scoped ?? []) : null;
  if (count !== null && !(finding?.status === 'answered' && finding.answer.endsWith(count.answer.slice(-1))))
    return count;
  return finding ?? { status: 'no-answer', note: notCovered([], question.language), certainty: 0.6 };
}

function byStatement(
  question: Question,
  fits: Parameters<typeof answerRole>[1],
  knowledge: CorpusKnowledge,
): Finding | null {
  const says = /说|讲|强调|要求|指出/u.test(question.folded);
  return question.kind === 'statement' || (question.kind === 'manner' && says)
    ? answerStatement(question, fits, knowledge)
    : null;
}

/** Every paragraph once, by its best hit. */
function ranked(hits: readonly Hit[], limit: number): readonly RankedPassage[] {
  const seen = new Set<string>();
  const passages: RankedPassage[] = [];
  for (const { passage, score } of hits) {
    if (passages.length >= limit) break;
    const { article, paragraph, range } = passage;
    const key = `${article.file}\n${article.id}\n${paragraph.number}`;
    if (seen.has(key)) continue;
    seen.add(key);
    passages.push({ article, paragraph: paragraph.number, text: paragraph.text.slice(...range), score });
  }
  return passages;
}
