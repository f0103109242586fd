import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import {
  calledEntry,
  entriesOf,
  matchingEntries,
  menuEntries,
} from '../../../src/playground/page/commands.js';

const REGISTERED = commands.map(
  ({ data }, index) =>
    ({ id: String(index), application_id: '1', version: '1', ...data }) as APIApplicationCommand,
);
const GROUPED = {
  id: '1',
  application_id: '1',
  version: '1',
  type: ApplicationCommandType.ChatInput,
  name: 'a',
  description: 'A',
  options: [
    {
      type: ApplicationCommandOptionType.SubcommandGroup,
      name: 'b',
      description: 'B',
      options: [{ type: ApplicationCommandOptionType.Subcommand, name: 'c', description: 'C' }],
    },
  ],
} as unknown as APIApplicationCommand;

const labels = (entries: readonly { readonly label: string }[]): readonly string[] =>
  entries.map(({ label }) => label);

describe('entriesOf', () => {
  it('makes an entry of every subcommand', () => {
    const entries = entriesOf(REGISTERED, 'en-US');
    expect(labels(entries)).toEqual(expect.arrayContaining(['ask', 'corpus add', 'corpus remove']));
    expect(entries.find(({ label }) => label === 'corpus add')).toMatchObject({
      name: 'corpus',
      group: null,
      subcommand: 'add',
    });
  });

  it('knows groups of subcommands', () => {
    expect(entriesOf([GROUPED], 'en-US')).toMatchObject([
      { name: 'a', group: 'b', subcommand: 'c', label: 'a b c' },
    ]);
  });

  it.each(['zh-CN', 'zh-TW'] as const)(
    'shows names and descriptions in %s, and keeps the English ones',
    (locale) => {
      const ask = entriesOf(REGISTERED, locale).find(({ english }) => english === 'ask');
      expect(ask?.label).toMatch(/\p{Script=Han}/u);
      expect(ask?.description).toMatch(/\p{Script=Han}/u);
      expect(ask?.options[0]).toMatchObject({ name: 'question', required: true });
    },
  );

  it('leaves menus of messages to the menus', () => {
    expect(labels(menuEntries(REGISTERED, 'en-US'))).toEqual(['Ask about this']);
    expect(labels(entriesOf(REGISTERED, 'en-US'))).not.toContain('Ask about this');
  });
});

describe('matchingEntries', () => {
  const entries = entriesOf(REGISTERED, 'zh-CN');

  it('takes all for a bare slash', () => {
    expect(matchingEntries(entries, '')).toHaveLength(entries.length);
  });

  it('finds names in English and in the reader’s language, those that begin so first', () => {
    expect(matchingEntries(entries, 'as')[0]?.english).toBe('ask');
    const ask = entries.find(({ english }) => english === 'ask');
    expect(matchingEntries(entries, ask?.label.slice(0, 1) ?? '')).toContain(ask);
  });

  it('finds nothing for what stands nowhere', () => {
    expect(matchingEntries(entries, 'qqq')).toEqual([]);
  });
});

describe('calledEntry', () => {
  const entries = entriesOf(REGISTERED, 'en-US');

  it.each([
    ['/ask ', 'ask', ''],
    ['/ask 谁主持？', 'ask', '谁主持？'],
    ['/corpus add ', 'corpus add', ''],
  ])('knows %j as a call', (text, label, rest) => {
    expect(calledEntry(entries, text)).toMatchObject({ entry: { label }, rest });
  });

  it.each(['/ask', '/asking ', 'ask ', '/corpus ', ' /ask '])('does not take %j for a call', (text) => {
    expect(calledEntry(entries, text)).toBeNull();
  });
});
