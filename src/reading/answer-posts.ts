/** Answers which office somebody holds. */
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import type { Finding } from './finding.js';
import { holdersIn } from './holders.js';
import { outlineOf } from './outline.js';
import { articlesOf } from './scene-fit.js';

/** The finding for "what is the post of …" and "who is …": the offices written beside the person's name. */
export function answerPost(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person') return null;
  const found = articlesOf(hits)
    .flatMap((article) => outlineOf(article, knowledge).lines)
    .flatMap((line) => holdersIn(line))
    .filter((holder) => holder.person.name === person.name)
    .sort((a, b) => b.run[1] - b.run[0] - (a.run[1] - a.run[0]));
  const [top] = found;
  if (top === undefined) return null;
  const firsts = found.filter(
    (one, i) => found.findIndex((other) => other.line.article === one.line.article) === i,
  );
  return {
    status: 'answered',
    answer: top.line.paragraph.text.slice(...top.run),
    note: null,
    proofs: firsts.slice(0, 3).map(({ line, run }) => ({
      article: line.article,
      paragraph: line.paragraph,
      ranges: [line.range],
      highlights: [run],
    })),
    certainty: 0.85,
    fit: 1,
  };
}
