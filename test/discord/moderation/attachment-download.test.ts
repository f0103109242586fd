import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { download, isDiscordsAddress } from '../../../src/discord/moderation/attachment-download.js';

const servers: Server[] = [];

/** A web server of this test's; gives its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('isDiscordsAddress', () => {
  const API = 'http://127.0.0.1:5000/api';
  it.each([
    ['https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1&is=2&hm=3', undefined, true],
    ['https://media.discordapp.net/attachments/1/2/a.txt', undefined, true],
    ['http://127.0.0.1:5000/attachments/1/2/a.txt', API, true],
    ['http://cdn.discordapp.com/a.txt', undefined, false],
    ['https://cdn.discordapp.com:8443/a.txt', undefined, false],
    ['https://cdn.discordapp.com.evil.example/a.txt', undefined, false],
    ['https://evil.example/cdn.discordapp.com/a.txt', undefined, false],
    ['https://cdn.discordapp.com@evil.example/a.txt', undefined, false],
    ['https://user:pass@cdn.discordapp.com/a.txt', undefined, false],
    ['https://discord.com/a.txt', undefined, false],
    ['http://127.0.0.1:5000/attachments/1/2/a.txt', undefined, false],
    ['http://127.0.0.1:5001/attachments/1/2/a.txt', API, false],
    ['http://localhost:5000/attachments/1/2/a.txt', API, false],
    ['http://169.254.169.254/latest/meta-data', API, false],
    ['file:///etc/passwd', undefined, false],
    ['data:text/plain,hello', undefined, false],
    ['ftp://cdn.discordapp.com/a.txt', undefined, false],
    ['', undefined, false],
    ['not an address', API, false],
  ])('of %s with the API at %s is %s', (address, apiBase, expected) => {
    expect(isDiscordsAddress(address, apiBase)).toBe(expected);
  });
});

describe('download', () => {
  it('gives the bytes of a file', async () => {
    const origin = await serve((_, response) => response.end(Buffer.from([0, 1, 0xff])));
    const got = await download(`${origin}/a.txt`, { apiBase: `${origin}/api` });
    expect(got).toEqual({ bytes: Buffer.from([0, 1, 0xff]) });
  });

  it('asks no other address, not even for a moment', async () => {
    let asked = 0;
    const origin = await serve((_, response) => {
      asked += 1;
      response.end('secret');
    });
    expect(await download(`${origin}/a.txt`, { apiBase: undefined })).toEqual({ refused: 'not-discord' });
    expect(asked).toBe(0);
  });

  it('follows no redirect', async () => {
    let asked = 0;
    const elsewhere = await serve((_, response) => {
      asked += 1;
      response.end('secret');
    });
    const origin = await serve((_, response) => {
      response.writeHead(302, { location: `${elsewhere}/a.txt` }).end();
    });
    expect(await download(`${origin}/a.txt`, { apiBase: origin })).toEqual({ refused: 'unavailable' });
    expect(asked).toBe(0);
  });

  it('refuses what is announced as too large', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '101' }).end(Buffer.alloc(101));
    });
    expect(await download(origin, { apiBase: origin, maxBytes: 100 })).toEqual({ refused: 'too-large' });
  });

  it('stops in the middle of what never ends', async () => {
    let sent = 0;
    const origin = await serve((_, response) => {
      const more = (): void => {
        sent += 65_536;
        if (!response.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(more));
      };
      more();
    });
    expect(await download(origin, { apiBase: origin, maxBytes: 200_000 })).toEqual({ refused: 'too-large' });
    const before = sent;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent - before).toBeLessThan(10_000_000);
  });

  it('counts a compressed bomb unpacked', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000)));
    });
    expect(await download(origin, { apiBase: origin, maxBytes: 1_000_000 })).toEqual({
      refused: 'too-large',
    });
  });

  it.each([
    [
      'an error',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(404).end('gone'),
    ],
    ['a broken connection', (_: unknown, response: Parameters<RequestListener>[1]) => response.destroy()],
    ['silence', () => {}],
  ])('calls a file unavailable after %s', async (_, listener) => {
    const origin = await serve(listener as RequestListener);
    expect(await download(origin, { apiBase: origin, deadlineMs: 300 })).toEqual({ refused: 'unavailable' });
  });
});
