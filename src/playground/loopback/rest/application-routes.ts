import { invalidForm, refusals } from '../api-error.js';
import { applicationFlags } from '../gateway/intents.js';
import { userPayload } from '../payloads.js';
import type { Platform } from '../platform.js';
import { type CommandBody, withNumericPermissions } from '../validation/commands.js';
import type { SchemaName } from '../validation/schemas.js';
import { NO_CONTENT, ok, param, type RestReply, type RestRequest, type Route } from './router.js';

/** The application itself and the registration of its commands, for everywhere and for one server. */
export function applicationRoutes(platform: Platform): readonly Route[] {
  const self = (): RestReply => ok(applicationPayload(platform));
  return [
    { method: 'GET', path: '/applications/@me', auth: 'bot', handle: self },
    { method: 'GET', path: '/oauth2/applications/@me', auth: 'bot', handle: self },
    ...commandRoutes(platform, '/applications/:application/commands'),
    ...commandRoutes(platform, '/applications/:application/guilds/:guild/commands'),
  ];
}

function commandRoutes(platform: Platform, path: string): readonly Route[] {
  const { commands } = platform;
  const auth = 'bot';
  const scope = (request: RestRequest): string | null => scopeOf(platform, request);
  return [
    { method: 'GET', path, auth, handle: (request) => ok(commands.list(scope(request))) },
    {
      method: 'PUT',
      path,
      auth,
      handle: (request) => ok(commands.replaceAll(scope(request), bodiesOf(platform, request.body))),
    },
    {
      method: 'POST',
      path,
      auth,
      handle: (request) => {
        const body = bodyOf<CommandBody>(platform, 'commandCreate', request.body);
        const { command, created } = commands.upsert(scope(request), body);
        return { status: created ? 201 : 200, body: command };
      },
    },
    {
      method: 'GET',
      path: `${path}/:command`,
      auth,
      handle: (request) => ok(commands.get(scope(request), param(request, 'command'))),
    },
    {
      method: 'PATCH',
      path: `${path}/:command`,
      auth,
      handle: (request) => {
        const patch = bodyOf<Partial<CommandBody>>(platform, 'commandEdit', request.body);
        return ok(commands.edit(scope(request), param(request, 'command'), patch));
      },
    },
    {
      method: 'DELETE',
      path: `${path}/:command`,
      auth,
      handle: (request) => {
        commands.remove(scope(request), param(request, 'command'));
        return NO_CONTENT;
      },
    },
  ];
}

/** The server of the path, or null for everywhere; the bot must be in that server. */
function scopeOf(platform: Platform, request: RestRequest): string | null {
  if (param(request, 'application') !== platform.settings.applicationId) throw refusals.unknownApplication();
  const guildId = request.params.guild;
  if (guildId === undefined) return null;
  if (platform.world.guilds.get(guildId)?.installed !== true) throw refusals.missingAccess();
  return guildId;
}

function bodyOf<T>(platform: Platform, schema: SchemaName, body: unknown): T {
  platform.schemas.parse(schema, withNumericPermissions(body));
  return body as T;
}

function bodiesOf(platform: Platform, body: unknown): readonly CommandBody[] {
  if (!Array.isArray(body)) {
    throw invalidForm([{ path: [], code: 'BASE_TYPE_BAD_TYPE', message: 'Only arrays are allowed.' }]);
  }
  const faults = body.flatMap((command, index) =>
    platform.schemas
      .check('command', withNumericPermissions(command))
      .map((fault) => ({ ...fault, path: [index, ...fault.path] })),
  );
  if (faults.length > 0) throw invalidForm(faults);
  return body as CommandBody[];
}

function applicationPayload(platform: Platform): Record<string, unknown> {
  const { bot } = platform.world;
  return {
    id: platform.settings.applicationId,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(platform.settings.privilegedIntents),
    approximate_guild_count: platform.world.guilds.size,
    bot: userPayload(bot),
  };
}
