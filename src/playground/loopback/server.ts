import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableCommands } from './acts/availability.js';
import { askSuggestions, callCommand, callMenu } from './acts/command.js';
import { useComponent } from './acts/component.js';
import { submitModal } from './acts/modal.js';
import { sceneOf } from './acts/places.js';
import { talk } from './acts/talk.js';
import { Gateway } from './gateway/gateway.js';
import type { Loopback } from './loopback.js';
import type { Message, MessageChange } from './messages.js';
import { createPlatform, type Platform } from './platform.js';
import { createRestServer } from './rest/server.js';
import type { LoopbackOptions } from './settings.js';
import { idOf } from './world-model.js';

export type { Loopback } from './loopback.js';
export type { LoopbackOptions } from './settings.js';

/** How long is waited for a message or an edit when nothing else is said, in ms. */
const DEFAULT_TIMEOUT_MS = 10_000;

/** Starts a local Discord on 127.0.0.1; rejects when its port is taken. */
export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  let origin = '';
  const platform = await createPlatform(options, () => origin);
  const gatewayUrl = (): string => `${origin.replace('http', 'ws')}/gateway`;
  const server = createRestServer(platform, gatewayUrl);
  const gateway = new Gateway(platform, gatewayUrl);
  gateway.listenOn(server);
  platform.faults.attach(gateway);
  origin = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  return {
    ...whatItIs(platform, origin),
    ...whatUsersDo(platform),
    ...whatIsSeen(platform),
    get sessions() {
      return gateway.connectedSessions;
    },
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function whatItIs(platform: Platform, origin: string) {
  const { settings, world, faults, journal, violations } = platform;
  const { token, applicationId } = settings;
  return { api: `${origin}/api`, token, applicationId, world, faults, journal, violations };
}

type Acts = Pick<
  Loopback,
  | 'commands'
  | 'command'
  | 'autocomplete'
  | 'contextMenu'
  | 'click'
  | 'select'
  | 'submitModal'
  | 'say'
  | 'startTyping'
>;

function whatUsersDo(platform: Platform): Acts {
  return {
    commands(place) {
      const { user, channel } = sceneOf(platform, place);
      return availableCommands(platform, user, channel);
    },
    command: (act) => callCommand(platform, act),
    autocomplete: (act) => askSuggestions(platform, act),
    contextMenu: (act) => callMenu(platform, act),
    click: (message, customId, user, options = {}) =>
      useComponent(platform, { ...options, message, customId, user }),
    select: (message, customId, user, values, options = {}) =>
      useComponent(platform, { ...options, message, customId, user, values }),
    submitModal: (run, values) => submitModal(platform, run.interaction, values),
    say: async (act) => talk(platform, act),
    startTyping(place) {
      const { user, channel } = sceneOf(platform, place);
      platform.world.changes.emit({ kind: 'typing', channel, userId: user.id });
    },
  };
}

type Views = Pick<
  Loopback,
  'messages' | 'readerOf' | 'history' | 'waitForMessage' | 'waitForEdit' | 'onMessage' | 'onWorld'
>;

function whatIsSeen({ messages, world }: Platform): Views {
  const next = async (
    kind: MessageChange['kind'],
    fits: (message: Message) => boolean,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<Message> => {
    const isIt = (change: MessageChange): boolean => change.kind === kind && fits(change.message);
    return (await messages.changes.first(isIt, timeoutMs, `a message that is ${kind} and fits`)).message;
  };
  return {
    messages: (channel, asUser) =>
      messages.inChannel(idOf(channel), asUser === undefined ? null : idOf(asUser)),
    readerOf: (message) => messages.readerOf(idOf(message)),
    history: (message) => messages.history(idOf(message)),
    waitForMessage: (fits, timeoutMs) => next('created', fits, timeoutMs),
    waitForEdit: (fits, timeoutMs) => next('edited', fits, timeoutMs),
    onMessage: (listener) => messages.changes.subscribe(listener),
    onWorld: (listener) => world.changes.subscribe(listener),
  };
}
