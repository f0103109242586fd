import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands, components } from '../commands/index.js';
import { type Bot, startBot } from '../src/discord/bot.js';
import { DEFAULT_RETENTION_DAYS, purge } from '../src/discord/manners/retention.js';
import type { BotSettings } from '../src/discord/settings.js';
import { type Loopback, startLoopback } from '../src/playground/loopback/server.js';
import type { Guild, User } from '../src/playground/loopback/world.js';
import { openStore, type Store } from '../src/store/store.js';
import { libraryDouble, recordingLogger } from './discord/library-double.js';
import { controlsOf } from './discord/moderation/council.js';
import { answer } from './discord/samples.js';

const DAY = 86_400_000;
/** Stands in every question of this test, and nowhere else. */
const SECRET = '蓝色水壶';

let folder: string;
let store: Store;
let loopback: Loopback;
let bot: Bot | null = null;
let home: Guild;
let member: User;
let now: number;
const logger = recordingLogger();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'privacy-'));
  store = await openStore({ dataDir: folder });
  loopback = await startLoopback();
  home = loopback.world.addGuild({ name: 'Qinghe' });
  member = loopback.world.addMember(home, { name: 'Unmistakable Person' });
  member.installedApplication = true;
  now = Date.now();
});

afterEach(async () => {
  await bot?.stop();
  expect(loopback.violations).toEqual([]);
  await loopback.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(settings: Partial<BotSettings> = {}): Promise<void> {
  const library = libraryDouble();
  const { ask } = library;
  library.ask = async (question, options) =>
    question.includes('没有')
      ? answer({
          question,
          asked: question,
          status: 'no-answer',
          answer: null,
          note: '没有提到。',
          citations: [],
        })
      : { ...(await ask(question, options)), asked: question, about: `关于${SECRET}` };
  bot = await startBot({
    settings: { token: loopback.token, apiBase: loopback.api, homeGuildIds: [home.id], ...settings },
    library,
    store,
    commands,
    components,
    logger,
    clock: () => now,
  });
}

/** Every table with all that stands in it, as text. */
function everything(): Readonly<Record<string, string>> {
  const database = new Database(join(folder, 'store.sqlite'), { readonly: true });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as {
      name: string;
    }[];
    return Object.fromEntries(
      tables.map(({ name }) => [name, JSON.stringify(database.prepare(`select * from "${name}"`).all())]),
    );
  } finally {
    database.close();
  }
}

const holding = (text: string): readonly string[] =>
  Object.entries(everything()).flatMap(([table, rows]) => (rows.includes(text) ? [table] : []));

/** Uses every part of the bot that members have, in a server and in direct messages. */
async function useEverything(): Promise<void> {
  const ask = (question: string, options: Readonly<Record<string, boolean>> = {}) =>
    loopback
      .command({ user: member, guild: home, name: 'ask', options: { question, ...options } })
      .answered();
  const shown = await ask(`${SECRET}在哪里？`);
  await ask(`${SECRET}没有了吗？`);
  await ask(`${SECRET}是谁的？`, { private: true });
  const mention = `<@${loopback.applicationId}> ${SECRET}几岁？`;
  for (const said of [
    { user: member, dm: true, content: `${SECRET}有多大？` },
    { user: member, guild: home, content: mention },
  ]) {
    const message = await loopback.say(said);
    await loopback.waitForMessage((one) => one.message_reference?.message_id === message.id);
  }
  for (const label of ['👍', '👎']) {
    const id = controlsOf(shown).find((control) => control.label === label)?.customId ?? '';
    await loopback.click(shown, id, member).answered();
  }
  const followUp = controlsOf(shown).find(({ customId }) => customId.startsWith('follow-up'))?.customId ?? '';
  const opened = loopback.click(shown, followUp, member);
  await opened.response;
  await loopback.submitModal(opened, { question: `${SECRET}呢？` }).answered();
}

describe('what PRIVACY.md says', () => {
  it('names every table of the store', async () => {
    const text = await readFile(fileURLToPath(new URL('../PRIVACY.md', import.meta.url)), 'utf8');
    const tables = Object.keys(everything()).filter(
      (name) => name.startsWith('wenju_') && !name.includes('migration'),
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) expect(text).toContain(`\`${table}\``);
    expect(text).toContain(`${DEFAULT_RETENTION_DAYS} days`);
  });

  it('is true of members: neither the store nor the log names them', async () => {
    await start();
    await useEverything();
    for (const trace of [member.id, member.username]) {
      expect(holding(trace)).toEqual([]);
      expect(JSON.stringify(logger.entries)).not.toContain(trace);
    }
  });

  it('is true of questions: they stand in three tables, and not in the log', async () => {
    await start();
    await useEverything();
    expect([...holding(SECRET)].sort()).toEqual(['wenju_gaps', 'wenju_shown', 'wenju_turns']);
    expect(JSON.stringify(logger.entries)).not.toContain(SECRET);
  });

  it('is true of time: conversations go after half an hour, the words of questions after 30 days', async () => {
    await start();
    await useEverything();
    await purge(store, now + 31 * 60_000, undefined);
    expect(holding(SECRET)).not.toContain('wenju_turns');
    await purge(store, now + 31 * DAY, undefined);
    expect(holding(SECRET)).toEqual([]);
    expect(JSON.parse(everything().wenju_shown ?? '[]')).not.toHaveLength(0);
    await purge(store, now + 366 * DAY, undefined);
    expect([everything().wenju_shown, everything().wenju_votes]).toEqual(['[]', '[]']);
  });

  it('is true of 0 days: no words of a question are kept, whoever set it', async () => {
    await start({ questionRetentionDays: 0 });
    await useEverything();
    expect(holding(SECRET)).toEqual([]);
  });

  it('is true of a server that keeps nothing', async () => {
    await store.settings.set(home.id, { retentionDays: 0 });
    await start();
    const options = { question: `${SECRET}没有了吗？` };
    await loopback.command({ user: member, guild: home, name: 'ask', options }).answered();
    expect(holding(SECRET)).toEqual([]);
  });

  it('is true of servers that the bot was not added to', async () => {
    const foreign = loopback.world.addGuild({ name: 'Foreign', installed: false });
    loopback.world.addMember(foreign, { user: member, name: 'Unmistakable Person' });
    await start();
    for (const question of [`${SECRET}在哪里？`, `${SECRET}没有了吗？`]) {
      const run = loopback.command({ user: member, guild: foreign, name: 'ask', options: { question } });
      await run.answered();
    }
    expect(holding(foreign.id)).toEqual([]);
    expect(holding(SECRET)).not.toContain('wenju_gaps');
  });
});
