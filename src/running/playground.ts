/** `wenju playground`: the same bot in a local Discord, with its page. */
import { commands, components } from '../../commands/index.js';
import { type Config, secretsOf } from '../config.js';
import { startBot } from '../discord/bot.js';
import { createLogger } from '../log.js';
import { BUNDLE_FOLDER, ensureBundle } from '../playground/bundle.js';
import { startPlayground } from '../playground/playground.js';
import { openRemoteLibrary } from '../search-process/remote-library.js';
import { openStore } from '../store/store.js';
import { progressBar } from '../terminal/index-report.js';
import { fileWatch } from './file-watch.js';
import { keeping, placeOf } from './settings.js';
import { stopSignal } from './stop-signal.js';

/** Runs until the process is asked to stop; `port` is its page's, null for the usual one. */
export async function runPlayground(config: Config, port: number | null): Promise<void> {
  const logger = createLogger(config.logLevel, secretsOf(config));
  const warn = (message: string, error?: unknown): void => logger.warn({ error }, message);
  await ensureBundle();
  const store = await openStore({ ...keeping(config), warn });
  const bar = progressBar();
  const place = { ...placeOf(config), warn };
  const library = await openRemoteLibrary(place, bar.update).finally(bar.stop);
  try {
    const running = await startPlayground({
      port,
      bundle: BUNDLE_FOLDER,
      starters: (language) => library.starters(language),
      startBot: (settings) =>
        startBot({
          settings: { ...settings, questionRetentionDays: config.questionRetentionDays },
          library,
          store,
          commands,
          components,
          logger,
          watchFiles: fileWatch(config, warn),
        }),
    });
    process.stdout.write(`The playground is at ${running.address}\n`);
    await stopSignal();
    await running.close();
  } finally {
    await library.close();
    await store.close();
  }
}
