/** Who may do what: every command, button and menu of moderators passes here, each time anew. */
import { DEFAULT_GUILD_SETTINGS, type GuildSettings } from '../../store/settings.js';
import type { Exchange } from '../command.js';
import type { Reply } from '../limits.js';
import { mayChangeCorpus, mayModerateServer, type Permission } from '../permissions.js';
import { renderNotice } from '../rendering/notice.js';
import type { Texts } from '../texts/texts.js';

/** What an act concerns: the articles, which belong to the home servers, or the server where it happens. */
export type Duty = 'articles' | 'server';

/** A moderator who may do what they ask for. */
export interface Moderator {
  readonly guildId: string;
  readonly userId: string;
  /** Holds Manage Server, not only the moderator role. */
  readonly managesGuild: boolean;
  readonly guild: GuildSettings;
}

function refusalText(permission: Exclude<Permission, 'allowed'>, duty: Duty, texts: Texts): string {
  if (duty === 'articles') return texts.refusal[permission];
  const { refusal } = texts.moderation;
  return permission === 'not-a-moderator' ? refusal.notAModerator : refusal.serverOnly;
}

/**
 * The moderator behind an act, or null after `refuse` has said why not. What the interaction itself says of the member
 * decides, and the settings as they are now; that a button was once shown to somebody proves nothing. The log names who
 * asked only when they are a moderator.
 */
export async function moderatorOf(
  exchange: Exchange,
  duty: Duty,
  refuse: (reply: Reply) => Promise<void>,
): Promise<Moderator | null> {
  const { caller, services, texts, logger } = exchange;
  const { guildId, userId, managesGuild } = caller;
  // From the store itself, not from memory: who may act must not be a matter of seconds.
  const set = guildId === null ? null : await services.store.settings.get(guildId);
  const guild = set ?? DEFAULT_GUILD_SETTINGS;
  const may = duty === 'articles' ? mayChangeCorpus : mayModerateServer;
  const guildIds = duty === 'articles' ? await services.guildsEverywhere() : services.guildIds();
  const permission = may(caller, services.settings, guildIds, guild.moderatorRoleId);
  if (permission === 'allowed' && guildId !== null) {
    logger.info({ permission, user: userId, guild: guildId }, 'A moderator acts');
    return { guildId, userId, managesGuild, guild };
  }
  logger.info({ permission }, 'A moderators’ act was refused');
  if (permission !== 'allowed') await refuse(renderNotice(refusalText(permission, duty, texts), 'trouble'));
  return null;
}

/** The same before heavy work, which moderators too may ask for only so often. */
export async function moderatorForWork(
  exchange: Exchange,
  duty: Duty,
  refuse: (reply: Reply) => Promise<void>,
): Promise<Moderator | null> {
  const moderator = await moderatorOf(exchange, duty, refuse);
  if (moderator === null) return null;
  const wait = await exchange.services.manners.heavyWork(moderator.userId);
  if (wait === null) return moderator;
  await refuse(renderNotice(exchange.texts.moderation.limits[wait.who](wait.seconds), 'neutral'));
  return null;
}
