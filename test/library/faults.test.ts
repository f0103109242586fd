import { spawnSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorpusError } from '../../src/library/corpus-error.js';
import { listed } from '../../src/library/listed.js';
import { openLibrary } from '../../src/library.js';
import { smallCorpus, WHO_CHAIRED } from '../small-corpus.js';

const WENJU = fileURLToPath(new URL('../../bin/wenju.js', import.meta.url));
/** Any user but root, for whom no file is unreadable. */
const NOBODY = 65_534;
/** Whether a process may mount file systems of its own: Linux, where users may make namespaces. */
const MOUNTS = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;

let folder: string;
let corpus: string;
let dataDir: string;
let warnings: string[];

beforeEach(async () => {
  ({ folder, corpus, dataDir } = await smallCorpus());
  warnings = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const opened = () => openLibrary({ corpus, dataDir, warn: (message) => warnings.push(message) });

async function built(): Promise<void> {
  const library = await opened();
  await library.close();
  warnings = [];
}

describe('a corpus that cannot be read', () => {
  it('because it is gone is answered for by its last index, with a warning', async () => {
    await built();
    await rename(corpus, `${corpus}-elsewhere`);
    const library = await opened();
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect(warnings).toEqual([expect.stringContaining('corpus cannot be read')]);
    await expect(library.reindex()).rejects.toThrow(CorpusError);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    await library.close();
  });

  it('because its folder may not be read is answered for likewise', async () => {
    await built();
    await chmod(folder, 0o755);
    await chmod(corpus, 0o000);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      const library = await opened();
      expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
      expect(warnings).toEqual([expect.stringContaining('corpus cannot be read')]);
      await library.close();
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(corpus, 0o755);
    }
  });

  it('is an error where nothing was indexed before', async () => {
    await rm(corpus, { recursive: true });
    await expect(opened()).rejects.toThrow(CorpusError);
  });

  it('is taken into use again when it is back', async () => {
    await built();
    await rename(corpus, `${corpus}-elsewhere`);
    const library = await opened();
    await rename(`${corpus}-elsewhere`, corpus);
    await writeFile(join(corpus, 'dam.txt'), '清河水库竣工\n\n白知秋主持了清河水库的竣工仪式。');
    expect(await library.reindex()).toMatchObject({ changed: listed(['dam.txt']) });
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '白知秋' });
    await library.close();
  });
});

describe.skipIf(!MOUNTS)('a data folder (skipped where nobody may mount one)', () => {
  /** Runs `wenju` with its data in a file system mounted with these options, and a Discord that nobody answers at. */
  function wenju(options: string, ...args: readonly string[]) {
    const script = `mount -t tmpfs -o ${options} tmpfs "$DATA_DIR" && exec "$0" "$@"`;
    return spawnSync('unshare', ['-rm', 'sh', '-c', script, process.execPath, WENJU, ...args], {
      env: {
        PATH: process.env.PATH,
        CORPUS_DIR: corpus,
        DATA_DIR: dataDir,
        DISCORD_TOKEN: `${'x'.repeat(24)}.yyyyyy.${'z'.repeat(38)}`,
        DISCORD_API: 'http://127.0.0.1:9/api',
      },
      encoding: 'utf8',
    });
  }

  it.each([
    ['on a full disk', 'size=4k'],
    ['that may not be written', 'ro'],
  ])('%s takes no snapshot, which is said, and questions are answered', async (_, options) => {
    await mkdir(dataDir);
    const { status, stderr, stdout } = wenju(options, 'ask', WHO_CHAIRED);
    expect(stderr).toContain('The snapshot could not be saved');
    expect(stdout).toContain('林远山');
    expect(status).toBe(0);
  });

  it.each([
    ['on a full disk', 'size=4k'],
    ['that may not be written', 'ro'],
  ])('%s keeps no index, for which `wenju index` ends with 1', async (_, options) => {
    await mkdir(dataDir);
    const { status, stderr } = wenju(options, 'index');
    expect(stderr).toContain('wenju: the index could not be saved');
    expect(status).toBe(1);
  });

  it.each([
    ['on a full disk', 'size=4k', /disk|full|space/iu],
    ['that may not be written', 'ro', /writ/iu],
  ])('%s lets no bot start, in words that say why', async (_, options, why) => {
    await mkdir(dataDir);
    const { status, stderr } = wenju(options, 'start', '--bot');
    expect(status).toBe(1);
    expect(stderr).toMatch(why);
    expect(stderr).not.toContain('Discord cannot be reached');
  });
});
