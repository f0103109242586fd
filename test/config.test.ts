import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig, secretsOf } from '../src/config.js';

const ID = '123456789012345678';
const OTHER_ID = '876543210987654321';

describe('parseConfig', () => {
  it('needs no variable at all', () => {
    expect(parseConfig({})).toEqual({
      discordToken: null,
      discordApi: null,
      discordGuildId: null,
      homeGuildIds: [],
      corpusDir: resolve('corpus'),
      dataDir: resolve('data'),
      moderatorRoleId: null,
      databaseUrl: null,
      searchEngine: null,
      watchCorpus: false,
      questionRetentionDays: 30,
      health: null,
      shards: null,
      logLevel: 'info',
    });
  });

  it('takes a variable that is set to nothing for one that is not set', () => {
    const blank = { DISCORD_TOKEN: '', DISCORD_API: '', HOME_GUILD_IDS: '', CORPUS_DIR: '', LOG_LEVEL: '' };
    expect(parseConfig(blank)).toEqual(parseConfig({}));
  });

  it('reads every variable', () => {
    expect(
      parseConfig({
        DISCORD_TOKEN: 'a.b.c',
        DISCORD_API: 'http://127.0.0.1:4000/api',
        DISCORD_GUILD_ID: ID,
        HOME_GUILD_IDS: ID,
        CORPUS_DIR: '/articles',
        DATA_DIR: '/data',
        MODERATOR_ROLE_ID: OTHER_ID,
        DATABASE_URL: 'postgres://wenju:secret@db.example/wenju',
        SEARCH_ENGINE: 'opensearch',
        OPENSEARCH_URL: 'https://search1.example:9200, http://search2.example:9200/',
        OPENSEARCH_USER: 'reader',
        OPENSEARCH_PASSWORD: 'p@ss',
        OPENSEARCH_CA: '/certificates/ca.pem',
        OPENSEARCH_INDEX: 'archive',
        OPENSEARCH_REPLICAS: '2',
        WATCH_CORPUS: 'true',
        QUESTION_RETENTION_DAYS: '0',
        HEALTH_PORT: '9464',
        SHARD_COUNT: '4',
        SHARDS: '2,0',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      discordToken: 'a.b.c',
      discordApi: 'http://127.0.0.1:4000/api',
      discordGuildId: ID,
      homeGuildIds: [ID],
      corpusDir: '/articles',
      dataDir: '/data',
      moderatorRoleId: OTHER_ID,
      databaseUrl: 'postgres://wenju:secret@db.example/wenju',
      searchEngine: {
        nodes: ['https://search1.example:9200', 'http://search2.example:9200'],
        username: 'reader',
        password: 'p@ss',
        ca: '/certificates/ca.pem',
        prefix: 'archive',
        replicas: 2,
      },
      watchCorpus: true,
      questionRetentionDays: 0,
      health: { host: '127.0.0.1', port: 9464 },
      shards: { count: 4, ids: [0, 2] },
      logLevel: 'debug',
    });
  });

  it.each([`${ID},${OTHER_ID}`, `${ID}, ${OTHER_ID}`, `${ID} ${OTHER_ID}`, ` ${ID},,${OTHER_ID}, `])(
    'reads several home servers from "%s"',
    (text) => {
      expect(parseConfig({ HOME_GUILD_IDS: text }).homeGuildIds).toEqual([ID, OTHER_ID]);
    },
  );

  it.each([
    [{ SHARD_COUNT: 'auto' }, { count: 'auto', ids: null }],
    [{ SHARD_COUNT: '1' }, { count: 1, ids: null }],
    [
      { SHARD_COUNT: '4', DATABASE_URL: 'postgres:///wenju' },
      { count: 4, ids: null },
    ],
    [
      { SHARD_COUNT: '4', SHARDS: '3, 1 1', DATABASE_URL: 'postgres:///wenju' },
      { count: 4, ids: [1, 3] },
    ],
  ])('reads the shards of %j', (variables, shards) => {
    expect(parseConfig(variables).shards).toEqual(shards);
  });

  it.each([
    [{ SHARDS: '0' }, /SHARD_COUNT must say how many/],
    [{ SHARDS: '0', SHARD_COUNT: 'auto' }, /SHARDS needs a number in SHARD_COUNT/],
    [{ SHARDS: '0,4', SHARD_COUNT: '4' }, /shard 4, but SHARD_COUNT=4 has shards 0 to 3/],
    [{ SHARD_COUNT: '2' }, /DATABASE_URL/],
    [{ SHARD_COUNT: '0' }, /SHARD_COUNT must be auto/],
    [{ SHARD_COUNT: 'many' }, /SHARD_COUNT must be auto/],
    [{ SHARD_COUNT: '99999' }, /SHARD_COUNT must be at most/],
    [{ SHARDS: '0-3', SHARD_COUNT: '4' }, /SHARDS must be numbers/],
    [{ SHARDS: '-1', SHARD_COUNT: '4' }, /SHARDS must be numbers/],
  ])('refuses the shards of %j', (variables, message) => {
    expect(() => parseConfig(variables)).toThrow(message);
  });

  it.each([
    ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
    ['[::1]:80', { host: '::1', port: 80 }],
    ['bot.internal:9464', { host: 'bot.internal', port: 9464 }],
  ])('listens where HEALTH_PORT=%s says', (text, address) => {
    expect(parseConfig({ HEALTH_PORT: text }).health).toEqual(address);
  });

  it.each([
    ['DISCORD_TOKEN', 'two words'],
    ['DISCORD_API', 'discord.com'],
    ['DISCORD_API', 'ftp://discord.com'],
    ['DISCORD_GUILD_ID', '12345'],
    ['HOME_GUILD_IDS', `${ID},home`],
    ['MODERATOR_ROLE_ID', 'moderator'],
    ['DATABASE_URL', 'mysql://wenju@db.example/wenju'],
    ['DATABASE_URL', 'postgres://wenju:secret@db.example:port/wenju'],
    ['SEARCH_ENGINE', 'lucene'],
    ['OPENSEARCH_URL', 'search1.example:9200'],
    ['OPENSEARCH_URL', 'https://search1.example:9200,search2.example'],
    ['OPENSEARCH_URL', 'https://a:b@search1.example,https://c:d@search2.example'],
    ['OPENSEARCH_URL', ','],
    ['OPENSEARCH_INDEX', 'My Index'],
    ['OPENSEARCH_REPLICAS', 'two'],
    ['WATCH_CORPUS', 'yes'],
    ['QUESTION_RETENTION_DAYS', '-1'],
    ['QUESTION_RETENTION_DAYS', 'a month'],
    ['HEALTH_PORT', 'health'],
    ['HEALTH_PORT', '65536'],
    ['HEALTH_PORT', '0.0.0.0'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line that names the variable', (variable, value) => {
    const parse = () => parseConfig({ [variable]: value });
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(new RegExp(`^The configuration is not valid: ${variable} .*\\.$`, 'u'));
  });

  it('refuses a cluster that nobody says where to find', () => {
    const parse = () => parseConfig({ SEARCH_ENGINE: 'opensearch' });
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow('OPENSEARCH_URL is missing');
  });

  it('takes user and password of the cluster from its addresses, but not into them', () => {
    const { searchEngine } = parseConfig({
      SEARCH_ENGINE: 'opensearch',
      OPENSEARCH_URL: 'https://reader:p%40ss@search1.example:9200,https://search2.example:9200/base/',
    });
    expect(searchEngine).toMatchObject({
      nodes: ['https://search1.example:9200', 'https://search2.example:9200/base'],
      username: 'reader',
      password: 'p@ss',
    });
  });

  it('leaves the cluster alone that SEARCH_ENGINE does not name', () => {
    expect(parseConfig({ OPENSEARCH_URL: 'https://search1.example:9200' }).searchEngine).toBeNull();
  });

  it('names every bad variable at once, and no value, for one may be the token', () => {
    const bad = { DISCORD_TOKEN: 'secret secret', LOG_LEVEL: 'loud', DISCORD_GUILD_ID: 'home' };
    const error = (() => {
      try {
        return parseConfig(bad);
      } catch (thrown) {
        return thrown;
      }
    })();
    const { message } = error as Error;
    for (const variable of Object.keys(bad)) expect(message).toContain(variable);
    expect(message).not.toContain('secret secret');
  });
});

describe('secretsOf', () => {
  it('has nothing to hide in an empty configuration', () => {
    expect(secretsOf(parseConfig({}))).toEqual([]);
  });

  it.each([
    ['the token', { DISCORD_TOKEN: 'a.b.c' }, ['a.b.c']],
    [
      'the address and the password of the database, as written and as meant',
      { DATABASE_URL: 'postgres://wenju:p%40ss@db.example/wenju' },
      ['postgres://wenju:p%40ss@db.example/wenju', 'p%40ss', 'p@ss'],
    ],
    [
      'the password of the cluster, as meant, as written, and as it is sent',
      { SEARCH_ENGINE: 'opensearch', OPENSEARCH_URL: 'https://reader:p%40ss@search1.example' },
      ['p@ss', 'p%40ss', Buffer.from('reader:p@ss').toString('base64')],
    ],
    [
      'a socket, which has no password',
      { DATABASE_URL: 'postgresql:///wenju?host=/run' },
      ['postgresql:///wenju?host=/run'],
    ],
  ])('hides %s', (_, variables, secrets) => {
    expect(secretsOf(parseConfig(variables))).toEqual(secrets);
  });
});
