import type { Command } from '../discord/command.js';
import { type Examination, examineDiscord } from '../discord/examination.js';
import type { Logger } from '../discord/logger.js';
import type { BotSettings } from '../discord/settings.js';
import { bad, type Finding, good, notice, reasonOf } from './finding.js';

/** A check that takes longer is a finding itself, in ms. */
const CONNECT_MS = 20_000;
/** How many names a sentence takes. */
const NAMED = 3;
const TOKEN_PARTS = /^([\w-]+)\.[\w-]+\.[\w-]+$/u;
const SILENT: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Whether a token looks like one of Discord's: three parts, the first of which is an id in base64. It is never shown. */
export function checkToken(token: string | null): Finding {
  if (token === null)
    return notice(
      'Bot token',
      'DISCORD_TOKEN is not set: npm start opens the playground, which needs none.',
      'For a bot: Discord developer portal, your application, Bot, Reset Token; put it into .env.',
    );
  const id = Buffer.from(TOKEN_PARTS.exec(token)?.[1] ?? '', 'base64').toString('latin1');
  if (/^\d{17,20}$/u.test(id)) return good('Bot token', "DISCORD_TOKEN has a bot token's form.");
  return notice(
    'Bot token',
    "DISCORD_TOKEN does not have a bot token's form: three parts between dots.",
    'Copy the token itself, not the application id, the public key or the client secret.',
  );
}

/** What Discord says of the bot: token, intents, servers, permissions, commands, home servers. */
export async function checkDiscord(
  settings: BotSettings,
  commands: readonly Command[],
): Promise<readonly Finding[]> {
  try {
    const examined = await examineDiscord({
      settings: { ...settings, timing: { connect: CONNECT_MS, ...settings.timing } },
      commands,
      logger: SILENT,
    });
    return [
      good('Discord login', `Discord accepts the token: ${examined.botName}.`),
      good('Intents', 'The gateway grants all that the bot needs; none needs approval.'),
      servers(examined),
      ...permissions(examined),
      registered(examined, settings),
      ...home(examined, settings),
    ];
  } catch (error) {
    return [
      bad(
        'Discord login',
        reasonOf(error),
        'Do what the message says; where Discord is out of reach, look at the network, at proxies and at DISCORD_API.',
      ),
    ];
  }
}

function servers({ guilds, inviteLink }: Examination): Finding {
  if (guilds.length === 0)
    return notice(
      'Servers',
      'The bot is in no server; it answers direct messages only.',
      `Invite it: ${inviteLink}`,
    );
  return good(
    'Servers',
    `The bot is in ${named(
      guilds.map(({ name }) => name),
      'server',
    )}.`,
  );
}

function permissions({ guilds, inviteLink }: Examination): readonly Finding[] {
  if (guilds.length === 0) return [];
  const lacking = guilds.filter(({ missing }) => missing.length > 0);
  const [first] = lacking;
  if (first === undefined) return [good('Permissions', 'The bot may do all that it needs in every server.')];
  const others = lacking.length === 1 ? '' : ` and ${lacking.length - 1} more`;
  return [
    bad(
      'Permissions',
      `In ${first.name}${others} the bot lacks ${first.missing.join(', ')}.`,
      `Give them to the bot's role, or invite it again: ${inviteLink}`,
    ),
  ];
}

function registered({ commands }: Examination, { guildId }: BotSettings): Finding {
  const scope = guildId === undefined ? 'everywhere' : `in the server ${guildId}`;
  if (commands === 'current') return good('Commands', `They are registered ${scope} and current.`);
  if (commands === 'changed')
    return notice(
      'Commands',
      `Discord has others than this version's ${scope}.`,
      'Run npx wenju deploy, or start the bot.',
    );
  return bad(
    'Commands',
    `Discord does not tell them: ${commands.failure}`,
    guildId === undefined
      ? 'Invite the bot again: its invite link grants applications.commands.'
      : 'Check DISCORD_GUILD_ID, and that the bot was invited to that server with applications.commands.',
  );
}

/** Whose moderators may change the articles. */
function home({ guilds }: Examination, { homeGuildIds }: BotSettings): readonly Finding[] {
  if (homeGuildIds.length === 0) {
    const [only] = guilds;
    if (only === undefined) return [];
    if (guilds.length === 1)
      return [good('Home servers', `${only.name}, the only server that the bot is in.`)];
    return [
      notice(
        'Home servers',
        `The bot is in ${guilds.length} servers and HOME_GUILD_IDS is not set: nobody may change the articles.`,
        `Set HOME_GUILD_IDS, for example to ${only.id} (${only.name}).`,
      ),
    ];
  }
  const names = new Map(guilds.map(({ id, name }) => [id, name]));
  const strangers = homeGuildIds.filter((id) => !names.has(id));
  if (strangers.length > 0)
    return [
      notice(
        'Home servers',
        `The bot is not in ${strangers.join(', ')} of HOME_GUILD_IDS.`,
        'Invite it there, or take the id out.',
      ),
    ];
  return [
    good(
      'Home servers',
      `${named(
        homeGuildIds.map((id) => names.get(id) ?? id),
        'server',
      )}.`,
    ),
  ];
}

/** `2 servers: Qinghe, Hewan`. */
function named(names: readonly string[], noun: string): string {
  const rest = names.length > NAMED ? ', …' : '';
  return `${names.length} ${noun}${names.length === 1 ? '' : 's'}: ${names.slice(0, NAMED).join(', ')}${rest}`;
}
