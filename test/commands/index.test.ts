import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';

const LOCALES = ['en-US', 'zh-CN', 'zh-TW'];
const EVERYWHERE = [
  [0, 1, 2],
  [0, 1],
];
const SERVERS = [[0], [0]];
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const all = commands.map(({ data }) => data);
const chat = commands.flatMap((command) => ('execute' in command ? [command.data] : []));

interface Labelled {
  readonly name: string;
  readonly name_localizations?: object | null | undefined;
  readonly description: string;
  readonly description_localizations?: object | null | undefined;
  readonly options?: readonly Labelled[] | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
}

/** Everything that has a name and a description: a command, its subcommands and all their options. */
const within = (data: Labelled): readonly Labelled[] => [data, ...(data.options ?? []).flatMap(within)];
const labelled = (chat as readonly Labelled[]).flatMap(within);

/** Discord counts names, descriptions and values of a command together, the longest translation of each. */
function size(data: Labelled): number {
  const longest = (own: string, others: object | null | undefined): number =>
    Math.max(own.length, ...Object.values(others ?? {}).map((text) => String(text).length));
  return within(data).reduce(
    (sum, { name, name_localizations, description, description_localizations }) =>
      sum + longest(name, name_localizations) + longest(description, description_localizations),
    0,
  );
}

describe('the registry', () => {
  it('holds every command file of the folder', () => {
    const files = readdirSync(new URL('../../commands', import.meta.url)).filter(
      (file) => file !== 'index.ts',
    );
    const fileOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '-')}.ts`;
    expect(all.map(({ name }) => fileOf(name)).sort()).toEqual(files.sort());
  });

  it('says explicitly where each command may be used', () => {
    expect(
      Object.fromEntries(all.map((data) => [data.name, [data.contexts, data.integration_types]])),
    ).toEqual({
      ask: EVERYWHERE,
      'Ask about this': EVERYWHERE,
      sources: EVERYWHERE,
      read: EVERYWHERE,
      timeline: EVERYWHERE,
      help: EVERYWHERE,
      reindex: SERVERS,
      corpus: SERVERS,
      gaps: SERVERS,
      settings: SERVERS,
      audit: SERVERS,
    });
  });

  it.each([
    [
      'ask',
      [
        ['question', true],
        ['source', false],
        ['since', false],
        ['until', false],
        ['private', false],
      ],
    ],
    [
      'read',
      [
        ['article', true],
        ['paragraph', false],
      ],
    ],
    ['timeline', [['subject', true]]],
  ])('has the option names of /%s that people and tests rely on', (command, options) => {
    const named = (chat as readonly Labelled[]).find(({ name }) => name === command);
    expect(named?.options?.map(({ name, required }) => [name, required])).toEqual(options);
  });

  it('suggests values wherever an option says so', () => {
    const suggested = (data: Labelled) => within(data).some(({ autocomplete }) => autocomplete === true);
    for (const command of commands) {
      if (!('execute' in command)) continue;
      expect([command.data.name, command.autocomplete !== undefined]).toEqual([
        command.data.name,
        suggested(command.data as Labelled),
      ]);
    }
  });

  it.each(labelled.map((label) => [label.name, label] as const))(
    'gives %s a name and a description in every locale, within the limits',
    (_, { name, name_localizations, description, description_localizations }) => {
      expect(Object.keys(name_localizations ?? {}).sort()).toEqual(LOCALES);
      expect(Object.keys(description_localizations ?? {}).sort()).toEqual(LOCALES);
      for (const text of [name, ...Object.values(name_localizations ?? {})]) {
        expect(text).toMatch(NAME);
        expect(text).toBe(String(text).toLowerCase());
      }
      for (const text of [description, ...Object.values(description_localizations ?? {})]) {
        expect(String(text).length).toBeGreaterThan(0);
        expect(String(text).length).toBeLessThanOrEqual(100);
      }
    },
  );

  it('keeps each command within 8,000 characters', () => {
    for (const data of chat as readonly Labelled[]) expect(size(data)).toBeLessThanOrEqual(8_000);
  });
});
