import { describe, expect, it } from 'vitest';
import { isWholePage, looksLikeJsonl, sniffFormat } from '../../src/corpus/format.js';

describe('sniffFormat', () => {
  it.each([
    ['<div><p>正文</p></div>', 'a.txt', 'html'],
    ['\n\n<!DOCTYPE html><html></html>', 'a.txt', 'html'],
    ['标题\n<p>一</p>\n<p>二</p>', 'a.md.txt', 'html'],
    ['# 标题\n\n正文', 'a.txt', 'markdown'],
    ['一句。\n\n- 甲\n- 乙\n\n见[这里](https://example.org)。', 'a.txt', 'markdown'],
    ['没有任何标记的一句话。', 'a.md', 'markdown'],
    ['若 x < y，则 a > b。', 'a.txt', 'text'],
    ['1. 只有编号的一行。', 'a.txt', 'text'],
    ['没有任何标记的一句话。', 'a.html', 'text'],
  ])('tells %j in %s to be %s', (text, file, format) => {
    expect(sniffFormat(text, file)).toBe(format);
  });

  it('tells a whole page from a fragment', () => {
    expect(isWholePage('<html><body><p>x</p></body></html>')).toBe(true);
    expect(isWholePage('<div><p>x</p></div>')).toBe(false);
  });

  it.each([
    ['{"id":"1","text":"正文"}', true],
    ['\uFEFF{"id":"1","text":"正文"}', true],
    ['{"id":"1"}', false],
    ['{ 花括号 }', false],
    ['[1,2]', false],
  ])('knows %j as a line of articles: %s', (line, expected) => {
    expect(looksLikeJsonl(line)).toBe(expected);
  });
});
