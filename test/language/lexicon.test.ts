import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LexiconFormatError, readLexicon } from '../../src/language/lexicon.js';
import { fold } from '../../src/language/script.js';
import { readWholeLexicons } from '../../src/library.js';

const words = (glosses: readonly { readonly word: string }[] | null): readonly string[] =>
  (glosses ?? []).map(({ word }) => word);

describe('readLexicon', () => {
  it('gives the weighted Chinese words of an entry', async () => {
    const glosses = readLexicon((await readWholeLexicons()).english, fold).glosses('reservoir');
    expect(words(glosses)).toContain('水库');
    for (const { weight } of glosses ?? []) expect(weight).toBeGreaterThan(0);
  });

  it('gives null for what is no entry', async () => {
    expect(readLexicon((await readWholeLexicons()).english, fold).glosses('qqqzzz')).toBeNull();
  });

  it.each([
    ['bytes that are not compressed', Buffer.from('en-zh')],
    ['a text without a header', brotliCompressSync('word list')],
    ['a header of another format', brotliCompressSync('{"format":"other"}\n水库\n')],
  ])('refuses %s', (_, bytes) => {
    expect(() => readLexicon(bytes, fold)).toThrow(LexiconFormatError);
  });
});
