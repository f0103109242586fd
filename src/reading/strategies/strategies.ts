/** The strategies of the reader in their order: the first that finds something decides. */
import { bySize } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { leastRelevance } from '../../retrieval/relevance.js';
import { type Answered, by, type Finding, type Strategy } from '../finding.js';
import { isDayOfStory } from '../matching/conditions.js';
import { isInScope } from '../matching/english-clauses.js';
import { withDay } from '../matching/same-day.js';
import { type SceneFit, searchScenes } from '../matching/scene-fit.js';
import { unlessOfOtherKind } from '../refusing/asked-values.js';
import { answerComing, asksComing } from '../refusing/coming-events.js';
import { unlessOtherEdition } from '../refusing/editions.js';
import { refuseOtherEvent } from '../refusing/events-english.js';
import { refuseNumber } from '../refusing/numbered-things.js';
import { unlessOfAnother } from '../refusing/of-another.js';
import { unlessOtherBody } from '../refusing/other-bodies.js';
import { unlessOtherTime } from '../refusing/other-times.js';
import {
  hardConditions,
  refuseConditions,
  refuseForeignName,
  refuseUncovered,
  refuseUnfound,
} from '../refusing/refusal.js';
import { unlessSuccession } from '../refusing/succession.js';
import { answerActor } from './answer-actors.js';
import { answerAnnounced } from './answer-announced.js';
import { answerBeside } from './answer-beside.js';
import { answerCompanions } from './answer-companions.js';
import { answerConsequence } from './answer-consequences.js';
import { answerContact } from './answer-contacts.js';
import { answerCountedTerms } from './answer-counted-terms.js';
import { answerCredits } from './answer-credits.js';
import { answerDeadline, answerEventDate } from './answer-dates.js';
import { answerDeeds } from './answer-deeds.js';
import { answerDestination } from './answer-destinations.js';
import { answerDoer } from './answer-doers.js';
import { answerEnglishClause, answerEnglishPerson } from './answer-english-clauses.js';
import { answerFromEnglish } from './answer-english-text.js';
import { answerEvent } from './answer-events.js';
import { answerField } from './answer-fields.js';
import { hitsIn } from './answer-general.js';
import { answerNotice } from './answer-notices.js';
import { answerObject, asksByWhat } from './answer-objects.js';
import { answerHolder } from './answer-offices.js';
import { answerOwner } from './answer-owners.js';
import { answerPlacing } from './answer-placings.js';
import { answerPlainFact } from './answer-plain-facts.js';
import { saysHowMany } from './answer-points.js';
import { answerPost } from './answer-posts.js';
import { answerQuotedTerm } from './answer-quoted-terms.js';
import { answerReporters } from './answer-reporters.js';
import { answerResponsible } from './answer-responsible.js';
import { answerSite } from './answer-sites.js';
import { answerSpeaker } from './answer-speeches.js';
import { answerTable } from './answer-tables.js';
import { answerVenue } from './answer-venues.js';
import { answerVersion } from './answer-versions.js';
import { answerWhereabouts } from './answer-whereabouts.js';
import { answerYesNo } from './answer-yes-no.js';
import { nearBest, unlessFarBehind } from './nearness.js';
import {
  byAlikeList,
  byList,
  byNumberedPoint,
  byPassages,
  byPhraseOrSize,
  byPoints,
  byRole,
  byStatement,
  shownIfSure,
} from './strategy-gates.js';

/** A line that carries so much of the question's words is what it quotes. */
const SURELY_SAID = 0.7;
/** A question about a meeting, whose venue its own report tells. */
const OF_MEETING = /会议|会场|次会|[大全例委度谈进]会/u;
/**
 * Below this relevance the best hits of a small corpus are about something else, whatever pattern they fit. In a large
 * one a pattern fits some passage by accident, so that as much is asked as of any answer.
 */
const LEAST_FOR_PATTERNS = 0.08;
/** The same for facts that one sentence states of the very thing that is asked about. */
const LEAST_FOR_FACTS = 0;

/** What the reader finds, before it is made an answer. */
export function findingOf(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  relevance: number,
): Finding {
  const notice = answerNotice(question, hits, knowledge);
  if (notice !== null) return notice;
  const find = (some: readonly Hit[]) => foundIn(question, some, knowledge, relevance);
  const ofEdition = unlessOtherEdition(question, find(hits), hits, knowledge, find);
  const ofTime = unlessOtherTime(question, ofEdition, hits, knowledge, find);
  const ofBody = unlessOtherBody(question, ofTime, hits, knowledge);
  const ofKind = unlessOfOtherKind(question, ofBody, knowledge);
  const found = unlessSuccession(question, unlessOfAnother(question, ofKind, hits, knowledge));
  return question.kind === 'time' ? withDay(found, knowledge) : found;
}

/** From this relevance on the passages are about what a question means, whatever its office is called. */
const SURELY_MEANT = 0.9;

/** A question with what its best passages hold. */
interface Inquiry {
  readonly question: Question;
  /** Best first, at least one. */
  readonly hits: readonly Hit[];
  readonly knowledge: CorpusKnowledge;
  readonly relevance: number;
  /** The scenes that the question is about, best first. */
  readonly fits: readonly SceneFit[];
  /** The same where the question sets conditions, which only they meet; null where it sets none. */
  readonly scoped: readonly SceneFit[] | null;
}

function foundIn(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  relevance: number,
): Finding {
  if (hits.length === 0) return refuseUnfound(question);
  const foreign = refuseForeignName(question);
  if (foreign !== null) return foreign;
  if (asksComing(question)) return answerComing(question, hits, knowledge);
  const conditions = hardConditions(question, knowledge).filter(
    (condition) =>
      !(asksHolder(question) && condition.type === 'place') && !isDayOfStory(question, condition, hits),
  );
  // Without conditions nothing is taken from far behind, so that only what is near need be outlined.
  const sought = conditions.length > 0 || saysHowMany(question) ? hits : nearBest(hits);
  const search = searchScenes(question, conditions, sought, knowledge);
  const { fits } = search;
  const inquiry = { question, hits, knowledge, relevance, fits, scoped: conditions.length > 0 ? fits : null };
  return (
    refuseConditions(question, search, hits, knowledge) ??
    by('fact', answerFromEnglish(question, hits)) ??
    refuseNumber(question, knowledge, hits) ??
    refuseOtherEvent(question, hits) ??
    byOffice(inquiry) ??
    byPattern(inquiry) ??
    refuseUncovered(question, hits, fits, inquiry.scoped !== null, knowledge, relevance) ??
    bySentences(inquiry)
  );
}

/** 南阳市市长强调了哪六点: what the holder said, not who he is. */
const SAID = /强调|指出|要求|提出|表示/u;

/** Whether the question asks who holds an office, not what its holder did or said. */
function asksHolder({ office, role, kind, folded }: Question): boolean {
  const isNamed = office !== null && office !== '职务' && office !== '记者';
  return isNamed && role === null && kind !== 'time' && (kind === 'person' || !SAID.test(folded));
}

function byOffice({ question, hits, knowledge, relevance }: Inquiry): Finding | null {
  const holder = asksHolder(question) ? by('office', answerHolder(question, hits, knowledge)) : null;
  if (holder?.status === 'no-answer') {
    const bearer = by('actor', unlessFarBehind(answerDoer(question, hits, knowledge), hits));
    if (bearer !== null) return bearer;
  }
  if (holder !== null && !(holder.status === 'no-answer' && isOrdinaryOffice(question, knowledge, relevance)))
    return holder;
  const asksPost = question.office === '职务' || asksWhoSomebodyIs(question);
  return asksPost ? by('office', answerPost(question, hits, knowledge)) : null;
}

/** The director of a festival is no 主任: where no text has the office, sure passages may tell of it in other words. */
function isOrdinaryOffice({ office }: Question, knowledge: CorpusKnowledge, relevance: number): boolean {
  return (
    office !== null &&
    relevance >= SURELY_MEANT &&
    knowledge.count(office) === 0 &&
    !/[省市县区镇乡局厅]|书记/u.test(office) &&
    !isTitleNowhere(office, knowledge)
  );
}

/** A firm's 总经理, a section's 科长: a title so plain that a text which does not have it tells of no such holder. */
function isTitleNowhere(office: string, { count }: CorpusKnowledge): boolean {
  const title = /(?:总经理|董事长|总裁|[厂科处股局所站馆校院行]长)$/u.exec(office)?.[0];
  return title !== undefined && count(title) === 0;
}

/** When was it last dredged, when was it first built: not when what is told of happened. */
const ASKS_OTHER_TIME =
  /^when (?:was|were|did|had|is)\b[^?]*\b(?:last|first|previously|originally|before)\b(?! (?:week|month|year|night))/u;

/** What the wording of bulletins gives away, whatever else the question says. */
function byPattern(inquiry: Inquiry): Finding | null {
  const { question, hits, knowledge, fits } = inquiry;
  const near = nearIn(inquiry);
  return (
    byReporters(inquiry) ??
    by('set-phrase', answerCountedTerms(question, hits, knowledge)) ??
    by('credits', answerCredits(question, hits, inquiry.scoped, knowledge)) ??
    near('points', answerAnnounced(question, hitsIn(inquiry.scoped, hits, knowledge))) ??
    near('role', answerYesNo(question, fits, hits, knowledge)) ??
    near('fact', answerResponsible(question, hitsIn(inquiry.scoped, hits, knowledge))) ??
    ifMarked(inquiry, 'fact', answerContact) ??
    ifMarked(inquiry, 'fact', answerPlacing) ??
    near('actor', answerOwner(question, hitsIn(inquiry.scoped, hits, knowledge), knowledge)) ??
    near('actor', answerEnglishPerson(question, hits, fits, inquiry.scoped !== null, knowledge)) ??
    byDoer(inquiry) ??
    near('role', byRoleOrDoer(inquiry)) ??
    near('actor', answerCompanions(question, fits)) ??
    near('deed', answerDeeds(question, fits)) ??
    near('fact', answerConsequence(question, hits, fits, knowledge)) ??
    (asksByWhat(question) ? near('fact', answerObject(question, hits, fits, knowledge)) : null) ??
    near('event', answerEvent(question, fits)) ??
    near('speech', answerSpeaker(question, fits)) ??
    near('date', answerDeadline(question, fits)) ??
    (OF_MEETING.test(question.folded) ? near('site', answerVenue(question, fits)) : null) ??
    near('fact', answerTable(question, hits, knowledge)) ??
    ifMarked(inquiry, 'fact', answerField) ??
    ifMarked(inquiry, 'site', answerWhereabouts) ??
    ifMarked(inquiry, 'fact', answerVersion) ??
    (isDoubted(inquiry, LEAST_FOR_FACTS)
      ? null
      : by('fact', unlessFarBehind(answerPlainFact(question, hits, knowledge), hits))) ??
    (ASKS_OTHER_TIME.test(question.folded) ? null : near('date', answerEventDate(question, fits))) ??
    near('destination', answerDestination(question, fits, knowledge)) ??
    near('site', answerVenue(question, fits)) ??
    by('points', unlessFarBehind(byNumberedPoint(question, fits), hits)) ??
    near('list', answerBeside(question, hitsIn(inquiry.scoped, hits, knowledge), knowledge)) ??
    by('list', unlessFarBehind(byAlikeList(question, hits, fits, knowledge), hits)) ??
    (isDoubted(inquiry) ? null : byPhraseOrSize(question, hits, fits, knowledge))
  );
}

/** A passage that carries so much of the question is about it, however little is thought of it at first. */
const SURELY_MARKED = 0.7;

/** Who does an everyday thing, as far as no part in a meeting is asked for. */
function byDoer(inquiry: Inquiry): Finding | null {
  return inquiry.question.role === null ? ifMarked(inquiry, 'actor', answerDoer) : null;
}

/** What a mark points at: in doubt all the same where its passage carries the question. */
function ifMarked(
  inquiry: Inquiry,
  strategy: Strategy,
  answer: (question: Question, hits: readonly Hit[], knowledge: CorpusKnowledge) => Answered | null,
): Finding | null {
  const { question, hits, scoped, knowledge } = inquiry;
  const found = answer(question, hitsIn(scoped, hits, knowledge), knowledge);
  const isSure = found !== null && found.fit >= SURELY_MARKED && !isDoubted(inquiry, LEAST_FOR_FACTS);
  return isSure ? by(strategy, unlessFarBehind(found, hits)) : nearIn(inquiry)(strategy, found);
}

/** Who had a part in a meeting; where no list knows his name, whoever the words mark as the one who did it. */
function byRoleOrDoer({ question, hits, fits, scoped, knowledge }: Inquiry): Finding | null {
  const found = byRole(question, fits, knowledge);
  if (found?.status !== 'no-answer' || question.plural) return found;
  return answerDoer(question, hitsIn(scoped, hits, knowledge), knowledge) ?? found;
}

/** What the passages say that carry the question's words. */
function bySentences(inquiry: Inquiry): Finding {
  const { question, hits, knowledge, relevance, fits, scoped } = inquiry;
  const near = nearIn(inquiry);
  const points = byPoints(question, fits);
  return (
    (saysHowMany(question) ? by('points', points) : near('points', points)) ??
    near('list', byList(question, hits, fits, scoped !== null, knowledge)) ??
    near('speech', byStatement(question, fits, knowledge)) ??
    near('quoted-term', unlessElsewhere(inquiry, answerQuotedTerm(question, hits, fits, knowledge))) ??
    near('fact', answerObject(question, hits, fits, knowledge)) ??
    near('site', answerSite(question, hitsIn(scoped, hits, knowledge), knowledge)) ??
    near('fact', answerEnglishClause(question, hits, fits, scoped !== null, knowledge)) ??
    byActor(inquiry, shownIfSure(byPassages(question, hits, scoped, knowledge), relevance))
  );
}

/** So much of an English question stands around one clause that a quoted term of another sentence is not meant. */
const SURELY_TOLD = 0.8;

/** A quoted term, unless it is of another place or another sentence surely tells what an English question asks for. */
function unlessElsewhere(
  { question, hits, knowledge, fits, scoped }: Inquiry,
  term: Answered | null,
): Answered | null {
  const [proof] = term?.proofs ?? [];
  if (term === null || proof === undefined || question.language !== 'en') return term;
  if (!isInScope(question, hits, proof.article)) return null;
  const clause = answerEnglishClause(question, hits, fits, scoped !== null, knowledge);
  const isElsewhere =
    clause?.proofs[0]?.paragraph !== proof.paragraph || clause.proofs[0]?.ranges[0][0] !== proof.ranges[0][0];
  return clause !== null && clause.fit >= SURELY_TOLD && isElsewhere ? null : term;
}

/** Where the passages are about the question and hold no short answer, the person who acts in them. */
function byActor({ question, hits, knowledge, scoped }: Inquiry, found: Finding): Finding {
  if (found.status !== 'passages') return found;
  return by('actor', answerActor(question, hitsIn(scoped, hits, knowledge), knowledge)) ?? found;
}

/** Who reported is told apart from the story; where the question names something, its few words are enough. */
function byReporters(inquiry: Inquiry): Finding | null {
  const { question, hits, knowledge, scoped } = inquiry;
  const found = answerReporters(question, hits, scoped, knowledge);
  const isMeant = found?.status === 'answered' && found.fit >= SURELY_MARKED;
  return question.constraints.length > 0 || isMeant
    ? by('reporters', found)
    : nearIn(inquiry)('reporters', found);
}

/** A pattern fits many a text; where nothing is sure to be meant, who did what in a meeting is only taken from one of that kind. */
function isDoubted(
  { question, knowledge: { passages }, scoped, relevance }: Inquiry,
  small = LEAST_FOR_PATTERNS,
): boolean {
  const large = leastRelevance(question.language, passages);
  return scoped === null && relevance < bySize(passages, { small, large });
}

/** Takes a strategy's finding unless the best passages are about something else, and names it. */
function nearIn(inquiry: Inquiry): (strategy: Strategy, finding: Finding | null) => Finding | null {
  const { hits, scoped } = inquiry;
  return (strategy, finding) => {
    const isSaid = strategy === 'speech' && finding?.status === 'answered' && finding.fit >= SURELY_SAID;
    if (isDoubted(inquiry) && strategy !== 'role' && !isSaid) return null;
    return by(strategy, scoped === null ? unlessFarBehind(finding, hits) : finding);
  };
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
