/**
 * The container's and the service's files, checked as text: that they start what the README says, as a user without
 * rights, from files that are there. Their commands themselves are run by start.test.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../src/config.js';

const ROOT = new URL('..', import.meta.url);
const START = ['node', 'bin/wenju.js', 'start', '--bot'];

function text(file: string): string {
  return readFileSync(new URL(file, ROOT), 'utf8');
}

/** Instructions of a Dockerfile, continuation lines joined. */
function instructions(dockerfile: string): readonly (readonly [name: string, argument: string])[] {
  return dockerfile
    .replace(/^#.*\n/gmu, '')
    .replace(/\\\n\s*/gu, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf(' ');
      return [line.slice(0, at), line.slice(at + 1).trim()] as const;
    });
}

describe('the Dockerfile', () => {
  const all = instructions(text('Dockerfile'));
  const argumentsOf = (name: string) => all.filter(([own]) => own === name).map(([, argument]) => argument);

  it('starts the bot, never the playground', () => {
    expect(JSON.parse(argumentsOf('CMD').at(-1) ?? '')).toEqual(START);
  });

  it('runs as a user without rights', () => {
    const [last] = argumentsOf('USER').slice(-1);
    expect(last).toBe('node');
    const after = all.slice(all.findLastIndex(([name]) => name === 'USER') + 1).map(([name]) => name);
    expect(after).not.toContain('RUN');
    expect(after).not.toContain('COPY');
  });

  it('pins its base image and builds in a stage of its own', () => {
    const images = argumentsOf('FROM');
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim(?: AS build)?$/u);
  });

  it('leaves no package lists behind, and installs no more than it names', () => {
    for (const command of argumentsOf('RUN').filter((argument) => argument.includes('apt-get install'))) {
      expect(command).toContain('--no-install-recommends');
      expect(command).toContain('rm -rf /var/lib/apt/lists/*');
    }
  });

  it('asks the health port that it sets', () => {
    expect(argumentsOf('HEALTHCHECK').join()).toContain('HEALTH_PORT');
    expect(argumentsOf('ENV').join()).toMatch(/HEALTH_PORT=\d+/u);
  });

  it.each(['', '0.0.0.0:', '[::]:'])(
    'is healthy by its own command at HEALTH_PORT=%sPORT, else not',
    async (host) => {
      const server = createServer((_, response) => response.end());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const [program = '', ...args] = JSON.parse(
        argumentsOf('HEALTHCHECK')
          .join()
          .replace(/^.*?CMD /u, ''),
      );
      const check = async () => {
        const run = spawn(program, args, { env: { PATH: process.env.PATH, HEALTH_PORT: `${host}${port}` } });
        return (await once(run, 'exit'))[0];
      };
      expect(await check()).toBe(0);
      await new Promise((resolve) => server.close(resolve));
      expect(await check()).toBe(1);
    },
  );

  it('sends no secret, no article and nothing built here to the builder', () => {
    const ignored = text('.dockerignore').split('\n');
    for (const file of ['.env*', '.git', 'node_modules', 'data', 'corpus', 'dist'])
      expect(ignored).toContain(file);
  });

  it('is sent every file that the program is made of', () => {
    const ignored = text('.dockerignore').split('\n');
    const { files } = JSON.parse(text('package.json'));
    const isNeeded = (name: string) => !/^(?:corpus|dist\/.*|docs\/.*|\.env\.example)$/u.test(name);
    for (const file of files.filter(isNeeded))
      expect(ignored.filter((rule) => rule !== '' && file.startsWith(rule))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(text('compose.yaml'));
  const { wenju } = services;

  it('mounts the articles read-only and keeps the data in a volume', () => {
    expect(wenju.volumes).toEqual(['./corpus:/corpus:ro', 'data:/data']);
    expect(Object.keys(volumes)).toEqual(['data']);
    expect(wenju.environment).toMatchObject({ CORPUS_DIR: '/corpus', DATA_DIR: '/data' });
  });

  it('takes every right away that the bot does not need', () => {
    expect(wenju).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(wenju.security_opt).toContain('no-new-privileges:true');
  });

  it('has no command of its own and waits for replies under way', () => {
    expect(wenju.command).toBeUndefined();
    expect(wenju.stop_grace_period).toBe('20s');
  });
});

describe('compose.scale.yaml', () => {
  const { services, networks, volumes } = parse(text('compose.scale.yaml'), { merge: true });
  const { wenju, postgres } = services;
  const nodes = Object.keys(services).filter((name) => name.startsWith('search-'));
  const inside = [...nodes, 'postgres'];

  it('gives the bot what it has alone, and the engine and the store beside', () => {
    const alone = parse(text('compose.yaml')).services.wenju;
    const { environment, depends_on: needed, networks: _, ...rest } = wenju;
    const { environment: environmentAlone, ...restAlone } = alone;
    expect(rest).toEqual(restAlone);
    expect(environment).toMatchObject({ ...environmentAlone, SEARCH_ENGINE: 'opensearch' });
    expect(Object.keys(needed).toSorted()).toEqual(inside.toSorted());
    for (const name of inside) expect(services[name].healthcheck.test.length, name).toBeGreaterThan(0);
  });

  it('sets what the configuration takes, with nodes and a database that are there', () => {
    const secrets = { OPENSEARCH_PASSWORD: 'Klar-und-1', POSTGRES_PASSWORD: 'klarund2' };
    const filled = Object.fromEntries(
      Object.entries<string>(wenju.environment).map(([name, value]) => [
        name,
        value.replace(/\$\{(\w+):\?[^}]*\}/gu, (_, secret: keyof typeof secrets) => secrets[secret]),
      ]),
    );
    const { searchEngine, databaseUrl } = parseConfig(filled);
    expect(searchEngine?.nodes).toEqual(nodes.map((name) => `http://${name}:9200`));
    expect(searchEngine).toMatchObject({ username: 'admin', password: secrets.OPENSEARCH_PASSWORD });
    const { hostname, username, password, pathname } = new URL(databaseUrl ?? '');
    expect(services).toHaveProperty(hostname);
    expect(postgres.environment).toMatchObject({ POSTGRES_USER: username, POSTGRES_DB: pathname.slice(1) });
    expect(password).toBe(secrets.POSTGRES_PASSWORD);
  });

  it('starts three nodes of one cluster, as its tests do, each with a volume of its own', () => {
    expect(nodes).toHaveLength(3);
    const version = /<opensearch.version>(.*)<\/opensearch.version>/u.exec(text('opensearch/pom.xml'))?.[1];
    for (const name of nodes) {
      const { image, environment, volumes: own } = services[name];
      expect(image).toBe(`opensearchproject/opensearch:${version}`);
      expect(environment['node.name']).toBe(name);
      expect(environment['discovery.seed_hosts']).toBe(nodes.join());
      expect(environment['cluster.initial_cluster_manager_nodes']).toBe(nodes.join());
      expect(own).toEqual([`${name}:/usr/share/opensearch/data`]);
    }
    expect(Object.keys(volumes).toSorted()).toEqual(['data', ...inside].toSorted());
  });

  it('keeps engine and store to themselves, behind passwords that it does not know', () => {
    expect(networks.inside).toEqual({ internal: true });
    for (const name of inside) {
      expect(services[name].ports, name).toBeUndefined();
      expect(services[name].networks, name).toEqual(['inside']);
      expect(services[name].security_opt, name).toContain('no-new-privileges:true');
      expect(JSON.stringify(services[name].environment), name).not.toContain('DISABLE_SECURITY');
    }
    const passwords = Object.keys(services).flatMap((service) =>
      Object.entries(services[service].environment).filter(([name]) => name.includes('PASSWORD')),
    );
    expect(passwords).toHaveLength(nodes.length + 2);
    for (const [name, value] of passwords) expect(value, name).toMatch(/^\$\{\w+:\?[^}]+\}$/u);
  });
});

describe('the systemd unit', () => {
  const settings = new Map(
    text('deploy/wenju.service')
      .split('\n')
      .filter((line) => /^[A-Z]\w+=/u.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
  );

  it('starts the bot, never the playground', () => {
    expect(settings.get('ExecStart')).toMatch(
      new RegExp(`^/usr/bin/env (?:\\w+=\\S+ )*${START.join(' ')}$`, 'u'),
    );
  });

  it('runs as a user of its own that can write its data alone', () => {
    expect(settings.get('User')).toBe('wenju');
    expect(settings.get('ProtectSystem')).toBe('strict');
    expect(settings.get('StateDirectory')).toBe('wenju');
  });

  it('keeps its data where it may write, with the settings that its guide installs', () => {
    // Settings of the file win over Environment=, those of the command win over both.
    const given = text('.env.example')
      .split('\n')
      .filter((line) => /^\w+=/u.test(line))
      .map((line) => line.split('='));
    const [, command = ''] = /^\/usr\/bin\/env ((?:\w+=\S+ )*)/u.exec(settings.get('ExecStart') ?? '') ?? [];
    const set = command
      .trim()
      .split(' ')
      .map((assignment) => assignment.split('='));
    expect(parseConfig(Object.fromEntries([...given, ...set])).dataDir).toBe('/var/lib/wenju');
  });

  it('asks the bot alone to stop, which ends its search process when all replies are out', () => {
    expect(settings.get('KillSignal')).toBe('SIGTERM');
    expect(settings.get('KillMode')).toBe('mixed');
  });
});

it('the started file is there', () => {
  expect(existsSync(fileURLToPath(new URL('bin/wenju.js', ROOT)))).toBe(true);
});
