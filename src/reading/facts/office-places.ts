/** Of which place an office is: read beside it, or inferred from its article. */
import type { Span } from '../../corpus/article.js';
import { findPlaces } from '../../language/names.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import { barePlace, headOf, isAbbreviated } from '../matching/conditions.js';
import type { Holder } from './holders.js';
import { levelOf, type Office, parseOffice } from './offices.js';
import type { Outline } from './outline.js';
import type { Line } from './scenes.js';

/** 0..1: how surely the office is one of the asked place; 1 when no place is asked. */
export function placeAgreement(
  place: string | null,
  asked: Office,
  { line, office, run }: Holder,
  outline: Outline,
  knowledge: CorpusKnowledge,
): number {
  if (place === null) return 1;
  const bare = barePlace(place);
  if (line.folded.slice(Math.min(run[0], office[0]), office[1]).includes(bare)) return 1;
  const given = parseOffice(line.folded.slice(...office));
  const level = (given === null ? null : levelOf(given)) ?? levelOf(asked);
  const sentence = line.folded.slice(...line.range);
  if (level === null) return beforeOffice(bare, line, run, outline);
  const [first, second] = placesByCount(sentence, level, knowledge);
  if (first !== undefined)
    return first.name === bare || (second?.name === bare && second.count === first.count) ? 0.9 : 0;
  const related = outline.article.places
    .map((reference) => reference.place)
    .filter((name) => atLevel(name, level));
  if (related.length > 0) return related.some((name) => barePlace(name) === bare) ? 0.8 : 0;
  if (headOf(outline.article).includes(bare)) return 0.7;
  if (placesByCount(partText(outline, line), level, knowledge)[0]?.name === bare) return 0.6;
  return isAbbreviated(outline, bare) ? 0.5 : 0;
}

/**
 * An office that says nothing of its place (总统, 校长) is of the last place that is named before it: at once (法国总统),
 * in its sentence, or in its part of the article.
 */
function beforeOffice(bare: string, line: Line, run: Span, outline: Outline): number {
  const isAsked = (name: string) => barePlace(name) === bare;
  const lead = line.folded.slice(line.range[0], run[0]);
  const named = findPlaces(lead).at(-1);
  if (named !== undefined && named.end === lead.length) return isAsked(named.name) ? 1 : 0;
  if (lead.includes(bare)) return named === undefined || named.start <= lead.lastIndexOf(bare) ? 0.8 : 0;
  if (named !== undefined) return 0;
  const sentence = line.folded.slice(...line.range);
  if (sentence.includes(bare)) return 0.8;
  const part = partText(outline, line);
  const earlier = part.slice(0, Math.max(0, part.indexOf(sentence)));
  const last = earlier.lastIndexOf(bare);
  if (last >= 0 && (findPlaces(earlier).at(-1)?.start ?? 0) <= last) return 0.6;
  if (headOf(outline.article).includes(bare)) return 0.6;
  return isAbbreviated(outline, bare) ? 0.5 : 0;
}

function partText(outline: Outline, line: Line): string {
  return outline.lines
    .filter(({ scene }) => scene.part === line.scene.part)
    .map(({ folded, range }) => folded.slice(...range))
    .join('\n');
}

function atLevel(name: string, level: string): boolean {
  return name.endsWith(level) || !/[省市县区]$/u.test(name);
}

/** Places of one level (bare names) in a text, most often named first. */
function placesByCount(
  text: string,
  level: string,
  knowledge: CorpusKnowledge,
): readonly { readonly name: string; readonly count: number }[] {
  const counts: { name: string; count: number }[] = [];
  for (const place of knowledge.places) {
    if (!place.endsWith(level) || place.length < 3) continue;
    const name = barePlace(place);
    if (counts.some((one) => one.name === name)) continue;
    const count = text.split(name).length - 1;
    if (count > 0) counts.push({ name, count });
  }
  return counts.sort((a, b) => b.count - a.count);
}
