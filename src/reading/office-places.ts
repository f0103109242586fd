/** Of which place an office is: read beside it, or inferred from its article. */
import type { CorpusKnowledge } from '../retrieval/passage.js';
import { barePlace, headOf } from './conditions.js';
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
  if (level === null) return sentence.includes(bare) ? 0.8 : partText(outline, line).includes(bare) ? 0.6 : 0;
  const [first, second] = placesByCount(sentence, level, knowledge);
  if (first !== undefined)
    return first.name === bare || (second?.name === bare && second.count === first.count) ? 0.9 : 0;
  const related = outline.article.places
    .map((reference) => reference.place)
    .filter((name) => atLevel(name, level));
  if (related.length > 0) return related.some((name) => barePlace(name) === bare) ? 0.8 : 0;
  if (headOf(outline.article).includes(bare)) return 0.7;
  return placesByCount(partText(outline, line), level, knowledge)[0]?.name === bare ? 0.6 : 0;
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
