import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from './command-line.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** Where an import stands, and what it imports. */
const FORBIDDEN: readonly (readonly [file: string, imported: string])[] = [
  ['src/language/a.ts', '../corpus/article.js'],
  ['src/language/a.ts', '../retrieval/question.js'],
  ['src/corpus/a.ts', '../retrieval/passage.js'],
  ['src/corpus/a.ts', '../reading/answer.js'],
  ['src/retrieval/a.ts', '../reading/answer.js'],
  ['src/retrieval/a.ts', '../library.js'],
  ['src/reading/a.ts', '../library/contents.js'],
  ['src/reading/spans/a.ts', '../../discord/bot.js'],
  ['src/reading/a.ts', '../log.js'],
  ['src/library/a.ts', '../discord/bot.js'],
  ['src/library/a.ts', '../config.js'],
  ['src/library.ts', './search-process/protocol.js'],
  ['src/reading/a.ts', '../store/store.js'],
  ['src/store/a.ts', '../library.js'],
  ['src/store/a.ts', '../reading/answer.js'],
  ['src/store/a.ts', '../config.js'],
  ['src/search-process/a.ts', '../discord/bot.js'],
  ['src/terminal/a.ts', '../evaluation/scores.js'],
  ['src/discord/a.ts', '../playground/loopback/server.js'],
  ['src/discord/rendering/a.ts', '../../terminal/answer-text.js'],
  ['src/discord/a.ts', '../../commands/index.js'],
  ['src/discord/a.ts', '../cli.js'],
  ['src/discord/a.ts', '../running/bot.js'],
  ['src/running/a.ts', '../cli.js'],
  ['src/running/a.ts', 'discord.js'],
  ['src/playground/a.ts', '../search-process/remote-library.js'],
  ['src/playground/a.ts', 'lit'],
  ['src/playground/a.ts', 'esbuild'],
  ['src/playground/page/a.ts', '../loopback/world.js'],
  ['src/playground/page/a.ts', '../server/guard.js'],
  ['src/playground/page/a.ts', '../../discord/markdown.js'],
  ['src/playground/page/a.ts', '@skyra/discord-components-core'],
  ['src/playground/page/a.ts', 'ws'],
  ['src/playground/page/a.ts', 'node:fs'],
  ['src/evaluation/a.ts', '../discord/bot.js'],
  ['src/doctor/a.ts', '../config.js'],
  ['src/doctor/a.ts', '../search-process/remote-library.js'],
  ['src/doctor/a.ts', 'discord.js'],
  ['src/discord/a.ts', '../doctor/doctor.js'],
  ['src/discord/a.ts', '../health/metrics.js'],
  ['src/health/a.ts', '../config.js'],
  ['src/health/a.ts', 'prom-client'],
  ['commands/a.ts', '../src/library.js'],
  ['commands/a.ts', '../src/reading/read.js'],
  ['src/config.ts', './library.js'],
  ['src/retrieval/a.ts', 'minisearch'],
  ['src/retrieval/minisearch.ts', 'nodejieba'],
  ['src/language/a.ts', 'nodejieba'],
  ['src/language/a.ts', 'opencc-js'],
  ['src/language/a.ts', 'pinyin-pro'],
  ['src/corpus/a.ts', 'yaml'],
  ['src/corpus/a.ts', 'htmlparser2'],
  ['src/library.ts', 'write-file-atomic'],
  ['src/library.ts', 'discord.js'],
  ['src/reading/a.ts', 'discord.js'],
  ['src/store/a.ts', 'libsql'],
  ['src/store/sqlite.ts', 'pg'],
  ['src/discord/a.ts', 'kysely'],
  ['src/discord/a.ts', 'pino'],
  ['src/discord/a.ts', 'rate-limiter-flexible'],
  ['src/library/a.ts', 'chokidar'],
  ['src/discord/a.ts', 'a-library-without-a-door'],
  ['src/cli.ts', 'zod'],
  ['src/language/a.ts', 'node:process'],
  ['src/corpus/a.ts', 'node:child_process'],
  ['src/retrieval/a.ts', 'node:worker_threads'],
  ['src/reading/a.ts', 'node:https'],
  ['src/retrieval/a.ts', '../search-engine/client.js'],
  ['src/store/a.ts', '../search-engine/errors.js'],
  ['src/search-engine/a.ts', '../library.js'],
  ['src/search-engine/a.ts', '../config.js'],
  ['src/search-engine/retriever.ts', '@opensearch-project/opensearch'],
  ['src/library/a.ts', '@opensearch-project/opensearch'],
  // A cycle.
  ['src/terminal/ring.ts', './chain.js'],
  ['src/terminal/chain.ts', './ring.js'],
];

const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['src/corpus/a.ts', '../language/script.js'],
  ['src/corpus/a.ts', 'node:fs/promises'],
  ['src/retrieval/a.ts', '../corpus/article.js'],
  ['src/retrieval/minisearch.ts', 'minisearch'],
  ['src/language/tokenizer.ts', 'nodejieba'],
  ['src/reading/spans/a.ts', '../../retrieval/question.js'],
  ['src/library/a.ts', '../retrieval/build-index.js'],
  ['src/library/a.ts', '../store/store.js'],
  ['src/library/a.ts', '../search-engine/errors.js'],
  ['src/search-engine/a.ts', '../retrieval/retriever.js'],
  ['src/search-engine/client.ts', '@opensearch-project/opensearch'],
  ['src/store/a.ts', 'kysely'],
  ['src/store/sqlite.ts', 'libsql'],
  ['src/store/postgres.ts', 'pg'],
  ['src/search-process/a.ts', '../library.js'],
  ['src/discord/a.ts', '../library.js'],
  ['src/discord/a.ts', '../store/store.js'],
  ['src/discord/rendering/a.ts', '../limits.js'],
  ['src/discord/a.ts', 'discord.js'],
  ['src/discord/manners/rates.ts', 'rate-limiter-flexible'],
  ['src/library/watching.ts', 'chokidar'],
  ['commands/a.ts', '../src/discord/command.js'],
  ['src/playground/page/a.ts', 'lit'],
  ['src/playground/page/a.ts', '../protocol.js'],
  ['src/playground/page/discord.ts', '@skyra/discord-components-core/discord-embed.js'],
  ['src/playground/bundle.ts', 'esbuild'],
  ['src/playground/loopback/a.ts', 'ws'],
  ['src/evaluation/a.ts', '../terminal/bar.js'],
  ['src/doctor/a.ts', '../discord/examination.js'],
  ['src/doctor/a.ts', '../store/store.js'],
  ['src/cli.ts', './doctor/doctor.js'],
  ['src/health/a.ts', '../discord/health.js'],
  ['src/health/metrics.ts', 'prom-client'],
  ['src/cli.ts', './running/settings.js'],
  ['src/running/a.ts', '../search-process/remote-library.js'],
  ['src/running/a.ts', '../../commands/index.js'],
];

/** Statements other than imports. */
const STATEMENTS: readonly (readonly [file: string, statement: string, allowed: boolean])[] = [
  ['src/retrieval/a.ts', 'export const a = process.pid;', false],
  ['src/reading/a.ts', "console.log('a');", false],
  ['src/library.ts', 'export const a = process.env.A;', false],
  ['src/config.ts', 'export const a = process.env.A;', true],
  ['src/search-process/a.ts', 'export const a = process.pid;', true],
];

interface Sample {
  readonly file: string;
  readonly statement: string;
}

const sampleOf = ([file, imported]: readonly [string, string]): Sample => ({
  file,
  statement: `import '${imported}';`,
});
const refused: readonly Sample[] = [
  ...FORBIDDEN.map(sampleOf),
  ...STATEMENTS.filter(([, , allowed]) => !allowed).map(([file, statement]) => ({ file, statement })),
];
const passing: readonly Sample[] = [
  ...ALLOWED.map(sampleOf),
  ...STATEMENTS.filter(([, , allowed]) => allowed).map(([file, statement]) => ({ file, statement })),
];

interface Report {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

/** Lints the samples in a project of their own with the project's rules; `file: statement` of the refused ones. */
async function lint(samples: readonly Sample[], folder: string): Promise<ReadonlySet<string>> {
  const files = new Map<string, Sample[]>();
  for (const sample of samples) files.set(sample.file, [...(files.get(sample.file) ?? []), sample]);
  for (const [file, lines] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), lines.map(({ statement }) => `${statement}\n`).join(''));
  }
  await cp(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  const { stdout } = spawnSync(
    process.execPath,
    [BIOME, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const { diagnostics }: Report = JSON.parse(stdout);
  return new Set(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ location: { path, start } }) => `${path}: ${files.get(path)?.[start.line - 1]?.statement}`),
  );
}

let folder: string;
let found: ReadonlySet<string>;

beforeAll(async () => {
  folder = await newFolder();
  found = await lint([...refused, ...passing], folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('lint', () => {
  it.each(refused)('refuses in $file: $statement', ({ file, statement }) => {
    expect(found).toContain(`${file}: ${statement}`);
  });

  it.each(passing)('lets pass in $file: $statement', ({ file, statement }) => {
    expect(found).not.toContain(`${file}: ${statement}`);
  });
});
