import type { Exchange } from '../command.js';
import type { Act } from '../texts/moderation/texts.js';
import type { Moderator } from './gate.js';

/** Longer details (names of many files) are cut; the record is for people to read. */
const MAX_DETAIL = 300;

/** Puts down what a moderator did, with who and when: in the store for `/audit`, and as a line of the log. */
export async function recordAct(
  { services, logger }: Pick<Exchange, 'services' | 'logger'>,
  { guildId, userId }: Pick<Moderator, 'guildId' | 'userId'>,
  act: Act,
  detail: string,
): Promise<void> {
  const short = detail.slice(0, MAX_DETAIL).toWellFormed();
  logger.info({ act, user: userId, guild: guildId, detail: short }, 'A moderator acted');
  await services.store.audit.append({ guildId, userId, act, detail: short, at: services.clock() });
}
