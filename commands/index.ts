import type { Command } from '../src/discord/command.js';
import type { ComponentHandler } from '../src/discord/component.js';
import { ask } from './ask.js';
import { help } from './help.js';
import { reindex } from './reindex.js';
import { sources } from './sources.js';

/** Every command of the bot: what is registered with Discord and what runs. */
export const commands: readonly Command[] = [ask, sources, help, reindex];

/** What answers the bot's buttons, menus and forms, by the prefix of their custom_id. */
export const components: readonly ComponentHandler[] = [];
