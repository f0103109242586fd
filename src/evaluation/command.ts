/** `wenju eval`: from a file of questions to figures on standard output. */
import { open, readFile } from 'node:fs/promises';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import { createBar } from '../terminal/bar.js';
import { progressBar } from '../terminal/index-report.js';
import { failureRecords } from './failures.js';
import type { Outcome } from './outcome.js';
import { type JudgedQuestion, parseQuestions } from './questions.js';
import { evaluationText } from './report.js';
import { askAll } from './run.js';
import { evaluationOf } from './scores.js';
import { openSubject, type SubjectSettings, withoutLeftOut } from './subject.js';

export interface EvaluationCommand extends SubjectSettings {
  /** The questions' file. */
  readonly questions: string;
  readonly json: boolean;
  /** Where to write what went wrong, a JSON line each; null for nowhere. */
  readonly failures: string | null;
}

/** Thrown when a file of questions cannot be used at all. */
class QuestionsError extends Error {
  override readonly name = 'QuestionsError';
}

/** Runs the evaluation and prints it. Throws QuestionsError or CorpusError. */
export async function evaluate(command: EvaluationCommand): Promise<void> {
  const questions = await readQuestions(command);
  const index = await openWithBar(command);
  warnOfMissingPlaces(questions, index);
  const bar = createBar('{bar} {value}/{total} questions, {eta_formatted} left');
  const outcomes = await askAll(questions, index, (done) => bar.update(done, questions.length)).finally(
    bar.stop,
  );
  if (command.failures !== null) await writeFailures(command.failures, outcomes, index);
  const evaluation = evaluationOf(outcomes);
  process.stdout.write(`${command.json ? JSON.stringify(evaluation) : evaluationText(evaluation)}\n`);
}

async function readQuestions({
  questions: file,
  exclude,
}: EvaluationCommand): Promise<readonly JudgedQuestion[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new QuestionsError(
      `The questions ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  const { questions, badLines } = parseQuestions(text);
  for (const { line, problem } of badLines) warn(`${file}, line ${line} is skipped: ${problem}.`);
  if (questions.length === 0) throw new QuestionsError(`${file} holds no question.`);
  return questions.map((question) => withoutLeftOut(question, exclude));
}

async function openWithBar(settings: SubjectSettings): Promise<CorpusIndex> {
  const bar = progressBar();
  try {
    return await openSubject(settings, bar.update);
  } finally {
    bar.stop();
  }
}

/** An article that is named but not there is more likely a slip than a question without an answer. */
function warnOfMissingPlaces(questions: readonly JudgedQuestion[], { articles }: CorpusIndex): void {
  const ids = new Set(articles.map(({ id }) => id));
  const files = new Set(articles.map(({ file }) => file));
  for (const { answerable, place, line } of questions) {
    const named = [...place.articleIds, ...place.files];
    const isThere = place.articleIds.some((id) => ids.has(id)) || place.files.some((file) => files.has(file));
    if (answerable && named.length > 0 && !isThere)
      warn(`line ${line}: the corpus has no article ${named.join(', ')}; it counts as not found.`);
  }
}

async function writeFailures(path: string, outcomes: readonly Outcome[], index: CorpusIndex): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const outcome of outcomes) {
      for (const record of await failureRecords(outcome, index))
        await file.write(`${JSON.stringify(record)}\n`);
    }
  } finally {
    await file.close();
  }
}

function warn(message: string): void {
  process.stderr.write(`wenju: ${message}\n`);
}
