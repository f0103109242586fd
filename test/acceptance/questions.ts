import { readdirSync, readFileSync } from 'node:fs';
import { fold } from '../../src/language/script.js';

const HERE = new URL('./', import.meta.url);

/** A question of the lists beside this file; README.md says what the fields mean. */
export interface AcceptanceQuestion {
  readonly id: string;
  readonly question: string;
  readonly answerable?: false;
  readonly answers?: readonly string[];
  readonly items?: readonly string[];
  readonly file?: string;
  readonly also?: readonly string[];
}

function rows(file: string): readonly AcceptanceQuestion[] {
  return readFileSync(new URL(file, HERE), 'utf8')
    .trim()
    .split('\n')
    .map((line): AcceptanceQuestion => JSON.parse(line));
}

/** The questions of one list. */
export function questionsOf(list: 'questions.jsonl' | 'held-out.jsonl'): readonly AcceptanceQuestion[] {
  return rows(list);
}

/** The questions of every list in this folder, each text once. */
export function allQuestionTexts(): readonly string[] {
  const lists = readdirSync(HERE).filter((name) => name.endsWith('.jsonl') && name !== 'facts.jsonl');
  return [...new Set(lists.flatMap(rows).map(({ question }) => question))];
}

/** Only letters and digits, script folded: in what writing an answer comes is no matter. */
function essence(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether an answer is right: it holds one of the expected ones, or every item. */
export function isRight(answer: string, { answers = [], items }: AcceptanceQuestion): boolean {
  const given = essence(answer);
  const expected = items ?? answers;
  const holds = (text: string): boolean => given.includes(essence(text));
  return items === undefined ? expected.some(holds) : expected.every(holds);
}
