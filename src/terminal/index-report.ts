/** What an indexing run prints: a bar while it works, a report when it is done. */
import type { ReindexProgress, ReindexReport } from '../library.js';
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

/** The report of a finished run. */
export function reportText(report: ReindexReport): string {
  const dropped = Object.entries(report.droppedByRule).sort(([, a], [, b]) => b - a);
  const lines = [
    `${report.articles} articles, ${report.passages} passages in ${report.seconds.toFixed(1)} s`,
    `added ${report.added.length}, changed ${report.changed.length}, removed ${report.removed.length}`,
    ...(dropped.length > 0 ? ['Left out while cleaning, by rule:'] : []),
    ...dropped.map(([rule, count]) => `  ${rule}: ${count}`),
    ...(report.unreadable.length > 0 ? ['Skipped files:'] : []),
    ...report.unreadable.map(({ file, code, reason }) => `  ${file}: ${reason} (${code})`),
    ...(report.warnings.length > 0 ? ['Warnings:'] : []),
    ...report.warnings.map(({ file, message }) => `  ${file}: ${message}`),
  ];
  return lines.join('\n');
}
