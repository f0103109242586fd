import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { StoreSettings } from '../../src/store/store.js';
import { KILLS, KILLS_TIMEOUT_MS, tally } from '../kills.js';
import { onBothDatabases } from './databases.js';

const WRITER = fileURLToPath(new URL('crash-writer.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
const LONGEST_LIFE_MS = 400;

/** What a killed process said: each thing that it did, and the one that it was doing. */
async function killedWriter(
  { dataDir, databaseUrl = '' }: StoreSettings,
  round: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', TSX, WRITER, dataDir, databaseUrl, `${round}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let said = '';
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE_MS);
    said += text;
  });
  const [, signal] = await closed;
  expect(signal, complaints).toBe('SIGKILL');
  return said.split('\n').slice(0, -1);
}

onBothDatabases((database) => {
  it('keeps all that was confirmed when its process is killed, at any moment', {
    timeout: KILLS_TIMEOUT_MS,
  }, async () => {
    const place = await database.place();
    const hidden = new Set<string>();
    const gaps = new Set<string>();
    const files = new Map<string, string>();
    const interrupted: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      const said = await killedWriter(place, round);
      for (const [state, kind, name = '', sha256 = ''] of said.map((line) => line.split(' '))) {
        if (state !== 'done') continue;
        if (kind === 'hide') hidden.add(name);
        else if (kind === 'gap') gaps.add(name);
        else files.set(name, sha256);
      }
      interrupted.push(said.at(-1) ?? 'nothing');

      const store = await database.open(place);
      const note = `killed after: ${interrupted.join(', ')}`;
      const stillHidden = new Set(await store.uploads.hidden());
      expect(
        [...hidden].filter((id) => !stillHidden.has(id)),
        note,
      ).toEqual([]);
      const questions = new Set((await store.gaps.list('g', 0)).map(({ question }) => question));
      expect(
        [...gaps].filter((name) => !questions.has(name)),
        note,
      ).toEqual([]);
      const unfinished = said.at(-1)?.startsWith('begin upload') === true;
      for (const file of await store.uploads.list()) {
        const bytes = (await store.uploads.bytes(file.name)) ?? new Uint8Array();
        expect(createHash('sha256').update(bytes).digest('hex'), note).toBe(file.sha256);
        if (!unfinished) expect(file.sha256, note).toBe(files.get(file.name));
        files.set(file.name, file.sha256);
      }
      await store.uploads.put({
        name: 'after',
        bytes: new Uint8Array(9),
        sha256: `${round}`,
        addedBy: 'u',
        at: 0,
      });
      files.set('after', `${round}`);
      await store.uploads.remove('after');
      await store.close();
    }
    console.log(`a store's process was killed after: ${tally(interrupted)}`);
  });
});
