/** Thrown when a file gives no article; the rest of the corpus goes on. `code` is stable, `message` names the culprit. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';

  constructor(
    /** empty, binary, bad-encoding, too-large, vanished, outside, no-permission, not-a-file, no-text. */
    readonly code: string,
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}
