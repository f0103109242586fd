import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const QUESTIONS = [
  {
    question: '第七次专题会议谁主持？',
    answers: ['楼阳生'],
    file: 'front-matter.txt',
    also: ['timeline.md'],
  },
  { question: '第二十次专题会议谁主持？', answerable: false, reason: 'wrong-ordinal' },
  { question: '谁赢了世界杯？', answerable: false, reason: 'off-topic' },
  'not a question',
  { question: '第七次专题会议谁主持？', answers: ['周小河'], file: 'no-such-file.txt', kind: 'slip' },
] as const;
const POOL = [
  { id: 'tales:1', title: '石桥', text: '林大木在青石镇修了一座石桥。石桥长四十米。' },
  { id: 'tales:2', title: '磨坊', text: '周小河在河边开了一家磨坊。磨坊每天磨面三百斤。' },
  { id: 'other:1', title: '集市', text: '青石镇的集市每逢初五开张。' },
] as const;
const POOL_QUESTIONS = [
  {
    id: 'p1',
    set: 'tales',
    lang: 'zh-Hans',
    question: '谁修了石桥？',
    paragraph_ids: ['tales:1'],
    answers: ['林大木'],
  },
  {
    id: 'p2',
    set: 'tales',
    lang: 'zh-Hans',
    question: '磨坊每天磨面多少斤？',
    paragraph_ids: ['tales:2'],
    answers: ['三百斤'],
  },
] as const;

let folder: string;
const at = (name: string) => join(folder, name);
const jsonl = (rows: readonly unknown[]) =>
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');

function wenju(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/wenju.js', 'eval', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: at('data'), CORPUS_DIR: 'corpus', DISCORD_TOKEN: '' },
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenju-eval-'));
  writeFileSync(at('questions.jsonl'), jsonl(QUESTIONS));
  writeFileSync(at('pool.jsonl'), jsonl(POOL));
  writeFileSync(at('pool-questions.jsonl'), jsonl(POOL_QUESTIONS));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('wenju eval', () => {
  it('prints figures, reports a wrong line by its number and goes on', () => {
    const { status, stdout, stderr } = wenju(
      at('questions.jsonl'),
      '--json',
      '--failures',
      at('failures.jsonl'),
    );
    expect(stderr).toContain('line 4 is skipped: it is no JSON');
    expect(stderr).toContain('line 5: the corpus has no article no-such-file.txt');
    expect(status).toBe(0);
    const { all, bySet } = JSON.parse(stdout);
    expect(all).toMatchObject({
      questions: 4,
      answerable: 2,
      recallAt1: 0.5,
      unanswerable: 2,
      refusalRecall: 1,
    });
    expect(Object.keys(bySet)).toEqual(['questions', 'wrong-ordinal', 'off-topic', 'slip']);
  });

  it('writes what went wrong with the features that decided it', () => {
    const [record] = readFileSync(at('failures.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(record).toMatchObject({ failure: 'passage', line: 5, set: 'slip', gold: null });
    expect(record.expected).toEqual({ answers: ['周小河'], items: [], articles: ['no-such-file.txt'] });
    expect(record.given.citation.quote).toContain('楼阳生');
    expect(record.first.place).toBe(1);
    expect(record.first.features).toHaveProperty('bm25');
  });

  it('prints a table for people', () => {
    const { stdout } = wenju(at('pool-questions.jsonl'), '--corpus', at('pool.jsonl'));
    expect(stdout).toMatch(/^tales +2 +100\.0/mu);
    expect(stdout).toContain('expected calibration error');
  });

  it('counts a question as unanswerable when its articles are left out', () => {
    const { stdout } = wenju(
      at('pool-questions.jsonl'),
      '--corpus',
      at('pool.jsonl'),
      '--exclude',
      'tales:',
      '--json',
    );
    expect(JSON.parse(stdout).all).toMatchObject({ answerable: 0, unanswerable: 2, refusalRecall: 1 });
  });

  it.each([
    ['no-such.jsonl', 'cannot be read'],
    ['empty.jsonl', 'holds no question'],
  ])('ends with 1 and one clear line for %s', (name, message) => {
    writeFileSync(at('empty.jsonl'), '\n');
    const { status, stdout, stderr } = wenju(at(name));
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(message);
  });
});
