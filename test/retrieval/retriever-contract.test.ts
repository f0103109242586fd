import { LivePostings } from '../../src/retrieval/live-postings.js';
import { miniSearchRetriever } from '../../src/retrieval/minisearch.js';
import { retrieverContract } from './retriever-contract.js';

retrieverContract('the embedded engine', async (segments, places) => ({
  retriever: miniSearchRetriever(new LivePostings(segments, places)),
  close: async () => {},
}));
