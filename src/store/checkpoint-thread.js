/** The thread of checkpoints.ts. Plain JavaScript, so that it needs no compiler. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

const database = new Database(workerData.file);
database.pragma('synchronous = normal');

parentPort?.on('message', (wish) => {
  if (wish === 'end') {
    database.close();
    parentPort?.close();
    return;
  }
  try {
    database.pragma('wal_checkpoint(passive)');
  } catch {
    // The next checkpoint does it, or the end of the last connection.
  }
  parentPort?.postMessage('done');
});
