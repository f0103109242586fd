/** What can go wrong with a search engine outside this process. */

/** Thrown when the search engine cannot be reached, is too slow, refuses, or could give only a part of an answer. */
export class SearchEngineError extends Error {
  override readonly name = 'SearchEngineError';
}

/** Thrown when the engine no longer has what was asked: the index has been replaced meanwhile. */
export class OutdatedIndexError extends SearchEngineError {}
