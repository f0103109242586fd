/** Chinese person names mined from texts: a surname, a plausible given name, and a context that speaks for a person. */
import { startsWithCommonWord } from './common-words.js';
import { givenNameLikelihood } from './given-names.js';
import {
  type LeftContext,
  leftContext,
  officeEndsAt,
  type RightContext,
  rightContext,
} from './name-contexts.js';
import { namesInLists } from './person-lists.js';
import { isUsualSurname, surnameLengthAt } from './surnames.js';

/** Evidence that makes a name: one strong context, or several weak ones in the corpus. */
const ENOUGH = 3;
const STRONG = 3;
const FAIR = 1.5;
const WEAK = 0.5;
/** Of a name and the same name with one character more, the one with this many times the evidence holds alone. */
const DOMINANCE = 4;

type Likelihood = ReturnType<typeof givenNameLikelihood>;

/** What an occurrence between two contexts is worth. */
function evidence(
  left: LeftContext,
  right: RightContext,
  likelihood: Likelihood,
  usual: boolean,
  given: number,
): number {
  const likely = likelihood === 'likely';
  if (left === 'office') {
    if (usual) return likely || right !== 'particle' ? STRONG : FAIR;
    return right === 'act' || (likely && right !== 'particle') ? STRONG : FAIR;
  }
  if (!usual) return 0;
  if (right === 'title' && given === 2) return likely || left !== 'none' ? STRONG : FAIR;
  if (!likely || left === 'none') return 0;
  if (right === 'life') return STRONG;
  if (right === 'act') return given === 2 ? STRONG : FAIR;
  return right === 'particle' && given === 2 ? WEAK : 0;
}

interface Candidate {
  readonly name: string;
  readonly worth: number;
}

/** The likeliest name that starts at `at`, by its context; null when nothing speaks for one. */
function candidateAt(folded: string, at: number, surname: number): Candidate | null {
  const family = folded.slice(at, at + surname);
  const usual = isUsualSurname(family);
  // The surname is the end of an office: 主教练石…
  if (officeEndsAt(folded, at + 1)) return null;
  const ordinary = surname === 1 && startsWithCommonWord(folded.slice(at, at + 2));
  let left: LeftContext | null = null;
  let best: Candidate | null = null;
  let before: RightContext = 'none';
  for (let given = 1; given <= 2; given++) {
    const end = at + surname + given;
    const likelihood = givenNameLikelihood(folded.slice(at + surname, end));
    if (likelihood === 'no' || (ordinary && likelihood !== 'likely')) continue;
    if (end > folded.length) break;
    const right = rightContext(folded, end);
    // Right behind an office a name of three characters may be followed by any verb.
    if (right === 'none' && (!usual || ordinary || given < 2 || likelihood !== 'likely')) continue;
    left ??= leftContext(folded, at);
    if (right === 'none' && left !== 'office') continue;
    if (ordinary && (left !== 'office' || right !== 'act')) continue;
    const worth = evidence(left, right, likelihood, usual, given);
    // 裁判长龚志和。: what ends its clause joins nothing.
    const most: number = best?.worth ?? 0;
    const isWhole = right === 'edge' && before === 'particle' && worth === most && worth > 0;
    if (worth > most || isWhole) best = { name: folded.slice(at, end), worth };
    before = right;
  }
  return best;
}

function addTo(scores: Map<string, number>, name: string, worth: number): void {
  scores.set(name, (scores.get(name) ?? 0) + worth);
}

function collect(folded: string, scores: Map<string, number>): void {
  for (let at = 0; at + 1 < folded.length; at++) {
    const surname = surnameLengthAt(folded, at);
    const candidate = surname === 0 ? null : candidateAt(folded, at, surname);
    if (candidate !== null) addTo(scores, candidate.name, candidate.worth);
  }
  for (const { name, worth } of namesInLists(folded)) addTo(scores, name, worth * STRONG);
}

/** Gathers evidence text by text. */
export class PersonMiner {
  readonly #scores = new Map<string, number>();

  add(folded: string): void {
    collect(folded, this.#scores);
  }

  /** By name; scores of several miners add up, in any order, without rounding. */
  scores(): ReadonlyMap<string, number> {
    return this.#scores;
  }
}

/** The names that have enough evidence. */
export function personNames(scores: ReadonlyMap<string, number>): string[] {
  const accepted = [...scores].filter(([, score]) => score >= ENOUGH);
  const kept = new Map(accepted);
  for (const [name, score] of accepted) {
    const shorter = scores.get(name.slice(0, -1)) ?? 0;
    if (shorter >= ENOUGH && shorter >= DOMINANCE * score) kept.delete(name);
  }
  return [...kept.keys()];
}
