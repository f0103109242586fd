/** What an indexing run prints: a bar while it works, a report when it is done. */
import type { Listed, ReindexProgress, ReindexReport } from '../library.js';
import { createBar } from './bar.js';

const FORMAT = '{bar} {phase} {value}/{total} files, {passages} passages, {seconds} s';

/** A progress bar on standard error; silent when that is no terminal. */
export function progressBar(): { update(progress: ReindexProgress): void; stop(): void } {
  const bar = createBar(FORMAT);
  return {
    update: ({ phase, filesRead, filesTotal, passagesIndexed, seconds }) =>
      bar.update(filesRead, filesTotal, { phase, passages: passagesIndexed, seconds: seconds.toFixed(1) }),
    stop: bar.stop,
  };
}

/** What is told of a list, a line each, and how many more there are. */
function lines<T>(
  heading: string,
  { count, first }: Listed<T>,
  lineOf: (one: T) => string,
): readonly string[] {
  if (count === 0) return [];
  const rest = count - first.length;
  return [heading, ...first.map((one) => `  ${lineOf(one)}`), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

/** The report of a finished run. */
export function reportText(report: ReindexReport): string {
  const { added, changed, removed, unreadable, warnings } = report;
  const dropped = Object.entries(report.droppedByRule).sort(([, a], [, b]) => b - a);
  return [
    `${report.articles} articles, ${report.passages} passages in ${report.seconds.toFixed(1)} s`,
    `added ${added.count}, changed ${changed.count}, removed ${removed.count}`,
    ...(dropped.length > 0 ? ['Left out while cleaning, by rule:'] : []),
    ...dropped.map(([rule, count]) => `  ${rule}: ${count}`),
    ...lines('Skipped files:', unreadable, ({ file, code, reason }) => `${file}: ${reason} (${code})`),
    ...lines('Warnings:', warnings, ({ file, message }) => `${file}: ${message}`),
  ].join('\n');
}
