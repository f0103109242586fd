import { expect, it } from 'vitest';
import { fileSize } from '../../../src/discord/moderation/file-size.js';

it.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [12_300, '12 KB'],
  [8 * 1_048_576, '8.0 MB'],
])('writes %s bytes as %s', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});
