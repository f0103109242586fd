import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/discord/asking.js';
import type { Services } from '../../src/discord/command.js';
import { settingsCache } from '../../src/discord/guild-settings.js';
import { MAX_QUESTION_LENGTH, type Reply } from '../../src/discord/limits.js';
import { createManners, type Manners } from '../../src/discord/manners/rates.js';
import { createTurns } from '../../src/discord/moderation/turns.js';
import { NO_OBSERVER } from '../../src/discord/observer.js';
import { DEFAULT_TIMING } from '../../src/discord/settings.js';
import { TEXTS } from '../../src/discord/texts/locale.js';
import type { Answer } from '../../src/reading/answer.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type LibraryDouble, libraryDouble, recordingLogger } from './library-double.js';

let folder: string;
let manners: Manners;
let store: Store;
let library: LibraryDouble;
let logger: ReturnType<typeof recordingLogger>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-asking-'));
  store = await openStore({ dataDir: folder });
  manners = createManners({ asker: [{ points: 2, seconds: 60 }] });
  library = libraryDouble();
  logger = recordingLogger();
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function ask(question: string, answerDeadline = 1_000): Promise<Reply> {
  const settings = { token: 't', homeGuildIds: [] };
  const clock = (): number => 0;
  const services: Services = {
    library,
    store,
    settings,
    guildSettings: settingsCache(store, clock, logger),
    timing: { ...DEFAULT_TIMING, answerDeadline },
    clock,
    guildIds: () => [],
    guildsEverywhere: async () => [],
    manners,
    turns: createTurns(),
    observer: NO_OBSERVER,
  };
  const place = { channelId: '1', guildId: null, kind: 'direct-message' } as const;
  const asker = { userId: '2', place, audience: 'everyone', context: 'nothing' } as const;
  const asked = { question, way: 'command', texts: TEXTS['zh-TW'], logger, ...asker } as const;
  return answerQuestion(asked, services);
}

const text = (reply: Reply): string | undefined => reply.cards?.[0]?.description;

describe('answerQuestion', () => {
  it('renders the answer of the library to the trimmed question', async () => {
    let asked = '';
    const { ask: original } = library;
    library.ask = (question) => {
      asked = question;
      return original(question);
    };
    expect(text(await ask('  第三次防汛会议谁主持？ '))).toContain('## 林远山');
    expect(asked).toBe('第三次防汛会议谁主持？');
  });

  it('logs how it went, but not what was asked', async () => {
    await ask('林远山的电话是多少？');
    expect(logger.entries).toMatchObject([{ level: 'info', way: 'command', status: 'answered' }]);
    expect(JSON.stringify(logger.entries)).not.toContain('电话');
  });

  it('asks for a question when there is none', async () => {
    expect(text(await ask('   '))).toBe(TEXTS['zh-TW'].failure.noQuestion);
  });

  it('turns a question away that is too long, without asking the library', async () => {
    library.ask = () => Promise.reject(new Error('must not be asked'));
    expect(text(await ask('问'.repeat(MAX_QUESTION_LENGTH + 1)))).toContain('1,000');
  });

  it('asks somebody who asks too often to wait, without asking the library', async () => {
    for (const question of ['谁？', '哪里？']) expect(text(await ask(question))).toContain('林远山');
    library.ask = () => Promise.reject(new Error('must not be asked'));
    expect(text(await ask('何时？'))).toBe(TEXTS['zh-TW'].moderation.limits.asker(60));
  });

  it('answers without buttons when the store cannot be written', async () => {
    await store.close();
    const reply = await ask('谁？');
    expect(text(reply)).toContain('林远山');
    expect(reply.rows).toBeUndefined();
    expect(logger.entries).toContainEqual(
      expect.objectContaining({ level: 'warn', message: 'An answer could not be kept; it has no buttons' }),
    );
  });

  it('says so when the answer takes longer than the deadline', async () => {
    library.ask = () => new Promise(() => {});
    expect(text(await ask('谁？', 10))).toBe(TEXTS['zh-TW'].failure.late(1));
    expect(logger.entries).toMatchObject([{ level: 'warn', message: 'A question took too long' }]);
  });

  it('logs a failure that comes after the deadline instead of leaving it unhandled', async () => {
    let fail: (error: Error) => void = () => {};
    library.ask = () =>
      new Promise<Answer>((_, reject) => {
        fail = reject;
      });
    await ask('谁？', 10);
    fail(new Error('engine gone'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(logger.entries.at(-1)).toMatchObject({ level: 'warn', reason: 'Error: engine gone' });
  });

  it('passes a failure of the library on to the error boundary', async () => {
    library.ask = () => Promise.reject(new Error('engine gone'));
    await expect(ask('谁？')).rejects.toThrow('engine gone');
  });
});
