/** A Discord on this machine, with a page to try the bot in. Nothing leaves the machine. */
import { startLoopback } from './loopback/server.js';
import type { Starters } from './server/acts.js';
import { loadAssets } from './server/assets.js';
import { type PageServer, servePage } from './server/page-server.js';
import { foundTown } from './town.js';

/** Where the page is when no port is asked for and this one is free. */
const USUAL_PORT = 4_840;

/**
 * The town is founded at the same moment at every start, so that server, people and channels keep their ids: what the
 * bot keeps of them (conversations, settings, questions without an answer) is theirs after a restart too.
 */
const FOUNDED_AT = Date.UTC(2020, 0, 1);

/** How the bot reaches the local Discord; the names are those of the bot's own settings. */
export interface Connection {
  readonly token: string;
  readonly apiBase: string;
  readonly homeGuildIds: readonly string[];
}

/** A running playground. */
export interface Playground {
  /** http://127.0.0.1:PORT/ */
  readonly address: string;
  /** What the bot did that Discord would not take. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts the local Discord, the bot in it, and the page. `bundle` is the folder of the page's files. Rejects with
 * MissingPageError when they are not there, and when a port that was asked for is taken.
 */
export async function startPlayground(options: {
  readonly port: number | null;
  readonly bundle: string;
  readonly starters: Starters;
  /** Connects the bot; what it returns is stopped with the playground. */
  readonly startBot: (connection: Connection) => Promise<{ stop(): Promise<void> }>;
}): Promise<Playground> {
  const assets = await loadAssets(options.bundle);
  let isFounding = true;
  const loopback = await startLoopback({ clock: () => (isFounding ? FOUNDED_AT : Date.now()) });
  const started: (() => Promise<void>)[] = [() => loopback.close()];
  // What was started last stops first.
  const close = async (): Promise<void> => {
    for (const stop of started.toReversed()) await stop();
  };
  try {
    const town = foundTown(loopback);
    isFounding = false;
    const { token, api: apiBase } = loopback;
    const bot = await options.startBot({ token, apiBase, homeGuildIds: [town.guild.id] });
    started.push(() => bot.stop());
    const source = { loopback, town, assets, starters: options.starters };
    const page = await serveSomewhere((port) => servePage(source, port), options.port);
    started.push(() => page.close());
    return { address: page.address, violations: loopback.violations, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The usual port keeps the page's address the same from start to start; when it is taken, any other does. */
async function serveSomewhere(
  serve: (port: number) => Promise<PageServer>,
  port: number | null,
): Promise<PageServer> {
  if (port !== null) return serve(port);
  try {
    return await serve(USUAL_PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serve(0);
  }
}
