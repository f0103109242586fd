/** Everything that the environment may say, validated once; the only reader of process.env. */
import { resolve } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';

/** A variable that is set to nothing counts as not set. */
const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());
const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id of 17 to 20 digits');

const MAX_PORT = 65_535;
/** More than any bot has; a slip of the keyboard should not start a thousand processes. */
const MAX_SHARDS = 10_000;
const SHARDS_FORM = 'must be numbers from 0, separated by commas, like 0,1';
const HEALTH_FORM = 'must be a port, or an address and a port like 0.0.0.0:9464';

const NODES_FORM =
  'must be http or https addresses like https://user:password@search1.example:9200, separated by commas';

/** Addresses of nodes without user and password, and these where the addresses have them. */
interface Nodes {
  readonly nodes: readonly string[];
  readonly user: { readonly name: string; readonly password: string } | null;
}

/** Null when some of the text is no address of a node, or two name different users. */
function nodesIn(text: string): Nodes | null {
  const addresses = text.split(/[\s,]+/).filter((address) => address !== '');
  const nodes = new Set<string>();
  const users = new Map<string, Nodes['user']>();
  for (const address of addresses) {
    if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return null;
    const url = new URL(address);
    const { username, password } = url;
    if (username !== '')
      users.set(`${username}:${password}`, { name: unescaped(username), password: unescaped(password) });
    nodes.add(`${url.origin}${url.pathname.replace(/\/$/, '')}`);
  }
  if (nodes.size === 0 || users.size > 1) return null;
  const [user = null] = users.values();
  return { nodes: [...nodes], user };
}

const schema = z.object({
  DISCORD_TOKEN: optional(z.string().regex(/^\S+$/, 'must be the bot token alone, without spaces')),
  DISCORD_API: optional(z.url({ protocol: /^https?$/, error: 'must be an http or https address' })),
  DISCORD_GUILD_ID: optional(snowflake),
  HOME_GUILD_IDS: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter((id) => id !== '') : []),
    z.array(snowflake),
  ),
  CORPUS_DIR: z.preprocess(blank, z.string().default('./corpus')),
  DATA_DIR: z.preprocess(blank, z.string().default('./data')),
  MODERATOR_ROLE_ID: optional(snowflake),
  DATABASE_URL: optional(
    z
      .string()
      .refine(isPostgresAddress, 'must be an address like postgres://user:password@host:5432/database'),
  ),
  SEARCH_ENGINE: z.preprocess(
    blank,
    z.enum(['minisearch', 'opensearch'], { error: 'must be minisearch or opensearch' }).default('minisearch'),
  ),
  OPENSEARCH_URL: optional(z.string().refine((text) => nodesIn(text) !== null, NODES_FORM)),
  OPENSEARCH_USER: optional(z.string()),
  OPENSEARCH_PASSWORD: optional(z.string()),
  OPENSEARCH_CA: optional(z.string()),
  OPENSEARCH_INDEX: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[a-z\d][a-z\d_-]{0,59}$/, 'must be up to 60 small letters, digits, - and _')
      .default('wenju'),
  ),
  OPENSEARCH_REPLICAS: z.preprocess(
    blank,
    z.string().regex(/^\d$/, 'must be a number of copies from 0 to 9').default('1'),
  ),
  SHARD_COUNT: optional(
    z
      .string()
      .regex(/^(?:auto|[1-9]\d{0,4})$/, 'must be auto, or how many shards the bot has in all')
      .refine((text) => text === 'auto' || Number(text) <= MAX_SHARDS, `must be at most ${MAX_SHARDS}`),
  ),
  SHARDS: optional(
    z
      .string()
      .regex(/^\s*\d{1,4}(?:[\s,]+\d{1,4})*\s*$/, SHARDS_FORM)
      .transform((text) =>
        [
          ...new Set(
            text
              .trim()
              .split(/[\s,]+/)
              .map(Number),
          ),
        ].sort((a, b) => a - b),
      ),
  ),
  WATCH_CORPUS: z.preprocess(
    blank,
    z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  ),
  QUESTION_RETENTION_DAYS: z.preprocess(
    blank,
    z
      .string()
      .regex(/^\d{1,4}$/, 'must be a whole number of days from 0 to 9999')
      .default('30'),
  ),
  HEALTH_PORT: optional(
    z
      .string()
      .regex(/^(?:[\w.-]+:|\[[\da-fA-F:.]+\]:)?\d{1,5}$/, HEALTH_FORM)
      .refine((text) => Number(/(?<!\d)\d+$/.exec(text)?.[0]) <= MAX_PORT, HEALTH_FORM),
  ),
  LOG_LEVEL: z.preprocess(
    blank,
    z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be trace, debug, info, warn, error, fatal or silent',
      })
      .default('info'),
  ),
});

/** An address of PostgreSQL that a client can read; without a host (`postgres:///name?host=/run`) it is a local socket. */
function isPostgresAddress(text: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text);
}

/** Where a cluster of OpenSearch is; holds a password. */
export interface SearchEngineConfig {
  /** Without user and password. */
  readonly nodes: readonly string[];
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** A file of certificates, absolute. */
  readonly ca: string | undefined;
  /** What the names of our indices begin with. */
  readonly prefix: string;
  readonly replicas: number;
}

/** Which gateway connections a machine holds. */
export interface ShardPlan {
  /** Of all machines together; auto: as many as Discord recommends. */
  readonly count: number | 'auto';
  /** Those of this machine, ascending; null: all of them. */
  readonly ids: readonly number[] | null;
}

export interface Config {
  readonly discordToken: string | null;
  readonly discordApi: string | null;
  readonly discordGuildId: string | null;
  readonly homeGuildIds: readonly string[];
  /** Absolute. */
  readonly corpusDir: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly moderatorRoleId: string | null;
  /** Where the store is when it is not a file in dataDir; holds a password. */
  readonly databaseUrl: string | null;
  /** The cluster that searches; null: the engine within the program. */
  readonly searchEngine: SearchEngineConfig | null;
  /** Whether changed files of the corpus are indexed by themselves. */
  readonly watchCorpus: boolean;
  /** How many days questions are kept at most; 0: not at all. */
  readonly questionRetentionDays: number;
  /** Where health and metrics are served; null: nowhere. */
  readonly health: { readonly host: string; readonly port: number } | null;
  /** Null: one connection, in the bot's own process. */
  readonly shards: ShardPlan | null;
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
}

/** Thrown with one message that names every bad variable; no value is shown, because one may be the token. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Several processes share limits, settings and news through PostgreSQL; a file cannot carry that. */
export const NEEDS_DATABASE =
  'Several shards need DATABASE_URL: their processes share one store in PostgreSQL (docs/scaling.md).';

/** `9464` listens on this machine alone, `0.0.0.0:9464` or `[::]:9464` on every network. */
function listeningAddress(text: string): { readonly host: string; readonly port: number } {
  const colon = text.lastIndexOf(':');
  const host = colon < 0 ? '127.0.0.1' : text.slice(0, colon).replaceAll(/[[\]]/g, '');
  return { host, port: Number(text.slice(colon + 1)) };
}

/** What must never be logged. */
export function secretsOf({ discordToken, databaseUrl, searchEngine }: Config): readonly string[] {
  const password = databaseUrl === null ? '' : new URL(databaseUrl).password;
  const ofEngine = searchEngine?.password ?? '';
  const secrets = [
    ...[discordToken ?? '', databaseUrl ?? '', password, unescaped(password)],
    ...[ofEngine, encodeURIComponent(ofEngine), basicCredentials(searchEngine)],
  ];
  return [...new Set(secrets)].filter((secret) => secret !== '');
}

/** User and password as they stand in the header of every request. */
function basicCredentials(engine: SearchEngineConfig | null): string {
  if (engine?.username === undefined) return '';
  return Buffer.from(`${engine.username}:${engine.password ?? ''}`).toString('base64');
}

/** A part of an address without its percent signs; as it is, when those are none of an escape. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Names of all variables, for tests of .env.example. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

/** Reads `.env` (variables that are set already win) and the environment. Throws ConfigError. */
export function loadConfig(): Config {
  loadDotenv({ quiet: true });
  const config = parseConfig(process.env);
  // discord.js looks for the same names and reads them its own way; it is told what they mean here.
  delete process.env.SHARDS;
  delete process.env.SHARD_COUNT;
  return config;
}

/** What SHARDS and SHARD_COUNT say together. Throws ConfigError. */
function shardPlan(
  count: string | undefined,
  ids: readonly number[] | undefined,
  databaseUrl: string | undefined,
): ShardPlan | null {
  const wrong = (what: string): ConfigError => new ConfigError(`The configuration is not valid: ${what}`);
  if (count === undefined) {
    if (ids === undefined) return null;
    throw wrong('SHARDS names shards of this machine; SHARD_COUNT must say how many there are in all.');
  }
  if (count === 'auto') {
    if (ids === undefined) return { count, ids: null };
    throw wrong('SHARDS needs a number in SHARD_COUNT: with auto, machines could count differently.');
  }
  const total = Number(count);
  const beyond = ids?.find((id) => id >= total);
  if (beyond !== undefined)
    throw wrong(`SHARDS names shard ${beyond}, but SHARD_COUNT=${total} has shards 0 to ${total - 1} only.`);
  if (total > 1 && databaseUrl === undefined) throw wrong(NEEDS_DATABASE);
  return { count: total, ids: ids ?? null };
}

/** The configuration that variables give. Throws ConfigError. */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
    throw new ConfigError(`The configuration is not valid: ${[...new Set(problems)].join('; ')}.`);
  }
  const values = parsed.data;
  const searchEngine = values.SEARCH_ENGINE === 'opensearch' ? engineOf(values) : null;
  return {
    discordToken: values.DISCORD_TOKEN ?? null,
    discordApi: values.DISCORD_API ?? null,
    discordGuildId: values.DISCORD_GUILD_ID ?? null,
    homeGuildIds: values.HOME_GUILD_IDS,
    corpusDir: resolve(values.CORPUS_DIR),
    dataDir: resolve(values.DATA_DIR),
    moderatorRoleId: values.MODERATOR_ROLE_ID ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    searchEngine,
    watchCorpus: values.WATCH_CORPUS === 'true',
    questionRetentionDays: Number(values.QUESTION_RETENTION_DAYS),
    health: values.HEALTH_PORT === undefined ? null : listeningAddress(values.HEALTH_PORT),
    shards: shardPlan(values.SHARD_COUNT, values.SHARDS, values.DATABASE_URL),
    logLevel: values.LOG_LEVEL,
  };
}

/** Throws ConfigError when it is not said where the cluster is. */
function engineOf(values: z.infer<typeof schema>): SearchEngineConfig {
  const found = nodesIn(values.OPENSEARCH_URL ?? '');
  if (found === null)
    throw new ConfigError(
      'The configuration is not valid: OPENSEARCH_URL is missing, which SEARCH_ENGINE=opensearch needs.',
    );
  const username = values.OPENSEARCH_USER ?? found.user?.name;
  return {
    nodes: found.nodes,
    username,
    password: values.OPENSEARCH_PASSWORD ?? found.user?.password,
    ca: values.OPENSEARCH_CA === undefined ? undefined : resolve(values.OPENSEARCH_CA),
    prefix: values.OPENSEARCH_INDEX,
    replicas: Number(values.OPENSEARCH_REPLICAS),
  };
}
