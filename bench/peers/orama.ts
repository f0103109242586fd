/** Orama with nodejieba's words: its own tokenizer splits at everything that is no Latin letter. */
import { create, insertMultiple, search } from '@orama/orama';
import nodejieba from 'nodejieba';
import type { Peer } from './engine.js';

const BATCH = 1000;

export const orama: Peer = {
  name: 'Orama + nodejieba',
  build: async (paragraphs) => {
    const index = create({
      schema: { title: 'string', text: 'string' } as const,
      components: {
        tokenizer: {
          language: 'chinese',
          normalizationCache: new Map(),
          tokenize: (text: string) => nodejieba.cutForSearch(text.toLowerCase()),
        },
      },
    });
    await insertMultiple(index, [...paragraphs], BATCH);
    return {
      search: async (question, limit) => {
        const { hits } = await search(index, { term: question, limit });
        return hits.map(({ id }) => String(id));
      },
    };
  },
};
