/** A question that leans on the last turns of its conversation, made to stand by itself. */
import { detectLanguage } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import type { FollowedUp, Turn } from '../turn.js';
import { followChinese } from './chinese.js';
import { followEnglish } from './english.js';
import { frameOf } from './frame.js';

/** Older turns are no longer meant. */
const LOOK_BACK = 4;

/**
 * Makes a question stand by itself, `turns` being what was asked before it in the same conversation, oldest first. A
 * question that leans on nothing, or on something that the turns don't give, is given back as it is.
 */
export function followUp(question: string, turns: readonly Turn[], index: CorpusIndex): FollowedUp {
  const alone: FollowedUp = { question, about: null };
  if (turns.length === 0) return alone;
  const frames = turns
    .slice(-LOOK_BACK)
    .reverse()
    .map((turn) => frameOf(turn, index));
  const follow = detectLanguage(question) === 'en' ? followEnglish : followChinese;
  return follow(question, frames, index) ?? alone;
}
