/** The process of one shard: the bot, with the library that its machine shares. Started by shard-processes.ts. */
import { commands, components } from '../../commands/index.js';
import { type Config, ConfigError, loadConfig, secretsOf } from '../config.js';
import { type Bot, startBot } from '../discord/bot.js';
import { ConnectionError } from '../discord/client.js';
import { createMetrics } from '../health/metrics.js';
import { createLogger } from '../log.js';
import { SocketLibrary } from '../search-process/socket-library.js';
import { openStore } from '../store/store.js';
import { botSettings, keeping } from './settings.js';
import { type FromShard, readMessage, type ToShard } from './shard-messages.js';
import { shardsOf } from './shards.js';
import { stopSignal } from './stop-signal.js';

/** Resolves when it is sent, or cannot be. */
function say(message: FromShard): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send !== undefined) process.send(message, () => resolve());
    else resolve();
  });
}

/** Resolves when this process is to end: its machine says so, or is gone, or a signal came to the whole group. */
function farewell(hear: (message: ToShard) => void): Promise<null> {
  return new Promise((resolve) => {
    process.on('message', (said) => {
      const message = readMessage<ToShard>(said);
      if (message === null) return;
      if (message.wenju === 'stop') resolve(null);
      hear(message);
    });
    process.once('disconnect', () => resolve(null));
    void stopSignal().then(resolve);
  });
}

async function runShard(config: Config, address: string): Promise<void> {
  const shards = await shardsOf(config);
  if (shards === null) throw new ConfigError('A shard must be told which one it is.');
  const [id] = shards.ids;
  const logger = createLogger(config.logLevel, secretsOf(config)).child({ shard: id });
  const warn = (message: string, error?: unknown): void => logger.warn({ error }, message);
  const metrics = createMetrics(`shard ${id}`);
  let bot: Bot | null = null;
  const stopped = farewell(async (message) => {
    if (message.wenju !== 'report') return;
    const figures = await metrics.figures();
    void say({ wenju: 'report', question: message.question, health: bot?.health() ?? null, figures });
  });
  const library = new SocketLibrary(address);
  const store = await openStore({ ...keeping(config), warn });
  try {
    const settings = { ...botSettings(config), shards };
    const { observer } = metrics;
    const starting = startBot({ settings, library, store, commands, components, logger, observer });
    const started = await Promise.race([starting, stopped]);
    if (started === null) return;
    bot = started;
    void say({ wenju: 'ready', inviteLink: bot.inviteLink });
    const failure = await Promise.race([bot.disconnected, stopped]);
    await bot.stop();
    if (failure !== null) throw failure;
  } catch (error) {
    if (error instanceof ConnectionError && error.isFinal)
      await say({ wenju: 'refused', message: error.message });
    else logger.error({ error: String(error) }, 'The shard could not go on');
    process.exitCode = 1;
  } finally {
    await library.close();
    await store.close();
  }
}

await runShard(loadConfig(), process.argv[2] ?? '');
// Whatever is still open belongs to nobody any more.
process.exit();
