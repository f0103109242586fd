import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { ChatCommand, Choice, Services } from './command.js';
import { CONTROL_LIMITS } from './controls.js';
import { describeError, type Logger } from './logger.js';
import { cutText } from './markdown.js';
import { callerOf } from './permissions.js';
import { textsForLocale } from './texts/locale.js';

const MAX_CHOICES = 25;
/** Milliseconds; Discord takes nothing after 3 s. */
const PATIENCE = 2_500;

/** Choices as Discord takes them: at most 25, each value once and not cut. */
function choicesWithin(choices: readonly Choice[]): readonly ApplicationCommandOptionChoiceData<string>[] {
  const values = new Set<string>();
  return choices
    .filter(({ value }) => {
      const usable = value !== '' && value.length <= CONTROL_LIMITS.optionText && !values.has(value);
      values.add(value);
      return usable;
    })
    .slice(0, MAX_CHOICES)
    .map(({ name, value }) => ({ name: cutText(name, CONTROL_LIMITS.optionText) || value, value }));
}

async function inTime(choices: Promise<readonly Choice[]>): Promise<readonly Choice[]> {
  let timer: NodeJS.Timeout | undefined;
  const none = new Promise<readonly Choice[]>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, []);
  });
  try {
    return await Promise.race([choices, none]);
  } finally {
    clearTimeout(timer);
  }
}

/** Suggestions for what somebody types; none when they fail or take too long. Never rejects. */
export async function suggest(
  interaction: AutocompleteInteraction,
  command: ChatCommand | undefined,
  services: Services,
  logger: Logger,
): Promise<void> {
  try {
    const { name, value } = interaction.options.getFocused(true);
    const pending = command?.autocomplete?.({
      services,
      logger,
      texts: textsForLocale(interaction.locale),
      caller: callerOf(interaction),
      subcommand: interaction.options.getSubcommand(false),
      option: name,
      typed: value,
    });
    const found = await inTime(pending ?? Promise.resolve([])).catch((error: unknown) => {
      logger.warn({ error: describeError(error) }, 'No suggestions could be made');
      return [];
    });
    await interaction.respond(choicesWithin(found));
  } catch (error) {
    // Whoever types on has left this question behind.
    logger.debug({ error: describeError(error) }, 'Discord did not take the suggestions');
  }
}
