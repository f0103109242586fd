/** What an indexing run prints: a bar while it works, a report when it is done. */
import { type Bar, Presets, SingleBar } from 'cli-progress';
import type { ReindexProgress, ReindexReport } from '../library.js';

/** A progress bar on standard error; silent when that is no terminal. */
export function progressBar(): { update(progress: ReindexProgress): void; stop(): void } {
  const bar: Bar = new SingleBar(
    {
      format: '{bar} {phase} {value}/{total} files, {passages} passages, {seconds} s',
      stream: process.stderr,
      noTTYOutput: false,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: ({ phase, filesRead, filesTotal, passagesIndexed, seconds }) => {
      const payload = { phase, passages: passagesIndexed, seconds: seconds.toFixed(1) };
      if (started) bar.update(filesRead, payload);
      else bar.start(filesTotal, filesRead, payload);
      started = true;
    },
    stop: () => {
      if (started) bar.stop();
    },
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
