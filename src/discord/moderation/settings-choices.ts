/** What the controls of the settings' panel offer, and what their use changes. */
import type { GuildSettings } from '../../store/settings.js';
import type { Press } from '../component.js';
import { DEFAULT_RETENTION_DAYS, retentionDays } from '../manners/retention.js';
import type { BotSettings } from '../settings.js';
import type { Moderator } from './gate.js';

/** The prefix of the panel's controls. */
export const SETTINGS = 'settings';
/** Discord's limit of what a menu may hold chosen. */
export const MOST_CHANNELS = 25;
/** The language menu's entry for each member's own language. */
export const OWN_LANGUAGE = 'own';
/** Languages of the bot's texts. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en-US'] as const;
/** Days that questions can be kept, as offered. */
const RETENTIONS = [0, 7, 30, 90, 365] as const;
const SNOWFLAKE = /^\d{17,20}$/;

/** What one use of a control changes. */
export type Patch = Partial<GuildSettings>;

const mostDays = ({ questionRetentionDays }: BotSettings): number =>
  questionRetentionDays ?? DEFAULT_RETENTION_DAYS;

/** The usual choices that whoever runs the bot allows, and what holds now where that is none of them. */
export function offeredDays(guild: GuildSettings, bot: BotSettings): readonly number[] {
  const usual = RETENTIONS.filter((choice) => choice <= mostDays(bot));
  const now = retentionDays(bot.questionRetentionDays, guild);
  return [...new Set([...usual, now])].sort((a, b) => a - b);
}

/** What a control changes, or the sentence that says why it cannot. Nothing that comes with a press is trusted. */
export function patchOf(press: Press, { guildId, managesGuild, guild }: Moderator): Patch | string {
  const { settings, refusal } = press.texts.moderation;
  const [control, argument] = press.args;
  const { values } = press;
  const chosen = values[0];
  const ids = values.every((value) => SNOWFLAKE.test(value));
  switch (control) {
    case 'channels':
      if (!ids || values.length > MOST_CHANNELS) return settings.notThere;
      return { mentionChannels: values.length === 0 ? null : values };
    case 'everywhere':
      return { mentionChannels: null };
    case 'role':
    case 'norole':
      // Whoever moderates by the role alone must not hand it on, nor lock the others out.
      if (!managesGuild) return refusal.managersOnly;
      if (control === 'norole' || chosen === undefined) return { moderatorRoleId: null };
      if (!ids || values.length > 1) return settings.notThere;
      return chosen === guildId ? settings.notEveryone : { moderatorRoleId: chosen };
    case 'language': {
      if (chosen === OWN_LANGUAGE) return { language: null };
      const language = LOCALES.find((locale) => locale === chosen);
      return language === undefined ? settings.notThere : { language };
    }
    case 'days': {
      const { settings: bot } = press.services;
      const days = offeredDays(guild, bot).find((choice) => String(choice) === chosen);
      if (days !== undefined) return { retentionDays: days };
      return RETENTIONS.some((choice) => String(choice) === chosen)
        ? settings.bounded(mostDays(bot))
        : settings.notThere;
    }
    case 'private':
      return argument === 'yes' || argument === 'no'
        ? { privateByDefault: argument === 'yes' }
        : settings.notThere;
    default:
      return settings.notThere;
  }
}
