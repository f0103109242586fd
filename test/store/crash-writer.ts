/** A process that writes to a store until it is killed; it says what it begins and, once it is confirmed, what it did. */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.js';

const [dataDir = '', databaseUrl = '', round = ''] = process.argv.slice(2);
const say = (...words: readonly string[]): void => void writeSync(1, `${words.join(' ')}\n`);

const store = await openStore({ dataDir, ...(databaseUrl === '' ? {} : { databaseUrl }) });
for (let n = 0; ; n++) {
  const name = `${round}-${n}`;
  const bytes = Buffer.alloc((n * 70_001) % 300_000, name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  say('begin', 'upload', name);
  await store.uploads.put({ name: `file-${n % 5}`, bytes, sha256, addedBy: 'u', at: n });
  say('done', 'upload', `file-${n % 5}`, sha256);
  say('begin', 'hide', name);
  await store.uploads.hide(name, { by: 'u', at: n });
  say('done', 'hide', name);
  say('begin', 'gap', name);
  await store.gaps.record({ guildId: 'g', question: name, language: 'en', reason: null, at: n });
  say('done', 'gap', name);
}
