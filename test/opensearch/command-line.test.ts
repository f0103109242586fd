import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { newFolder, wenju } from '../command-line.js';
import { WHO_CHAIRED } from '../small-corpus.js';
import { missing, ON_A_CLUSTER, type SharedCorpus, sharedCorpus } from './shared-corpus.js';
import { type UnreliableNode, unreliableNode } from './unreliable-node.js';

const PASSWORD = 'opens3same';

let shared: SharedCorpus;
let node: UnreliableNode;
let dataDir: string;

/** A command in its own process, on a machine whose only node has a user and a password. */
function run(...args: readonly string[]) {
  const env = {
    CORPUS_DIR: shared.corpus,
    DATA_DIR: dataDir,
    SEARCH_ENGINE: 'opensearch',
    OPENSEARCH_URL: node.url.replace('//', `//reader:${PASSWORD}@`),
    OPENSEARCH_INDEX: shared.prefix,
  };
  return wenju(args, { env });
}

describe.skipIf(missing !== null)(`the command line ${ON_A_CLUSTER}`, () => {
  beforeEach(async () => {
    shared = await sharedCorpus();
    node = await unreliableNode(inject('nodes')[0] ?? '');
    dataDir = await newFolder();
  });

  afterEach(async () => {
    await node.close();
    await shared.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('indexes, answers and is well; says in one line without the password when the cluster is away', async () => {
    expect((await run('doctor')).stdout).toMatch(/Search engine.*no index yet/su);
    expect(await run('index')).toMatchObject({ code: 0 });
    const asked = await run('ask', WHO_CHAIRED);
    expect(asked).toMatchObject({ code: 0 });
    expect(asked.stdout).toContain('林远山');
    expect((await run('doctor')).stdout).toMatch(/Search engine.*has the index/su);
    await node.fall();
    const away = await run('ask', WHO_CHAIRED);
    expect(away).toMatchObject({ code: 1, stdout: '' });
    expect(away.stderr).toMatch(/^wenju: The search engine cannot be reached/mu);
    const ill = await run('doctor');
    expect(ill.code).toBe(1);
    expect(ill.stdout).toContain('OPENSEARCH_URL');
    for (const { stdout, stderr } of [asked, away, ill]) expect(stdout + stderr).not.toContain(PASSWORD);
  });

  it('keeps another corpus apart from the bot’s own', async () => {
    await run('index');
    const before = await shared.behind(`${shared.prefix}-current1`);
    expect((await run('index', '--corpus', dataDir)).code).toBe(0);
    expect(await shared.behind(`${shared.prefix}-current1`)).toEqual(before);
    expect((await run('ask', WHO_CHAIRED)).stdout).toContain('林远山');
  });
});
