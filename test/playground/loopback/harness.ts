import { setTimeout as pause } from 'node:timers/promises';
import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Partials,
} from 'discord.js';
import { afterEach } from 'vitest';
import {
  type Loopback,
  type LoopbackOptions,
  startLoopback,
} from '../../../src/playground/loopback/server.js';
import type { Channel, Guild, User } from '../../../src/playground/loopback/world.js';

/** How long a client may take to say goodbye. */
const LONGEST_GOODBYE_MS = 5_000;

const opened: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A loopback that is closed after the test. */
export async function loopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const started = await startLoopback(options);
  opened.push(() => started.close());
  return started;
}

/** An unmodified discord.js client for the loopback, not yet logged in; destroyed after the test. */
export function newClient(server: Loopback, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    ...options,
    rest: { api: server.api, ...options.rest },
  });
  client.on(Events.Error, () => {});
  // Between Identify and Ready discord.js may wait for a close that never comes; the loopback closes the connection next.
  opened.push(() => Promise.race([client.destroy(), pause(LONGEST_GOODBYE_MS)]));
  return client;
}

/** A client that is ready. */
export async function readyClient(
  server: Loopback,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = newClient(server, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(server.token);
  return await ready;
}

/** A server with a member and a moderator, and a client that is ready in it. */
export async function scene(options: LoopbackOptions = {}): Promise<{
  readonly server: Loopback;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly member: User;
  readonly moderator: User;
  readonly client: Client<true>;
}> {
  const server = await loopback(options);
  const guild = server.world.addGuild({ name: 'Archive' });
  const member = server.world.addMember(guild, { name: 'Lin' });
  const moderator = server.world.addMember(guild, { name: 'Mo', permissions: ['ManageGuild'] });
  const [channel] = server.world.channelsOf(guild);
  if (channel === undefined) throw new Error('a new server has a channel');
  return { server, guild, channel, member, moderator, client: await readyClient(server) };
}

/** Registers chat commands of these names without options, for everywhere. */
export async function register(client: Client<true>, ...names: readonly string[]): Promise<void> {
  await client.application.commands.set(names.map((name) => ({ name, description: `does ${name}` })));
}

/** Answers chat commands; what the answer throws is kept. */
export function onCommand(
  client: Client,
  answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
): { readonly errors: unknown[] } {
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    answer(interaction).catch((error: unknown) => errors.push(error));
  });
  return { errors };
}

/** The code of the error that a request was refused with; 0 when it was not. */
export async function refusalOf(request: Promise<unknown>): Promise<number | string> {
  try {
    await request;
    return 0;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
}

/** What the client hears of messages, in order. */
export function heard(client: Client): string[] {
  const texts: string[] = [];
  client.on(Events.MessageCreate, (message) => texts.push(message.content));
  return texts;
}

/** Opcodes that the client has sent, in order, without heartbeats. */
export function sentOps(server: Loopback): number[] {
  return server.journal.entries.flatMap((entry) =>
    entry.kind === 'received' && entry.op !== 1 ? [entry.op] : [],
  );
}
