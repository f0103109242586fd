/** Progress bars on standard error, the only door to cli-progress. */
import { type Bar, Presets, SingleBar } from 'cli-progress';

/** A bar that shows itself with its first value. */
export interface ProgressBar {
  update(value: number, total: number, fields?: Readonly<Record<string, string | number>>): void;
  stop(): void;
}

/** `format` names fields in braces, beside {bar}, {value} and {total}. Silent when standard error is no terminal. */
export function createBar(format: string): ProgressBar {
  const bar: Bar = new SingleBar(
    { format, stream: process.stderr, noTTYOutput: false, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: (value, total, fields = {}) => {
      if (started) bar.update(value, fields);
      else bar.start(total, value, fields);
      started = true;
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
