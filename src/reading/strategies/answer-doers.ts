/** Answers who does an everyday thing, or whose part it is, by the words that mark the doer: 由…写, 管服装的是…, 记录:…. */
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Answered } from '../finding.js';
import { topicConcepts } from '../matching/coverage.js';
import { type AskedDeed, askedEnglishDoer } from './asked-deed.js';
import { doerLength, isBody } from './doer-names.js';
import { AFTERTHOUGHT, type AskedDoer, askedDoer, saysDoer } from './doer-patterns.js';
import { bestMarked } from './marked-statements.js';

/** A body is marked as the doer by 由 and the like, not by standing first. */
const MARKS_BODY = /^(?:[^,，。;；]{0,20}是|由|被|经)|[:：]/u;

/**
 * Whoever the passages say to do what is asked, or null where the question asks no such thing or none is marked. In a
 * large corpus the marks fit other deeds by accident, and the models of sentences and spans do better.
 */
export function answerDoer(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const deed = isSmall(knowledge.passages) ? askedIn(question) : null;
  if (deed === null) return null;
  const { doer: asked, topic } = deed;
  const found = bestMarked(question.folded, topic, hits, saysDoer(asked), (named, mark, isSure) => {
    const length = doerLength(named, knowledge, isSure);
    const isUnmarked = asked.kind === 'verb' && !MARKS_BODY.test(mark);
    return isUnmarked && isBody(named.slice(0, length)) ? 0 : length;
  });
  return found !== null && AFTERTHOUGHT.test(question.folded) ? withSentence(found) : found;
}

/** More is asked of the doer: the sentence that names him says it. */
function withSentence(found: Answered): Answered {
  const [proof] = found.proofs;
  return proof === undefined
    ? found
    : { ...found, answer: proof.paragraph.text.slice(...proof.ranges[0]).trim() };
}

function askedIn(question: Question): AskedDeed | null {
  if (question.language === 'en') return askedEnglishDoer(question);
  const doer = question.plural ? null : askedDoer(question.folded);
  return doer === null
    ? null
    : { doer, topic: topicConcepts(question).filter(({ surface }) => !isOfVerb(surface, doer)) };
}

function isOfVerb(surface: string, { words }: AskedDoer): boolean {
  return words.some((word) => word.includes(surface) || (surface.length <= 2 && surface.startsWith(word)));
}
