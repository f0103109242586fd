/** Which questions the strategies for roles, lists, points, speeches and passages are asked. */
import { fold } from '../../language/script.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import { by, type Finding } from '../finding.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { notCovered } from '../notes/notes.js';
import { isCompanion } from './answer-companions.js';
import { asksMeeting } from './answer-events.js';
import { answerGeneral } from './answer-general.js';
import { answerAlikeList, answerInlineList, namesParts } from './answer-inline-lists.js';
import { answerPoints, asksHowManyOf, asksNumberedPoint, countPoints, saysHowMany } from './answer-points.js';
import { answerRole, countPeople } from './answer-roles.js';
import { answerSetPhrase } from './answer-set-phrases.js';
import { answerStatement } from './answer-speeches.js';
import { linesSpoken } from './asked-speech.js';
import { ASKS_BODY } from './role-candidates.js';

const HOW_MANY_PEOPLE =
  /(?:多少|几)(?:个|位|名)?(?:人|领导|市领导|省领导|县领导|嘉宾|代表|同志|干部|省|市|县|区|单位|部门|机构|地方|城市|地区|科室|处室|学校|企业|公司|医院|法庭|街道|乡镇|车间)|(?:领导|人员|嘉宾|代表|同志|人|市|县|单位|部门)(?:一共|总共)?有(?:多少|几)(?:个|位|名|人)|how many (?:(?!of\b)[a-z]+ ){0,2}?(?:members|people|officials|leaders|persons|cities|departments|counties)/u;
/** What is asked of something: 对…要落实哪些…. */
const OF_THING =
  /^(?:对于?|针对|关于)?[\p{Script=Han}]{2,10}(?:要|应|应该|应当|需要|必须|得)[\p{Script=Han}]{2,4}(?:哪些|什么)/u;
const OF_SPEECH = /会|强调|提出|讲|部署|指出/u;
/** Passages in whose sentences a list is sought; more where the question's conditions pick the scenes. */
const READ_PASSAGES = 2;
const READ_IN_SCENES = 6;
/** How well the list must fit of which one point is asked. */
const LEAST_POINT = 0.5;
/** Above this relevance the passage is shown, though nothing of the asked kind was found in it. */
const SURELY_ABOUT = 0.97;

/** Who did what in a meeting, or how many of them there were; null for other questions. */
export function byRole(
  question: Question,
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const { kind, role, folded } = question;
  const asksDoers =
    kind === 'person' ||
    ((kind === 'list' || kind === 'which' || kind === 'place') && ASKS_BODY.test(folded));
  const known = question.constraints.some(
    (one) => one.type === 'person' && !isCompanion(question, one) && !callsMeeting(question, one.surface),
  );
  if (role === null || known) return null;
  const told = fits.map((fit) => withoutNamed(question, fit));
  if (kind === 'number')
    return HOW_MANY_PEOPLE.test(folded) ? counting(question, answerRole(question, told, knowledge)) : null;
  return asksDoers ? answerRole(question, told, knowledge) : null;
}

/** 某某召集的调度会由谁参加: he only says which meeting is meant. */
const CALLED = /^(?:召集|主持(?:召开)?|召开|牵头|组织)(?:了)?的[^,，?？]{0,16}?会/u;

function callsMeeting(question: Question, person: string): boolean {
  const { folded } = question;
  return saysWhen(question, person) || CALLED.test(folded.slice(folded.indexOf(person) + person.length));
}

/** Who made arrangements after Lin Yuan spoke: he only says when. */
const SAYS_WHEN = /\b(?:after|before|following|once|besides|apart from|other than) (?:[a-z]+ ){0,3}$/u;

function saysWhen({ folded, language }: Question, person: string): boolean {
  const at = folded.indexOf(person.toLowerCase());
  return language === 'en' && at > 0 && SAYS_WHEN.test(folded.slice(0, at));
}

/** A scene without what those did who only say when. */
function withoutNamed(question: Question, fit: SceneFit): SceneFit {
  const named = question.constraints.flatMap((one) =>
    one.type === 'person' && saysWhen(question, one.surface) ? [one.name] : [],
  );
  if (named.length === 0) return fit;
  const statements = fit.statements.filter(
    ({ people }) => people === null || !people.members.every(({ name }) => named.includes(name)),
  );
  return { ...fit, statements };
}

/** In his fifth point, which rule …: something that the point says is asked for, not the point. */
const IN_POINT =
  /^(?:according to|in|under|as part of|with|as) [^?]{0,60}\b(?:point|demand|requirement|item|measure|task)\b[^?]{0,60}, (?:what|which|who|whom|where|when|how)\b/u;

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
export function byPhraseOrSize(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const finding = by('set-phrase', bySetPhrase(question, hits, knowledge));
  if (finding?.status !== 'no-answer' || !saysHowMany(question)) return finding;
  return by('points', byPoints(question, fits)) ?? finding;
}

/** How many a list names; where none is named, the text may still say how many there were. */
function counting(question: Question, told: Finding | null): Finding | null {
  if (told?.status !== 'answered') return null;
  return /是哪[些几]|分别/u.test(question.folded) ? told : countPeople(question, told);
}

/** The headings of an enumeration in a speech; null where no list can answer. */
export function byPoints(question: Question, fits: readonly SceneFit[]): Finding | null {
  const isList = LIST_KINDS.has(question.kind) && !asksMeeting(question) && !asksOfThing(question);
  return isList ? answerPoints(question, fits) : null;
}

/** 对入境车辆要落实哪些措施: asked of a thing, no speech or meeting, the points of which say something else. */
function asksOfThing(question: Question): boolean {
  return (
    OF_THING.test(question.folded) &&
    question.constraints.length === 0 &&
    !saysHowMany(question) &&
    !OF_SPEECH.test(question.folded)
  );
}

/** One point by its number, or the number of one: few texts count so, and the words of the question say little else. */
export function byNumberedPoint(question: Question, fits: readonly SceneFit[]): Finding | null {
  if (asksHowManyOf(question)) return countPoints(question, fits);
  const isWhere = question.language === 'en' && IN_POINT.test(question.folded);
  const finding = asksNumberedPoint(question) && !isWhere ? answerPoints(question, fits) : null;
  return finding?.status === 'answered' && finding.fit >= LEAST_POINT ? finding : null;
}

/** The 、 list of a sentence, where all of something is asked for; else null. */
export function byList(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  scoped: boolean,
  knowledge: CorpusKnowledge,
): Finding | null {
  const plural = question.plural && (question.kind === 'list' || question.kind === 'place');
  if (!plural) return null;
  const near = hits
    .slice(0, scoped || question.language === 'en' ? READ_IN_SCENES : READ_PASSAGES)
    .flatMap((hit) => linesIn(hit, knowledge));
  const scenes = new Set(fits.map(({ scene }) => scene));
  const inScope = scoped ? near.filter(({ scene }) => scenes.has(scene)) : near;
  const further = scoped ? [] : hits.slice(READ_PASSAGES, READ_IN_SCENES);
  const naming = further
    .flatMap((hit) => linesIn(hit, knowledge))
    .filter((line) => namesParts(question, line));
  return answerInlineList(question, [...new Set([...inScope, ...linesSpoken(question, fits), ...naming])]);
}

/** A list of just as many things of one kind as an English question asks for, in the best passages or by the asked speaker. */
export function byAlikeList(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  return answerAlikeList(question, () => {
    const near = hits.slice(0, READ_IN_SCENES).flatMap((hit) => linesIn(hit, knowledge));
    return [...new Set([...near, ...linesSpoken(question, fits)])];
  });
}

/** Where the best hits are surely about the question, what they say is shown rather than refused. */
export function shownIfSure(finding: Finding, relevance: number): Finding {
  return finding.status === 'no-answer' && relevance >= SURELY_ABOUT ? (finding.instead ?? finding) : finding;
}

/** The hits in articles that name every person of an English question: what is told of others is no answer. */
function ofPersons({ language, constraints }: Question, hits: readonly Hit[]): readonly Hit[] {
  const names = constraints.flatMap((one) => (one.type === 'person' ? [one.name] : []));
  if (language !== 'en' || names.length === 0) return hits;
  return hits.filter(({ passage: { article } }) => {
    const texts = [article.title ?? '', ...article.paragraphs.map(({ text }) => text)].map(fold);
    return names.every((name) => texts.some((text) => text.includes(name)));
  });
}

/** What the best passages say; a number of points that the text does not say is counted. */
export function byPassages(
  question: Question,
  hits: readonly Hit[],
  scoped: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
): Finding {
  const finding =
    answerGeneral(question, hits, scoped, knowledge) ??
    answerGeneral(question, ofPersons(question, hits), null, knowledge);
  const count = question.kind === 'number' ? countPoints(question, scoped ?? []) : null;
  if (count !== null && !(finding?.status === 'answered' && finding.answer.endsWith(count.answer.slice(-1))))
    return count;
  return finding ?? { status: 'no-answer', note: notCovered([], question.language), certainty: 0.6 };
}

/** What somebody said; null for other questions. */
export function byStatement(
  question: Question,
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const says = /说|讲|强调|要求|指出/u.test(question.folded);
  return question.kind === 'statement' || (question.kind === 'manner' && says)
    ? answerStatement(question, fits, knowledge)
    : null;
}
