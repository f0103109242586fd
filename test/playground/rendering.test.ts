import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../src/playground/bundle.js';
import { type Connection, type Playground, startPlayground } from '../../src/playground/playground.js';
import { CHROMIUM, openBrowser, WHY_SKIPPED } from './browser.js';

/** What can be in a message beyond what the bot sends today; a program of the test's own sends it. */
const COMPONENTS_V2 = 1 << 15;

let folder: string;
let playground: Playground;
let browser: Browser;
let page: Page;
let connection: Connection;
const troubles: string[] = [];

async function rest(method: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${connection.apiBase}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${connection.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer as Record<string, unknown>;
}

/** Posts a message to #general and gives it as the page shows it. */
async function post(message: Record<string, unknown>): Promise<Locator> {
  const { id } = await rest('POST', `/channels/${await general()}/messages`, message);
  const shown = page.locator(`article[data-id="${String(id)}"]`);
  await shown.waitFor();
  return shown;
}

async function general(): Promise<string> {
  const channels = await fetch(`${connection.apiBase}/v10/guilds/${connection.homeGuildIds[0]}/channels`, {
    headers: { authorization: `Bot ${connection.token}` },
  });
  const list = (await channels.json()) as readonly { readonly id: string; readonly name: string }[];
  return list.find(({ name }) => name === 'general')?.id ?? '';
}

describe.skipIf(CHROMIUM === null)(`messages on the page${WHY_SKIPPED}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wenju-page-'));
    await bundlePage(folder);
    playground = await startPlayground({
      port: 0,
      bundle: folder,
      starters: async () => ['one?', 'two?', 'three?'],
      startBot: async (given) => {
        connection = given;
        return { stop: async () => {} };
      },
    });
    const [applicationId] = Buffer.from(connection.token.split('.')[0] ?? '', 'base64url')
      .toString()
      .split('.');
    await rest('PUT', `/applications/${applicationId}/commands`, [
      { type: 1, name: 'silent', description: 'Never answers' },
      {
        type: 1,
        name: 'many',
        description: 'All kinds of options',
        options: [
          {
            type: 3,
            name: 'pick',
            description: 'a choice',
            required: true,
            choices: [{ name: 'First', value: 'a' }],
          },
          { type: 4, name: 'count', description: 'a number' },
          { type: 5, name: 'flag', description: 'yes or no' },
          { type: 6, name: 'who', description: 'a person' },
          { type: 7, name: 'where', description: 'a channel' },
          { type: 8, name: 'role', description: 'a role' },
        ],
      },
    ]);
    browser = await openBrowser();
    page = await browser.newPage({ locale: 'en-US', viewport: { width: 1000, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(playground.address);
    await page.locator('.starter').first().waitFor();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('show embeds with fields, footer and a link in the title', async () => {
    const shown = await post({
      embeds: [
        {
          title: 'A *title* 123456789012345678',
          url: 'https://example.org/',
          description: '**bold** [masked](https://example.org/a) `code`',
          fields: [
            { name: 'Left', value: 'a', inline: true },
            { name: 'Right', value: 'b', inline: true },
          ],
          footer: { text: 'The footer' },
          color: 0xff8800,
        },
      ],
    });
    expect(await shown.locator('.embed-title a').getAttribute('href')).toBe('https://example.org/');
    expect(await shown.locator('strong').textContent()).toBe('bold');
    expect(await shown.locator('.embed-field.inline').count()).toBe(2);
    expect(await shown.locator('discord-embed-footer').textContent()).toContain('The footer');
    expect(await shown.locator('.md a').getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('show buttons of every style, links and disabled ones', async () => {
    const shown = await post({
      content: 'buttons',
      components: [
        {
          type: 1,
          components: [1, 2, 3, 4].map((style) => ({
            type: 2,
            style,
            label: `style ${style}`,
            custom_id: `b${style}`,
          })),
        },
        {
          type: 1,
          components: [
            { type: 2, style: 5, label: 'elsewhere', url: 'https://example.org/' },
            { type: 2, style: 2, label: 'off', custom_id: 'off', disabled: true },
            { type: 2, style: 2, emoji: { name: '👍' }, custom_id: 'thumb' },
          ],
        },
      ],
    });
    for (const look of ['primary', 'secondary', 'success', 'danger'])
      expect(await shown.locator(`button.${look}`).count()).toBeGreaterThan(0);
    expect(await shown.getByRole('link', { name: 'elsewhere' }).getAttribute('href')).toBe(
      'https://example.org/',
    );
    expect(await shown.getByRole('button', { name: 'off' }).isDisabled()).toBe(true);
    expect(await shown.getByRole('button', { name: '👍' }).count()).toBe(1);
  });

  it('show selects of options, people, roles and channels', async () => {
    const shown = await post({
      content: 'selects',
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 's',
              placeholder: 'several',
              max_values: 2,
              options: [
                { label: 'One', value: '1', description: 'the first' },
                { label: 'Two', value: '2' },
              ],
            },
          ],
        },
        ...[5, 6, 8].map((type) => ({
          type: 1,
          components: [{ type, custom_id: `s${type}`, placeholder: `of ${type}` }],
        })),
      ],
    });
    const several = shown.getByRole('combobox', { name: 'several' });
    await several.click();
    await page.getByRole('option', { name: /One/u }).click();
    expect(await page.getByRole('option', { name: /One/u }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('option').count()).toBe(2);
    await page.keyboard.press('Escape');
    for (const [type, name] of [
      [5, 'Wenju'],
      [6, '@librarians'],
      [8, '#general'],
    ] as const) {
      await shown.getByRole('combobox', { name: `of ${type}` }).click();
      expect(await page.getByRole('option').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining(name)]),
      );
      await page.keyboard.press('Escape');
    }
  });

  it('show components v2: containers, sections, texts, separators', async () => {
    const shown = await post({
      flags: COMPONENTS_V2,
      components: [
        {
          type: 17,
          accent_color: 0x2e8b57,
          components: [
            { type: 10, content: '# A heading\n-# small' },
            { type: 14, divider: true },
            {
              type: 9,
              components: [{ type: 10, content: 'beside a **button**' }],
              accessory: { type: 2, style: 1, label: 'Press', custom_id: 'p' },
            },
            { type: 1, components: [{ type: 2, style: 2, label: 'Row', custom_id: 'r' }] },
          ],
        },
      ],
    });
    expect(await shown.getByRole('heading', { name: 'A heading' }).count()).toBe(1);
    expect(await shown.locator('.container.accented hr').count()).toBe(1);
    expect(await shown.locator('.section').getByRole('button', { name: 'Press' }).count()).toBe(1);
    expect(await shown.getByRole('button', { name: 'Row' }).count()).toBe(1);
  });

  it('come as they are edited, and go when they are deleted', async () => {
    const channel = await general();
    const { id } = await rest('POST', `/channels/${channel}/messages`, { content: 'before' });
    const shown = page.locator(`article[data-id="${String(id)}"]`);
    await shown.getByText('before').waitFor();
    await rest('PATCH', `/channels/${channel}/messages/${String(id)}`, { content: 'after' });
    await shown.getByText('after').waitFor();
    expect(await shown.textContent()).toContain('(edited)');
    await fetch(`${connection.apiBase}/v10/channels/${channel}/messages/${String(id)}`, {
      method: 'DELETE',
      headers: { authorization: `Bot ${connection.token}` },
    });
    await shown.waitFor({ state: 'detached' });
  });

  it('announce that the bot types', async () => {
    await fetch(`${connection.apiBase}/v10/channels/${await general()}/typing`, {
      method: 'POST',
      headers: { authorization: `Bot ${connection.token}` },
    });
    await page.getByText('Wenju is typing…').waitFor();
  });

  it('are replaced by a notice when the bot stays silent', async () => {
    await page.locator('#composer-text').fill('/silent ');
    await page.getByRole('button', { name: 'Send' }).click();
    const notice = page.locator('.notice');
    await notice.getByText('The application did not respond').waitFor();
    await notice.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await notice.count()).toBe(0);
  });

  it('are written with every kind of option', async () => {
    await page.locator('#composer-text').fill('/many ');
    for (const name of ['count', 'flag', 'who', 'where', 'role']) {
      await page.getByRole('button', { name: /^\+\d more$/u }).click();
      await page.locator('.popup-line', { hasText: name }).first().click();
      await page.locator(`#option-${name}:focus`).waitFor();
    }
    await page.locator('#option-count').fill('3');
    for (const [name, choice] of [
      ['pick', 'First'],
      ['flag', 'True'],
      ['who', '@Wenju'],
      ['where', '#archive'],
      ['role', '@librarians'],
    ] as const) {
      await page.locator(`#option-${name}`).focus();
      await page.locator('.popup-line', { hasText: choice }).first().click();
    }
    const sent = page.waitForRequest((request) => request.postData()?.includes('"act":"command"') === true);
    await page.getByRole('button', { name: 'Send' }).click();
    const { options } = JSON.parse((await sent).postData() ?? '');
    expect(options).toMatchObject({ pick: 'a', count: 3, flag: true, who: {}, where: {}, role: {} });
    await page.locator('.notice').getByText('The application did not respond').waitFor();
  });

  it('are refused as a client refuses them, and what was written stays', async () => {
    await page.locator('#composer-text').fill('/many ');
    await page.locator('#option-pick').fill('nothing that is offered');
    await page.getByRole('button', { name: 'Send' }).click();
    await page
      .getByText(/^⚠ Discord would not send this/u)
      .first()
      .waitFor();
    expect(await page.locator('#option-pick').inputValue()).toBe('nothing that is offered');
    await page.keyboard.press('Escape');
  });

  it('can be begun before the commands are known', async () => {
    const other = await browser.newPage({ locale: 'en-US' });
    await other.route('**/act', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await other.goto(playground.address);
    await other.locator('#composer-text').fill('/many ');
    await other.locator('#option-pick').waitFor();
    await other.close();
  });

  it('made no error on the page', () => {
    expect(troubles).toEqual([]);
  });

  it('stay while the playground is away, with a word about it; a new one takes the page over', async () => {
    const port = Number(new URL(playground.address).port);
    await playground.close();
    await page.getByRole('alert').getByText('The playground has stopped').waitFor();
    expect(await page.locator('article.message').count()).toBeGreaterThan(3);
    playground = await startPlayground({
      port,
      bundle: folder,
      starters: async () => ['four?'],
      startBot: async () => ({ stop: async () => {} }),
    });
    await page.getByRole('button', { name: 'four?' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
