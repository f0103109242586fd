/** `/settings`: how the bot behaves in one server, as a panel of menus and buttons. */
import type { GuildSettings } from '../../store/settings.js';
import type { Exchange } from '../command.js';
import type { ComponentHandler, Press } from '../component.js';
import type { Row, SelectOption } from '../controls.js';
import { customId } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { DEFAULT_RETENTION_DAYS, retentionDays } from '../manners/retention.js';
import { renderNotice } from '../rendering/notice.js';
import type { BotSettings } from '../settings.js';
import type { Texts } from '../texts/texts.js';
import { type Moderator, moderatorOf } from './gate.js';
import { recordAct } from './record.js';

/** The prefix of the panel's controls. */
const SETTINGS = 'settings';
/** Days that questions can be kept, as offered. */
const RETENTIONS = [0, 7, 30, 90, 365] as const;
/** Discord's limit of what a menu may hold chosen. */
const MOST_CHANNELS = 25;
/** The language menu's entry for each member's own language. */
const OWN_LANGUAGE = 'own';
const SNOWFLAKE = /^\d{17,20}$/;
/** Channels that the panel names; the menu below shows all. */
const CHANNELS_NAMED = 25;

const LOCALES = ['zh-CN', 'zh-TW', 'en-US'] as const;
const LANGUAGE_NAMES = { 'en-US': 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' } as const;

type Patch = Partial<GuildSettings>;

const mostDays = ({ questionRetentionDays }: BotSettings): number =>
  questionRetentionDays ?? DEFAULT_RETENTION_DAYS;

/** The usual choices that whoever runs the bot allows, and what holds now where that is none of them. */
function offeredDays(guild: GuildSettings, bot: BotSettings): readonly number[] {
  const usual = RETENTIONS.filter((choice) => choice <= mostDays(bot));
  const now = retentionDays(bot.questionRetentionDays, guild);
  return [...new Set([...usual, now])].sort((a, b) => a - b);
}

function summary(
  guild: GuildSettings,
  { moderatorRoleId, questionRetentionDays }: BotSettings,
  texts: Texts,
): string {
  const { settings, labelled } = texts.moderation;
  const channels = guild.mentionChannels?.slice(0, CHANNELS_NAMED).map((id) => `<#${id}>`);
  const role = guild.moderatorRoleId ?? moderatorRoleId;
  const days = retentionDays(questionRetentionDays, guild);
  const lines: readonly (readonly [string, string])[] = [
    [settings.mentions, channels === undefined ? settings.everywhere : channels.join(' ')],
    [settings.visibility, guild.privateByDefault ? settings.privateAnswers : settings.publicAnswers],
    [settings.language, guild.language === null ? settings.ownLanguage : LANGUAGE_NAMES[guild.language]],
    [settings.role, role === undefined ? settings.noRole : settings.defaultRole(`<@&${role}>`)],
    [settings.retention, days === 0 ? settings.nothingKept : settings.days(days)],
  ];
  return [
    `### ${settings.heading}`,
    ...lines.map(([label, value]) => labelled(`**${label}**`, value)),
    `-# ${settings.explain}`,
  ].join('\n');
}

function rows(guild: GuildSettings, bot: BotSettings, texts: Texts): readonly Row[] {
  const { settings, labelled } = texts.moderation;
  const days = retentionDays(bot.questionRetentionDays, guild);
  const languages: readonly SelectOption[] = [
    {
      value: OWN_LANGUAGE,
      label: labelled(settings.language, settings.ownLanguage),
      chosen: guild.language === null,
    },
    ...LOCALES.map((locale) => ({
      value: locale,
      label: labelled(settings.language, LANGUAGE_NAMES[locale]),
      chosen: guild.language === locale,
    })),
  ];
  const offered = offeredDays(guild, bot);
  const retentions = offered.map((choice) => ({
    value: String(choice),
    label: labelled(settings.retention, choice === 0 ? settings.nothingKept : settings.days(choice)),
    chosen: choice === days,
  }));
  return [
    {
      of: 'channels',
      id: customId(SETTINGS, 'channels'),
      placeholder: settings.chooseChannels,
      least: 0,
      most: MOST_CHANNELS,
      chosen: guild.mentionChannels ?? [],
    },
    {
      of: 'roles',
      id: customId(SETTINGS, 'role'),
      placeholder: settings.chooseRole,
      least: 0,
      chosen: guild.moderatorRoleId === null ? [] : [guild.moderatorRoleId],
    },
    {
      of: 'options',
      id: customId(SETTINGS, 'language'),
      placeholder: settings.chooseLanguage,
      options: languages,
    },
    {
      of: 'options',
      id: customId(SETTINGS, 'days'),
      placeholder: settings.chooseRetention,
      options: retentions,
    },
    [
      guild.privateByDefault
        ? { id: customId(SETTINGS, 'private', 'no'), label: settings.makePublic }
        : { id: customId(SETTINGS, 'private', 'yes'), label: settings.makePrivate },
      {
        id: customId(SETTINGS, 'everywhere'),
        label: settings.answerEverywhere,
        disabled: guild.mentionChannels === null,
      },
      {
        id: customId(SETTINGS, 'norole'),
        label: settings.removeRole,
        disabled: guild.moderatorRoleId === null,
      },
    ],
  ];
}

function renderPanel(guild: GuildSettings, bot: BotSettings, texts: Texts): Reply {
  return {
    cards: [{ tone: 'neutral', description: summary(guild, bot, texts) }],
    rows: rows(guild, bot, texts),
  };
}

/** What a control changes, or the sentence that says why it cannot. Nothing that comes with a press is trusted. */
function patchOf(press: Press, { guildId, managesGuild, guild }: Moderator): Patch | string {
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

/** `language: zh-CN`, for the record. */
function detailOf(patch: Patch): string {
  return Object.entries(patch)
    .map(([key, value]) => `${key}: ${value === null ? '–' : String(value)}`)
    .join(', ');
}

/** Shows a moderator the panel of their server. The answer must be deferred. */
export async function showSettings(exchange: Exchange): Promise<void> {
  const moderator = await moderatorOf(exchange, 'server', exchange.reply);
  if (moderator === null) return;
  await exchange.reply(renderPanel(moderator.guild, exchange.services.settings, exchange.texts));
}

/** Every control of the panel: changes one thing and shows the panel as it is then. */
export const settingsHandler: ComponentHandler = {
  prefix: SETTINGS,
  async press(press) {
    const moderator = await moderatorOf(press, 'server', press.tell);
    if (moderator === null) return;
    const patch = patchOf(press, moderator);
    if (typeof patch === 'string') return press.tell(renderNotice(patch, 'trouble'));
    const { store, guildSettings, settings, clock } = press.services;
    await press.deferUpdate();
    const guild = await store.settings.set(moderator.guildId, patch);
    guildSettings.forget(moderator.guildId);
    if (patch.retentionDays !== undefined) {
      // Fewer days hold at once, not from the next purge on.
      const before = clock() - retentionDays(settings.questionRetentionDays, guild) * 86_400_000;
      await store.gaps.purgeGuild(moderator.guildId, before);
      await store.shown.forgetTexts(before, moderator.guildId);
    }
    await recordAct(press, moderator, 'settings', detailOf(patch));
    await press.reply(renderPanel(guild, settings, press.texts));
  },
};
