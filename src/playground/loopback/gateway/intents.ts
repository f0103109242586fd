import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import type { PrivilegedIntent } from '../settings.js';

/** All intents that Discord knows; other bits are refused with 4013. */
export const KNOWN_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit): bit is GatewayIntentBits => typeof bit === 'number')
  .reduce<number>((all, bit) => all | bit, 0);

const INTENT_OF: Readonly<Record<PrivilegedIntent, GatewayIntentBits>> = {
  members: GatewayIntentBits.GuildMembers,
  presences: GatewayIntentBits.GuildPresences,
  'message-content': GatewayIntentBits.MessageContent,
};

const FLAG_OF: Readonly<Record<PrivilegedIntent, ApplicationFlags>> = {
  members: ApplicationFlags.GatewayGuildMembersLimited,
  presences: ApplicationFlags.GatewayPresenceLimited,
  'message-content': ApplicationFlags.GatewayMessageContentLimited,
};

/** The intents that a bot with these grants may not name (4014). */
export function disallowedIntents(granted: readonly PrivilegedIntent[]): number {
  return (Object.keys(INTENT_OF) as PrivilegedIntent[])
    .filter((name) => !granted.includes(name))
    .reduce((bits, name) => bits | INTENT_OF[name], 0);
}

/** The application's flags, which show its grants. */
export function applicationFlags(granted: readonly PrivilegedIntent[]): number {
  return granted.reduce((flags, name) => flags | FLAG_OF[name], 0);
}
