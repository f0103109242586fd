import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  download,
  isDiscordsAddress,
  MAX_UPLOAD_BYTES,
} from '../../../src/discord/moderation/attachment-download.js';
import { buildCouncil, type Council, controlsOf, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

async function add(name: string, bytes: Buffer): Promise<string> {
  const { moderator: user, home: guild } = council;
  const options = { file: { name, bytes } };
  const run = council.loopback.command({ user, guild, name: 'corpus', subcommand: 'add', options });
  const message = await run.until((one) => wordsOf(one) !== '', 30_000);
  if (controlsOf(message).length === 0) expect(await council.store.uploads.list()).toEqual([]);
  return wordsOf(message);
}

describe('files that mean harm', () => {
  it('are refused above 8 MB, and taken just below', async () => {
    await council.start();
    expect(await add('large.txt', Buffer.alloc(MAX_UPLOAD_BYTES + 1, '字'))).toContain('larger than 8 MB');
    expect(MAX_UPLOAD_BYTES).toBe(8 * 1_048_576);
  }, 40_000);

  it('do not stall the bot with deep or broken HTML', async () => {
    await council.start();
    const deep = `<html><body>${'<div>'.repeat(50_000)}正文一段，足够长。${'</div>'.repeat(50_000)}</body></html>`;
    const broken = `<html><body><p>正文一段，足够长。${'<a href="'.repeat(40_000)}${'&'.repeat(40_000)}${'<!--'.repeat(20_000)}`;
    const started = performance.now();
    for (const html of [deep, broken]) expect(await add('page.html', Buffer.from(html))).not.toBe('');
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);

  it('do not stall the bot with YAML bombs', async () => {
    await council.start();
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [one, two] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
      bomb.push(`${two}: &${two} [${`*${one},`.repeat(9)}]`);
    const started = performance.now();
    expect(
      await add('bomb.md', Buffer.from(`---\n${bomb.join('\n')}\ntitle: 标题\n---\n正文一段，足够长。`)),
    ).not.toBe('');
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);

  it.each([
    ['a PDF that is none', 'a.pdf', Buffer.from('%PDF-1.7\nnot really')],
    ['a Word file that is none', 'a.docx', Buffer.from('PK\u0003\u0004 not really')],
    ['a program called text', 'a.txt', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0])],
    ['a .jsonl of garbage', 'a.jsonl', Buffer.from('{"id":1}\n[[[[\n{{{{')],
  ])('are told apart: %s', async (_, name, bytes) => {
    await council.start();
    expect(await add(name, bytes)).toContain('### Not taken');
  });

  it('are fetched from nowhere but Discord, wherever the interaction says they lie', async () => {
    expect(isDiscordsAddress('http://127.0.0.1:1/attachments/1/2/a.txt', council.loopback.api)).toBe(false);
    expect(await download('http://169.254.169.254/', { apiBase: council.loopback.api })).toEqual({
      refused: 'not-discord',
    });
  });
});
