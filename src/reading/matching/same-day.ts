/** 当日上午 says a time by a day that was told before: the answer gives that day too, as the report writes it. */
import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import { outlineOf } from '../facts/outline.js';
import type { Finding, Proof } from '../finding.js';

const SAME_DAY = /^(?:在)?(?:当|同)[日天晚](?:[上下]午|早上|中午|晚上?)?$/u;
const BY_CALENDAR: ReadonlySet<string> = new Set(['absolute', 'month-day']);

/** The finding with the day in brackets behind 当日 and its sentence as a further proof; any other finding as it is. */
export function withDay(finding: Finding, knowledge: CorpusKnowledge): Finding {
  if (finding.status !== 'answered' || !SAME_DAY.test(fold(finding.answer))) return finding;
  const [proof] = finding.proofs;
  const day = proof === undefined ? null : dayBefore(proof, knowledge);
  return day === null
    ? finding
    : { ...finding, answer: `${finding.answer}（${day.text}）`, proofs: [...finding.proofs, day.proof] };
}

/** The last day by the calendar that opened a scene before, in the same report. */
function dayBefore(
  { article, paragraph, ranges: [[at]] }: Proof,
  knowledge: CorpusKnowledge,
): { readonly text: string; readonly proof: Proof } | null {
  const { lines } = outlineOf(article, knowledge);
  const own = lines.findIndex((line) => line.paragraph.number === paragraph.number && at < line.range[1]);
  const part = lines[own]?.scene.part;
  for (const { scene, paragraph: where, range } of lines.slice(0, Math.max(0, own)).reverse()) {
    if (scene.part !== part || scene.opening !== fold(where.text.slice(...range))) continue;
    const date = findDates(scene.opening).find(({ kind }) => BY_CALENDAR.has(kind));
    if (date !== undefined)
      return dated({ article, paragraph: where, ranges: [range], highlights: [] }, date);
  }
  return null;
}

function dated(
  proof: Proof,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly text: string; readonly proof: Proof } {
  const {
    ranges: [[from]],
    paragraph,
  } = proof;
  const span: Span = [from + start, from + end];
  return { text: paragraph.text.slice(...span), proof: { ...proof, highlights: [span] } };
}
