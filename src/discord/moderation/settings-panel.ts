/** The panel of a server's settings: what holds, and menus and buttons to change it. */
import type { GuildSettings } from '../../store/settings.js';
import type { Row, SelectOption } from '../controls.js';
import { customId } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { retentionDays } from '../manners/retention.js';
import type { BotSettings } from '../settings.js';
import type { Texts } from '../texts/texts.js';
import { LOCALES, MOST_CHANNELS, OWN_LANGUAGE, offeredDays, SETTINGS } from './settings-choices.js';

const LANGUAGE_NAMES = { 'en-US': 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' } as const;

function summary(
  guild: GuildSettings,
  { moderatorRoleId, questionRetentionDays }: BotSettings,
  texts: Texts,
): string {
  const { settings, labelled } = texts.moderation;
  const channels = guild.mentionChannels?.slice(0, MOST_CHANNELS).map((id) => `<#${id}>`);
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

/** What holds in a server, with everything to change it. */
export function renderPanel(guild: GuildSettings, bot: BotSettings, texts: Texts): Reply {
  return {
    cards: [{ tone: 'neutral', description: summary(guild, bot, texts) }],
    rows: rows(guild, bot, texts),
  };
}
