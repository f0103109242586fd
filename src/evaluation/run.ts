/** Asks every question of a list and judges the answers. */
import { answerFrom } from '../library.js';
import { analyse } from '../retrieval/analysis.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import { judge, type Outcome } from './outcome.js';
import type { JudgedQuestion } from './questions.js';

/** Questions asked before the clock counts, so that it does not measure the engine warming up. */
const WARM_UP = 20;
/** As many passages as the mean reciprocal rank looks at. */
const PASSAGES = 10;

/** Asks one after the other; `onAsked` hears how many are done. */
export async function askAll(
  questions: readonly JudgedQuestion[],
  index: CorpusIndex,
  onAsked: (done: number) => void = () => {},
): Promise<readonly Outcome[]> {
  for (const { question } of questions.slice(0, WARM_UP)) await answerFrom(index, question);
  const outcomes: Outcome[] = [];
  for (const asked of questions) {
    const answer = await answerFrom(index, asked.question, { limit: PASSAGES });
    outcomes.push(judge(asked, analyse(asked.question, index).kind, answer, answer.tookMs));
    onAsked(outcomes.length);
  }
  return outcomes;
}
