import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands, components } from '../../../commands/index.js';
import { type Bot, startBot } from '../../../src/discord/bot.js';
import { watchCorpus } from '../../../src/library/watching.js';
import { type LocalLibrary, openLibrary } from '../../../src/library.js';
import { type Loopback, startLoopback } from '../../../src/playground/loopback/server.js';
import type { Guild, User } from '../../../src/playground/loopback/world.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { recordingLogger } from '../library-double.js';
import { controlId, type Message, wordsOf } from './council.js';

const CORPUS =
  '石桥镇修路\n石桥日报 2022-03-02\n3月1日，石桥镇镇长卢正平主持召开修路协调会议，会议决定年内修好三条村道。\n';
const ADDED =
  '青禾市召开第三次防汛会议\n2021-07-05 来源：青禾日报\n7月4日，市长林远山主持召开青禾市第三次防汛会议。\n会议要求各县区在汛期前完成堤坝检查。\n';
const QUESTION = '青禾市第三次防汛会议由谁主持？';

let folder: string;
let loopback: Loopback;
let home: Guild;
let moderator: User;
let store: Store;
let library: LocalLibrary;
let bot: Bot;
const logger = recordingLogger();

async function startAll(): Promise<void> {
  const dataDir = join(folder, 'data');
  store = await openStore({ dataDir });
  library = await openLibrary({ corpus: join(folder, 'corpus'), dataDir });
  const settings = {
    token: loopback.token,
    apiBase: loopback.api,
    homeGuildIds: [home.id],
    rates: { asker: [], moderator: [] },
  };
  bot = await startBot({
    settings,
    library,
    store,
    commands,
    components,
    logger,
    watchFiles: (onChange) =>
      watchCorpus(join(folder, 'corpus'), onChange, () => {}, { writtenAfter: 200, quietFor: 200 }),
  });
}

async function stopAll(): Promise<void> {
  await bot.stop();
  await library.close();
  await store.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'real-library-'));
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'road.txt'), CORPUS);
  loopback = await startLoopback();
  home = loopback.world.addGuild({ name: 'Qinghe' });
  moderator = loopback.world.addMember(home, { name: 'Chen', permissions: ['ManageGuild'] });
  await startAll();
}, 60_000);

afterAll(async () => {
  await stopAll();
  expect(loopback.violations).toEqual([]);
  await loopback.close();
  await rm(folder, { recursive: true, force: true });
});

const call = (name: string, more: Readonly<Record<string, unknown>> = {}) =>
  loopback.command({ user: moderator, guild: home, name, ...more });
const ask = async (question: string): Promise<string> =>
  wordsOf(await call('ask', { options: { question } }).answered());

async function press(message: Message, label: string, until: string): Promise<Message> {
  const run = loopback.click(message, controlId(message, label), moderator);
  return run.until((one) => wordsOf(one).includes(until), 30_000);
}

describe('articles of moderators, with the library that answers', () => {
  it('answer at once, survive a restart, go at once, and come back, while the corpus folder stays as it is', async () => {
    expect(await ask(QUESTION)).not.toContain('## 林远山');
    const file = { name: '防汛会议.txt', bytes: Buffer.from(ADDED) };
    const shown = await call('corpus', { subcommand: 'add', options: { file } }).answered();
    expect(await ask(QUESTION)).not.toContain('## 林远山');
    await press(shown, 'Keep', '### Kept');
    expect(await ask(QUESTION)).toContain('## 林远山');

    await stopAll();
    await startAll();
    expect(await ask(QUESTION)).toContain('## 林远山');

    const remove = async (article: string) =>
      press(
        await call('corpus', { subcommand: 'remove', options: { article } }).answered(),
        'Remove',
        'Removed',
      );
    const removed = await remove('青禾市召开第三次防汛会议');
    expect(await ask(QUESTION)).not.toContain('## 林远山');
    await press(removed, 'Undo', '### Kept');
    expect(await ask(QUESTION)).toContain('## 林远山');

    const road = '石桥镇的修路协调会议由谁主持？';
    expect(await ask(road)).toContain('卢正平');
    const hidden = await remove('石桥镇修路');
    expect(await ask(road)).not.toContain('## 卢正平');
    await press(hidden, 'Undo', 'Back again');
    expect(await ask(road)).toContain('卢正平');

    expect(await readdir(join(folder, 'corpus'))).toEqual(['road.txt']);
    expect(await readFile(join(folder, 'corpus', 'road.txt'), 'utf8')).toBe(CORPUS);
  }, 120_000);

  it('are told why they were not taken, when they are documents that cannot be read', async () => {
    const options = {
      file: { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\nnot really') },
      file2: { name: 'b.docx', bytes: Buffer.from('PK\u0003\u0004 not really') },
    };
    const words = wordsOf(
      await call('corpus', { subcommand: 'add', options }).until((one) => wordsOf(one) !== '', 30_000),
    );
    expect(words).toContain('**a.pdf** — The file is damaged or not what its name says.');
    expect(words).toMatch(/\*\*b\.docx\*\* — (?:The file is damaged|This is no text)/u);
  }, 60_000);

  it('are joined by files that appear in the corpus folder, when it is watched', async () => {
    const text = '云溪村通电\n石桥日报 2022-05-02\n5月1日，云溪村正式通电，村支书何秋实合上了电闸。\n';
    await writeFile(join(folder, 'corpus', 'power.txt'), text);
    await vi.waitFor(
      () => expect(logger.entries).toContainEqual(expect.objectContaining({ cause: 'files', added: 1 })),
      30_000,
    );
    expect(await ask('云溪村通电时谁合上了电闸？')).toContain('何秋实');
  }, 60_000);
});
