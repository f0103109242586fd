/** A process that opens a store, says which uploads it finds and closes it, as `wenju doctor` beside a bot does. */
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../src/store/store.js';

const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir });
console.log((await store.uploads.list()).map(({ name }) => name).join(' '));
await store.close();
// libsql lets go of a file when its objects are collected.
for (let turn = 0; turn < 5; turn++) {
  globalThis.gc?.();
  await pause(20);
}
