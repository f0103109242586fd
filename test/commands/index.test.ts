import { readdirSync } from 'node:fs';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';

const LOCALES = ['en-US', 'zh-CN', 'zh-TW'];
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const all = commands.map(({ data }) => data);

/** Everything that has a name and a description: the commands and their options. */
const labelled = all.flatMap((data) => [data, ...(data.options ?? [])]);

/** Discord counts names, descriptions and values of a command together, the longest translation of each. */
function size(data: RESTPostAPIChatInputApplicationCommandsJSONBody): number {
  const longest = (own: string, others: object | null | undefined): number =>
    Math.max(own.length, ...Object.values(others ?? {}).map((text) => String(text).length));
  return [data, ...(data.options ?? [])].reduce(
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
    expect(all.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it('says explicitly where each command may be used', () => {
    expect(
      Object.fromEntries(all.map((data) => [data.name, [data.contexts, data.integration_types]])),
    ).toEqual({
      ask: [
        [0, 1, 2],
        [0, 1],
      ],
      sources: [
        [0, 1, 2],
        [0, 1],
      ],
      help: [
        [0, 1, 2],
        [0, 1],
      ],
      reindex: [[0], [0]],
    });
  });

  it('has the option names that people and tests rely on', () => {
    const ask = all.find(({ name }) => name === 'ask');
    expect(ask?.options?.map(({ name, required }) => [name, required])).toEqual([
      ['question', true],
      ['private', false],
    ]);
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
    for (const data of all) expect(size(data)).toBeLessThanOrEqual(8_000);
  });
});
