/** How far behind the best passage a finding may stand. */
import type { Hit } from '../../retrieval/passage.js';
import type { Finding } from '../finding.js';

/** In units of the ranker's score, a log odds: what is this far behind is about something else. */
const FARTHEST_BEHIND = 4;

/**
 * A pattern may fit an article that is about something else: nothing is taken from one whose best passage ranks far
 * behind the best of all. The proof itself may be another paragraph of it, which only names the speaker.
 */
export function unlessFarBehind(finding: Finding | null, hits: readonly Hit[]): Finding | null {
  if (finding?.status !== 'answered') return finding;
  const near = new Set(nearBest(hits).map(({ passage }) => passage.article));
  return finding.proofs.some(({ article }) => near.has(article)) ? finding : null;
}

/** The hits that are not far behind the best. */
export function nearBest(hits: readonly Hit[]): readonly Hit[] {
  const best = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score >= best - FARTHEST_BEHIND);
}
