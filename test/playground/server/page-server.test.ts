import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../src/playground/playground.js';
import { TOKEN_HEADER } from '../../../src/playground/protocol.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let folder: string;
let playground: Playground;
let stopped = 0;
let token: string;

/** A request with headers that fetch would not let through. */
function ask(
  path: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, playground.address),
      { method: options.method ?? 'GET' },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => {
          chunks.push(chunk);
          if (response.headers['content-type'] === 'text/event-stream') response.destroy();
        });
        response.on('close', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    for (const [name, value] of Object.entries(options.headers ?? {})) sent.setHeader(name, value);
    sent.end(options.body);
  });
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { [TOKEN_HEADER]: token, ...headers }, body: JSON.stringify(body) });

interface Hello {
  readonly world: {
    readonly people: readonly { readonly id: string }[];
    readonly places: readonly { readonly id: string; readonly kind: string; readonly owner: string | null }[];
  };
  readonly messages: readonly {
    readonly message: { readonly attachments: readonly { readonly url: string }[] };
  }[];
}

async function hello(): Promise<Hello> {
  const { body } = await ask(`/live?token=${token}`);
  return JSON.parse(body.slice('data: '.length, body.indexOf('\n\n')));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-page-'));
  await writeFile(join(folder, 'page.js'), '// script');
  await writeFile(join(folder, 'page.css'), '/* style */');
  playground = await startPlayground({
    port: 0,
    bundle: folder,
    starters: async (language) => [`a question in ${language}`],
    startBot: async () => ({
      stop: async () => {
        stopped += 1;
      },
    }),
  });
  token = /name="wenju-token" content="([0-9a-f]{48})"/u.exec((await ask('/')).body)?.[1] ?? '';
});

afterAll(async () => {
  await playground.close();
  await rm(folder, { recursive: true, force: true });
  expect(stopped).toBe(1);
});

describe('the page’s server', () => {
  it('serves the page, its script and its style, and nothing else', async () => {
    expect((await ask('/')).headers['content-type']).toContain('text/html');
    expect(await ask('/page.js')).toMatchObject({ status: 200, body: '// script' });
    expect(await ask('/page.css')).toMatchObject({ status: 200, body: '/* style */' });
    for (const path of ['/package.json', '/../package.json', '/..%2f..%2fetc/passwd', '/page.js/', '/act'])
      expect((await ask(path)).status).toBe(404);
  });

  it('lets nothing in but its own scripts and styles', async () => {
    const { headers } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*unsafe/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('has another token at every start', () => {
    expect(token).toHaveLength(48);
  });

  it.each(['example.org', 'wenju.example.org:80', '127.0.0.1.example.org', '0.0.0.0', '[::1]', ''])(
    'refuses the host %j',
    async (host) => {
      expect((await ask('/', { headers: { host } })).status).toBe(403);
    },
  );

  it('refuses its own name with another port', async () => {
    expect((await ask('/', { headers: { host: '127.0.0.1:1' } })).status).toBe(403);
  });

  it('knows itself as localhost', async () => {
    const { port } = new URL(playground.address);
    expect((await ask('/', { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  it.each(['/act', '/upload'])('refuses POST %s without the token', async (path) => {
    expect((await post(path, {}, { [TOKEN_HEADER]: '' })).status).toBe(403);
    expect((await post(path, {}, { [TOKEN_HEADER]: `${token.slice(0, -1)}x` })).status).toBe(403);
  });

  it.each([{ origin: 'https://example.org' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'refuses acts of another page, even with the token: %j',
    async (headers) => {
      expect((await post('/act', {}, headers)).status).toBe(403);
    },
  );

  it('refuses listeners without the token', async () => {
    expect((await ask('/live')).status).toBe(403);
    expect((await ask('/live?token=x')).status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('knows no %s', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
  });

  it.each([
    [null, 'not an object'],
    [{}, 'is not a text'],
    [{ act: 'fly', user: '1', place: '2', locale: 'en-US' }, 'no act fly'],
    [{ act: 'say', user: '1', place: '2', locale: 'de' }, 'locale is not known'],
    [
      { act: 'say', user: '1', place: '2', locale: 'en-US', content: 1, uploads: [] },
      'content is not a text',
    ],
    [
      { act: 'command', user: '1', place: '2', locale: 'en-US', name: 'a', options: { b: [] } },
      'not an object',
    ],
  ])('refuses the act %j', async (act, why) => {
    const answer = await post('/act', act);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(why);
  });

  it('refuses acts that are too long', async () => {
    expect((await post('/act', { act: 'x'.repeat(300_000) })).status).toBe(413);
  });

  it('says what a client would not do', async () => {
    const { world } = await hello();
    const [person] = world.people;
    const act = {
      act: 'command',
      user: person?.id,
      place: world.places[0]?.id,
      locale: 'en-US',
      name: 'x',
      options: {},
    };
    const answer = await post('/act', act);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, reason: 'refused' });
  });

  it('hands on the starters in the language of the page', async () => {
    const { world } = await hello();
    const act = { act: 'starters', user: world.people[0]?.id, place: world.places[0]?.id, locale: 'zh-TW' };
    expect(JSON.parse((await post('/act', act)).body)).toEqual({
      ok: true,
      starters: ['a question in zh-Hant'],
    });
  });

  it('gives files that were sent back as downloads', async () => {
    const { world } = await hello();
    const [person] = world.people;
    const place = world.places.find(({ owner }) => owner === person?.id);
    const upload = await ask(`/upload?name=${encodeURIComponent('页.html')}`, {
      method: 'POST',
      headers: { [TOKEN_HEADER]: token },
      body: '<script>alert(1)</script>',
    });
    const { upload: id } = JSON.parse(upload.body);
    const act = {
      act: 'say',
      user: person?.id,
      place: place?.id,
      locale: 'en-US',
      content: '',
      uploads: [id],
    };
    expect(JSON.parse((await post('/act', act)).body)).toEqual({ ok: true });
    const url = (await hello()).messages.at(-1)?.message.attachments[0]?.url ?? '';
    const file = await ask(new URL(url).pathname);
    expect(file).toMatchObject({ status: 200, body: '<script>alert(1)</script>' });
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.headers['content-disposition']).toContain('attachment');
  });

  it('finds no file that was never sent', async () => {
    expect((await ask('/attachments/1/2/x.txt')).status).toBe(404);
  });
});

describe('startPlayground', () => {
  it('says how the page is made when its bundle is missing', async () => {
    const start = startPlayground({
      port: 0,
      bundle: join(folder, 'nowhere'),
      starters: async () => [],
      startBot: async () => ({ stop: async () => {} }),
    });
    await expect(start).rejects.toThrow(/npm ci/u);
  });

  it('founds the same town at every start, so that what is kept of it stays its own', async () => {
    const towns: unknown[] = [];
    for (let start = 0; start < 2; start++) {
      const running = await startPlayground({
        port: 0,
        bundle: folder,
        starters: async () => [],
        startBot: async ({ apiBase, token, homeGuildIds: [home = ''] }) => {
          const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' };
          const channels: { id: string; name: string }[] = JSON.parse(
            await (await fetch(`${apiBase}/v10/guilds/${home}/channels`, { headers })).text(),
          );
          towns.push([home, channels.map(({ id, name }) => [id, name])]);
          return { stop: async () => {} };
        },
      });
      await running.close();
    }
    expect(towns[0]).toEqual([expect.any(String), expect.arrayContaining([[expect.any(String), 'archive']])]);
    expect(towns[1]).toEqual(towns[0]);
  });

  it('takes no port that is taken', async () => {
    const port = Number(new URL(playground.address).port);
    let stops = 0;
    const start = startPlayground({
      port,
      bundle: folder,
      starters: async () => [],
      startBot: async () => ({
        stop: async () => {
          stops += 1;
        },
      }),
    });
    await expect(start).rejects.toThrow(/EADDRINUSE/u);
    expect(stops).toBe(1);
  });

  it('gives up what it has started when the bot does not start', async () => {
    const start = startPlayground({
      port: 0,
      bundle: folder,
      starters: async () => [],
      startBot: async () => {
        throw new Error('no bot');
      },
    });
    await expect(start).rejects.toThrow('no bot');
  });
});
