/** Thrown when the store cannot be opened, read or written. Its message names the store and says what to do; never a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
