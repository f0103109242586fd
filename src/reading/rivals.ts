/** What speaks for and against an answer beside what was found: other passages as good, and how long its paragraph is. */
import { fold } from '../language/script.js';
import type { Hit } from '../retrieval/passage.js';
import type { Answered, Proof, Shown } from './finding.js';

/** A lead over the best hit of another article that is larger says no more. */
const MOST_LEAD = 4;
/** Hits up to here that are no further behind, in log odds, may be meant as well. */
const COMPARED = 5;
const CLOSE = 1.5;
/** An answer that is longer stands nowhere else to the letter. */
const LONGEST_SHORT = 40;
/** A typical paragraph, in characters. */
const TYPICAL_PARAGRAPH = 300;

/** Numbers for the model of confidence by name; nothing without hits or proofs. */
export function rivalry(finding: Answered | Shown, hits: readonly Hit[]): Readonly<Record<string, number>> {
  const [proof] = finding.proofs;
  const [best] = hits;
  if (proof === undefined || best === undefined) return {};
  return {
    lead: leadOf(best, hits),
    rivals: rivalsOf(finding, best, hits),
    overtaking: isOf(best, proof) ? 0 : 1,
    paragraphLength: Math.log(Math.max(1, proof.paragraph.text.length) / TYPICAL_PARAGRAPH),
  };
}

function isOf({ passage }: Hit, { article, paragraph }: Proof): boolean {
  return passage.article === article && passage.paragraph.number === paragraph.number;
}

/** How far the best hit is before the best one of another article: 0..1. */
function leadOf(best: Hit, hits: readonly Hit[]): number {
  const other = hits.find(({ passage }) => passage.article !== best.passage.article);
  return other === undefined ? 1 : Math.min(MOST_LEAD, best.score - other.score) / MOST_LEAD;
}

/** The share of the next hits that are nearly as good as the best and have not the short answer: 0..1. */
function rivalsOf(finding: Answered | Shown, best: Hit, hits: readonly Hit[]): number {
  const answer = finding.status === 'answered' ? fold(finding.answer) : '';
  if (answer === '' || answer.length > LONGEST_SHORT) return 0;
  const lacking = hits
    .slice(1, COMPARED)
    .filter(({ score, passage }) => best.score - score < CLOSE && !passage.folded.includes(answer));
  return lacking.length / (COMPARED - 1);
}
