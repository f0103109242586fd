import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeName, uploadEnding, uploadName } from '../../../src/discord/moderation/upload-names.js';

describe('uploadEnding', () => {
  it.each([
    ['a.txt', 'txt'],
    ['A.TXT', 'txt'],
    ['page.htm', 'html'],
    ['notes.markdown', 'md'],
    ['report.final.pdf', 'pdf'],
    ['minutes.docx', 'docx'],
    ['list.ndjson', 'jsonl'],
    ['program.exe', null],
    ['archive.docx.zip', null],
    ['old.doc', null],
    ['txt', null],
    ['.', null],
    ['', null],
    ['a.txt.', null],
    ['a.txt\u202efdp.exe', null],
  ])('of %j is %j', (name, ending) => {
    expect(uploadEnding(name)).toBe(ending);
  });
});

describe('uploadName', () => {
  it.each([
    ['keeps an ordinary name', 'bridge.txt', null, 'bridge.txt'],
    ['takes the name that the sender sees', '_.txt', '青河大桥通车', '青河大桥通车.txt'],
    ['keeps the usual ending', 'page.HTM', null, 'page.html'],
    ['leaves no way up', '../../etc/passwd.txt', null, 'etc passwd.txt'],
    ['leaves no way up in a title', 'x.txt', '../../../etc/passwd', 'etc passwd.txt'],
    ['leaves no drive and no backslash', 'C:\\Windows\\a.txt', null, 'C Windows a.txt'],
    ['names what has no name', '....txt', null, 'article.txt'],
    ['names what is only dots and blanks', 'x.txt', ' .. . ', 'x.txt'],
    ['hides nothing', 'a\u202etxt.exe\u0000.txt', null, 'a txt.exe.txt'],
    ['takes no device of Windows', 'CON.txt', null, '_CON.txt'],
    ['breaks no line', 'a\r\nb.md', null, 'a b.md'],
    ['drops halves of characters', 'a\ud800b.md', null, 'ab.md'],
  ])('%s', (_, name, title, expected) => {
    expect(uploadName(name, title)).toBe(expected);
  });

  it('is of bounded length and keeps its ending', () => {
    const name = uploadName(`${'长'.repeat(500)}.docx`, null);
    expect(name).toBe(`${'长'.repeat(75)}.docx`);
  });

  it('refuses kinds of files that cannot be read', () => {
    expect(uploadName('a.exe', '青河.txt')).toBeNull();
  });

  it('is safe whatever it is given, and the same when it is made again', () => {
    const part = fc.string({
      unit: fc.constantFrom(
        '.',
        '/',
        '\\',
        '..',
        '青',
        'a',
        ' ',
        '\0',
        '\u202e',
        '\ud83d',
        '\ude00',
        ':',
        '~',
        '%2f',
      ),
    });
    fc.assert(
      fc.property(part, fc.option(part), (stem, title) => {
        const name = uploadName(`${stem}.txt`, title) ?? '';
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}.][^\\/:*?"<>|\p{Cc}\p{Cf}]*\.txt$/u);
        expect(name.length).toBeLessThanOrEqual(80);
        expect(name.isWellFormed()).toBe(true);
        expect(uploadName(name, null)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('freeName', () => {
  it('numbers names that are taken', () => {
    expect(freeName('a.txt', new Set())).toBe('a.txt');
    expect(freeName('a.txt', new Set(['a.txt', 'a (2).txt']))).toBe('a (3).txt');
  });
});
