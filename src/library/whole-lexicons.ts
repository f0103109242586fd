import { readFile } from 'node:fs/promises';
import type { WholeLexicons } from '../retrieval/lexicons-of-corpus.js';

const ENGLISH = new URL('../../lexicon/en-zh.txt.br', import.meta.url);
const NEAR = new URL('../../lexicon/near-zh.txt.br', import.meta.url);

let lexicons: Promise<WholeLexicons> | null = null;

/** The tables of words as they are distributed; read once in a process, so that all its indexes share them. */
export function readWholeLexicons(): Promise<WholeLexicons> {
  lexicons ??= Promise.all([readFile(ENGLISH), readFile(NEAR)]).then(([english, near]) => ({
    english,
    near,
  }));
  return lexicons;
}
