import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { differs } from '../../src/discord/registration.js';

const wanted = commands.map(({ data }) => data);

/** Discord leaves out what is false. */
const dropFalse = (option: object): object =>
  Object.fromEntries(Object.entries(option).filter(([, value]) => value !== false));

/** As Discord hands commands back: with bookkeeping, with defaults filled in or left out, in another order. */
const registered = wanted
  .map((data, index) => ({
    ...data,
    id: `${index}`,
    version: '9',
    application_id: '5',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    contexts: [...(data.contexts ?? [])].reverse(),
    ...('description' in data
      ? { options: data.options?.map((option) => dropFalse(option)) }
      : { description: '', description_localizations: null }),
  }))
  .reverse();

describe('differs', () => {
  it('sees no difference in what Discord adds, leaves out or reorders', () => {
    expect(differs(wanted, registered, true)).toBe(false);
  });

  it('does not compare contexts for a guild, where Discord drops them', () => {
    const inGuild = registered.map((data) => ({ ...data, contexts: null, integration_types: [0] }));
    expect(differs(wanted, inGuild, false)).toBe(false);
    expect(differs(wanted, inGuild, true)).toBe(true);
  });

  it.each([
    ['a changed description', registered.map((data) => ({ ...data, description: 'else' }))],
    [
      'a lost translation',
      registered.map((data) => ({ ...data, name_localizations: { 'en-US': data.name } })),
    ],
    ['a command too few', registered.slice(1)],
    ['a command too many', [...registered, { type: 1, name: 'old', description: 'old' }]],
    ['lost options', registered.map((data) => ({ ...data, options: [] }))],
    [
      'a permission set by default',
      registered.map((data) => ({ ...data, default_member_permissions: '32' })),
    ],
  ])('sees %s', (_, other) => {
    expect(differs(wanted, other, true)).toBe(true);
  });
});
