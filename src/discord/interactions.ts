import { type ChatInputCommandInteraction, type Interaction, MessageFlags } from 'discord.js';
import type { Call, Command, Services } from './command.js';
import { isAlreadyAcknowledged, withinBoundary } from './failure.js';
import { bounded, type Reply } from './limits.js';
import { describeError, type Logger } from './logger.js';
import { callerOf } from './permissions.js';
import { renderNotice } from './rendering/notice.js';
import { textsForLocale } from './texts/locale.js';
import type { Texts } from './texts/texts.js';

async function defer(
  interaction: ChatInputCommandInteraction,
  hidden: boolean,
  logger: Logger,
): Promise<void> {
  try {
    await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    if (!isAlreadyAcknowledged(error)) throw error;
    // The first attempt went through although Discord reported a failure: the reply can be edited all the same.
    logger.warn({ error: describeError(error) }, 'The interaction had been acknowledged already');
    interaction.deferred = true;
  }
}

/** A notice to the caller alone, as the first answer or in place of the deferred one. */
async function notify(interaction: ChatInputCommandInteraction, notice: Reply): Promise<void> {
  if (interaction.deferred || interaction.replied) await interaction.editReply(bounded(notice));
  else await interaction.reply({ ...bounded(notice), flags: MessageFlags.Ephemeral });
}

function callOf(
  interaction: ChatInputCommandInteraction,
  services: Services,
  texts: Texts,
  logger: Logger,
): Call {
  return {
    services,
    logger,
    texts,
    caller: callerOf(interaction),
    text: (option) => interaction.options.getString(option, true),
    flag: (option) => interaction.options.getBoolean(option) ?? false,
    defer: (audience) => defer(interaction, audience === 'asker', logger),
    reply: async (reply) => {
      await interaction.editReply(bounded(reply));
    },
  };
}

/** Runs the command that an interaction calls; other kinds of interaction and failures end here too. Never rejects. */
export async function handleInteraction(
  interaction: Interaction,
  commands: ReadonlyMap<string, Command>,
  services: Services,
  logger: Logger,
  stopping: boolean,
): Promise<void> {
  if (!interaction.isChatInputCommand()) {
    logger.debug({ type: interaction.type }, 'No command answers this kind of interaction');
    return;
  }
  const { failure } = textsForLocale(interaction.locale);
  const command = commands.get(interaction.commandName);
  const work = async (): Promise<void> => {
    if (stopping) return notify(interaction, renderNotice(failure.stopping, 'neutral'));
    if (command === undefined) return notify(interaction, renderNotice(failure.unknownCommand, 'neutral'));
    return command.execute(callOf(interaction, services, textsForLocale(interaction.locale), logger));
  };
  const tell = (): Promise<void> =>
    notify(interaction, renderNotice(failure.broken(interaction.id), 'trouble'));
  await withinBoundary(work, tell, logger);
}
