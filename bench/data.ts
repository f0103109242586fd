/** The data that the bench measures on; it is not part of the project, see README.md. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JudgedQuestion, parseQuestions } from '../src/evaluation/questions.js';
import type { PoolParagraph } from './peers/engine.js';

const DEFAULT_FOLDER = '../shared/bench';
const FILES = {
  pool: 'paragraphs.jsonl',
  chinese: 'questions-zh.jsonl',
  english: 'questions-en.jsonl',
} as const;

export interface BenchData {
  readonly poolFile: string;
  readonly pool: readonly PoolParagraph[];
  readonly chinese: readonly JudgedQuestion[];
  readonly english: readonly JudgedQuestion[];
}

/** Reads the data of a folder (default: WENJU_BENCH_DIR or ../shared/bench); null, and says so, when it is not there. */
export function loadBenchData(folder = process.env.WENJU_BENCH_DIR ?? DEFAULT_FOLDER): BenchData | null {
  const path = (name: keyof typeof FILES) => join(folder, FILES[name]);
  const missing = (['pool', 'chinese', 'english'] as const).map(path).filter((file) => !existsSync(file));
  if (missing.length > 0) {
    console.log(
      `Nothing is measured: there is no ${missing.join(', no ')}. WENJU_BENCH_DIR names the folder.`,
    );
    return null;
  }
  return {
    poolFile: path('pool'),
    pool: readPool(path('pool')),
    chinese: parseQuestions(readFileSync(path('chinese'), 'utf8')).questions,
    english: parseQuestions(readFileSync(path('english'), 'utf8')).questions,
  };
}

/** A paragraph a line: `{id, title, text}`. */
export function readPool(file: string): readonly PoolParagraph[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): PoolParagraph => JSON.parse(line));
}

/** At most so many of a list, evenly over it. */
export function sample<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]).flatMap(
    (one) => one ?? [],
  );
}
