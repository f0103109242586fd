import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMarkdown, plainMarkdown, quoteMarkdown } from '../../src/discord/markdown.js';

/** What a reader sees: escapes resolved, the separator behind an @ gone. */
const seen = (markdown: string): string =>
  markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('\u200b', '');

/** The markdown with a plain letter for every escaped character: what is left must be without marks. */
const active = (markdown: string): string => markdown.replace(/\\[\s\S]/g, 'x');

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '~~',
        '|',
        '||',
        '`',
        '```',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '#',
        '-',
        '1. ',
      ],
      ...['@everyone', '@here', '<@123>', '<a:b:1>', 'https://evil.example', ' ', '\n', '\u200b', '\u202e'],
      ...['会议', '主持', '𠮷', '👩‍👧', 'abc', '10', '，', '\ud800'],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('plainMarkdown', () => {
  it.each([
    ['**bold** and __under__', '\\*\\*bold\\*\\* and \\_\\_under\\_\\_'],
    ['~~gone~~ but 3~5 stays', '\\~\\~gone\\~\\~ but 3~5 stays'],
    ['||hidden|| but a|b stays', '\\|\\|hidden\\|\\| but a|b stays'],
    ['see [here](https://evil.example)', 'see \\[here](https\\://evil.example)'],
    ['`code`', '\\`code\\`'],
    ['C:\\temp', 'C:\\\\temp'],
    ['# heading', '\\# heading'],
    ['-# small', '\\-# small'],
    ['> quote', '\\> quote'],
    ['- item', '\\- item'],
    ['3. item', '3\\. item'],
    ['3.5 度', '3.5 度'],
    ['<@123> <#4> <t:1:R>', '\\<@123> \\<#4> \\<t:1:R>'],
    ['@everyone @HERE @someone', '@\u200beveryone @\u200bHERE @someone'],
    ['@\u200beveryone ~\u200b~', '@\u200beveryone \\~\\~'],
    ['<a:b _still_ escaped', '\\<a:b \\_still\\_ escaped'],
    ['turned \u202eround', 'turned round'],
    [' two\n\nlines\u3000here ', 'two lines here'],
    ['会议（扩大）：9个', '会议（扩大）：9个'],
  ])('shows %j as %j', (text, expected) => {
    expect(plainMarkdown(text, 200)).toBe(expected);
  });

  it('leaves no mark that formats, links or mentions, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = plainMarkdown(text, 4_000);
        expect(active(shown)).not.toMatch(/[*_`[<\n]|~~|\|\||:\/\/|@(?:everyone|here)/i);
        expect(shown).not.toMatch(/^(?:[#>+-]|\d+\. )/);
      }),
    );
  });

  it('shows the same characters as the text, apart from white space and what is invisible', () => {
    const visible = (text: string): string => text.toWellFormed().replace(/[\s\u200b\u202e]/g, '');
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(seen(plainMarkdown(text, 4_000)))).toBe(visible(text));
      }),
    );
  });

  it('never cuts through a surrogate pair or an escape, and keeps the limit', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 80 }), (text, max) => {
        const shown = plainMarkdown(text, max);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(shown.isWellFormed()).toBe(true);
        expect(/\\*…?$/.exec(shown)?.[0].replace('…', '').length ?? 0).toSatisfy((n: number) => n % 2 === 0);
      }),
    );
  });
});

describe('quoteMarkdown', () => {
  it('sets the highlights in bold', () => {
    expect(quoteMarkdown('市长林远山主持会议', [[2, 5]], 100)).toBe('市长**林远山**主持会议');
  });

  it('merges highlights that touch and drops empty and outlying ones', () => {
    const highlights = [
      [4, 5],
      [2, 4],
      [6, 6],
      [90, 99],
    ] as const;
    expect(quoteMarkdown('市长林远山主持会议', highlights, 100)).toBe('市长**林远山**主持会议');
  });

  it('keeps the bold in place behind escapes and dropped white space', () => {
    expect(quoteMarkdown('a*b  \n市长林远山', [[8, 11]], 100)).toBe('a\\*b 市长**林远山**');
  });

  it('cuts in front as well when the highlight stands late', () => {
    const text = `${'前'.repeat(3_000)}林远山${'后'.repeat(3_000)}`;
    const shown = quoteMarkdown(text, [[3_000, 3_003]], 200);
    expect(shown).toMatch(/^…前+\*\*林远山\*\*后+…$/);
    expect(shown.length).toBeLessThanOrEqual(200);
  });

  it('shows a late highlight although everything before it takes an escape', () => {
    expect(quoteMarkdown(`${'*'.repeat(60)}林远山`, [[60, 63]], 100)).toMatch(/^…(?:\\\*)+\*\*林远山\*\*$/);
  });

  it('closes the bold when it is cut inside a highlight', () => {
    expect(quoteMarkdown('一二三四五六七八九十', [[0, 10]], 9)).toBe('**一二三四**…');
  });

  it('keeps the limit and balanced bold for any highlights', () => {
    const span = fc.tuple(fc.nat(120), fc.nat(120));
    fc.assert(
      fc.property(
        hostile,
        fc.array(span, { maxLength: 4 }),
        fc.integer({ min: 10, max: 90 }),
        (text, spans, max) => {
          const shown = quoteMarkdown(text, spans, max);
          expect(shown.length).toBeLessThanOrEqual(max);
          expect(active(shown).match(/\*\*/g)?.length ?? 0).toSatisfy((n: number) => n % 2 === 0);
        },
      ),
    );
  });

  it('costs linear time on a paragraph of marks', () => {
    const started = performance.now();
    quoteMarkdown('*_~|<a:@everyone https://'.repeat(40_000), [], 600);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('linkMarkdown', () => {
  it('links a title to its address', () => {
    expect(linkMarkdown('防汛会议', 'https://example.org/a', 50)).toBe('[防汛会议](https://example.org/a)');
  });

  it('keeps a title from ending the link early', () => {
    expect(linkMarkdown('x](https://evil.example)', 'https://example.org/a', 50)).toBe(
      '[x］(https\\://evil.example)](https://example.org/a)',
    );
  });

  it('encodes what would end the address', () => {
    expect(linkMarkdown('x', "https://example.org/a(b)'c d", 50)).toBe(
      '[x](https://example.org/a%28b%29%27c%20d)',
    );
  });

  it.each([
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['https://discord.com@evil.example/'],
    ['not an address'],
    [`https://example.org/${'a'.repeat(400)}`],
    [null],
  ])('shows a title without a link for %j', (url) => {
    expect(linkMarkdown('防汛会议', url, 50)).toBe('防汛会议');
  });
});
