/** Wordings of questions that found no answer, as they are compared with each other. */
import { setImmediate } from 'node:timers/promises';
import { findEnglishOrdinals, findNumbers, findOrdinals } from '../../language/numerals.js';
import { fold } from '../../language/script.js';

/** One question that somebody asked in vain, or whose answer was voted down. */
export interface Gap {
  readonly question: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly up: number;
  readonly down: number;
  /** Why it was refused; null when it was answered, and the answer voted down. */
  readonly reason: string | null;
}

/** One wording with everybody who used it. */
export interface Wording {
  /** The spelling that was used most. */
  readonly question: string;
  readonly count: number;
  readonly up: number;
  readonly down: number;
  readonly lastAt: number;
  /** Whether it was refused each time. */
  readonly refused: boolean;
  readonly bigrams: ReadonlySet<string>;
  /** The numbers in it: the seventh meeting is not the eighth, however alike the questions are. */
  readonly numbers: string;
  /** From this share of common bigrams on, another question is like it. */
  readonly likeness: number;
}

/** Two questions are alike from this share of common bigrams on (Dice: twice the common ones by all of both). */
const LIKENESS = { han: 0.6, latin: 0.75 } as const;
/** A question's likeness is decided by this many bigrams at its beginning, so that long ones cost no more. */
const BIGRAMS_COMPARED = 64;
/** Characters of a question that are looked at; what is the same so far is the same question. */
const CHARACTERS_COMPARED = 200;
/** The event loop takes other work after this many questions. */
const READ_AT_ONCE = 20;
/** What frames a question without being asked for. */
const FRAME =
  /请问一下|请问|麻烦问下|我想知道|想问一下|想问|谁知道|please|could you tell me|can you tell me|do you know/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const FINAL_PARTICLES = new Set('吗呢啊呀吧嘛哪了');
const HAN = /\p{Script=Han}/u;

/** What a question is known by: folded, without its frame, punctuation and final particles. */
function coreOf(question: string): string {
  const bare = fold(question.slice(0, CHARACTERS_COMPARED)).replace(FRAME, '').replace(NO_WORD, ' ').trim();
  let end = bare.length;
  while (end > 0 && FINAL_PARTICLES.has(bare[end - 1] ?? '')) end -= 1;
  return end === 0 ? question.trim() : bare.slice(0, end);
}

function bigramsOf(core: string): ReadonlySet<string> {
  const characters = [...core.replaceAll(' ', '')];
  if (characters.length < 2) return new Set(characters);
  const bigrams = new Set<string>();
  for (let at = 0; at + 1 < characters.length && bigrams.size < BIGRAMS_COMPARED; at += 1) {
    bigrams.add(`${characters[at]}${characters[at + 1]}`);
  }
  return bigrams;
}

function numbersOf(core: string): string {
  const folded = fold(core);
  const values = [findOrdinals(folded), findEnglishOrdinals(folded), findNumbers(folded)].flatMap((found) =>
    found.map(({ value }) => value),
  );
  return [...new Set(values)].sort((a, b) => a - b).join(' ');
}

/** Of equally frequent spellings the shortest says it best. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || a.length - b.length || (a < b ? -1 : 1),
  );
  return first?.[0] ?? '';
}

function wordingOf(core: string, gaps: readonly Gap[]): Wording {
  const spellings = new Map<string, number>();
  for (const { question } of gaps) spellings.set(question, (spellings.get(question) ?? 0) + 1);
  return {
    question: mostFrequent(spellings),
    count: gaps.length,
    up: gaps.reduce((sum, { up }) => sum + up, 0),
    down: gaps.reduce((sum, { down }) => sum + down, 0),
    lastAt: gaps.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY),
    refused: gaps.every(({ reason }) => reason !== null),
    bigrams: bigramsOf(core),
    numbers: numbersOf(core),
    likeness: HAN.test(core) ? LIKENESS.han : LIKENESS.latin,
  };
}

/**
 * One entry a wording; questions that differ only in script, spacing, punctuation or politeness are one wording. Lets
 * other work in between.
 */
export async function wordingsOf(gaps: readonly Gap[]): Promise<readonly Wording[]> {
  const byCore = new Map<string, Gap[]>();
  for (const [index, gap] of gaps.entries()) {
    if (index % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    const core = coreOf(gap.question);
    const known = byCore.get(core);
    if (known === undefined) byCore.set(core, [gap]);
    else known.push(gap);
  }
  const wordings: Wording[] = [];
  for (const [core, same] of byCore) {
    if (wordings.length % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    wordings.push(wordingOf(core, same));
  }
  return wordings;
}
