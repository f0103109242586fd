/** The name under which PostgreSQL carries words between processes. */
export const CHANNEL = 'wenju';

/** Carries words from process to process. */
export interface Channel {
  /** `hear` gets each word, and null whenever words may have been missed. What it gives ends that. */
  listen(hear: (word: string | null) => void): () => Promise<void>;
}
