import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBot } from '../../src/discord/bot.js';
import type { Command } from '../../src/discord/command.js';
import {
  attachmentOption,
  flagOption,
  integerOption,
  messageMenu,
  slashCommand,
  subcommand,
  textOption,
} from '../../src/discord/command-data.js';
import type { ComponentHandler } from '../../src/discord/component.js';
import { customId } from '../../src/discord/custom-id.js';
import { registryOf } from '../../src/discord/interactions.js';
import { renderNotice } from '../../src/discord/rendering/notice.js';
import { buildTown, controlOf, type Town, textOf } from './town.js';

const label = (name: string) => () => ({ name, description: name });
const seen: unknown[] = [];

/** A command with everything that a command may have. */
const probe: Command = {
  data: slashCommand(label('probe'), 'everywhere', [
    subcommand(label('all'), [
      textOption(label('word'), { maxLength: 20, required: true, suggested: true }),
      textOption(label('other'), { maxLength: 20 }),
      integerOption(label('count'), 1, 9),
      flagOption(label('loud')),
      attachmentOption(label('file'), false),
    ]),
    subcommand(label('none')),
  ]),
  async execute(call) {
    if (call.subcommand === 'none') throw new Error('this subcommand breaks');
    seen.push(
      [call.subcommand, call.text('word'), call.optionalText('other')],
      [call.integer('count'), call.optionalFlag('loud'), call.attachment('file')?.size ?? null],
      call.place.kind,
    );
    await call.defer('everyone');
    await call.reply({
      ...renderNotice('probed', 'neutral'),
      rows: [
        [{ id: customId('probe', 'form'), label: 'form' }],
        {
          of: 'options',
          id: customId('probe', 'menu'),
          placeholder: 'p',
          options: [{ value: 'v', label: 'l' }],
        },
      ],
      files: [{ name: 'notes.txt', bytes: new TextEncoder().encode('文') }],
    });
  },
  autocomplete: async ({ subcommand: name, option, typed }) => {
    if (typed === 'break') throw new Error('no suggestions');
    const many = Array.from({ length: 40 }, (_, index) => ({
      name: `${'长'.repeat(150)}${index}`,
      value: `${index}`,
    }));
    return [
      { name: 'too long', value: 'x'.repeat(101) },
      { name: `${name} ${option} ${typed}`, value: typed },
      ...many,
    ];
  },
};

const menu: Command = {
  data: messageMenu(() => 'Look at this', 'everywhere'),
  async executeOn(call) {
    await call.tell(renderNotice(call.target.text, 'neutral'));
  },
};

const handler: ComponentHandler = {
  prefix: 'probe',
  async press(press) {
    seen.push([press.args, press.values, press.field('answer')]);
    if (press.args[0] === 'form') {
      const field = { id: 'answer', label: 'a', lines: 'one', required: true, maxLength: 10 } as const;
      await press.openForm({ id: customId('probe', 'submitted'), title: 'f', fields: [field] });
      return;
    }
    if (press.args[0] === 'menu') throw new Error('this control breaks');
    await press.update(renderNotice('updated', 'neutral'));
  },
};

let town: Town;
let stop: () => Promise<void>;

beforeEach(async () => {
  town = await buildTown();
  seen.length = 0;
  const { loopback, library, store, logger } = town;
  const settings = { token: loopback.token, apiBase: loopback.api, homeGuildIds: [] };
  const bot = await startBot({
    settings,
    library,
    store,
    commands: [probe, menu],
    components: [handler],
    logger,
  });
  stop = () => bot.stop();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await stop();
  await town.close();
});

const call = (name: string, options = {}) =>
  town.loopback.command({ user: town.member, guild: town.home, name: 'probe', subcommand: name, options });

describe('a command', () => {
  it('gets its subcommand and its options; null where they were not given', async () => {
    await call('all', { word: '甲' }).answered();
    await call('all', { word: '乙', other: 'o', count: 3, loud: true }).answered();
    expect(seen).toEqual([
      ['all', '甲', null],
      [null, null, null],
      'channel',
      ['all', '乙', 'o'],
      [3, true, null],
      'channel',
    ]);
  });

  it('that breaks is told to whoever called it, with the number under which it is logged', async () => {
    const run = call('none');
    const text = textOf(await run.answered());
    expect(run.ephemeral).toBe(true);
    expect(text).toContain(run.id);
    expect(town.logger.entries).toContainEqual(expect.objectContaining({ level: 'error', request: run.id }));
  });

  it('may suggest at most 25 values, each whole', async () => {
    const act = { user: town.member, guild: town.home, name: 'probe', subcommand: 'all', focused: 'word' };
    const choices = await town.loopback.autocomplete({ ...act, options: { word: '丙' } });
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: 'all word 丙', value: '丙' });
    expect(await town.loopback.autocomplete({ ...act, options: { word: 'break' } })).toEqual([]);
  });

  it('may stand in the menu of messages', async () => {
    const { loopback, member, home } = town;
    const target = await loopback.say({ user: member, guild: home, content: '一句话' });
    const run = loopback.contextMenu({ user: member, guild: home, name: 'Look at this', target });
    expect(textOf(await run.answered())).toBe('一句话');
  });
});

describe('a control', () => {
  it('opens a form, whose submission comes to the same handler', async () => {
    const message = await call('all', { word: '甲' }).answered();
    const opened = town.loopback.click(message, customId('probe', 'form'), town.member);
    await opened.response;
    const run = town.loopback.submitModal(opened, { answer: '文' });
    expect(textOf(await run.until((state) => textOf(state) === 'updated'))).toBe('updated');
    expect(seen.at(-1)).toEqual([['submitted'], [], '文']);
  });

  it('that breaks is told beside its message, which stays as it is', async () => {
    const message = await call('all', { word: '甲' }).answered();
    const run = town.loopback.select(
      message,
      controlOf(message, 'probe').replace('form', 'menu'),
      town.member,
      ['v'],
    );
    expect(textOf(await run.answered())).toContain(run.id);
    expect(run.ephemeral).toBe(true);
    expect(seen.at(-1)).toEqual([['menu'], ['v'], '']);
    expect(town.loopback.history(message).at(-1)?.embeds[0]?.description).toBe('probed');
  });
});

describe('the registry', () => {
  it('does not take two of one name', () => {
    expect(() => registryOf([probe, probe], [])).toThrow('probe');
    expect(() => registryOf([], [handler, handler])).toThrow('probe');
  });
});
