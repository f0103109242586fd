import { Commands } from './commands.js';
import { Faults } from './faults.js';
import { Files } from './files.js';
import { Interactions } from './interactions.js';
import { Journal } from './journal.js';
import { Messages } from './messages.js';
import { type LoopbackOptions, type Settings, settingsOf } from './settings.js';
import { createSnowflakes } from './snowflake.js';
import { loadSchemas, type Schemas } from './validation/schemas.js';
import { type User, World } from './world.js';

/** Entries that the journal keeps when nothing else is said. */
const JOURNAL_ENTRIES = 5_000;
/** Messages that a channel keeps when nothing else is said. */
const MESSAGES_PER_CHANNEL = 5_000;
/** Violations that are kept; one is too many already. */
const MAX_VIOLATIONS = 1_000;

/** What the REST routes, the gateway and the acting users share: one local Discord. */
export interface Platform {
  readonly settings: Settings;
  readonly nextId: () => string;
  readonly world: World;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly files: Files;
  readonly schemas: Schemas;
  readonly journal: Journal;
  readonly faults: Faults;
  /** What the bot did that Discord would not take, oldest first. */
  readonly violations: readonly string[];
  /** Records that the bot broke a rule. */
  violate(text: string): void;
}

/** An empty local Discord with the bot's user. `origin`: what stands before the paths of files. */
export async function createPlatform(options: LoopbackOptions, origin: () => string): Promise<Platform> {
  const settings = settingsOf(options);
  const { applicationId } = settings;
  const nextId = createSnowflakes(options.clock);
  const journal = new Journal(options.journalEntries ?? JOURNAL_ENTRIES);
  const violations: string[] = [];
  return {
    settings,
    nextId,
    world: new World(nextId, botUser(applicationId, options.botName ?? 'Wenju')),
    messages: new Messages(options.messagesPerChannel ?? MESSAGES_PER_CHANNEL),
    commands: new Commands(nextId, applicationId),
    interactions: new Interactions(nextId, settings),
    files: new Files(nextId, origin),
    schemas: await loadSchemas(),
    journal,
    faults: new Faults(journal),
    violations,
    violate(text) {
      if (violations.length < MAX_VIOLATIONS) violations.push(text);
      journal.record({ kind: 'violation', text });
    },
  };
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
