/** Many questions at once of a cluster that is well; their rate and times are printed. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocalLibrary } from '../../src/library.js';
import { newestArticles } from '../newest-articles.js';
import { fillers, openingFiles } from './openings.js';
import { NONE, Questioners } from './questioner.js';
import { missing, ON_A_CLUSTER, type SharedCorpus, sharedCorpus } from './shared-corpus.js';

const QUESTIONS = 300;
const FILLERS = 1500;
const WITHIN = { timeout: 60_000, interval: 200 };

let shared: SharedCorpus;
let library: LocalLibrary;

describe.skipIf(missing !== null)(`with many questions at once, ${ON_A_CLUSTER}`, () => {
  beforeAll(async () => {
    shared = await sharedCorpus(openingFiles());
    library = await shared.open();
  });

  afterAll(() => shared.close());

  it.each([1, 4, 32])('answers %i people rightly', async (people) => {
    const questioners = new Questioners(library, people);
    await questioners.more(QUESTIONS);
    expect(await questioners.stop(`${people} people`)).toMatchObject(NONE);
  });

  it('answers rightly on two machines while one of them indexes', async () => {
    const other = await shared.open();
    const here = new Questioners(library, 4);
    const there = new Questioners(other, 4);
    await shared.write('fillers.jsonl', fillers(FILLERS));
    await library.reindex();
    await Promise.all([here.more(QUESTIONS / 10), there.more(QUESTIONS / 10)]);
    expect(await here.stop('the machine that indexed')).toMatchObject(NONE);
    expect(await there.stop('another machine')).toMatchObject(NONE);
    const { articles } = await library.size();
    // It looks for a newer index every few seconds.
    await vi.waitFor(async () => {
      await newestArticles(other);
      expect((await other.size()).articles).toBe(articles);
    }, WITHIN);
  });
});
