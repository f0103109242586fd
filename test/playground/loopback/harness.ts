import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach } from 'vitest';
import {
  type Loopback,
  type LoopbackOptions,
  startLoopback,
} from '../../../src/playground/loopback/server.js';

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
  opened.push(() => client.destroy());
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
