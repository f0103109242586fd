/** How often each test kills a process: 5 times with every test run, more by WENJU_KILLS (`npm run soak`). */
export const KILLS = Number(process.env.WENJU_KILLS ?? 5);
/** Far above what starting, killing and starting again takes. */
export const KILLS_TIMEOUT_MS = 60_000 + KILLS * 20_000;

/** Says which writes were interrupted, by the last words of those that were killed: "begin × 3, saving × 2". */
export function tally(lastWords: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const words of lastWords) {
    const kind = words.replace(/ ?\S*\d.*$/u, '');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${kind} × ${count}`).join(', ');
}
