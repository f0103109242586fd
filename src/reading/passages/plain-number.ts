/** A number without the clauses beside its own: 押金100元 of 到总服务台办理，押金100元. */
import type { Span } from '../../corpus/article.js';
import { findNumbers } from '../../language/numerals.js';
import type { Question } from '../../retrieval/question.js';

const CLAUSE = /[^,，;；:：。]+/gu;

/**
 * The span of the answer how many: of a stretch of several clauses with one number that number's clause. Offsets are those
 * of the folded paragraph.
 */
export function plainNumber({ kind }: Question, folded: string, span: Span): Span {
  if (kind !== 'number') return span;
  const text = folded.slice(...span);
  const [only, another] = findNumbers(text);
  if (only === undefined || another !== undefined) return span;
  const clause = [...text.matchAll(CLAUSE)].find(
    ({ index, 0: whole }) => index <= only.start && only.end <= index + whole.length,
  );
  if (clause === undefined) return span;
  const blank = clause[0].length - clause[0].trimStart().length;
  return [span[0] + clause.index + blank, span[0] + clause.index + clause[0].trimEnd().length];
}
