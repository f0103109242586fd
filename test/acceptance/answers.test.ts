import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library.js';
import type { Answer } from '../../src/reading/answer.js';
import { CORPUS, newFolder } from '../command-line.js';
import { type AcceptanceQuestion, isRight, questionsOf } from './questions.js';

/** What the sample corpus must give, in shares of its questions. */
const RIGHT_ANSWERS = 0.9;
const RIGHT_FILES = 0.95;
const REFUSED = 0.95;

interface Asked {
  readonly row: AcceptanceQuestion;
  readonly answer: Answer;
}

let dataDir: string;
let answerable: readonly Asked[];
let unanswerable: readonly Asked[];

beforeAll(async () => {
  dataDir = await newFolder();
  const library = await openLibrary({ corpus: CORPUS, dataDir });
  const asked: Asked[] = [];
  for (const row of questionsOf('questions.jsonl')) {
    asked.push({ row, answer: await library.ask(row.question) });
  }
  answerable = asked.filter(({ row }) => row.answerable !== false);
  unanswerable = asked.filter(({ row }) => row.answerable === false);
}, 120_000);

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Fails with every question that is not as it should be, when these are more than the share allows. */
function expectShare(asked: readonly Asked[], least: number, isAsItShould: (asked: Asked) => boolean): void {
  const wrong = asked
    .filter((one) => !isAsItShould(one))
    .map(
      ({ row, answer }) =>
        `${row.id} ${row.question} → ${answer.status}: ${answer.answer ?? answer.note} (${answer.citations[0]?.article.file})`,
    );
  const share = 1 - wrong.length / asked.length;
  expect(share, `${(share * 100).toFixed(1)} %\n${wrong.join('\n')}\n`).toBeGreaterThanOrEqual(least);
}

describe('over the sample corpus', () => {
  it(`at least ${RIGHT_ANSWERS * 100} % of the questions that it answers get the right answer`, () => {
    expectShare(
      answerable,
      RIGHT_ANSWERS,
      ({ row, answer }) => answer.status === 'answered' && isRight(answer.answer ?? '', row),
    );
  });

  it(`at least ${RIGHT_FILES * 100} % of them are cited from the right file first`, () => {
    expectShare(answerable, RIGHT_FILES, ({ row, answer }) =>
      [row.file, ...(row.also ?? [])].includes(answer.citations[0]?.article.file),
    );
  });

  it(`at least ${REFUSED * 100} % of the questions that it does not answer are refused, with a reason`, () => {
    expectShare(
      unanswerable,
      REFUSED,
      ({ answer }) =>
        answer.status === 'no-answer' && (answer.note ?? '') !== '' && answer.citations.length === 0,
    );
  });
});
