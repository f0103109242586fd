/** Questions that found no answer, put together by likeness. */
import { setImmediate } from 'node:timers/promises';
import { type Gap, type Wording, wordingsOf } from './gap-wordings.js';

/** Like questions: counted together, shown in the wording that was used most. */
export interface GapGroup {
  readonly question: string;
  /** How often it was asked, in any wording. */
  readonly count: number;
  readonly up: number;
  readonly down: number;
  /** When it was asked last. */
  readonly lastAt: number;
  /** Whether it was refused each time, in every wording. */
  readonly refused: boolean;
  /** Every wording, the most frequent first. */
  readonly wordings: readonly { readonly question: string; readonly count: number }[];
}

/** The event loop takes other work after this many wordings. */
const GROUPED_AT_ONCE = 50;

interface Group {
  readonly leader: Wording;
  readonly members: Wording[];
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
    refused: members.every(({ refused }) => refused),
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
  const byFrequency = [...(await wordingsOf(gaps))].sort(
    (a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.question < b.question ? -1 : 1),
  );
  for (const [index, wording] of byFrequency.entries()) {
    if (index % GROUPED_AT_ONCE === GROUPED_AT_ONCE - 1) await setImmediate();
    groups.add(wording);
  }
  return groups.groups.map(summed).sort((a, b) => b.count - a.count || b.lastAt - a.lastAt);
}
