import { commands } from '../../commands/index.js';
import { type Bot, startBot } from '../../src/discord/bot.js';
import type { BotSettings } from '../../src/discord/settings.js';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../src/playground/loopback/server.js';
import type { Guild, User } from '../../src/playground/loopback/world.js';
import { type LibraryDouble, libraryDouble, recordingLogger } from './library-double.js';

type Message = Awaited<ReturnType<Loopback['say']>>;

/** A local Discord with one server, its people, and the bot's surroundings. */
export interface Town {
  readonly loopback: Loopback;
  readonly home: Guild;
  readonly member: User;
  readonly moderator: User;
  readonly library: LibraryDouble;
  readonly logger: ReturnType<typeof recordingLogger>;
  /** Starts the bot as it is started in production; it is stopped with the town. */
  start(settings?: Partial<BotSettings>): Promise<Bot>;
  close(): Promise<void>;
}

/** Builds a town without a running bot. */
export async function buildTown(options: LoopbackOptions = {}): Promise<Town> {
  const loopback = await startLoopback(options);
  const home = loopback.world.addGuild({ name: 'Qinghe' });
  const library = libraryDouble();
  const logger = recordingLogger();
  const bots: Bot[] = [];
  return {
    loopback,
    home,
    member: loopback.world.addMember(home, { name: 'Su He', locale: 'zh-CN' }),
    moderator: loopback.world.addMember(home, { name: 'Chen', permissions: ['ManageGuild'] }),
    library,
    logger,
    async start(settings = {}) {
      const bot = await startBot({
        settings: { token: loopback.token, apiBase: loopback.api, homeGuildIds: [], ...settings },
        library,
        commands,
        logger,
      });
      bots.push(bot);
      return bot;
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await loopback.close();
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
