import { AllowedMentionsTypes, type APIAllowedMentions } from 'discord-api-types/v10';
import type { Channel, World } from '../world.js';

/** Who is called by a text. */
export interface Mentions {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** Whom a text names, as far as its sender allows it. `everyoneAllowed`: whether the sender may call everyone. */
export function mentionsIn(
  content: string,
  world: World,
  channel: Channel,
  allowed: APIAllowedMentions | null,
  everyoneAllowed: boolean,
): Mentions {
  const allows = (kind: AllowedMentionsTypes, id: string, listed: readonly string[] | undefined): boolean =>
    allowed === null || (allowed.parse ?? []).includes(kind) || (listed ?? []).includes(id);
  const users = idsIn(content, /<@!?(\d{1,20})>/g).filter((id) => world.users.has(id));
  const roles = channel.guildId === null ? undefined : world.guilds.get(channel.guildId)?.roles;
  const named = idsIn(content, /<@&(\d{1,20})>/g).filter((id) => roles?.has(id) === true);
  const callsAll = /@(everyone|here)\b/.test(content);
  return {
    users: users.filter((id) => allows(AllowedMentionsTypes.User, id, allowed?.users)),
    roles: named.filter((id) => allows(AllowedMentionsTypes.Role, id, allowed?.roles)),
    everyone: callsAll && everyoneAllowed && allows(AllowedMentionsTypes.Everyone, '', []),
  };
}

function idsIn(content: string, pattern: RegExp): readonly string[] {
  return [...new Set([...content.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
