/** Values over a stream of bytes: each as structured clone, its length in four bytes before it. */
import { deserialize, serialize } from 'node:v8';

const LENGTH_BYTES = 4;
/** Larger than any answer, and than any file that moderators may give. */
const MAX_FRAME_BYTES = 64 * 1024 * 1024;

/** Thrown for bytes that no peer of ours sends. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** The bytes of one value. */
export function frameOf(value: unknown): Buffer {
  const body = serialize(value);
  const frame = Buffer.allocUnsafe(LENGTH_BYTES + body.length);
  frame.writeUInt32BE(body.length);
  body.copy(frame, LENGTH_BYTES);
  return frame;
}

/** Puts values together from bytes as they arrive. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #bytes = 0;

  /** The values that are whole now, in order. Throws FrameError. */
  push(chunk: Buffer): readonly unknown[] {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    const values: unknown[] = [];
    for (;;) {
      const body = this.#next();
      if (body === null) return values;
      values.push(deserialize(body));
    }
  }

  /** The next whole value's bytes, taken out; null while some are missing. */
  #next(): Buffer | null {
    if (this.#bytes < LENGTH_BYTES) return null;
    const length = this.#joined(LENGTH_BYTES).readUInt32BE();
    if (length > MAX_FRAME_BYTES) throw new FrameError(`A message of ${length} bytes is too large.`);
    const whole = LENGTH_BYTES + length;
    if (this.#bytes < whole) return null;
    const all = this.#joined(whole);
    this.#chunks = all.length > whole ? [all.subarray(whole)] : [];
    this.#bytes -= whole;
    return all.subarray(LENGTH_BYTES, whole);
  }

  /** Everything that arrived, as one piece when the first has fewer bytes than are needed. */
  #joined(needed: number): Buffer {
    const [first] = this.#chunks;
    if (this.#chunks.length === 1 && first !== undefined) return first;
    if (first !== undefined && first.length >= needed && needed === LENGTH_BYTES) return first;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}
