import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledProgram, bundleProgram } from '../bin/bundle.js';
import { smallCorpus, WHO_CHAIRED } from './small-corpus.js';

/** Inside the project, where the bundle finds its packages. */
const FOLDER = fileURLToPath(new URL(`../dist/program-${process.pid}`, import.meta.url));
const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const PATIENCE_MS = 180_000;
const run = promisify(execFile);

let folder: string;
let corpus: string;

beforeAll(async () => {
  ({ folder, corpus } = await smallCorpus());
  await bundleProgram(FOLDER);
});

afterAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** What the command line answers when it is run from a file. */
async function answered(program: string, dataDir: string): Promise<unknown> {
  const args = ['node', 'wenju', 'ask', WHO_CHAIRED, '--corpus', corpus, '--json'];
  const code = `import(${JSON.stringify(pathToFileURL(program).href)}).then(({ main }) => main(${JSON.stringify(args)}))`;
  const { stdout } = await run(process.execPath, ['--import', 'tsx', '-e', code], {
    env: { ...process.env, DATA_DIR: join(folder, dataDir) },
  });
  const { tookMs: _, ...answer } = JSON.parse(stdout);
  return answer;
}

describe('the bundle', () => {
  it(
    'answers as the sources do',
    async () => {
      const bundled = await answered(join(FOLDER, 'cli.js'), 'bundled');
      expect(bundled).toMatchObject({ answer: '林远山' });
      expect(bundled).toEqual(await answered(CLI, 'sources'));
      // The snapshot of one is that of the other.
      expect(bundled).toEqual(await answered(join(FOLDER, 'cli.js'), 'sources'));
    },
    PATIENCE_MS,
  );

  it('is used only for the sources that it was made of', async () => {
    expect(bundledProgram(FOLDER)).toBe(join(FOLDER, 'cli.js'));
    await writeFile(join(FOLDER, 'sources.sha256'), 'of other sources');
    expect(bundledProgram(FOLDER)).toBeNull();
    expect(bundledProgram(join(FOLDER, 'nowhere'))).toBeNull();
  });
});
