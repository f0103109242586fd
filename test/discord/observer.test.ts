import { describe, expect, it } from 'vitest';
import { commands, components } from '../../commands/index.js';
import { startBot } from '../../src/discord/bot.js';
import { type Observer, overheard } from '../../src/discord/observer.js';
import { recordingLogger } from './library-double.js';
import { buildTown } from './town.js';

function notes(): { readonly heard: unknown[]; readonly observer: Observer } {
  const heard: unknown[] = [];
  return {
    heard,
    observer: {
      question: ({ way, status, ms }) => heard.push(['question', way, status, typeof ms]),
      handled: ({ kind, name, ms }) => heard.push(['handled', kind, name, typeof ms]),
      failure: (code) => heard.push(['failure', code]),
    },
  };
}

describe('overheard', () => {
  it.each([
    [{ error: { code: 50013, name: 'DiscordAPIError' } }, '50013'],
    [{ error: { name: 'StoreError', message: 'm' } }, 'StoreError'],
    [{ error: 'text' }, 'unknown'],
  ])('hears of %o as %s, and the log gets it', (fields, code) => {
    const { heard, observer } = notes();
    const logger = recordingLogger();
    overheard(logger, observer).error(fields, 'failed');
    overheard(logger, observer).warn(fields, 'odd');
    overheard(logger, observer).info(fields, 'fine');
    overheard(logger, observer).warn({}, 'nothing failed');
    expect(heard).toEqual([
      ['failure', code],
      ['failure', code],
    ]);
    expect(logger.entries).toHaveLength(4);
  });
});

describe('the observer of a bot', () => {
  it('hears of commands, messages, questions and failures', async () => {
    const { heard, observer } = notes();
    const town = await buildTown();
    const { loopback, home, member, library, store, logger } = town;
    const settings = { token: loopback.token, apiBase: loopback.api, homeGuildIds: [] };
    const bot = await startBot({ settings, library, store, commands, components, logger, observer });
    try {
      await loopback
        .command({ user: member, guild: home, name: 'ask', options: { question: '谁主持？' } })
        .answered();
      Object.assign(library, { browse: () => Promise.reject(new RangeError('broken')) });
      await loopback.command({ user: member, guild: home, name: 'sources' }).answered();
      expect(loopback.violations).toEqual([]);
    } finally {
      await bot.stop();
      await town.close();
    }
    expect(heard).toContainEqual(['question', 'command', 'answered', 'number']);
    expect(heard).toContainEqual(['handled', 'command', 'ask', 'number']);
    expect(heard).toContainEqual(['handled', 'command', 'sources', 'number']);
    expect(heard).toContainEqual(['failure', 'RangeError']);
  });
});
