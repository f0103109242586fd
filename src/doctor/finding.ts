/** One thing that was looked at. */
export interface Finding {
  /** Three words at most. */
  readonly check: string;
  /** `good`: nothing to do; `notice`: it works, but look at it; `bad`: it does not work. */
  readonly verdict: 'good' | 'notice' | 'bad';
  /** One sentence. */
  readonly says: string;
  /** What to do about it; null when there is nothing to do. */
  readonly mend: string | null;
}

export const good = (check: string, says: string): Finding => ({ check, verdict: 'good', says, mend: null });

export const notice = (check: string, says: string, mend: string): Finding => ({
  check,
  verdict: 'notice',
  says,
  mend,
});

export const bad = (check: string, says: string, mend: string): Finding => ({
  check,
  verdict: 'bad',
  says,
  mend,
});

/** An error's message. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
