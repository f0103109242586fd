/** Runs the same tests over both databases. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { openStore, type Store, type StoreSettings } from '../../src/store/store.js';
import { newFolder } from '../command-line.js';
import { inPostgres, type PostgresServer, postgresMissing, startPostgres } from './postgres.js';

/** A kind of database to test with. */
export interface TestDatabase {
  /** Where a new store may be: it holds nothing yet. */
  place(): Promise<StoreSettings>;
  /** Opens a store, a new one unless a place is given; it is closed after the test. */
  open(place?: StoreSettings): Promise<Store>;
}

/** Describes the same behaviour for a store in a file and for one in PostgreSQL. */
export function onBothDatabases(tests: (database: TestDatabase) => void): void {
  describe('in SQLite', () => {
    tests(testDatabase(async () => ({})));
  });
  describe.skipIf(postgresMissing !== null)(inPostgres('in PostgreSQL'), () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.remove());
    tests(testDatabase(async () => ({ databaseUrl: await server.newDatabase() })));
  });
}

function testDatabase(rest: () => Promise<Partial<StoreSettings>>): TestDatabase {
  const stores: Store[] = [];
  const folders: string[] = [];
  const place = async (): Promise<StoreSettings> => {
    const dataDir = await newFolder();
    folders.push(dataDir);
    return { dataDir, ...(await rest()) };
  };
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });
  return {
    place,
    async open(where) {
      const store = await openStore(where ?? (await place()));
      stores.push(store);
      return store;
    },
  };
}
