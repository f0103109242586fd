/** The reader: from a question and its ranked passages to an answer with citations, or to an honest refusal. */
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import type { Answer, RankedPassage } from './answer.js';
import { answerEventDate } from './answer-dates.js';
import { answerGeneral } from './answer-general.js';
import { answerInlineList, answerPoints, answerSetPhrase } from './answer-lists.js';
import { answerHolder, answerPost } from './answer-offices.js';
import { answerReporters } from './answer-reporters.js';
import { answerRole } from './answer-roles.js';
import { answerSpeaker, answerStatement } from './answer-speeches.js';
import { citationsOf } from './citations.js';
import type { Finding } from './finding.js';
import { notCovered } from './notes.js';
import { hardConditions, refuseConditions, refuseUncovered } from './refusal.js';
import { searchScenes } from './scene-fit.js';

/** An answer without the time it took. */
export type ReadAnswer = Omit<Answer, 'tookMs'>;

const DEFAULT_LIMIT = 10;
/** Evidence without a short answer is never more certain than this. */
const SHOWN_CERTAINTY = 0.4;

/** Answers a question from its hits, best first. `limit` bounds `passages` (default 10). */
export function read(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  options: { readonly limit?: number } = {},
): ReadAnswer {
  const finding = find(question, hits, knowledge);
  const citations = finding.status === 'no-answer' ? [] : citationsOf(finding.proofs, hits);
  return {
    question: question.text,
    language: question.language,
    status: finding.status,
    answer: finding.status === 'answered' ? finding.answer : null,
    note: finding.note,
    confidence: confidenceOf(finding),
    citations,
    passages: ranked(hits, options.limit ?? DEFAULT_LIMIT),
  };
}

function find(question: Question, hits: readonly Hit[], knowledge: CorpusKnowledge): Finding {
  if (hits.length === 0)
    return { status: 'no-answer', note: notCovered([], question.language), certainty: 0.95 };
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
  const search = searchScenes(question, conditions, hits, knowledge);
  const unmet = refuseConditions(question, search, hits, knowledge);
  if (unmet !== null) return unmet;
  const { fits } = search;
  if (asksHolder) {
    const holder = answerHolder(question, hits, knowledge);
    if (holder !== null) return holder;
  }
  if (office === '职务' || asksWhoSomebodyIs(question)) {
    const post = answerPost(question, hits, knowledge);
    if (post !== null) return post;
  }
  const scoped = conditions.length > 0 ? fits : null;
  return (
    answerReporters(question, hits, knowledge) ??
    byRole(question, fits, knowledge) ??
    answerSpeaker(question, fits) ??
    answerEventDate(question, fits) ??
    refuseUncovered(question, hits, knowledge) ??
    byList(question, hits, fits, knowledge) ??
    byStatement(question, fits, knowledge) ??
    answerGeneral(question, hits, scoped, knowledge) ??
    answerGeneral(question, hits, null, knowledge) ?? {
      status: 'no-answer',
      note: notCovered([], question.language),
      certainty: 0.6,
    }
  );
}

function asksWhoSomebodyIs(question: Question): boolean {
  const person = question.constraints.some(({ type }) => type === 'person');
  return (
    person &&
    question.role === null &&
    question.office === null &&
    question.kind === 'person' &&
    /是谁|谁是|who (?:is|was)/u.test(question.folded)
  );
}

function byRole(
  question: Question,
  fits: Parameters<typeof answerRole>[1],
  knowledge: CorpusKnowledge,
): Finding | null {
  const asksDoers =
    question.kind === 'person' ||
    ((question.kind === 'list' || question.kind === 'which') && asksBody(question));
  return asksDoers ? answerRole(question, fits, knowledge) : null;
}

/** 哪几个市汇报了: the doers are asked for, not what was done. */
function asksBody(question: Question): boolean {
  return question.role !== null && !question.constraints.some(({ type }) => type === 'person');
}

function byList(
  question: Question,
  hits: readonly Hit[],
  fits: Parameters<typeof answerRole>[1],
  knowledge: CorpusKnowledge,
): Finding | null {
  const kinds = ['list', 'definition', 'statement', 'which', 'other', 'number', 'place', 'manner'];
  if (!kinds.includes(question.kind)) return null;
  const phrase = question.kind === 'number' ? null : answerSetPhrase(question, hits, knowledge);
  if (phrase !== null) return phrase;
  const points = answerPoints(question, fits);
  if (points !== null) return points;
  const plural = question.plural && (question.kind === 'list' || question.kind === 'place');
  const near = fits.slice(0, 6).flatMap(({ lines }) => lines);
  return plural ? answerInlineList(question, near) : null;
}

function byStatement(
  question: Question,
  fits: Parameters<typeof answerRole>[1],
  knowledge: CorpusKnowledge,
): Finding | null {
  return question.kind === 'statement' ? answerStatement(question, fits, knowledge) : null;
}

function confidenceOf(finding: Finding): number {
  if (finding.status === 'answered') return finding.certainty * Math.min(1, 0.4 + 0.6 * finding.fit);
  return finding.status === 'passages' ? SHOWN_CERTAINTY * finding.fit : finding.certainty;
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
