import { ApplicationCommandType, type Interaction } from 'discord.js';
import { suggest } from './autocomplete.js';
import type { ChatCommand, Command, MessageMenu, Services } from './command.js';
import type { ComponentHandler } from './component.js';
import { parseCustomId } from './custom-id.js';
import { type Answerable, callOf, menuCallOf, pressOf, tellCaller } from './exchange.js';
import { failureText, withinBoundary } from './failure.js';
import { bounded } from './limits.js';
import type { Logger } from './logger.js';
import { renderNotice } from './rendering/notice.js';
import { textsForLocale } from './texts/locale.js';
import type { Texts } from './texts/texts.js';

/** Everything that answers interactions, by how Discord names it. */
export interface Registry {
  readonly chat: ReadonlyMap<string, ChatCommand>;
  readonly menus: ReadonlyMap<string, MessageMenu>;
  readonly components: ReadonlyMap<string, ComponentHandler>;
}

/** Orders commands and controls by name. Throws when two have the same. */
export function registryOf(commands: readonly Command[], components: readonly ComponentHandler[]): Registry {
  const unique = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> => {
    const map = new Map(entries);
    if (map.size < entries.length)
      throw new Error(`Some of these stand twice: ${entries.map(([name]) => name)}`);
    return map;
  };
  return {
    chat: unique(commands.flatMap((one) => ('execute' in one ? [[one.data.name, one] as const] : []))),
    menus: unique(commands.flatMap((one) => ('executeOn' in one ? [[one.data.name, one] as const] : []))),
    components: unique(components.map((handler) => [handler.prefix, handler] as const)),
  };
}

type Work = () => Promise<void>;

/** What a use of a control does, or null when nobody takes care of such controls (any more). */
function pressWork(
  interaction: Extract<Answerable, { customId: string }>,
  { components }: Registry,
  services: Services,
  texts: Texts,
  logger: Logger,
): Work | null {
  const id = parseCustomId(interaction.customId);
  const handler = id === null ? undefined : components.get(id.prefix);
  if (id === null || handler === undefined) return null;
  return async () => handler.press(await pressOf(interaction, id.args, services, texts, logger));
}

/** What an interaction makes the bot do, or null when it is unknown here. */
function workFor(
  interaction: Answerable,
  registry: Registry,
  services: Services,
  texts: Texts,
  logger: Logger,
): Work | null {
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    return pressWork(interaction, registry, services, texts, logger);
  }
  if (interaction.isChatInputCommand()) {
    const command = registry.chat.get(interaction.commandName);
    return command === undefined ? null : () => command.execute(callOf(interaction, services, texts, logger));
  }
  const menu = registry.menus.get(interaction.commandName);
  return menu === undefined ? null : () => menu.executeOn(menuCallOf(interaction, services, texts, logger));
}

function isAnswerable(interaction: Interaction): interaction is Interaction & Answerable {
  return (
    interaction.isChatInputCommand() ||
    (interaction.isContextMenuCommand() && interaction.commandType === ApplicationCommandType.Message) ||
    interaction.isMessageComponent() ||
    interaction.isModalSubmit()
  );
}

const unknown = ({ failure }: Texts, interaction: Answerable): string =>
  interaction.isCommand() ? failure.unknownCommand : failure.unknownControl;

/** The server's language where its moderators have set one, else that of the user's client. Never rejects. */
async function textsFor({ guildId, locale }: Answerable, { guildSettings }: Services): Promise<Texts> {
  const { language } = await guildSettings.of(guildId);
  return textsForLocale(language ?? locale);
}

/** Takes the place of a deferred answer to a command; beside a message that carries the control. */
async function tellFailure(interaction: Answerable, text: string): Promise<void> {
  const notice = renderNotice(text, 'trouble');
  if (interaction.isCommand() && interaction.deferred) await interaction.editReply(bounded(notice));
  else await tellCaller(interaction, notice);
}

/** Does what an interaction asks for; other kinds of interaction and failures end here too. Never rejects. */
export async function handleInteraction(
  interaction: Interaction,
  registry: Registry,
  services: Services,
  logger: Logger,
  stopping: boolean,
): Promise<void> {
  if (interaction.isAutocomplete()) {
    await suggest(interaction, registry.chat.get(interaction.commandName), services, logger);
    return;
  }
  if (!isAnswerable(interaction)) {
    logger.debug({ type: interaction.type }, 'Nothing answers this kind of interaction');
    return;
  }
  const texts = await textsFor(interaction, services);
  const work = async (): Promise<void> => {
    if (stopping) return tellCaller(interaction, renderNotice(texts.failure.stopping, 'neutral'));
    const wait = await services.manners.act(interaction.user.id);
    if (wait !== null) {
      return tellCaller(
        interaction,
        renderNotice(texts.moderation.limits[wait.who](wait.seconds), 'neutral'),
      );
    }
    const found = workFor(interaction, registry, services, texts, logger);
    if (found === null) return tellCaller(interaction, renderNotice(unknown(texts, interaction), 'neutral'));
    return found();
  };
  const tell = (error: unknown): Promise<void> =>
    tellFailure(interaction, failureText(error, interaction.id, texts));
  await withinBoundary(work, tell, logger);
}
