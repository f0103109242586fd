import { describe, expect, it } from 'vitest';
import { decode } from '../../src/corpus/decode.js';
import { UnreadableFileError } from '../../src/corpus/unreadable.js';
import { fixture } from './fixtures.js';

function decodeFixture(file: string) {
  const { bytes } = fixture(file);
  return decode(file, bytes);
}

function codeOf(file: string, bytes: Uint8Array): string {
  try {
    decode(file, bytes);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.code;
    throw error;
  }
  return 'none';
}

describe('decode', () => {
  it.each([
    ['utf8-bom.txt', 'utf-8'],
    ['utf16le-bom.txt', 'utf-16le'],
    ['utf16be-bom.txt', 'utf-16be'],
    ['gb2312-meta.html', 'gb18030'],
    ['big5-meta.html', 'big5'],
  ])('reads %s as %s without a warning', (file, encoding) => {
    expect(decodeFixture(file)).toMatchObject({ encoding, warnings: [] });
  });

  it.each([
    ['gb18030.txt', 'gb18030', '修路的事'],
    ['big5.txt', 'big5', '修路的事'],
    ['utf16le-no-bom.txt', 'utf-16le', '修路的事'],
  ])('guesses the encoding of %s and says so', (file, encoding, words) => {
    const decoded = decodeFixture(file);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(words);
    expect(decoded.warnings).toEqual([expect.stringContaining(`guessed as ${encoding}`)]);
  });

  it('counts the BOM in the text', () => {
    expect(decodeFixture('utf8-bom.txt').text.startsWith('\uFEFF编码')).toBe(true);
    expect(decodeFixture('utf16be-bom.txt').text.startsWith('\uFEFF编码')).toBe(true);
  });

  it('reads UTF-8 with a broken byte and tells what was lost', () => {
    const decoded = decodeFixture('broken-utf8.txt');
    expect(decoded.text).toContain('\uFFFD');
    expect(decoded.warnings).toEqual([expect.stringMatching(/^1 broken UTF-8 sequence/)]);
  });

  it('warns when the charset that a file states does not fit its bytes', () => {
    const head = new TextEncoder().encode('<meta charset="big5">');
    const body = fixture('gb18030.txt').bytes;
    const decoded = decode('a.html', new Uint8Array([...head, ...body, ...body]));
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.warnings).toEqual([expect.stringContaining('big5 does not fit')]);
  });

  it('reads Western European text as such, with a warning', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('The caf'),
      0xe9,
      ...new TextEncoder().encode(' opened in May 2020.'),
    ]);
    expect(decode('a.txt', bytes)).toMatchObject({
      text: 'The café opened in May 2020.',
      warnings: [expect.stringContaining('windows-1252')],
    });
  });

  it.each([
    ['empty.txt', 'empty'],
    ['binary.dat', 'binary'],
    ['image.txt', 'binary'],
  ])('refuses %s as %s', (file, code) => {
    expect(codeOf(file, fixture(file).bytes)).toBe(code);
  });

  it('refuses bytes that are no text in any encoding it knows', () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 37) % 0x7f));
    expect(codeOf('a.txt', bytes)).toBe('bad-encoding');
  });

  it('refuses UTF-16 that its BOM promises and its bytes do not keep', () => {
    expect(codeOf('a.txt', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).toBe('bad-encoding');
  });

  it('names the file in the error', () => {
    expect(() => decode('folder/a.txt', new Uint8Array())).toThrow('folder/a.txt: the file is empty');
  });
});
