import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, type Run, wenju } from './command-line.js';

const CHAIRED = 'who chaired the 14th meeting?';
const TIMEOUT = 120_000;

let dataDir: string;
let indexed: Run;

const run = (args: readonly string[], options: { input?: string; readLines?: number; env?: object } = {}) =>
  wenju(args, { ...options, env: { DATA_DIR: dataDir, ...options.env } });

beforeAll(async () => {
  dataDir = await newFolder();
  indexed = await run(['index']);
}, TIMEOUT);

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** One line on standard error that begins with the program's name, and nothing on standard output. */
function expectOneLine({ code, stdout, stderr }: Run, line: RegExp): void {
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(line)]);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

describe('wenju index', () => {
  it('reports articles, passages, what was dropped by which rule, and the warnings of each file', () => {
    expect(indexed).toMatchObject({ code: 0, stderr: '' });
    expect(indexed.stdout).toMatch(/^12 articles, \d+ passages in [\d.]+ s\n/u);
    expect(indexed.stdout).toContain('added 12, changed 0, removed 0');
    expect(indexed.stdout).toMatch(/ {2}pinyin-cloaking: \d+\n/u);
    expect(indexed.stdout).toMatch(/ {2}traditional-cloaked\.txt: .*lost characters/u);
  });

  it('names a file that it skips and why, and indexes the rest', async () => {
    const corpus = await newFolder();
    await writeFile(join(corpus, 'good.txt'), '水库建成\n\n林远山主持了清河水库的竣工仪式。\n');
    await writeFile(join(corpus, 'empty.txt'), '');
    const { code, stdout } = await run(['index', '--corpus', corpus]);
    await rm(corpus, { recursive: true });
    expect(code).toBe(0);
    expect(stdout).toContain('1 articles');
    expect(stdout).toMatch(/Skipped files:\n {2}empty\.txt: .*\(empty\)/u);
  });

  it('ends with 1 and says so when the index could not be saved', async () => {
    const blocked = join(dataDir, 'no-folder');
    await writeFile(blocked, '');
    const { code, stdout, stderr } = await run(['index'], { env: { DATA_DIR: blocked } });
    expect(code).toBe(1);
    expect(stdout).toContain('12 articles');
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^wenju: the index could not be saved in .*no-folder/u,
    );
  });
});

describe('wenju ask', () => {
  it('prints the short answer, the caveat and the quotes with their places, plain when piped', async () => {
    const { code, stdout, stderr } = await run(['ask', CHAIRED]);
    const [answer, caveat, , quote, place] = stdout.split('\n');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(answer).toBe('楼阳生');
    expect(caveat).toContain('出席并讲话');
    expect(quote).toMatch(/^\[1\] .*楼阳生/u);
    expect(place).toMatch(/\.(?:txt|md) ¶\d+$/u);
    expect(stdout).not.toContain('\u001b');
  });

  it('takes a question of several arguments as one', async () => {
    expect((await run(['ask', ...CHAIRED.split(' ')])).stdout).toMatch(/^楼阳生\n/u);
  });

  it('prints one JSON object with exactly the fields of the contract', async () => {
    const { stdout, stderr } = await run(['ask', '--json', CHAIRED]);
    expect(stderr).toBe('');
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual([
      'question',
      'language',
      'status',
      'answer',
      'note',
      'confidence',
      'citations',
      'passages',
      'tookMs',
    ]);
    const article = ['id', 'file', 'title', 'source', 'publishedAt', 'url'];
    for (const citation of answer.citations) {
      const { alsoIn, ...always } = citation;
      expect(Object.keys(always)).toEqual(['n', 'article', 'paragraph', 'quote', 'spans']);
      expect(Object.keys(citation.article)).toEqual(article);
      for (const place of alsoIn ?? []) expect(Object.keys(place)).toEqual(['article', 'paragraph']);
    }
    expect(answer.passages).not.toHaveLength(0);
    for (const passage of answer.passages) {
      expect(Object.keys(passage)).toEqual(['article', 'paragraph', 'text', 'score']);
      expect(Object.keys(passage.article)).toEqual(article);
    }
  });

  it('answers a line of standard input with a line of JSON, in order, blank lines too', async () => {
    const questions = [CHAIRED, '', '第7次專題會議是哪天召開的？', '谁赢了世界杯？'];
    const { code, stdout, stderr } = await run(['ask', '--json', '-'], { input: questions.join('\n') });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(answers.map(({ question }) => question)).toEqual(questions);
    expect(answers.map(({ status }) => status)).toEqual(['answered', 'no-answer', 'answered', 'no-answer']);
    expect(answers.map(({ language }) => language)).toEqual(['en', expect.any(String), 'zh-Hant', 'zh-Hans']);
    expect(answers[3]).toMatchObject({ answer: null, citations: [], note: expect.stringMatching(/\S/u) });
  });

  it('reads lines that end as on Windows', async () => {
    const { stdout } = await run(['ask', '-'], { input: `${CHAIRED}\r\n第七次专题会议谁主持？\r\n` });
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ question: CHAIRED, status: 'answered' });
  });

  it('gives at most as many passages as --limit allows', async () => {
    const { stdout } = await run(['ask', '--json', '--limit', '2', '第十四次专题会议']);
    expect(JSON.parse(stdout).passages).toHaveLength(2);
  });

  it('ends quietly when its reader has had enough', async () => {
    const input = `${CHAIRED}\n`.repeat(2000);
    const { code, stderr } = await run(['ask', '-'], { input, readLines: 1 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('takes one .jsonl file for a corpus', async () => {
    const file = join(dataDir, 'lines.jsonl');
    await writeFile(
      file,
      [
        { id: 'a-1', title: '清河水库竣工', text: '5月2日，清河水库竣工。\n林远山主持了竣工仪式。' },
        { id: 'b-2', title: '古桥修缮', text: '石门古桥的修缮由周青负责。' },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    );
    const { stdout } = await run(['ask', '--json', '--corpus', file, '谁主持了清河水库的竣工仪式？']);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'answered',
      answer: '林远山',
      citations: [{ article: { id: 'a-1', file: 'lines.jsonl' } }],
    });
  });

  it.each([
    ['--limit abc', ['ask', '--limit', 'abc', CHAIRED], /^wenju: --limit must be a whole number.*abc/u],
    ['--limit 0', ['ask', '--limit', '0', CHAIRED], /^wenju: --limit must be a whole number.*0/u],
    ['a corpus that is not there', ['ask', '--corpus', 'nowhere', CHAIRED], /^wenju: .*nowhere/u],
    ['a list of questions that is not there', ['eval', 'nowhere.jsonl'], /^wenju: .*nowhere\.jsonl/u],
    ['an option that does not exist', ['ask', '--loud', CHAIRED], /--loud/u],
    ['no question', ['ask'], /question/u],
  ])('ends with 1 and one line for %s', async (_, args, line) => {
    expectOneLine(await run(args), line);
  });

  it('ends with 1 and one line that names every variable that is wrong', async () => {
    const env = { LOG_LEVEL: 'loud', DISCORD_GUILD_ID: 'home' };
    expectOneLine(await run(['ask', CHAIRED], { env }), /^wenju: .*DISCORD_GUILD_ID.*LOG_LEVEL/u);
  });

  it('answers where nothing can be saved, and says so on standard error', async () => {
    const blocked = join(dataDir, 'a-file');
    await writeFile(blocked, '');
    const { code, stdout, stderr } = await run(['ask', CHAIRED], { env: { DATA_DIR: blocked } });
    expect({ code, answer: stdout.split('\n')[0] }).toEqual({ code: 0, answer: '楼阳生' });
    expect(stderr).toContain('could not be saved');
  });
});

describe('wenju start', () => {
  it('with --bot and without a token ends with 1', async () => {
    expectOneLine(await run(['start', '--bot']), /^wenju: DISCORD_TOKEN is missing/u);
  });
});

describe('wenju playground', () => {
  it.each(['x', '-1', '65536', '1.5'])('ends with 1 for the port %s', async (port) => {
    expectOneLine(await run(['playground', `--port=${port}`]), /^wenju: --port must be a port/u);
  });
});

describe('wenju deploy', () => {
  it('without a token ends with 1', async () => {
    expectOneLine(await run(['deploy']), /^wenju: DISCORD_TOKEN is missing/u);
  });
});

describe('wenju --help', () => {
  it('names every command and ends with 0', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['start', 'playground', 'ask', 'index', 'eval', 'deploy'])
      expect(stdout).toContain(`  ${command} `);
  });
});
