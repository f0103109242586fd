import { beforeEach, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/discord/asking.js';
import type { Services } from '../../src/discord/command.js';
import { MAX_QUESTION_LENGTH, type Reply } from '../../src/discord/limits.js';
import { DEFAULT_TIMING } from '../../src/discord/settings.js';
import { TEXTS } from '../../src/discord/texts/locale.js';
import type { Answer } from '../../src/reading/answer.js';
import { type LibraryDouble, libraryDouble, recordingLogger } from './library-double.js';

let library: LibraryDouble;
let logger: ReturnType<typeof recordingLogger>;

beforeEach(() => {
  library = libraryDouble();
  logger = recordingLogger();
});

function ask(question: string, answerDeadline = 1_000): Promise<Reply> {
  const settings = { token: 't', homeGuildIds: [] };
  const services: Services = {
    library,
    settings,
    timing: { ...DEFAULT_TIMING, answerDeadline },
    guildIds: () => [],
  };
  return answerQuestion({ question, place: 'command', texts: TEXTS['zh-TW'], logger }, services);
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
    expect(logger.entries).toMatchObject([{ level: 'info', place: 'command', status: 'answered' }]);
    expect(JSON.stringify(logger.entries)).not.toContain('电话');
  });

  it('asks for a question when there is none', async () => {
    expect(text(await ask('   '))).toBe(TEXTS['zh-TW'].failure.noQuestion);
  });

  it('turns a question away that is too long, without asking the library', async () => {
    library.ask = () => Promise.reject(new Error('must not be asked'));
    expect(text(await ask('问'.repeat(MAX_QUESTION_LENGTH + 1)))).toContain('1,000');
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
