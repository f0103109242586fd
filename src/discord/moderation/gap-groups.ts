/** Questions that found no answer, put together by likeness. */
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
}

/** Like questions: counted together, shown in the wording that was used most. */
export interface GapGroup {
  readonly question: string;
  /** How often it was asked, in any wording. */
  readonly count: number;
  readonly up: number;
  readonly down: number;
  /** When it was asked last. */
  readonly lastAt: number;
  /** Every wording, the most frequent first. */
  readonly wordings: readonly { readonly question: string; readonly count: number }[];
}

/** Two questions are alike from this share of common bigrams on (Dice: twice the common ones by all of both). */
const LIKENESS = { han: 0.6, latin: 0.75 } as const;
/** A question's likeness is decided by this many bigrams at its beginning, so that long ones cost no more. */
const BIGRAMS_COMPARED = 64;
/** The event loop takes other work after this many wordings. */
const GROUPED_AT_ONCE = 50;
/** What frames a question without being asked for. */
const FRAME =
  /请问一下|请问|麻烦问下|我想知道|想问一下|想问|谁知道|please|could you tell me|can you tell me|do you know/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const FINAL_PARTICLES = /(?:吗|呢|啊|呀|吧|嘛|哪|了)+$/u;
const HAN = /\p{Script=Han}/u;

/** A wording as it is compared. */
interface Wording {
  readonly question: string;
  count: number;
  up: number;
  down: number;
  lastAt: number;
  readonly bigrams: ReadonlySet<string>;
  /** The numbers in it: the seventh meeting is not the eighth, however alike the questions are. */
  readonly numbers: string;
  readonly likeness: number;
}

interface Group {
  readonly leader: Wording;
  readonly members: Wording[];
}

/** What a question is known by: folded, without its frame, punctuation and final particles. */
function coreOf(question: string): string {
  const bare = fold(question).replace(FRAME, '').replace(NO_WORD, ' ').trim().replace(FINAL_PARTICLES, '');
  return bare === '' ? question.trim() : bare;
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

function numbersOf(question: string): string {
  const folded = fold(question);
  const values = [findOrdinals(folded), findEnglishOrdinals(folded), findNumbers(folded)].flatMap((found) =>
    found.map(({ value }) => value),
  );
  return [...new Set(values)].sort((a, b) => a - b).join(' ');
}

/** One entry a wording; questions that differ only in script, spacing, punctuation or politeness are one wording. */
function wordingsOf(gaps: readonly Gap[]): readonly Wording[] {
  const byCore = new Map<string, { readonly wording: Wording; readonly spellings: Map<string, number> }>();
  for (const { question, at, up, down } of gaps) {
    const core = coreOf(question);
    let entry = byCore.get(core);
    if (entry === undefined) {
      const likeness = HAN.test(core) ? LIKENESS.han : LIKENESS.latin;
      const compared = { bigrams: bigramsOf(core), numbers: numbersOf(core), likeness };
      entry = {
        wording: { question, count: 0, up: 0, down: 0, lastAt: at, ...compared },
        spellings: new Map(),
      };
      byCore.set(core, entry);
    }
    const { wording, spellings } = entry;
    wording.count += 1;
    wording.up += up;
    wording.down += down;
    wording.lastAt = Math.max(wording.lastAt, at);
    spellings.set(question, (spellings.get(question) ?? 0) + 1);
  }
  return [...byCore.values()].map(({ wording, spellings }) => ({
    ...wording,
    question: mostFrequent(spellings),
  }));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best: readonly [string, number] = ['', 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best[0];
}

/** A wording's bigrams, each with the numbers: only questions with the same numbers are ever compared. */
function keysOf({ bigrams, numbers }: Wording): readonly string[] {
  return [...bigrams].map((bigram) => `${bigram} ${numbers}`);
}

/** Finds the group whose leader is most alike, by the groups in which each bigram occurs: no pair is compared in vain. */
class Groups {
  readonly groups: Group[] = [];
  readonly #holders = new Map<string, number[]>();

  add(wording: Wording): void {
    const found = this.#mostAlike(wording);
    if (found !== null) {
      found.members.push(wording);
      return;
    }
    const place = this.groups.push({ leader: wording, members: [wording] }) - 1;
    for (const key of keysOf(wording)) {
      const holders = this.#holders.get(key);
      if (holders === undefined) this.#holders.set(key, [place]);
      else holders.push(place);
    }
  }

  #mostAlike(wording: Wording): Group | null {
    const common = new Map<number, number>();
    for (const key of keysOf(wording)) {
      for (const place of this.#holders.get(key) ?? []) common.set(place, (common.get(place) ?? 0) + 1);
    }
    let best: Group | null = null;
    let most = 0;
    for (const [place, shared] of common) {
      const group = this.groups[place];
      if (group === undefined) continue;
      const alike = (2 * shared) / (wording.bigrams.size + group.leader.bigrams.size);
      if (alike < Math.max(wording.likeness, group.leader.likeness) || alike <= most) continue;
      most = alike;
      best = group;
    }
    return best;
  }
}

/** Sums up a group; the wording that was used most speaks for all. */
function summed({ members }: Group): GapGroup {
  const sum = (count: (wording: Wording) => number): number =>
    members.reduce((total, wording) => total + count(wording), 0);
  return {
    question: members[0]?.question ?? '',
    count: sum(({ count }) => count),
    up: sum(({ up }) => up),
    down: sum(({ down }) => down),
    lastAt: Math.max(...members.map(({ lastAt }) => lastAt)),
    wordings: members.map(({ question, count }) => ({ question, count })),
  };
}

/**
 * Groups like questions by their character bigrams on the folded layer; questions with other numbers stay apart. The
 * most asked come first, of equals those asked last. Each wording joins the group whose most frequent wording is most
 * like it, so the result does not depend on the order of the questions. Lets other work in between.
 */
export async function groupGaps(gaps: readonly Gap[]): Promise<readonly GapGroup[]> {
  const groups = new Groups();
  const byFrequency = [...wordingsOf(gaps)].sort(
    (a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.question < b.question ? -1 : 1),
  );
  for (const [index, wording] of byFrequency.entries()) {
    if (index % GROUPED_AT_ONCE === GROUPED_AT_ONCE - 1) await setImmediate();
    groups.add(wording);
  }
  return groups.groups.map(summed).sort((a, b) => b.count - a.count || b.lastAt - a.lastAt);
}
