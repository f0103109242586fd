import type { AddressInfo } from 'node:net';
import { availableCommands } from './availability.js';
import {
  type AutocompleteAct,
  askSuggestions,
  type CommandAct,
  callCommand,
  callMenu,
  type MenuAct,
} from './command-acts.js';
import type { OptionValue } from './command-options.js';
import { type Command, Commands } from './commands.js';
import { type ComponentAct, useComponent } from './component-acts.js';
import { Faults } from './faults.js';
import { Files } from './files.js';
import { Gateway } from './gateway.js';
import { type Choice, Interactions } from './interactions.js';
import { Journal } from './journal.js';
import { type Message, Messages } from './messages.js';
import { type ModalValues, submitModal } from './modal-acts.js';
import { type Place, sceneOf } from './places.js';
import type { Platform, Settings } from './platform.js';
import { createRestServer } from './rest/server.js';
import type { InteractionRun } from './run.js';
import { createSnowflakes } from './snowflake.js';
import { type TalkAct, talk } from './talk.js';
import { loadSchemas } from './validation/schemas.js';
import { idOf, type Reference, type User, World } from './world.js';

export type { OptionValue };

/** How a loopback is to be; everything has a default that is Discord's. */
export interface LoopbackOptions extends Partial<Settings> {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly botName?: string;
  /** Entries that the journal keeps. */
  readonly journalEntries?: number;
  /** Messages that are kept in a channel. */
  readonly messagesPerChannel?: number;
}

/** A local Discord: its address, its world, what its users can do, and what can go wrong with it. */
export interface Loopback {
  /** For discord.js's `rest.api`: http://127.0.0.1:PORT/api */
  readonly api: string;
  /** The one bot token that is accepted. */
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  readonly faults: Faults;
  readonly journal: Journal;
  /** What the bot did that Discord would not take, oldest first. */
  readonly violations: readonly string[];
  /** The commands that a user's client offers in a place. */
  commands(place: Place): readonly Command[];
  command(act: CommandAct): InteractionRun;
  autocomplete(act: AutocompleteAct): Promise<readonly Choice[]>;
  contextMenu(act: MenuAct): InteractionRun;
  click(
    message: Reference,
    customId: string,
    user: Reference,
    options?: Partial<ComponentAct>,
  ): InteractionRun;
  select(
    message: Reference,
    customId: string,
    user: Reference,
    values: readonly string[],
    options?: Partial<ComponentAct>,
  ): InteractionRun;
  /** Submits the modal that a run has opened. */
  submitModal(run: InteractionRun, values: ModalValues): InteractionRun;
  say(act: TalkAct): Promise<Message>;
  /** A user starts to type. */
  startTyping(place: Place): void;
  /** A channel's messages, oldest first; with the ephemeral ones of `asUser`. */
  messages(channel: Reference, asUser?: Reference): readonly Message[];
  /** Every state of a message, oldest first. */
  history(message: Reference): readonly Message[];
  /** The first message from now on that fits; ephemeral ones included. */
  waitForMessage(fits: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** The first edit from now on that fits. */
  waitForEdit(fits: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** Everything that happens to messages, for a page that shows them. */
  onMessage: Messages['changes']['subscribe'];
  /** Everything that happens in the world, typing included. */
  onWorld: World['changes']['subscribe'];
  /** Ids of the gateway sessions that are connected. */
  readonly sessions: readonly string[];
  close(): Promise<void>;
}

const DEFAULTS = {
  applicationId: '1100000000000000001',
  acknowledgeMs: 3_000,
  tokenMs: 15 * 60_000,
  heartbeatMs: 41_250,
  resumeMs: 180_000,
  privilegedIntents: [],
  rateLimit: { requests: 50, windowMs: 1_000 },
  attachmentBytes: 10 * 1_048_576,
  journalEntries: 5_000,
  messagesPerChannel: 5_000,
} as const;

/** How long is waited for a message or an edit when nothing else is said, in ms. */
const DEFAULT_TIMEOUT_MS = 10_000;

/** Starts a local Discord on 127.0.0.1. */
export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  let origin = '';
  const { platform, violations } = await createPlatform(options, () => origin);
  const gatewayUrl = (): string => `${origin.replace('http', 'ws')}/gateway`;
  const server = createRestServer(platform, gatewayUrl);
  const gateway = new Gateway(platform, gatewayUrl);
  gateway.listenOn(server);
  platform.faults.attach(gateway);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    gateway.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return createLoopback(platform, violations, gateway, `${origin}/api`, close);
}

async function createPlatform(
  options: LoopbackOptions,
  origin: () => string,
): Promise<{ readonly platform: Platform; readonly violations: readonly string[] }> {
  const applicationId = options.applicationId ?? DEFAULTS.applicationId;
  const settings: Settings = { ...DEFAULTS, token: tokenFor(applicationId), ...options, applicationId };
  const nextId = createSnowflakes();
  const journal = new Journal(options.journalEntries ?? DEFAULTS.journalEntries);
  const violations: string[] = [];
  const platform: Platform = {
    settings,
    nextId,
    world: new World(nextId, botUser(applicationId, options.botName ?? 'Wenju')),
    messages: new Messages(options.messagesPerChannel ?? DEFAULTS.messagesPerChannel),
    commands: new Commands(nextId, applicationId),
    interactions: new Interactions(nextId, settings),
    files: new Files(nextId, origin),
    schemas: await loadSchemas(),
    journal,
    faults: new Faults(journal),
    violate(text) {
      violations.push(text);
      journal.record({ kind: 'violation', text });
    },
  };
  return { platform, violations };
}

/** A token of Discord's shape: the application's id, and what cannot be guessed elsewhere but need not be secret here. */
function tokenFor(applicationId: string): string {
  return `${Buffer.from(applicationId).toString('base64url')}.Loopbk.only-for-the-loopback-on-this-machine`;
}

function botUser(id: string, name: string): User {
  return {
    id,
    username: name,
    globalName: null,
    bot: true,
    locale: 'en-US',
    acceptsPrivateMessages: false,
    installedApplication: false,
  };
}

function createLoopback(
  platform: Platform,
  violations: readonly string[],
  gateway: Gateway,
  api: string,
  close: () => Promise<void>,
): Loopback {
  const { world, messages, settings } = platform;
  const waitFor = async (
    kind: 'created' | 'edited',
    fits: (message: Message) => boolean,
    timeoutMs: number,
  ): Promise<Message> => {
    const what = kind === 'created' ? 'a message that fits' : 'an edit that fits';
    const isIt = (change: { kind: string; message: Message }): boolean =>
      change.kind === kind && fits(change.message);
    return (await messages.changes.first(isIt, timeoutMs, what)).message;
  };
  return {
    api,
    token: settings.token,
    applicationId: settings.applicationId,
    world,
    faults: platform.faults,
    journal: platform.journal,
    violations,
    commands: (place) => {
      const { user, channel } = sceneOf(platform, place);
      return availableCommands(platform, user, channel);
    },
    command: (act) => callCommand(platform, act),
    autocomplete: (act) => askSuggestions(platform, act),
    contextMenu: (act) => callMenu(platform, act),
    click: (message, customId, user, more = {}) =>
      useComponent(platform, { ...more, message, customId, user }),
    select: (message, customId, user, values, more = {}) =>
      useComponent(platform, { ...more, message, customId, user, values }),
    submitModal: (run, values) => submitModal(platform, run.interaction, values),
    say: async (act) => talk(platform, act),
    startTyping: (place) => {
      const { user, channel } = sceneOf(platform, place);
      world.changes.emit({ kind: 'typing', channel, userId: user.id });
    },
    messages: (channel, asUser) =>
      messages.inChannel(idOf(channel), asUser === undefined ? null : idOf(asUser)),
    history: (message) => messages.history(idOf(message)),
    waitForMessage: (fits, timeoutMs = DEFAULT_TIMEOUT_MS) => waitFor('created', fits, timeoutMs),
    waitForEdit: (fits, timeoutMs = DEFAULT_TIMEOUT_MS) => waitFor('edited', fits, timeoutMs),
    onMessage: (listener) => messages.changes.subscribe(listener),
    onWorld: (listener) => world.changes.subscribe(listener),
    get sessions() {
      return gateway.connectedSessions;
    },
    close,
  };
}
