import { type Client, Events, type Interaction } from 'discord.js';
import type { Command, Services } from './command.js';
import type { ComponentHandler } from './component.js';
import type { Intake } from './intake.js';
import { handleInteraction, registryOf } from './interactions.js';
import type { Logger } from './logger.js';
import { addressedTo, handleMessage } from './messages.js';
import type { Observer } from './observer.js';

/** A logger that adds `fields` to every entry. */
function withFields(logger: Logger, fields: Readonly<Record<string, unknown>>): Logger {
  return {
    debug: (more, message) => logger.debug({ ...fields, ...more }, message),
    info: (more, message) => logger.info({ ...fields, ...more }, message),
    warn: (more, message) => logger.warn({ ...fields, ...more }, message),
    error: (more, message) => logger.error({ ...fields, ...more }, message),
  };
}

type Handled = Omit<Parameters<Observer['handled']>[0], 'ms'>;

function nameOf(interaction: Interaction): Handled {
  return 'commandName' in interaction
    ? { kind: 'command', name: interaction.commandName }
    : { kind: 'control', name: interaction.customId.split(':', 1)[0] ?? '' };
}

async function timed(what: Handled, observer: Observer, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  observer.handled({ ...what, ms: performance.now() - started });
}

/** Connects the client's events with what answers them. Every handler ends at the error boundary, so none rejects. */
export function dispatchEvents(
  client: Client,
  commands: readonly Command[],
  components: readonly ComponentHandler[],
  services: Services,
  intake: Intake,
  logger: Logger,
): void {
  const registry = registryOf(commands, components);
  client.on(Events.InteractionCreate, (interaction) => {
    const log = withFields(logger, {
      request: interaction.id,
      ...(interaction.isCommand() ? { command: interaction.commandName } : {}),
      ...('customId' in interaction ? { control: interaction.customId.split(':', 1)[0] } : {}),
    });
    intake.admit(interaction.id, () =>
      timed(nameOf(interaction), services.observer, () =>
        handleInteraction(interaction, registry, services, log, intake.closed),
      ),
    );
  });
  client.on(Events.MessageCreate, (message) => {
    if (intake.closed || client.user === null) return;
    const addressed = addressedTo(message, client.user.id);
    if (addressed === null) return;
    const log = withFields(logger, { request: message.id });
    intake.admit(message.id, () =>
      timed({ kind: 'message', name: 'message' }, services.observer, () =>
        handleMessage(message, addressed, services, log),
      ),
    );
  });
}
