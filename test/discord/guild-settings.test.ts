import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SettingsCache, settingsCache } from '../../src/discord/guild-settings.js';
import { DEFAULT_GUILD_SETTINGS } from '../../src/store/settings.js';
import { openStore, type Store } from '../../src/store/store.js';
import { recordingLogger } from './library-double.js';

let folder: string;
let store: Store;
let settings: SettingsCache;
let now: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-settings-'));
  store = await openStore({ dataDir: folder });
  now = 0;
  settings = settingsCache(store, () => now, recordingLogger());
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the cache of settings', () => {
  it('gives the defaults where nothing was set, and outside of servers', async () => {
    expect(await settings.of('1')).toEqual(DEFAULT_GUILD_SETTINGS);
    expect(await settings.of(null)).toEqual(DEFAULT_GUILD_SETTINGS);
  });

  it('sees within seconds what another process has set, and at once what it is told of', async () => {
    await settings.of('1');
    await store.settings.set('1', { privateByDefault: true });
    expect((await settings.of('1')).privateByDefault).toBe(false);
    now += 11_000;
    expect((await settings.of('1')).privateByDefault).toBe(true);
    await store.settings.set('1', { privateByDefault: false });
    settings.forget('1');
    expect((await settings.of('1')).privateByDefault).toBe(false);
  });

  it('keeps each server apart', async () => {
    await store.settings.set('1', { language: 'zh-TW' });
    expect((await settings.of('1')).language).toBe('zh-TW');
    expect((await settings.of('2')).language).toBeNull();
  });

  it('keeps nobody waiting for a store that is silent', async () => {
    await store.settings.set('1', { privateByDefault: true });
    await settings.of('1');
    now += 11_000;
    store.settings.get = () => new Promise(() => {});
    expect((await settings.of('1')).privateByDefault).toBe(true);
    expect(await settings.of('2')).toEqual(DEFAULT_GUILD_SETTINGS);
  });

  it('goes on with what it knew while the store cannot be read', async () => {
    await store.settings.set('1', { privateByDefault: true });
    await settings.of('1');
    await store.close();
    now += 60_000;
    expect((await settings.of('1')).privateByDefault).toBe(true);
    expect(await settings.of('2')).toEqual(DEFAULT_GUILD_SETTINGS);
  });
});
