import { holds } from '../permission-bits.js';
import { channelPermissions } from '../permissions.js';
import type { Platform } from '../platform.js';
import type { Channel, Reference } from '../world.js';
import { ownersOf, type Scene } from './payload.js';
import { RefusedByClientError } from './refused.js';

/** Who acts, and where: in a channel, in the first channel of a server, or in private with the bot. */
export interface Place {
  readonly user: Reference;
  readonly channel?: Reference;
  readonly guild?: Reference;
  readonly dm?: boolean;
}

/** The user and the channel of a place; throws when the user cannot see it. */
export function sceneOf(platform: Platform, place: Place): Scene {
  const user = platform.world.user(place.user);
  const channel = channelOf(platform, place);
  if (!holds(channelPermissions(platform.world, channel, user.id), 'ViewChannel')) {
    throw new RefusedByClientError(`${user.username} is not in the channel ${channel.name}`);
  }
  return { user, channel, locale: user.locale, owners: ownersOf(platform, user, channel, null) };
}

function channelOf(platform: Platform, place: Place): Channel {
  const { world } = platform;
  if (place.channel !== undefined) return world.channel(place.channel);
  if (place.dm === true) return world.dm(place.user);
  const [first] = place.guild === undefined ? [] : world.channelsOf(place.guild);
  if (first === undefined) throw new RefusedByClientError('no channel is given');
  return first;
}
