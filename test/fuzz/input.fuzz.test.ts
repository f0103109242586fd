import { CommanderError } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { program } from '../../src/cli.js';
import { ConfigError, parseConfig } from '../../src/config.js';
import { customId, parseCustomId } from '../../src/discord/custom-id.js';
import { parseDateInput } from '../../src/discord/date-input.js';
import { FUZZ_RUNS, FUZZ_TIMEOUT_MS, spoilt } from './mutations.js';

const VARIABLES = [
  'DISCORD_TOKEN',
  'DISCORD_API',
  'DISCORD_GUILD_ID',
  'HOME_GUILD_IDS',
  'MODERATOR_ROLE_ID',
  'CORPUS_DIR',
  'DATA_DIR',
  'DATABASE_URL',
  'LOG_LEVEL',
];

/** The command line with actions that do nothing: only how it is read is tried. */
function silent() {
  const wenju = program();
  for (const command of [wenju, ...wenju.commands]) {
    command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
    if (command !== wenju) command.action(() => {});
  }
  return wenju;
}

describe('spoilt input', () => {
  it(
    'of a control is read back as it was made, or refused',
    () => {
      fc.assert(
        fc.property(spoilt(['ask:abc:1', 'check:news-1:12', 'page:0', ':', '']), (text) => {
          const id = parseCustomId(text);
          if (id !== null) expect(customId(id.prefix, ...id.args)).toBe(text);
        }),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'of a date gives a day, month or year of the calendar, or nothing',
    () => {
      fc.assert(
        fc.property(spoilt(['2022', '2022-03', '2022-03-21', '2022年3月', '二〇二二年三月']), (text) => {
          const date = parseDateInput(text);
          if (date !== null)
            expect(date).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
        }),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'of the environment is taken, or refused by the name of the variable',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...VARIABLES),
          spoilt(['', '123456789012345678', 'info', './x']),
          (name, value) => {
            try {
              parseConfig({ [name]: value });
            } catch (error) {
              expect(error).toBeInstanceOf(ConfigError);
              expect((error as Error).message).toContain(name);
            }
          },
        ),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'of the command line is read, or refused in one line',
    async () => {
      const word = fc.oneof(
        fc.constantFrom(
          'ask',
          'index',
          'eval',
          'start',
          'playground',
          '--json',
          '--corpus',
          '--limit',
          '-',
          '--',
        ),
        spoilt(['who chaired it?', '--limit=3', '-x']),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
          try {
            await silent().parseAsync(['node', 'wenju', ...words]);
          } catch (error) {
            expect(error).toBeInstanceOf(CommanderError);
          }
        }),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
