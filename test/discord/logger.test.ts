import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../src/discord/logger.js';

describe('describeError', () => {
  it('takes neither the address nor the body of a request over, where tokens stand', () => {
    const error = new DiscordAPIError(
      { code: 10062, message: 'Unknown interaction' },
      10062,
      404,
      'POST',
      'https://discord.com/api/v10/interactions/1/SECRET-TOKEN/callback',
      { body: { content: 'private question' }, files: undefined },
    );
    const described = JSON.stringify(describeError(error));
    expect(described).toContain('10062');
    expect(described).not.toMatch(/SECRET-TOKEN|private question/);
  });

  it('names the cause, and takes what is no error as text', () => {
    expect(describeError(new Error('outer', { cause: new Error('inner') }))).toMatchObject({
      message: 'outer',
      cause: { message: 'inner' },
    });
    expect(describeError('just text')).toEqual({ message: 'just text' });
  });
});
