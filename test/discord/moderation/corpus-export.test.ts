import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticles } from '../../../src/corpus/read.js';
import { exportLine, exportParts } from '../../../src/discord/moderation/corpus-export.js';
import { textOf } from '../../../src/library/articles.js';
import type { ArticleText } from '../../../src/library.js';
import { hold } from '../library-double.js';
import { buildCouncil, type Council, type Message, shelf, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

const call = () => {
  const { moderator: user, home: guild } = council;
  return council.loopback.command({ user, guild, name: 'corpus', subcommand: 'export' });
};

/** The bytes of a message's files, fetched as a client does. */
async function filesOf(message: Message): Promise<readonly Buffer[]> {
  return Promise.all(
    message.attachments.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
}

/** The article that a file with this text is. */
function textIn(text: string): ArticleText {
  const [article] = readArticles({ file: 'a.txt', bytes: Buffer.from(text) }).articles;
  if (article === undefined) throw new Error('no article');
  return textOf(article, false);
}

describe('/corpus export', () => {
  it('gives a file of all articles that can be read as a corpus', async () => {
    await council.start();
    const run = call();
    const message = await run.until((one) => one.attachments.length > 0);
    expect(run.ephemeral).toBe(true);
    expect(wordsOf(message)).toContain('2 articles · ');
    expect(message.attachments[0]?.filename).toMatch(/^articles-\d{4}-\d\d-\d\d\.jsonl$/);
    const [bytes = Buffer.alloc(0)] = await filesOf(message);
    const { articles } = readArticles({ file: 'export.jsonl', bytes });
    expect(articles.map(({ title, source, published }) => [title, source, published?.iso])).toEqual([
      ['青河博物馆开馆', '青河日报', '2022-03-01'],
      ['青河大桥通车', '青河日报', '2021-07-05'],
    ]);
    expect(articles[1]?.paragraphs.map(({ text }) => text)).toHaveLength(2);
  });

  it('splits what is larger than Discord takes, and says so', async () => {
    const article = textIn('大文章\n一段正文，足够长。');
    const large = (id: string) => ({
      ...article,
      summary: { ...article.summary, id, title: id },
      paragraphs: [{ number: 1, spans: [], text: '青河市的一段很长的文字。'.repeat(120_000) }],
    });
    hold(
      council.library,
      ['甲', '乙', '丙'].map((id) => large(id).summary),
    );
    council.library.article = async (id) => large(id);
    await council.start();
    const rest = council.loopback.waitForMessage((one) => wordsOf(one).includes('Part 2 of 2'), 20_000);
    const first = await call().until((one) => one.attachments.length > 0, 20_000);
    expect(wordsOf(first)).toContain('in 2 parts because Discord takes at most 10 MB a file');
    const parts = [...(await filesOf(first)), ...(await filesOf(await rest))];
    expect(parts.every(({ byteLength }) => byteLength <= 10 * 1_048_576)).toBe(true);
    const ids = parts.flatMap((bytes) =>
      readArticles({ file: 'x.jsonl', bytes }).articles.map(({ title }) => title),
    );
    expect(ids.sort()).toEqual(['甲', '乙', '丙'].sort());
  }, 60_000);

  it('says so when there is no article', async () => {
    Object.assign(council.library, shelf(council.store, {}));
    await council.start();
    expect(wordsOf(await call().answered())).toContain('No article is indexed yet.');
  });
});

describe('exportParts', () => {
  async function sizes(
    lines: readonly string[],
    room: number,
  ): Promise<readonly (readonly [number, number])[]> {
    const parts: (readonly [number, number])[] = [];
    async function* given() {
      yield* lines;
    }
    for await (const { bytes, articles } of exportParts(given(), room))
      parts.push([bytes.byteLength, articles]);
    return parts;
  }

  it.each([
    ['nothing', [], []],
    ['what fits', ['aaaa', 'bbbb'], [[8, 2]]],
    [
      'what fills one to the byte',
      ['aaaaa', 'bbbbb', 'c'],
      [
        [10, 2],
        [1, 1],
      ],
    ],
    [
      'a line longer than a file',
      ['a', 'b'.repeat(12), 'c'],
      [
        [1, 1],
        [12, 1],
        [1, 1],
      ],
    ],
    [
      'characters of several bytes',
      ['中文字', '中'],
      [
        [9, 1],
        [3, 1],
      ],
    ],
  ])('puts %s into files', async (_, lines, expected) => {
    expect(await sizes(lines, 10)).toEqual(expected);
  });
});

describe('exportLine', () => {
  it('holds what is known and nothing else', async () => {
    const article = textIn('题目\n没有日期的一段文字。');
    const row: Record<string, unknown> = JSON.parse(exportLine(article));
    expect(Object.keys(row)).toEqual(['id', 'title', 'text']);
    expect(row).toMatchObject({ title: '题目', text: '没有日期的一段文字。' });
  });
});
