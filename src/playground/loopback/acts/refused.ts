/** A client would not let the user do this. */
export class RefusedByClientError extends Error {
  override readonly name = 'RefusedByClientError';
}

/** Throws `RefusedByClientError` with the reason, if it holds. */
export function refuseIf(refused: boolean, why: string): void {
  if (refused) throw new RefusedByClientError(why);
}
