import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { commands, components } from '../../commands/index.js';
import { startBot } from '../../src/discord/bot.js';
import { bundlePage } from '../../src/playground/bundle.js';
import { startPlayground } from '../../src/playground/playground.js';
import { openRemoteLibrary } from '../../src/search-process/remote-library.js';
import { openStore } from '../../src/store/store.js';
import { recordingLogger } from '../discord/library-double.js';
import { openBrowser } from './browser.js';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
/** Tests ask faster than people. */
const NO_LIMITS = { asker: [{ points: 1_000, seconds: 1 }], moderator: [{ points: 1_000, seconds: 1 }] };
/** How long an answer may take on a busy machine. */
const ANSWER_MS = 40_000;

/** An open page with the acts that tests need. */
export interface Visit {
  readonly page: Page;
  /** Becomes the member or the moderator. */
  become(who: 'Member' | 'Moderator'): Promise<void>;
  /** Goes to a channel or the direct message by its name. */
  go(place: string): Promise<void>;
  /** Types in the composer, whatever it shows. */
  type(text: string): Promise<void>;
  /** Calls a command with texts for its required options, and waits for the answer. */
  call(command: string, ...values: readonly string[]): Promise<Locator>;
  /** Writes a plain message and waits for the bot's answer. */
  say(text: string): Promise<Locator>;
  /** The newest message, once it is the bot's and no longer thinking. */
  answer(after: number): Promise<Locator>;
  count(): Promise<number>;
  close(): Promise<void>;
}

/** A playground over the sample articles and some more, with all its real parts, and a browser. */
export interface Stage {
  readonly address: string;
  /** What went wrong in any page: console errors, exceptions, requests to elsewhere. */
  readonly troubles: readonly string[];
  /** What the bot did that Discord would not take. */
  readonly violations: readonly string[];
  visit(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** Starts a playground whose corpus has `files` beside the samples. */
export async function openStage(files: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'wenju-page-'));
  const corpus = join(folder, 'corpus');
  await cp(CORPUS, corpus, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(corpus, name), text);
  const bundle = join(folder, 'bundle');
  await bundlePage(bundle);
  const dataDir = join(folder, 'data');
  const store = await openStore({ dataDir });
  const library = await openRemoteLibrary({ corpus, dataDir });
  const logger = recordingLogger();
  const playground = await startPlayground({
    port: 0,
    bundle,
    starters: (language) => library.starters(language),
    startBot: (connection) =>
      startBot({
        settings: { ...connection, rates: NO_LIMITS },
        library,
        store,
        commands,
        components,
        logger,
      }),
  });
  const browser = await openBrowser();
  const { address, violations } = playground;
  const troubles: string[] = [];
  return {
    address,
    troubles,
    violations,
    visit: (options) => visit(browser, address, troubles, options),
    async close() {
      await browser.close();
      await playground.close();
      await library.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function visit(
  browser: Browser,
  address: string,
  troubles: string[],
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 800 },
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(ANSWER_MS);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:')) troubles.push(`request to ${url}`);
  });
  await page.goto(address);
  await page.locator('#composer-text').waitFor();
  const messages = page.locator('article.message');
  const count = (): Promise<number> => messages.count();
  const answer = async (after: number): Promise<Locator> => {
    const fresh = messages.nth(after);
    await fresh.locator('discord-embed, .components .container, .notice-text').first().waitFor();
    return messages.last();
  };
  return {
    page,
    count,
    answer,
    become: async (who) => {
      await page.getByLabel(who, { exact: true }).check();
    },
    go: (place) => page.getByRole('button', { name: place, exact: true }).click(),
    type: async (text) => {
      await page.locator('#composer-text').fill(text);
    },
    async call(command, ...values) {
      const before = await count();
      await page.locator('#composer-text').fill(`/${command} `);
      for (const [index, value] of values.entries()) {
        await page.locator('.option input').nth(index).fill(value);
      }
      await page.getByRole('button', { name: /^(Send|发送|傳送)$/u }).click();
      return answer(before);
    },
    async say(text) {
      const before = await count();
      await page.locator('#composer-text').fill(text);
      await page.keyboard.press('Enter');
      return answer(before + 1);
    },
    close: () => context.close(),
  };
}
