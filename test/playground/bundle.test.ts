import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../src/playground/bundle.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-bundle-'));
  expect(await bundlePage(folder)).toBe(true);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('bundlePage', () => {
  it('makes one script and one style sheet', async () => {
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['page.js', 'page.css']));
  });

  it('makes a style sheet that fetches nothing', async () => {
    const css = await readFile(join(folder, 'page.css'), 'utf8');
    expect(css).not.toMatch(/url\(|@import|https?:/u);
  });

  it('makes a script without dynamic code', async () => {
    const script = await readFile(join(folder, 'page.js'), 'utf8');
    expect(script).not.toMatch(/\beval\(|new Function\(/u);
  });
});
