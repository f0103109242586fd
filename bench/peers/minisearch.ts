/** MiniSearch as it comes, and with nodejieba's words. */
import MiniSearch, { type Options } from 'minisearch';
import nodejieba from 'nodejieba';
import type { Peer, PoolParagraph } from './engine.js';

function miniSearchPeer(name: string, tokenizer: Pick<Options<PoolParagraph>, 'tokenize'>): Peer {
  return {
    name,
    build: async (paragraphs) => {
      const index = new MiniSearch<PoolParagraph>({ fields: ['title', 'text'], ...tokenizer });
      index.addAll(paragraphs);
      return {
        search: async (question, limit) =>
          index
            .search(question)
            .slice(0, limit)
            .map(({ id }) => String(id)),
      };
    },
  };
}

export const miniSearch = miniSearchPeer('MiniSearch', {});
export const miniSearchWithJieba = miniSearchPeer('MiniSearch + nodejieba', {
  tokenize: (text) => nodejieba.cutForSearch(text),
});
