import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type LibrarySettings, LocalLibrary } from '../../src/library.js';
import { connect } from '../../src/search-engine/client.js';
import type { EngineClient } from '../../src/search-engine/requests.js';
import { smallCorpus } from '../small-corpus.js';

export const missing = inject('missing');
export const ON_A_CLUSTER = `on a real cluster${missing === null ? '' : ` (skipped: ${missing})`}`;

const PATIENCE = { wholeMs: 20_000, attemptMs: 10_000, unreachableMs: 5000 };

/** Some machines that share a corpus by a cluster, each with its own data folder. */
export interface SharedCorpus {
  readonly corpus: string;
  readonly prefix: string;
  readonly warnings: readonly string[];
  /** Settings of one more machine; `nodes` are those of the cluster unless others are given. */
  machine(place?: { readonly nodes?: readonly string[]; readonly corpus?: string }): LibrarySettings;
  /** A library of one more machine, or of the given one. */
  open(settings?: LibrarySettings): Promise<LocalLibrary>;
  write(file: string, text: string): Promise<void>;
  /** Names of all indices of this corpus, ascending. */
  indices(): Promise<readonly string[]>;
  /** Indices behind an alias, ascending. */
  behind(alias: string): Promise<readonly string[]>;
  readonly client: EngineClient;
  close(): Promise<void>;
}

export async function sharedCorpus(files?: Readonly<Record<string, string>>): Promise<SharedCorpus> {
  const { folder, corpus } = await smallCorpus(...(files === undefined ? [] : [files]));
  const prefix = `test-${randomUUID().slice(0, 8)}`;
  const nodes = inject('nodes');
  const client = connect({ nodes, prefix, replicas: 1 });
  const warnings: string[] = [];
  const libraries: LocalLibrary[] = [];
  let machines = 0;
  const names = async (path: string): Promise<readonly string[]> => {
    const { status, body } = await client.request({ method: 'GET', path }, PATIENCE);
    return status === 200 ? Object.keys(body as object).toSorted() : [];
  };
  const machine: SharedCorpus['machine'] = (place = {}) => ({
    corpus: place.corpus ?? corpus,
    dataDir: join(folder, `machine-${machines++}`),
    engine: { nodes: place.nodes ?? nodes, prefix, replicas: 1 },
    warn: (message, error) => warnings.push(`${message} ${error ?? ''}`),
  });
  const indices = () => names(`/${prefix}-*/_settings/index.uuid`);
  return {
    corpus,
    prefix,
    warnings,
    machine,
    open: async (settings = machine()) => {
      await mkdir(settings.dataDir, { recursive: true });
      const library = new LocalLibrary(settings);
      libraries.push(library);
      await library.open(() => {});
      return library;
    },
    write: (file, text) => writeFile(join(corpus, file), text),
    indices,
    behind: (alias) => names(`/_alias/${alias}`),
    client,
    close: async () => {
      for (const library of libraries) await library.close();
      for (const index of await indices()) {
        await client.request({ method: 'DELETE', path: `/${index}` }, PATIENCE);
      }
      await client.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
