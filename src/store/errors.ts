/** What is wrong with the store. */
export type StoreFault =
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'read-only'
  | 'full'
  | 'busy'
  | 'unreachable'
  | 'refused'
  | 'failed';

/**
 * Thrown when the store cannot be opened, read or written. Its message names the store and says what to do. The
 * database's own error is not attached: it may hold the address with its password.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(fault: StoreFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
