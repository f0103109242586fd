/** FlexSearch with its encoder for Chinese; `suggest`, because without it a passage must have every character. */
import FlexSearch from 'flexsearch';
import type { Peer } from './engine.js';

export const flexSearch: Peer = {
  name: 'FlexSearch',
  build: async (paragraphs) => {
    const index = new FlexSearch.Index({ tokenize: 'strict', encoder: FlexSearch.Charset.CJK });
    for (const [number, { title, text }] of paragraphs.entries()) index.add(number, `${title}\n${text}`);
    return {
      search: async (question, limit) => {
        const found = index.search(question, { limit, suggest: true });
        return found.flatMap((number) => paragraphs[Number(number)]?.id ?? []);
      },
    };
  },
};
