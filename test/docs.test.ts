import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { program } from '../src/cli.js';
import { VARIABLES } from '../src/config.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const readme = read('README.md');
const architecture = read('ARCHITECTURE.md');
const { version, scripts }: { version: string; scripts: Readonly<Record<string, string>> } = JSON.parse(
  read('package.json'),
);

/** Modules by their folder, as ARCHITECTURE.md lists them: a heading a folder, the first cell of a row a module. */
function documentedModules(): readonly string[] {
  return architecture.split(/^### /mu).flatMap((section) => {
    const folder = /^`([^`]+)\/`/u.exec(section)?.[1];
    if (folder === undefined) return [];
    return [...section.matchAll(/^\| `([^`]+)` \|/gmu)].map((row) => `${folder}/${row[1]}`);
  });
}

function modulesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('ARCHITECTURE.md', () => {
  it('names every module, and none that does not exist', () => {
    const modules = ['bin', 'src', 'commands', 'bench'].flatMap(modulesIn);
    expect([...documentedModules()].sort()).toEqual([...modules].sort());
  });

  it('says of every module what it does', () => {
    const rows = all(architecture, /^\| `[^`]+\.(?:ts|js)` \|(.*)\|$/gmu);
    expect(rows.filter((row) => row.trim().length < 4)).toEqual([]);
  });

  it('names as stages and doors only what is there', () => {
    const places = all(
      architecture.split('## Modules')[0] ?? '',
      /`((?:src|commands|test|bench)\/[^`{*]+)`/gu,
    );
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((place) => !existsSync(join(ROOT, place)))).toEqual([]);
  });
});

describe('.env.example', () => {
  it('has every variable of the schema, and no other', () => {
    expect([...all(read('.env.example'), /^(\w+)=/gmu)].sort()).toEqual([...VARIABLES].sort());
  });

  it('says what each variable is for', () => {
    for (const block of read('.env.example').split('\n\n').slice(1))
      expect(block).toMatch(/^# .+\n(?:# .+\n)*\w+=/u);
  });
});

describe('README.md', () => {
  it('lists every variable of the schema', () => {
    expect([...all(readme, /^\| `([A-Z_]+)` \|/gmu)].sort()).toEqual([...VARIABLES].sort());
  });

  it('names only npm scripts that exist', () => {
    const named = all(readme, /npm (?:run )?(start|test|[\w:]+(?<=run [\w:]+))/gu);
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'check', 'bench:speed']));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('lists exactly the commands of the command line, with their options', () => {
    const rows = all(readme, /^\| `npx wenju ([^`]+)` \|/gmu);
    const listed = rows.map((row) => ({
      name: row.split(' ')[0],
      options: all(row, /(--[a-z]+)/gu).toSorted(),
    }));
    const real = program().commands.map((command) => ({
      name: command.name(),
      options: command.options.map(({ long }) => long).toSorted(),
    }));
    expect(listed.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))).toEqual(
      real.toSorted((a, b) => a.name.localeCompare(b.name)),
    );
  });

  it('lists every command of the bot', () => {
    const listed = all(readme, /^\| `\/(\w+)/gmu);
    const chat = commands.flatMap((command) => ('execute' in command ? [command.data.name] : []));
    expect([...new Set(listed)].sort()).toEqual(chat.sort());
    const menus = all(readme, /^\| "([^"]+)"/gmu);
    expect(menus).toEqual(commands.flatMap((command) => ('executeOn' in command ? [command.data.name] : [])));
  });
});

describe('CHANGELOG.md', () => {
  it('has the version of package.json', () => {
    expect(read('CHANGELOG.md')).toContain(`## [${version}]`);
  });
});

describe('SECURITY.md and PRIVACY.md', () => {
  it('name only tests that are there', () => {
    const named = ['SECURITY.md', 'PRIVACY.md'].flatMap((file) => all(read(file), /`(test\/[^`]+)`/gu));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((test) => !existsSync(join(ROOT, test)))).toEqual([]);
  });
});

describe('links of the documents', () => {
  it.each([
    'README.md',
    'ARCHITECTURE.md',
    'NOTICE.md',
    'PRIVACY.md',
    'SECURITY.md',
    'docs/operating.md',
    'docs/scaling.md',
    'corpus/README.md',
    'lexicon/README.md',
  ])('of %s lead to files that are there', (file) => {
    const links = all(read(file), /\]\((?!https?:|#)([^)#]+)[^)]*\)/gu);
    const missing = links.filter((link) => !existsSync(join(ROOT, dirname(file), link)));
    expect(missing).toEqual([]);
  });
});
