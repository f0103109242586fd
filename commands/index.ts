import { followUpButton, followUpForm } from '../src/discord/answers/follow-up.js';
import { passages } from '../src/discord/answers/passages.js';
import { remove, share } from '../src/discord/answers/sharing.js';
import { sourceCheck } from '../src/discord/answers/source-check.js';
import { votes } from '../src/discord/answers/votes.js';
import { openArticle, readingPages } from '../src/discord/articles/reading-pages.js';
import { sourceControls } from '../src/discord/articles/source-list.js';
import { timelinePages } from '../src/discord/articles/timeline-pages.js';
import type { Command } from '../src/discord/command.js';
import type { ComponentHandler } from '../src/discord/component.js';
import { auditHandler } from '../src/discord/moderation/audit-list.js';
import { inspectHandler } from '../src/discord/moderation/corpus-inspecting.js';
import { removeHandler } from '../src/discord/moderation/corpus-removing.js';
import { draftHandler } from '../src/discord/moderation/drafts.js';
import { gapsHandler } from '../src/discord/moderation/gap-list.js';
import { settingsHandler } from '../src/discord/moderation/server-settings.js';
import { starter } from '../src/discord/welcome.js';
import { ask } from './ask.js';
import { askAboutThis } from './ask-about-this.js';
import { audit } from './audit.js';
import { corpus } from './corpus.js';
import { gaps } from './gaps.js';
import { help } from './help.js';
import { read } from './read.js';
import { reindex } from './reindex.js';
import { settings } from './settings.js';
import { sources } from './sources.js';
import { timeline } from './timeline.js';

/** Every command of the bot: what is registered with Discord and what runs. */
export const commands: readonly Command[] = [
  ask,
  askAboutThis,
  sources,
  read,
  timeline,
  help,
  reindex,
  corpus,
  gaps,
  settings,
  audit,
];

/** What answers the bot's buttons, menus and forms, by the prefix of their custom_id. */
export const components: readonly ComponentHandler[] = [
  passages,
  sourceCheck,
  followUpButton,
  followUpForm,
  votes,
  share,
  remove,
  openArticle,
  readingPages,
  ...sourceControls,
  timelinePages,
  starter,
  draftHandler,
  removeHandler,
  inspectHandler,
  gapsHandler,
  settingsHandler,
  auditHandler,
];
