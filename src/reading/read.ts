/** The reader: from a question and its ranked passages to an answer with citations, or to an honest refusal. */
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import type { Answer, ArticleCitation, RankedPassage } from './answer.js';
import { citationsOf } from './citations.js';
import { confidenceOf } from './confidence.js';
import type { Finding } from './finding.js';
import { findingOf } from './strategies/strategies.js';

/** An answer without the time it took. */
export type ReadAnswer = Omit<Answer, 'tookMs' | 'citations'> & {
  readonly citations: readonly ArticleCitation[];
};

const DEFAULT_LIMIT = 10;

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
    confidence: confidenceOf(question, finding, relevance, hits),
    citations,
    passages: ranked(hits, limit ?? DEFAULT_LIMIT),
  };
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
