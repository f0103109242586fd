import { describe, expect, it } from 'vitest';
import { renderHelp } from '../../../src/discord/rendering/notice.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';

describe('renderHelp', () => {
  it.each(Object.values(TEXTS))('names the commands as they are called in the locale', (texts) => {
    const help = renderHelp(texts, false).cards?.[0]?.description ?? '';
    const { ask, sources, read, timeline, reindex } = texts.commands;
    const { corpus, gaps, settings, audit } = texts.moderation.commands;
    for (const { name } of [ask, sources, read, timeline, reindex, corpus, gaps, settings, audit])
      expect(help).toContain(`\`/${name}\``);
  });
});
