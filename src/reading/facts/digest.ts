/** Articles that sum up many events, each in a line or two: good for finding, but the reports themselves prove better. */
import type { Outline } from './outlining.js';

const EVENTS = 3;
/** In a digest a scene has few lines. */
const MOST_LINES = 4;

const known = new WeakMap<Outline, boolean>();

/** Whether an article tells of many dated or numbered events in few words each. */
export function isDigest(outline: Outline): boolean {
  const before = known.get(outline);
  if (before !== undefined) return before;
  const scenes = new Set(outline.lines.map(({ scene }) => scene));
  const events = new Set([...scenes].flatMap(({ dates, ordinals }) => dates[0] ?? ordinals[0]?.value ?? []));
  const digest = events.size >= EVENTS && outline.lines.length / scenes.size <= MOST_LINES;
  known.set(outline, digest);
  return digest;
}
