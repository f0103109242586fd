/**
 * The command line. Every command ends with 0, or with 1 and one clear line. What only some commands need is loaded by
 * them: one question at the terminal waits for no Discord.
 */
import { createInterface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import { type Config, ConfigError, loadConfig, secretsOf } from './config.js';
import { bad, type Finding } from './doctor/finding.js';
import { findingsJson, findingsText, isFine } from './doctor/report.js';
import { LocalLibrary, openLibrary } from './library.js';
import { createLogger } from './log.js';
import { libraryOf } from './running/settings.js';
import type { visitorSettings } from './running/shards.js';
import { answerJson } from './terminal/answer-json.js';
import { answerText } from './terminal/answer-text.js';
import { progressBar, reportText } from './terminal/index-report.js';

const DEFAULT_PASSAGES = '10';
const MAX_PORT = 65_535;

/** Runs one command line, as in process.argv. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endWithReader);
  try {
    await program().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 1;
      return;
    }
    process.stderr.write(`wenju: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** A reader that closes the pipe early (`wenju ask - | head`) has what it wanted. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

/** The commands with their options; what `--help` shows. */
export function program(): Command {
  const wenju = new Command('wenju')
    .description('Answers questions from a folder of articles, with the passage that proves it.')
    .exitOverride();
  wenju
    .command('start')
    .description('the bot when DISCORD_TOKEN is set, otherwise the playground')
    .option('--bot', 'fail when DISCORD_TOKEN is missing')
    .action(start);
  wenju
    .command('playground')
    .description('a local Discord in the browser, with the bot in it')
    .option('--port <n>', 'the port of its page on 127.0.0.1')
    .action(playground);
  wenju
    .command('ask')
    .description('answers one question, or with - one a line from standard input')
    .argument('<question...>')
    .option('--corpus <path>', 'a folder of articles, or one .jsonl file')
    .option('--json', 'print one JSON object a question')
    .option('--limit <n>', 'at most so many passages', DEFAULT_PASSAGES)
    .action(ask);
  wenju
    .command('index')
    .description('indexes the articles and prints what was read, dropped and skipped')
    .option('--corpus <path>', 'a folder of articles, or one .jsonl file')
    .action(index);
  wenju
    .command('eval')
    .description('asks the questions of a list and scores the answers; see the README for its format')
    .argument('<questions.jsonl>')
    .option('--corpus <path>', 'a folder of articles, or one .jsonl file')
    .option('--json', 'print the figures as one JSON object')
    .option('--failures <file>', 'write what went wrong, and what decided it, a JSON line each')
    .option('--exclude <prefix>', 'leave out articles whose id starts so: their questions should be refused')
    .action(score);
  wenju
    .command('doctor')
    .description('looks at configuration, articles, store and Discord, and says how to mend what is wrong')
    .option('--json', 'print the findings as one JSON object')
    .action(doctor);
  wenju.command('deploy').description('registers the commands with Discord').action(deploy);
  return wenju;
}

async function ask(
  words: readonly string[],
  options: { readonly corpus?: string; readonly json?: boolean; readonly limit: string },
): Promise<void> {
  const config = loadConfig();
  const limit = parseLimit(options.limit);
  const corpus = options.corpus ?? config.corpusDir;
  const library = await open(config, corpus);
  try {
    const question = words.join(' ');
    if (question === '-') return await askLines(library, limit);
    const answer = await library.ask(question, { limit });
    const text =
      options.json === true
        ? JSON.stringify(answerJson(answer))
        : answerText(answer, { rich: isRich(), corpus });
    process.stdout.write(`${text}\n`);
  } finally {
    await library.close();
  }
}

/** A question a line on standard input, an answer as JSON a line on standard output. */
async function askLines(library: LocalLibrary, limit: number): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const answer = await library.ask(line.trim(), { limit });
    if (!process.stdout.write(`${JSON.stringify(answerJson(answer))}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error(`--limit must be a whole number from 1, not ${text}`);
  return limit;
}

async function open(config: Config, corpus: string): Promise<LocalLibrary> {
  const bar = progressBar();
  try {
    return await openLibrary(libraryOf(config, corpus), bar.update);
  } finally {
    bar.stop();
  }
}

async function index(options: { readonly corpus?: string }): Promise<void> {
  const config = loadConfig();
  const library = new LocalLibrary(libraryOf(config, options.corpus ?? config.corpusDir));
  const bar = progressBar();
  try {
    // Whoever reads it here wants every warning, and nothing of it has to be sent.
    const report = await library.reindex(bar.update, Number.POSITIVE_INFINITY);
    bar.stop();
    process.stdout.write(`${reportText(report)}\n`);
    if (!report.saved)
      throw new Error(`the index could not be saved in ${config.dataDir}, so nothing of it was kept`);
  } finally {
    bar.stop();
    await library.close();
  }
}

async function score(
  questions: string,
  options: {
    readonly corpus?: string;
    readonly json?: boolean;
    readonly failures?: string;
    readonly exclude?: string;
  },
): Promise<void> {
  const config = loadConfig();
  const { evaluate } = await import('./evaluation/command.js');
  await evaluate({
    ...libraryOf(config, options.corpus ?? config.corpusDir),
    questions,
    json: options.json === true,
    failures: options.failures ?? null,
    exclude: options.exclude ?? null,
  });
}

async function doctor(options: { readonly json?: boolean }): Promise<void> {
  const findings = await diagnose();
  const text = options.json === true ? findingsJson(findings) : findingsText(findings, { rich: isRich() });
  process.stdout.write(`${text}\n`);
  if (!isFine(findings)) process.exitCode = 1;
}

async function diagnose(): Promise<readonly Finding[]> {
  try {
    const config = loadConfig();
    const { corpusDir: corpus, dataDir, databaseUrl, discordToken, searchEngine } = config;
    const bot = discordToken === null ? null : await visiting(config);
    const [{ examine }, { commands }] = await Promise.all([
      import('./doctor/doctor.js'),
      import('../commands/index.js'),
    ]);
    return await examine({ corpus, dataDir, databaseUrl, engine: searchEngine ?? undefined, bot, commands });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      bad('Configuration', error.message, 'Correct it in .env or in the environment; see .env.example.'),
    ];
  }
}

async function deploy(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel, secretsOf(config));
  const [{ deployCommands }, { commands }] = await Promise.all([
    import('./discord/deploy.js'),
    import('../commands/index.js'),
  ]);
  const { changed, inviteLink } = await deployCommands({
    settings: await visiting(config),
    commands,
    logger,
  });
  process.stdout.write(`${changed ? 'The commands are registered.' : 'The commands were up to date.'}\n`);
  process.stdout.write(`Invite the bot: ${inviteLink}\n`);
}

/** Discord is loaded by those who visit it. */
async function visiting(config: Config): ReturnType<typeof visitorSettings> {
  return (await import('./running/shards.js')).visitorSettings(config);
}

async function start(options: { readonly bot?: boolean }): Promise<void> {
  const config = loadConfig();
  if (config.discordToken !== null) {
    const { runBot } = await import('./running/bot.js');
    return runBot(config);
  }
  if (options.bot === true)
    throw new ConfigError('DISCORD_TOKEN is missing: with --bot there is no bot without it.');
  await openPlayground(config, null);
}

async function playground(options: { readonly port?: string }): Promise<void> {
  await openPlayground(loadConfig(), options.port === undefined ? null : parsePort(options.port));
}

async function openPlayground(config: Config, port: number | null): Promise<void> {
  const { runPlayground } = await import('./running/playground.js');
  await runPlayground(config, port);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > MAX_PORT) throw new Error(`--port must be a port, not ${text}`);
  return port;
}

/** Whether standard output takes colours and links: a terminal, and NO_COLOR is not set. */
function isRich(): boolean {
  return process.stdout.isTTY && process.stdout.hasColors();
}
