/**
 * `wenju start` where this machine has several shards: each in a process of its own, all with one search process, which
 * this process keeps and shares. Here too is what a machine has once: its health, and the eye on its files.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Config, secretsOf } from '../config.js';
import { ConnectionError } from '../discord/client.js';
import { reindexOnChange } from '../discord/moderation/file-changes.js';
import { createTurns } from '../discord/moderation/turns.js';
import { DEFAULT_TIMING, type Shards } from '../discord/settings.js';
import { type ShardProcesses, startShardProcesses } from '../discord/shard-processes.js';
import { createLogger } from '../log.js';
import { serveLibrary } from '../search-process/library-server.js';
import { openRemoteLibrary, type RemoteLibrary } from '../search-process/remote-library.js';
import { openStore, type Store } from '../store/store.js';
import { fileWatch } from './file-watch.js';
import { followChanges } from './follow-changes.js';
import { botSettings, keeping, placeOf } from './settings.js';
import { type FromShard, readMessage, type ToShard } from './shard-messages.js';
import { createReports, type ShardReports } from './shard-reports.js';
import { stopSignal } from './stop-signal.js';

const SHARD = fileURLToPath(new URL('./shard.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

type Logger = ReturnType<typeof createLogger>;
type Closing = (() => Promise<void> | void)[];

/** Runs the shards until the process is asked to stop. Throws when Discord closes a connection for good. */
export async function runMachine(config: Config, shards: Shards): Promise<void> {
  const { token } = botSettings(config);
  const logger = createLogger(config.logLevel, secretsOf(config));
  const warn = (message: string, error?: unknown): void => logger.warn({ error }, message);
  const closing: Closing = [];
  const stopped = stopSignal();
  let processes: ShardProcesses | null = null;
  const reports = createReports(() => processes);
  try {
    const store = await openStore({ ...keeping(config), warn });
    closing.push(store.close);
    const library = await openRemoteLibrary({ ...placeOf(config), warn });
    closing.push(() => library.close());
    closing.push(followChanges(store.changes, library, warn));
    const server = await serveLibrary(library);
    closing.push(server.close);
    if (config.health !== null)
      await serveMachineHealth(config.health, store, library, reports, closing, logger);
    await watchFiles(config, store, library, logger, closing);
    const refused = new Promise<ConnectionError>((resolve) => {
      processes = startShardProcesses({
        ...{ file: SHARD, args: [server.address], execArgv: ['--import', TSX] },
        ...{ token, shards, logger, atOnce: availableParallelism() },
        onMessage: messageHandler(reports, resolve),
      });
    });
    closing.push(async () => processes?.stop({ wenju: 'stop' } satisfies ToShard));
    logger.info({ shards: shards.ids, of: shards.count }, 'The shards of this machine are started');
    const failure = await Promise.race([refused, stopped]);
    if (failure !== null) throw failure;
  } finally {
    for (const close of closing.reverse()) await close();
    logger.info({}, 'The shards of this machine are stopped');
  }
}

function messageHandler(
  reports: ShardReports,
  onRefused: (error: ConnectionError) => void,
): (shard: number, said: unknown) => void {
  let invited = false;
  return (shard, said) => {
    const message = readMessage<FromShard>(said);
    if (message?.wenju === 'report') reports.hear(shard, message);
    if (message?.wenju === 'refused') onRefused(new ConnectionError(message.message, { isFinal: true }));
    if (message?.wenju !== 'ready' || invited) return;
    invited = true;
    process.stdout.write(`Invite the bot: ${message.inviteLink}\n`);
  };
}

async function serveMachineHealth(
  address: NonNullable<Config['health']>,
  store: Store,
  library: RemoteLibrary,
  reports: ShardReports,
  closing: Closing,
  logger: Logger,
): Promise<void> {
  const [{ serveHealth }, { createMetrics }] = await Promise.all([
    import('../health/server.js'),
    import('../health/metrics.js'),
  ]);
  const metrics = createMetrics('machine');
  const health = await serveHealth(address, {
    bot: () => reports.health(),
    store: store.health,
    index: () => library.size(),
    figures: async () => [await metrics.figures(), ...(await reports.figures())],
  });
  closing.push(health.close);
  logger.info({ ...address, port: health.port }, 'Health and metrics are served');
}

/** A machine's files are watched once, not by every shard. */
async function watchFiles(
  config: Config,
  store: Store,
  library: RemoteLibrary,
  logger: Logger,
  closing: Closing,
): Promise<void> {
  const warn = (message: string, error?: unknown): void => logger.warn({ error }, message);
  const timing = DEFAULT_TIMING;
  const turns = createTurns(store.alone, timing.changeElsewhere);
  const watching = await fileWatch(
    config,
    warn,
  )?.(reindexOnChange({ library, store, turns, timing }, logger));
  if (watching !== undefined) closing.push(() => watching.close());
}
