import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import { invalidForm, refusals } from './api-error.js';
import { type CommandBody, commandListFaults } from './validation/commands.js';

/** Creations that Discord allows a scope in a day. */
const MAX_CREATES_PER_DAY = 200;

/** A registered command; it never changes, a new registration makes a new one. */
export type Command = Readonly<APIApplicationCommand>;

/** The commands that the bot has registered: for everywhere (scope null) or for one server. */
export class Commands {
  private readonly byScope = new Map<string | null, readonly Command[]>();
  private readonly creates = new Map<string | null, number>();

  constructor(
    private readonly nextId: () => string,
    private readonly applicationId: string,
  ) {}

  list(scope: string | null): readonly Command[] {
    return this.byScope.get(scope) ?? [];
  }

  get(scope: string | null, id: string): Command {
    const command = this.list(scope).find((candidate) => candidate.id === id);
    if (command === undefined) throw refusals.unknownCommand();
    return command;
  }

  /** Those that reach a place: the server's own and those for everywhere, the own ones first. */
  reaching(guildId: string | null): readonly Command[] {
    return guildId === null ? this.list(null) : [...this.list(guildId), ...this.list(null)];
  }

  /** Takes these commands for the scope and drops all others; what did not change keeps its version. */
  replaceAll(scope: string | null, bodies: readonly CommandBody[]): readonly Command[] {
    const faults = commandListFaults(bodies);
    if (faults.length > 0) throw invalidForm(faults);
    const before = this.list(scope);
    const created = bodies.filter((body) => sameCommand(before, body) === undefined).length;
    this.countCreates(scope, created);
    const after = bodies.map((body) => this.make(scope, body, sameCommand(before, body)));
    this.byScope.set(scope, after);
    return after;
  }

  /** Adds a command, or replaces the one of its type and name. */
  upsert(scope: string | null, body: CommandBody): { readonly command: Command; readonly created: boolean } {
    const before = this.list(scope);
    const known = sameCommand(before, body);
    const others = before.filter((command) => command !== known);
    const faults = commandListFaults([...others.map(asBody), body]);
    if (faults.length > 0)
      throw invalidForm(faults.map((fault) => ({ ...fault, path: fault.path.slice(1) })));
    this.countCreates(scope, known === undefined ? 1 : 0);
    const command = this.make(scope, body, known);
    this.byScope.set(scope, [...others, command]);
    return { command, created: known === undefined };
  }

  /** Changes fields of a command. */
  edit(scope: string | null, id: string, patch: Partial<CommandBody>): Command {
    const known = this.get(scope, id);
    const others = this.list(scope).filter((command) => command !== known);
    const body = { ...asBody(known), ...patch };
    const faults = commandListFaults([...others.map(asBody), body]);
    if (faults.length > 0)
      throw invalidForm(faults.map((fault) => ({ ...fault, path: fault.path.slice(1) })));
    const command = this.make(scope, body, known);
    this.byScope.set(scope, [...others, command]);
    return command;
  }

  remove(scope: string | null, id: string): void {
    const known = this.get(scope, id);
    this.byScope.set(
      scope,
      this.list(scope).filter((command) => command !== known),
    );
  }

  private countCreates(scope: string | null, created: number): void {
    const count = (this.creates.get(scope) ?? 0) + created;
    if (count > MAX_CREATES_PER_DAY) throw refusals.tooManyCommandCreates();
    this.creates.set(scope, count);
  }

  private make(scope: string | null, body: CommandBody, known: Command | undefined): Command {
    const made = {
      id: known?.id ?? this.nextId(),
      application_id: this.applicationId,
      version: known?.version ?? this.nextId(),
      type: body.type ?? ApplicationCommandType.ChatInput,
      name: body.name,
      name_localizations: body.name_localizations ?? null,
      description: body.description ?? '',
      description_localizations: body.description_localizations ?? null,
      default_member_permissions: body.default_member_permissions ?? null,
      dm_permission: scope === null,
      contexts: scope === null ? (body.contexts ?? null) : null,
      integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
      nsfw: body.nsfw ?? false,
      ...((body.options ?? []).length > 0 && { options: body.options }),
      ...(scope !== null && { guild_id: scope }),
    } as Command;
    const changed = known !== undefined && JSON.stringify(made) !== JSON.stringify(known);
    return changed ? { ...made, version: this.nextId() } : made;
  }
}

function sameCommand(commands: readonly Command[], body: CommandBody): Command | undefined {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  return commands.find((command) => command.type === type && command.name === body.name);
}

function asBody(command: Command): CommandBody {
  return command as unknown as CommandBody;
}

/** Where a command may be called: by default everywhere it reaches. */
export function contextsOf(command: Command): readonly InteractionContextType[] {
  if (command.guild_id !== undefined) return [InteractionContextType.Guild];
  return (
    command.contexts ?? [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ]
  );
}
