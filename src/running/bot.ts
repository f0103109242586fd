/** `wenju start` with a token: one bot in this process, or the shards of this machine. */
import { commands, components } from '../../commands/index.js';
import { type Config, secretsOf } from '../config.js';
import { type Bot, startBot } from '../discord/bot.js';
import type { Observer } from '../discord/observer.js';
import type { Shards } from '../discord/settings.js';
import { createLogger } from '../log.js';
import { openRemoteLibrary } from '../search-process/remote-library.js';
import { openStore } from '../store/store.js';
import { fileWatch } from './file-watch.js';
import { followChanges } from './follow-changes.js';
import { botSettings, keeping, placeOf } from './settings.js';
import { shardsOf } from './shards.js';
import { stopSignal } from './stop-signal.js';

/** Runs until the process is asked to stop. Throws when Discord closes the connection for good. */
export async function runBot(config: Config): Promise<void> {
  const shards = await shardsOf(config);
  if (shards === null || shards.ids.length === 1) return runAlone(config, shards);
  const { runMachine } = await import('./machine.js');
  return runMachine(config, shards);
}

async function runAlone(config: Config, shards: Shards | null): Promise<void> {
  const settings = { ...botSettings(config), shards: shards ?? undefined };
  const logger = createLogger(config.logLevel, secretsOf(config));
  const warn = (message: string, error?: unknown): void => logger.warn({ error }, message);
  const closing: (() => Promise<void> | void)[] = [];
  try {
    const store = await openStore({ ...keeping(config), warn });
    closing.push(store.close);
    const library = await openRemoteLibrary({ ...placeOf(config), warn });
    closing.push(() => library.close());
    closing.push(followChanges(store.changes, library, warn));
    let bot: Bot | null = null;
    let observer: Observer | undefined;
    if (config.health !== null) {
      const [{ serveHealth }, { createMetrics }] = await Promise.all([
        import('../health/server.js'),
        import('../health/metrics.js'),
      ]);
      const metrics = createMetrics('bot');
      const health = await serveHealth(config.health, {
        bot: () => bot?.health() ?? null,
        store: store.health,
        index: () => library.size(),
        figures: async () => [await metrics.figures()],
      });
      closing.push(health.close);
      observer = metrics.observer;
      logger.info({ ...config.health, port: health.port }, 'Health and metrics are served');
    }
    const watchFiles = fileWatch(config, warn);
    bot = await startBot({ settings, library, store, commands, components, logger, observer, watchFiles });
    process.stdout.write(`Invite the bot: ${bot.inviteLink}\n`);
    const failure = await Promise.race([bot.disconnected, stopSignal()]);
    await bot.stop();
    if (failure !== null) throw failure;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
