/** `wenju start` with a token: the bot in this process, its library in a search process. */
import { commands, components } from '../../commands/index.js';
import { type Config, secretsOf } from '../config.js';
import { type Bot, startBot } from '../discord/bot.js';
import type { HealthServer } from '../health/server.js';
import { createLogger } from '../log.js';
import { openRemoteLibrary } from '../search-process/remote-library.js';
import { openStore } from '../store/store.js';
import { fileWatch } from './file-watch.js';
import { botSettings, keeping } from './settings.js';
import { stopSignal } from './stop-signal.js';

/** Runs until the process is asked to stop. Throws when Discord closes the connection for good. */
export async function runBot(config: Config): Promise<void> {
  const settings = botSettings(config);
  const logger = createLogger(config.logLevel, secretsOf(config));
  const warn = (message: string, error?: unknown): void => logger.warn({ error }, message);
  const closing: (() => Promise<void>)[] = [];
  try {
    const store = await openStore({ ...keeping(config), warn });
    closing.push(store.close);
    const library = await openRemoteLibrary({ corpus: config.corpusDir, ...keeping(config), warn });
    closing.push(() => library.close());
    let bot: Bot | null = null;
    let observer: HealthServer['observer'] | undefined;
    if (config.health !== null) {
      const { serveHealth } = await import('../health/server.js');
      const vitals = { bot: () => bot?.health() ?? null, store: store.health, index: () => library.size() };
      const health = await serveHealth(config.health, vitals);
      closing.push(health.close);
      observer = health.observer;
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
