import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customId, fitsCustomId, parseCustomId, wholeNumber } from '../../src/discord/custom-id.js';

describe('customId', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }), (args) => {
        fc.pre(fitsCustomId('read', ...args));
        expect(parseCustomId(customId('read', ...args))).toEqual({ prefix: 'read', args });
      }),
    );
  });

  it.each([
    ['a colon', 'a:b'],
    ['more than Discord keeps', 'a'.repeat(96)],
    ['a line break', 'a\nb'],
    ['a direction mark', 'a\u202eb'],
  ])('carries no argument with %s', (_, argument) => {
    expect(fitsCustomId('read', argument)).toBe(false);
    expect(() => customId('read', argument)).toThrow(RangeError);
  });
});

describe('parseCustomId', () => {
  it.each(['', ':', 'Read:1', '1:2', 'read:\u0000', `read:${'x'.repeat(100)}`, '__proto__:1'])(
    'takes %j for none of ours',
    (id) => {
      expect(parseCustomId(id)).toBeNull();
    },
  );
});

describe('wholeNumber', () => {
  it.each([
    ['0', 0],
    ['17', 17],
    ['-1', null],
    ['01', null],
    ['1e3', null],
    ['9999999999', null],
    ['', null],
    [undefined, null],
  ])('of %j is %j', (argument, value) => {
    expect(wholeNumber(argument)).toBe(value);
  });
});
