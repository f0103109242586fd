/** Of a stretch with several names that answers who, the one that is meant: 隋远 of 蓝天宇当选最佳门将，隋远获得最有价值球员. */
import type { Span } from '../../corpus/article.js';
import { looksLikePersonName } from '../../language/names.js';
import { wordClass } from '../../language/tokenizer.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Evidence } from '../passages/evidence.js';
import { findMentions } from './mentions.js';
import { wordsOf } from './words.js';

const CLAUSE = /[^,，。;；:：!！?？\n]+/gu;
/** Of the weight of the question's words in the passage, the clause must have so much, and be ahead of the next. */
const LEAST_SHARE = 0.5;
const AHEAD = 1.2;
/** A stretch that is hardly longer than a name is left as it is. */
const LONGEST_NAME = 6;

interface Clause {
  readonly span: Span;
  /** Weight of the question's words in it. */
  readonly weight: number;
}

/**
 * The only name in the clause of `passage` that has most of the question, where `picked` has several names; else null.
 * Spans are in the folded paragraph.
 */
export function soleName(
  question: Question,
  folded: string,
  picked: Span,
  passage: Span,
  evidence: Evidence,
  knowledge: CorpusKnowledge,
): Span | null {
  if (question.kind !== 'person' || question.plural || picked[1] - picked[0] <= LONGEST_NAME) return null;
  if (namesIn(question, folded, picked, knowledge).length < 2) return null;
  const clauses = clausesOf(folded, passage, evidence);
  const [best, next] = [...clauses].sort((a, b) => b.weight - a.weight);
  const all = weightOf(evidence, passage);
  if (best === undefined || best.weight < LEAST_SHARE * all || best.weight < AHEAD * (next?.weight ?? 0))
    return null;
  const names = namesIn(question, folded, best.span, knowledge).filter(
    (span) => !question.folded.includes(folded.slice(...span)),
  );
  return names.length === 1 ? (names[0] ?? null) : null;
}

function clausesOf(folded: string, [start, end]: Span, evidence: Evidence): readonly Clause[] {
  return [...folded.slice(start, end).matchAll(CLAUSE)].map((match) => {
    const span: Span = [start + match.index, start + match.index + match[0].length];
    return { span, weight: weightOf(evidence, span) };
  });
}

/** Weight of the question's words in a stretch, each counted once. */
function weightOf({ occurrences }: Evidence, [start, end]: Span): number {
  const terms = new Map<number, number>();
  for (const one of occurrences)
    if (one.start >= start && one.end <= end)
      terms.set(one.term, Math.max(one.weight, terms.get(one.term) ?? 0));
  return [...terms.values()].reduce((sum, weight) => sum + weight, 0);
}

/** Known names, and words that no dictionary has and that look like one. */
function namesIn(
  question: Question,
  folded: string,
  clause: Span,
  knowledge: CorpusKnowledge,
): readonly Span[] {
  const text = folded.slice(...clause);
  const known = findMentions(question, text, knowledge).map(
    ([from, to]): Span => [clause[0] + from, clause[0] + to],
  );
  const guessed = wordsOf(folded, clause, knowledge)
    .filter(({ text: word }) => isName(word))
    .map(({ start, end }): Span => [start, end])
    .filter(([start, end]) => !known.some(([from, to]) => from < end && start < to));
  return [...known, ...guessed];
}

function isName(word: string): boolean {
  const kind = wordClass(word);
  return (
    /^\p{Script=Han}{2,3}$/u.test(word) &&
    (kind === 'unknown' || kind === 'name') &&
    looksLikePersonName(word)
  );
}
