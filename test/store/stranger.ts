/** A process that may write nothing that others own: it opens a store and says with which fault that failed. */
import { StoreError } from '../../src/store/errors.js';
import { openStore } from '../../src/store/store.js';

const NOBODY = 65_534;

const [dataDir = ''] = process.argv.slice(2);
// For good, and the real user too: what may be read or written is asked of that one.
if (process.geteuid?.() === 0) process.setuid?.(NOBODY);
try {
  await (await openStore({ dataDir })).close();
  console.log('opened');
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  console.log(error.fault, error.message);
}
