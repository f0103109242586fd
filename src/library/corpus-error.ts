/** Thrown when the corpus itself is missing or may not be read. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}
