import type { Command } from '../src/discord/command.js';
import type { ComponentHandler } from '../src/discord/component.js';
import { auditHandler } from '../src/discord/moderation/audit-list.js';
import { inspectHandler } from '../src/discord/moderation/corpus-inspecting.js';
import { removeHandler } from '../src/discord/moderation/corpus-removing.js';
import { draftHandler } from '../src/discord/moderation/drafts.js';
import { gapsHandler } from '../src/discord/moderation/gap-list.js';
import { settingsHandler } from '../src/discord/moderation/settings-panel.js';
import { ask } from './ask.js';
import { audit } from './audit.js';
import { corpus } from './corpus.js';
import { gaps } from './gaps.js';
import { help } from './help.js';
import { reindex } from './reindex.js';
import { settings } from './settings.js';
import { sources } from './sources.js';

/** Every command of the bot: what is registered with Discord and what runs. */
export const commands: readonly Command[] = [ask, sources, help, reindex, corpus, gaps, settings, audit];

/** What answers the bot's buttons, menus and forms, by the prefix of their custom_id. */
export const components: readonly ComponentHandler[] = [
  draftHandler,
  removeHandler,
  inspectHandler,
  gapsHandler,
  settingsHandler,
  auditHandler,
];
