import type { Command } from '../src/discord/command.js';
import { ask } from './ask.js';
import { help } from './help.js';
import { reindex } from './reindex.js';
import { sources } from './sources.js';

/** Every command of the bot: what is registered with Discord and what runs. */
export const commands: readonly Command[] = [ask, sources, help, reindex];
