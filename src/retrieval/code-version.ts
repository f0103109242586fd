/** Which code makes snapshots: articles, passages and facts are its work, and those of older code are built anew. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');
/** The rooms whose work a snapshot keeps. */
const ROOMS = ['corpus', 'language', 'retrieval', 'reading'];
/** Weights and names say what is read out of a snapshot, not what is in it; what folding does is in it. */
const CODE = /(?:\.ts|script-tables\.json)$/;

let known: string | null = null;

/** SHA-256 over the source files, with their names; read once a process. */
export function codeVersion(): string {
  known ??= hashOfCode();
  return known;
}

function hashOfCode(): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const names = readdirSync(join(SOURCES, room), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => CODE.test(one)).sort())
      hash.update(`\n${room}/${name}\n`).update(readFileSync(join(SOURCES, room, name)));
  }
  return hash.digest('hex');
}
