/** A question that leans on the last turns of its conversation, made to stand by itself. */
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import type { FollowedUp, Turn } from '../turn.js';

/**
 * Makes a question stand by itself, `turns` being what was asked before it in the same conversation, oldest first. A
 * question that leans on nothing is given back as it is.
 */
export function followUp(question: string, _turns: readonly Turn[], _index: CorpusIndex): FollowedUp {
  return { question, about: null };
}
