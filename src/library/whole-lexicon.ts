import { readFile } from 'node:fs/promises';

const LEXICON = new URL('../../lexicon/en-zh.txt.br', import.meta.url);

let lexicon: Promise<Uint8Array> | null = null;

/** The whole English lexicon; read once in a process, so that all its indexes share one. */
export function readWholeLexicon(): Promise<Uint8Array> {
  lexicon ??= readFile(LEXICON);
  return lexicon;
}
