/** Which dated sentences of several articles tell the same event. */
import type { Certainty } from '../../corpus/article.js';
import { datesAgree } from '../../language/calendar.js';
import type { Line } from '../facts/scenes.js';
import type { Proof } from '../finding.js';
import { sameOrdinal } from '../matching/conditions.js';

/** An entry of a timeline before it is cited. */
export interface DatedProof {
  readonly iso: string;
  readonly written: string;
  readonly certainty: Certainty;
  readonly proof: Proof;
  readonly line: Line | null;
  /** The article tells of many days. */
  readonly digest: boolean;
  readonly alsoIn: readonly Proof[];
}

/** Two sentences of one day tell the same when they share this much of the shorter one's pairs of characters. */
const SAME_TELLING = 0.5;
/**
 * The same event once, in the order of the entries: the fullest date and the longest telling of it stay. An entry is
 * held against those alone whose date may be its own: against those of its day and those without a day.
 */
export function onceEach(entries: readonly DatedProof[]): readonly DatedProof[] {
  const kept: DatedProof[] = [];
  const byDay = new Map<string, number[]>();
  const dayless: number[] = [];
  const all: number[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.iso);
    const candidates = day === null ? all : inOrder(byDay.get(day) ?? [], dayless);
    const at = candidates.find((place) => {
      const one = kept[place];
      return one !== undefined && sameEvent(one, entry);
    });
    const one = at === undefined ? undefined : kept[at];
    if (at === undefined || one === undefined) {
      all.push(kept.length);
      enter(kept.push(entry) - 1, day);
      continue;
    }
    const both = merged(one, entry);
    kept[at] = both;
    const settled = dayOf(both.iso);
    if (settled !== dayOf(one.iso)) enter(at, settled);
  }
  return kept;

  /** One that was entered without a day, or with another, may stand there for ever: it is held against its date anyway. */
  function enter(place: number, day: string | null): void {
    if (day === null) dayless.push(place);
    else byDay.set(day, inOrder(byDay.get(day) ?? [], [place]));
  }
}

/** `MM-DD`, in which dates of one day agree whether or not their year is known; null without a day. */
function dayOf(iso: string): string | null {
  return /(\d{2}-\d{2})$/u.exec(iso.replace(/^\d{4}-?|^--/u, ''))?.[1] ?? null;
}

/** Two lists of places, each in order, as one. */
function inOrder(one: readonly number[], other: readonly number[]): number[] {
  return other.length === 0 ? [...one] : [...new Set([...one, ...other])].sort((a, b) => a - b);
}

function merged(one: DatedProof, other: DatedProof): DatedProof {
  const [main, also] = fullness(other) > fullness(one) ? [other, one] : [one, other];
  const articles = new Set([main.proof.article]);
  const alsoIn = [also.proof, ...one.alsoIn, ...other.alsoIn].filter(
    ({ article }) => !articles.has(article) && articles.add(article),
  );
  const [date] = [one, other].sort((a, b) => knownness(b) - knownness(a));
  const { iso, written, certainty } = date ?? main;
  return { ...main, iso, written, certainty, alsoIn };
}

/** Of two datings the one with the year, then the one that the text states. */
function knownness({ iso, certainty }: DatedProof): number {
  return (iso.startsWith('-') ? 0 : 3) + (certainty === 'stated' ? 2 : certainty === 'resolved' ? 1 : 0);
}

/** A report of the day counts more than a digest of many, one that is dated by the text itself more than another, then the longer one. */
function fullness({ certainty, proof, digest }: DatedProof): number {
  return (
    (digest ? 0 : 2000) + (certainty === 'inferred' ? 0 : 1000) + proof.ranges[0][1] - proof.ranges[0][0]
  );
}

/** Another article's report of the same day: of the same numbered meeting, of the same people, or in much the same words. */
function sameEvent(one: DatedProof, other: DatedProof): boolean {
  if (one.proof.article === other.proof.article || !datesAgree(one.iso, other.iso)) return false;
  const numbers = other.line?.scene.ordinals ?? [];
  if (one.line?.scene.ordinals.some((a) => numbers.some((b) => sameOrdinal(a, b)))) return true;
  const [here, there] = [namesIn(one), namesIn(other)];
  const shared = [...here].filter((name) => there.has(name)).length;
  if (shared > 1 && shared * 2 >= Math.min(here.size, there.size)) return true;
  return sharedPairs(textOf(one.proof), textOf(other.proof)) >= SAME_TELLING;
}

function namesIn({ line }: DatedProof): ReadonlySet<string> {
  return new Set(line?.groups.flatMap(({ members }) => members.map(({ name }) => name)) ?? []);
}

function textOf({ paragraph, ranges: [range] }: Proof): string {
  return paragraph.text.slice(...range);
}

/** Share of the shorter text's pairs of characters that the other has. */
function sharedPairs(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < long.length; i++) pairs.add(long.slice(i, i + 2));
  let shared = 0;
  for (let i = 0; i + 1 < short.length; i++) if (pairs.has(short.slice(i, i + 2))) shared++;
  return short.length < 2 ? 0 : shared / (short.length - 1);
}
