import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/playground/page/markdown.js';
import { parseInline } from '../../../src/playground/page/markdown-inline.js';
import type { Block, Inline } from '../../../src/playground/page/markdown-tree.js';

/** Inline pieces in short: b(…) for bold and so on. */
function inline(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text;
        case 'code':
          return `code(${piece.text})`;
        case 'link':
          return `link(${piece.url}|${inline(piece.children)})`;
        case 'user':
        case 'channel':
        case 'role':
          return `${piece.kind}(${piece.id})`;
        case 'command':
          return `command(${piece.name})`;
        case 'time':
          return `time(${piece.at}|${piece.style})`;
        default:
          return `${piece.kind}(${inline(piece.children)})`;
      }
    })
    .join('');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'line':
      return inline(one.children);
    case 'heading':
      return `h${one.level}(${inline(one.children)})`;
    case 'small':
      return `small(${inline(one.children)})`;
    case 'quote':
      return `quote(${one.blocks.map(block).join('/')})`;
    case 'code':
      return `pre(${one.text})`;
    case 'list': {
      const items = one.items.map(({ depth, children, below }) =>
        [`${'>'.repeat(depth)}${inline(children)}`, ...below.map(block)].join('/'),
      );
      return `${one.ordered ? `ol${one.start}` : 'ul'}(${items.join('; ')})`;
    }
  }
}

const MARKS: readonly (readonly [text: string, tree: string])[] = [
  ['plain', 'plain'],
  ['**bold** and *italic*', 'bold(bold) and italic(italic)'],
  ['**bold *and italic***', 'bold(bold italic(and italic))'],
  ['__under__ ~~struck~~ ||hidden||', 'underline(under) strike(struck) spoiler(hidden)'],
  ['省长**王凯**主持', '省长bold(王凯)主持'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['\\*\\*not bold\\*\\*', '**not bold**'],
  ['\\[1\\] \\# \\> \\\\', '[1] # > \\'],
  ['`a **b** c`', 'code(a **b** c)'],
  ['``a ` b``', 'code(a ` b)'],
  ['**open', '**open'],
  ['* star', '* star'],
  ['[title](https://example.org/a_(b))', 'link(https://example.org/a_(b)|title)'],
  ['[**第[1]次**](https://example.org)', 'link(https://example.org|bold(第[1]次))'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](data:text/html,y)', '[x](data:text/html,y)'],
  ['see https://example.org/a, then', 'see link(https://example.org/a|https://example.org/a), then'],
  ['见https://example.org/a。然后', '见link(https://example.org/a|https://example.org/a)。然后'],
  ['<https://example.org>', 'link(https://example.org|https://example.org)'],
  ['<@12> <#34> <@&56> </ask:78>', 'user(12) channel(34) role(56) command(ask)'],
  ['<t:1700000000:R>', 'time(1700000000000|R)'],
  ['<:smile:123>', ':smile:'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
];

const BLOCKS: readonly (readonly [text: string, tree: string])[] = [
  ['# a\n## b\n### c\n#### d', 'h1(a)|h2(b)|h3(c)|#### d'],
  ['#no heading', '#no heading'],
  ['-# small', 'small(small)'],
  ['> a\n> **b**\nc', 'quote(a/bold(b))|c'],
  ['>>> a\n- b', 'quote(a/ul(b))'],
  ['- a\n- b\n  - c\nd', 'ul(a; b; >c)|d'],
  ['- a\n  -# under a\n- b', 'ul(a/small(under a); b)'],
  ['3. a\n4. b', 'ol3(a; b)'],
  ['```js\na **b**\n```\nc', 'pre(a **b**)|c'],
  ['```\nopen', '```|open'],
  ['a\n\nb', 'a||b'],
];

describe('parseInline', () => {
  it.each(MARKS)('reads %s', (text, tree) => {
    expect(inline(parseInline(text))).toBe(tree);
  });

  it('never loses a character of plain text', () => {
    const plain = fc.stringMatching(/^[a-z一-龥，。！ ]{0,40}$/u);
    fc.assert(fc.property(plain, (text) => inline(parseInline(text)) === text));
  });

  it('gives links to web pages only, whatever is written', () => {
    const parts = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      'http://',
      'javascript:',
      'x',
      '<',
      '>',
      '**',
      '_',
      '\\',
      ' ',
    );
    const text = fc.array(parts, { maxLength: 30 }).map((pieces) => pieces.join(''));
    const links = (pieces: readonly Inline[]): readonly string[] =>
      pieces.flatMap((piece) => [
        ...(piece.kind === 'link' ? [piece.url] : []),
        ...('children' in piece ? links(piece.children) : []),
      ]);
    fc.assert(
      fc.property(text, (written) => {
        for (const url of links(parseInline(written))) expect(url).toMatch(/^https?:\/\//u);
      }),
    );
  });

  it.each(['*', '_', '**', '[', '[](', '<', '`', '||', '\\'])('reads 6,000 times %s quickly', (mark) => {
    const startedAt = performance.now();
    parseInline(mark.repeat(6_000 / mark.length));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('parseMarkdown', () => {
  it.each(BLOCKS)('reads %j', (text, tree) => {
    expect(parseMarkdown(text).map(block).join('|')).toBe(tree);
  });
});
