import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, components } from '../../commands/index.js';
import { type Bot, startBot } from '../../src/discord/bot.js';
import type { BotSettings } from '../../src/discord/settings.js';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../src/playground/loopback/server.js';
import type { Guild, User } from '../../src/playground/loopback/world.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type LibraryDouble, libraryDouble, recordingLogger } from './library-double.js';

type Message = Awaited<ReturnType<Loopback['say']>>;

/** A local Discord with one server, its people, and the bot's surroundings. */
export interface Town {
  readonly loopback: Loopback;
  readonly home: Guild;
  readonly member: User;
  readonly moderator: User;
  readonly library: LibraryDouble;
  readonly store: Store;
  /** What the bot takes for the time; tests move it. */
  readonly clock: { now: number };
  readonly logger: ReturnType<typeof recordingLogger>;
  /** Starts the bot as it is started in production; it is stopped with the town. */
  start(settings?: Partial<BotSettings>): Promise<Bot>;
  /** Stops every bot and starts one anew, over the same store. */
  restart(): Promise<Bot>;
  close(): Promise<void>;
}

/** Builds a town without a running bot. */
export async function buildTown(options: LoopbackOptions = {}): Promise<Town> {
  const loopback = await startLoopback(options);
  const home = loopback.world.addGuild({ name: 'Qinghe' });
  const library = libraryDouble();
  const logger = recordingLogger();
  const dataDir = await mkdtemp(join(tmpdir(), 'wenju-town-'));
  const store = await openStore({ dataDir });
  const clock = { now: Date.UTC(2031, 4, 5, 8) };
  const bots: Bot[] = [];
  const start = async (settings: Partial<BotSettings> = {}): Promise<Bot> => {
    const bot = await startBot({
      settings: { token: loopback.token, apiBase: loopback.api, homeGuildIds: [], ...settings },
      library,
      store,
      commands,
      components,
      logger,
      clock: () => clock.now,
    });
    bots.push(bot);
    return bot;
  };
  return {
    loopback,
    home,
    member: loopback.world.addMember(home, { name: 'Su He', locale: 'zh-CN' }),
    moderator: loopback.world.addMember(home, { name: 'Chen', permissions: ['ManageGuild'] }),
    library,
    store,
    clock,
    logger,
    start,
    async restart() {
      await Promise.all(bots.splice(0).map((bot) => bot.stop()));
      return start();
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await loopback.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The text of a message's first embed. */
export function textOf(message: Message | null): string {
  return message?.embeds[0]?.description ?? '';
}

/** Fits messages of the bot that answer the given one. */
export function answerTo(message: { readonly id: string }): (candidate: Message) => boolean {
  return (candidate) => candidate.message_reference?.message_id === message.id;
}

/** The custom_ids of a message's buttons and menus, in order; of those whose prefix is given. */
export function controlsOf(message: Message | null, prefix?: string): readonly string[] {
  const rows = (message?.components ?? []) as unknown as readonly {
    readonly components: readonly { readonly custom_id: string }[];
  }[];
  const all = rows.flatMap(({ components: controls }) => controls.map(({ custom_id }) => custom_id));
  return prefix === undefined ? all : all.filter((id) => id.startsWith(`${prefix}:`) || id === prefix);
}

/** The only control of a message with this prefix; fails where there is none. */
export function controlOf(message: Message | null, prefix: string): string {
  const [id] = controlsOf(message, prefix);
  if (id === undefined) throw new Error(`no control ${prefix} in ${controlsOf(message).join(', ')}`);
  return id;
}
