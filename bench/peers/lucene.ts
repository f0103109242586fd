/** Lucene by way of OpenSearch, with its own analyzer for Chinese, Japanese and Korean (character bigrams) and BM25. */
import { missingForCluster, startCluster } from '../../opensearch/cluster.js';
import type { Peer, PoolParagraph } from './engine.js';

const INDEX = 'paragraphs';
const BATCH = 1000;

interface SearchResponse {
  readonly hits: { readonly hits: readonly { readonly _id: string }[] };
}

export const lucene: Peer = {
  name: 'Lucene CJK (OpenSearch)',
  missing: missingForCluster,
  build: async (paragraphs) => {
    const { urls, stop } = await startCluster(1);
    const url = `${urls[0]}/${INDEX}`;
    try {
      await send(url, 'PUT', {
        settings: { number_of_shards: 1, number_of_replicas: 0 },
        mappings: { properties: { text: { type: 'text', analyzer: 'cjk' } } },
      });
      for (let first = 0; first < paragraphs.length; first += BATCH) {
        await post(`${url}/_bulk`, bulkOf(paragraphs.slice(first, first + BATCH)));
      }
      await send(`${url}/_refresh`, 'POST', {});
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      search: async (question, limit) => {
        const body = { size: limit, _source: false, query: { match: { text: question } } };
        const { hits } = (await send(`${url}/_search`, 'POST', body)) as SearchResponse;
        return hits.hits.map(({ _id }) => _id);
      },
      close: stop,
    };
  },
};

function bulkOf(paragraphs: readonly PoolParagraph[]): string {
  return paragraphs
    .map(({ id, text }) => `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify({ text })}\n`)
    .join('');
}

async function send(url: string, method: 'PUT' | 'POST', body: unknown): Promise<unknown> {
  return received(url, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

async function post(url: string, body: string): Promise<void> {
  const type = { 'content-type': 'application/x-ndjson' };
  const { errors } = (await received(url, { method: 'POST', body, headers: type })) as {
    readonly errors: boolean;
  };
  if (errors) throw new Error(`OpenSearch refused paragraphs at ${url}`);
}

async function received(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request);
  if (!response.ok) throw new Error(`${request.method} ${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
