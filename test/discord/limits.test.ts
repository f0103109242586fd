import { describe, expect, it } from 'vitest';
import { bounded, cut, fitting, LIMITS } from '../../src/discord/limits.js';

describe('cut', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly10!', 10, 'exactly10!'],
    ['more than ten', 10, 'more than…'],
    ['𠮷𠮷𠮷', 4, '𠮷…'],
    ['abc\\*def', 5, 'abc…'],
    ['abc\\\\def', 6, 'abc\\\\…'],
    ['anything', 0, ''],
  ])('cuts %j at %i to %j', (text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });
});

describe('bounded', () => {
  it('lets nobody be pinged', () => {
    expect(bounded({ content: '@everyone' }).allowedMentions).toEqual({ parse: [], repliedUser: false });
  });

  it('cuts each part to its own limit', () => {
    const message = bounded({
      content: 'x'.repeat(3_000),
      cards: [{ tone: 'answer', title: 't'.repeat(300), description: 'd'.repeat(5_000) }],
    });
    expect(message.content).toHaveLength(LIMITS.content);
    expect(message.embeds[0]?.title).toHaveLength(LIMITS.embedTitle);
    expect(message.embeds[0]?.description).toHaveLength(LIMITS.embedDescription);
  });

  it('keeps all embeds of a message within 6,000 characters', () => {
    const card = { tone: 'answer', title: 't'.repeat(200), description: 'd'.repeat(3_000) } as const;
    const { embeds } = bounded({ cards: [card, card, card, card] });
    const total = embeds.reduce((sum, e) => sum + (e.title?.length ?? 0) + (e.description?.length ?? 0), 0);
    expect(total).toBeLessThanOrEqual(LIMITS.embedsTotal);
    expect(embeds).toHaveLength(2);
  });

  it('sends at most ten embeds', () => {
    const cards = Array.from({ length: 12 }, () => ({ tone: 'neutral', description: 'x' }) as const);
    expect(bounded({ cards }).embeds).toHaveLength(LIMITS.embedsPerMessage);
  });
});

describe('fitting', () => {
  it('keeps the leading blocks that fit and room for a closing line about the rest', () => {
    expect(fitting(['aaaa', 'bbbb', 'cccc'], 14, ', ', 0)).toEqual(['aaaa', 'bbbb']);
    expect(fitting(['aaaa', 'bbbb', 'cccc'], 14, ', ', 5)).toEqual(['aaaa']);
  });

  it('needs no closing line when everything fits', () => {
    expect(fitting(['aaaa', 'b'], 9, ', ', 5)).toEqual(['aaaa', 'b']);
  });
});
