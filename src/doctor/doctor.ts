/** What `wenju doctor` looks at, from the inside out. Nothing is changed but what a start would do to the store. */
import type { Command } from '../discord/command.js';
import type { BotSettings } from '../discord/settings.js';
import type { LibrarySettings } from '../library.js';
import { checkCorpus } from './corpus-checks.js';
import { checkDataFolder, checkStore } from './data-checks.js';
import { checkDiscord, checkToken } from './discord-checks.js';
import { checkEngine } from './engine-checks.js';
import { type Finding, good } from './finding.js';

/** A valid configuration, as far as it is looked at. */
export interface Patient {
  readonly corpus: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** The cluster that searches, when one does. */
  readonly engine?: LibrarySettings['engine'];
  /** Null without a token: nothing of Discord is looked at then. */
  readonly bot: BotSettings | null;
  readonly commands: readonly Command[];
}

/** Looks at everything; a check that fails does not keep the others from being made. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const { corpus, dataDir, databaseUrl, engine, bot, commands } = patient;
  return [
    good('Configuration', 'Every variable is valid.'),
    await checkDataFolder(dataDir),
    await checkStore({ dataDir, databaseUrl }),
    ...(await checkCorpus({ corpus, dataDir, databaseUrl: databaseUrl ?? undefined, engine })),
    ...(engine === undefined ? [] : [await checkEngine(engine)]),
    checkToken(bot?.token ?? null),
    ...(bot === null ? [] : await checkDiscord(bot, commands)),
  ];
}
