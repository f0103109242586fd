/** Question → answer over an index: about the archive itself, about two things at once, or from the best passages. */
import type { Article } from '../corpus/article.js';
import { analyse } from '../retrieval/analysis.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import { knowledgeWithin } from '../retrieval/knowledge.js';
import type { CorpusKnowledge } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { retrieve } from '../retrieval/retrieve.js';
import type { PassageFilter } from '../retrieval/retriever.js';
import { answerArchive } from './archive/answer-archive.js';
import { type Comparison, comparisonOf } from './archive/comparison.js';
import { bothAnswers, type Compound, compoundOf, postOf, withTerm } from './archive/compound.js';
import { answerAcrossMeetings } from './archive/meetings.js';
import { sideBySide } from './archive/side-by-side.js';
import { followUp } from './conversation/follow-up.js';
import { answerWith, type ReadAnswer, read } from './read.js';
import { asksComing } from './refusing/coming-events.js';

/** Which part of the corpus may answer; all of it when left out. */
export interface Scope extends PassageFilter {
  readonly articles: readonly Article[];
}

export interface AnsweringOptions {
  /** Bounds `passages` (default 10). */
  readonly limit?: number;
  readonly scope?: Scope;
}

/** Answers an understood question. */
export async function answerQuestion(
  question: Question,
  index: CorpusIndex,
  options: AnsweringOptions = {},
): Promise<ReadAnswer> {
  const articles = options.scope?.articles ?? index.articles;
  const ofArchive =
    answerArchive(question, index, articles) ?? answerAcrossMeetings(question, index, articles);
  if (ofArchive === null) {
    const comparison = comparisonOf(question);
    const compared = comparison === null ? null : await compare(question, comparison, index, options);
    if (compared !== null) return compared;
    const compound = compoundOf(question);
    const joined = compound === null ? null : await answerBoth(question, compound, index, options);
    if (joined !== null) return joined;
  }
  const { hits, relevance } = await retrieve(question, index, options.scope);
  if (ofArchive !== null) return answerWith(question, ofArchive, hits, options.limit, 1);
  return read(question, hits, knowledgeFor(index, options), {
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    relevance,
  });
}

async function compare(
  question: Question,
  comparison: Comparison,
  index: CorpusIndex,
  options: AnsweringOptions,
): Promise<ReadAnswer | null> {
  const answers: (readonly [ReadAnswer, ReadAnswer])[] = [];
  for (const { questions } of comparison.aspects) {
    const [one, other] = questions.map((text) => answerSimple(analyse(text, index), index, options));
    if (one !== undefined && other !== undefined) answers.push([await one, await other]);
  }
  return sideBySide(question, comparison, answers);
}

/** The second question leans on the first and its answer. */
async function answerBoth(
  question: Question,
  compound: Compound,
  index: CorpusIndex,
  options: AnsweringOptions,
): Promise<ReadAnswer | null> {
  const { first, second } = compound;
  const leading = analyse(first, index);
  const one = await answerSimple(leading, index, options);
  if (one.answer === null) return null;
  const turn = {
    question: first,
    answer: one.answer,
    articles: one.citations.map(({ article }) => article.id),
  };
  const whole = compound.parallel ?? postOf(compound, one.answer) ?? withTerm(compound);
  const other = whole ?? followUp(second, [turn], index).question;
  const following = analyse(other, index);
  // 下次会什么时候开、谁主持: whoever chaired the last one is no answer.
  if (asksComing(leading) && !asksComing(following)) return null;
  const two = await answerSimple(following, index, options);
  return bothAnswers(question, [one, two]);
}

async function answerSimple(
  question: Question,
  index: CorpusIndex,
  options: AnsweringOptions,
): Promise<ReadAnswer> {
  const { limit, scope } = options;
  const { hits, relevance } = await retrieve(question, index, scope);
  return read(question, hits, knowledgeFor(index, options), {
    ...(limit === undefined ? {} : { limit }),
    relevance,
  });
}

function knowledgeFor({ knowledge, passages }: CorpusIndex, { scope }: AnsweringOptions): CorpusKnowledge {
  return scope === undefined ? knowledge : knowledgeWithin(knowledge, scope.passages, passages);
}
