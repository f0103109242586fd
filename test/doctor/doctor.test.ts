import { appendFile, chmod, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examine, type Patient } from '../../src/doctor/doctor.js';
import type { Finding } from '../../src/doctor/finding.js';
import { openLibrary } from '../../src/library.js';
import { openStore } from '../../src/store/store.js';
import { CORPUS, newFolder, wenju } from '../command-line.js';

let dataDir: string;
let corpus: string;

beforeEach(async () => {
  dataDir = await newFolder();
  corpus = await newFolder();
  await writeFile(
    join(corpus, 'bridge.md'),
    '# 柳溪大桥通车\n\n3月2日，柳溪大桥正式通车，市长魏建平出席。\n',
  );
});

afterEach(async () => {
  for (const folder of [dataDir, corpus]) {
    await chmod(folder, 0o700);
    await rm(folder, { recursive: true, force: true });
  }
});

/** The finding of one check. */
async function finding(check: string, patient: Partial<Patient> = {}): Promise<Finding | undefined> {
  const findings = await examine({ corpus, dataDir, databaseUrl: null, bot: null, commands: [], ...patient });
  return findings.find((candidate) => candidate.check === check);
}

describe('the corpus', () => {
  it('is good when it has articles', async () => {
    expect(await finding('Corpus')).toMatchObject({ verdict: 'good', mend: null });
    expect((await finding('Corpus'))?.says).toContain('1 article in 1 file');
  });

  it('is bad when it has none', async () => {
    await rm(join(corpus, 'bridge.md'));
    expect(await finding('Corpus')).toMatchObject({ verdict: 'bad' });
  });

  it('is bad when it is not there, and says which variable to set', async () => {
    const { verdict, says = '', mend } = (await finding('Corpus', { corpus: '/nonexistent' })) ?? {};
    expect(verdict).toBe('bad');
    expect(says).toContain('/nonexistent');
    expect(mend).toContain('CORPUS_DIR');
  });

  it('names files that cannot be read', async () => {
    await writeFile(join(corpus, 'broken.md'), Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0, 0]));
    const { verdict, says } = (await finding('Corpus')) ?? {};
    expect(verdict).toBe('notice');
    expect(says).toContain('broken.md');
  });
});

describe('the snapshot', () => {
  const build = async (): Promise<void> => (await openLibrary({ corpus, dataDir })).close();

  it('is missing before the first start', async () => {
    expect(await finding('Snapshot')).toMatchObject({ verdict: 'notice', says: 'There is none yet.' });
  });

  it('is good when it is of the corpus as it is', async () => {
    await build();
    expect(await finding('Snapshot')).toMatchObject({ verdict: 'good' });
  });

  it('cannot be used when a part of it is damaged', async () => {
    await build();
    const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
    const parts = files.filter((entry) => entry.isFile() && /snapshots/u.test(entry.parentPath));
    for (const { parentPath, name } of parts.filter(({ name }) => name !== 'current'))
      await appendFile(join(parentPath, name), 'damage');
    expect(await finding('Snapshot')).toMatchObject({
      verdict: 'notice',
      says: expect.stringContaining('cannot be used'),
    });
  });

  it('is stale when the corpus has changed since', async () => {
    await build();
    await writeFile(join(corpus, 'second.md'), '# 另一篇\n\n河湾镇召开会议，部署防汛工作。\n');
    expect(await finding('Snapshot')).toMatchObject({
      verdict: 'notice',
      says: expect.stringContaining('changed'),
    });
  });
});

describe('the store', () => {
  it('is not made by looking', async () => {
    expect((await finding('Store'))?.says).toContain('none yet');
    expect((await finding('Store'))?.says).toContain('none yet');
  });

  it('is good when it opens and is whole', async () => {
    const store = await openStore({ dataDir });
    await store.uploads.hide('a', { by: 'u', at: 1 });
    await store.close();
    expect(await finding('Store')).toMatchObject({
      verdict: 'good',
      says: expect.stringContaining('is whole: 0 uploads, 1 removal.'),
    });
  });

  it('is bad when it is damaged, and the rest is looked at all the same', async () => {
    await writeFile(join(dataDir, 'store.sqlite'), 'nothing like a database'.repeat(300));
    expect(await finding('Store')).toMatchObject({
      verdict: 'bad',
      says: expect.stringContaining('damaged'),
    });
    expect(await finding('Corpus')).toMatchObject({ verdict: 'good' });
    expect(await finding('Snapshot')).toMatchObject({ verdict: 'notice' });
  });

  it('is bad when PostgreSQL cannot be reached, without showing the password', async () => {
    const databaseUrl = 'postgres://wenju:hush-hush@127.0.0.1:1/wenju';
    const { verdict, says } = (await finding('Store', { databaseUrl })) ?? {};
    expect(verdict).toBe('bad');
    expect(says).toContain('127.0.0.1:1');
    expect(says).not.toContain('hush');
  });
});

describe('the data folder', () => {
  it('is good when it can be written, and nothing stays behind', async () => {
    expect(await finding('Data folder')).toMatchObject({ verdict: 'good' });
    await rm(dataDir, { recursive: true });
    expect(await finding('Data folder')).toMatchObject({ verdict: 'good' });
  });

  it('is bad when it is a file', async () => {
    const file = join(dataDir, 'a-file');
    await writeFile(file, '');
    const { verdict, mend } = (await finding('Data folder', { dataDir: file })) ?? {};
    expect(verdict).toBe('bad');
    expect(mend).toContain('DATA_DIR');
  });
});

describe('wenju doctor', () => {
  const env = () => ({ DATA_DIR: dataDir, CORPUS_DIR: CORPUS });

  it('prints a table and ends well when nothing fails', async () => {
    const { code, stdout, stderr } = await wenju(['doctor'], { env: env() });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ Configuration {2}Every variable is valid\.$/mu);
    expect(stdout).toMatch(/^! Bot token .+\n +→ .+$/mu);
    expect(stdout).toMatch(/\n\nNothing fails; \d+ to look at\.\n$/u);
  });

  it('fails when something fails', async () => {
    const { code, stdout } = await wenju(['doctor'], { env: { ...env(), CORPUS_DIR: '/nonexistent' } });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ Corpus/mu);
  });

  it('prints JSON for programs, also for a configuration that is not valid, and no value of it', async () => {
    const secret = 'a token with-spaces';
    const { code, stdout } = await wenju(['doctor', '--json'], { env: { ...env(), DISCORD_TOKEN: secret } });
    expect(code).toBe(1);
    const { ok, findings } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(findings).toEqual([
      {
        check: 'Configuration',
        verdict: 'bad',
        says: expect.stringContaining('DISCORD_TOKEN'),
        mend: expect.any(String),
      },
    ]);
    expect(stdout).not.toContain(secret);
  });
});
