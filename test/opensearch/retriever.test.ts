import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { LivePostings } from '../../src/retrieval/live-postings.js';
import { connect } from '../../src/search-engine/client.js';
import { OutdatedIndexError } from '../../src/search-engine/errors.js';
import { namesUnder } from '../../src/search-engine/names.js';
import { openSearchRetriever } from '../../src/search-engine/retriever.js';
import { dropIndices, fillSegmentIndex } from '../../src/search-engine/segment-indices.js';
import { type BuildRetriever, retrieverContract, segmentsOf } from '../retrieval/retriever-contract.js';

const missing = inject('missing');
const client = connect({ nodes: inject('nodes'), prefix: 'unused', replicas: 1 });
afterAll(() => client.close());

const build: BuildRetriever = async (segments, places) => {
  const names = namesUnder(`test-${randomUUID()}`);
  for (const segment of segments) await fillSegmentIndex(client, names.segment(segment.id), segment, 1);
  return {
    retriever: openSearchRetriever(client, names, segments, new LivePostings(segments, places)),
    close: () =>
      dropIndices(
        client,
        segments.map(({ id }) => names.segment(id)),
      ),
  };
};

describe.skipIf(missing !== null)(
  `on a real cluster${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    retrieverContract('OpenSearch', build);

    it('says that an index has been replaced, rather than to search the rest of it', async () => {
      const { segments, places } = segmentsOf([{ text: '清河水库竣工' }, { text: '清河种树' }], 1);
      const { retriever, close } = await build(segments, places);
      await close();
      await expect(retriever.search([{ term: '清河', weight: 1 }], 10)).rejects.toThrow(OutdatedIndexError);
    });
  },
);
