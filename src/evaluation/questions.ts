/** Lists of questions with what a right answer is: one JSON object a line, from a bench or written by hand. */

/** Where the answer stands: articles by id (a .jsonl corpus) or by file; empty when the list does not say. */
export interface GoldPlace {
  readonly articleIds: readonly string[];
  readonly files: readonly string[];
}

/** One question of a list. */
export interface JudgedQuestion {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly id: string;
  /** What its scores are grouped by: `set`, else `kind`, else the `reason` why there is no answer. */
  readonly set: string;
  /** As the list says; null when it does not. */
  readonly lang: string | null;
  readonly question: string;
  /** False when the right answer is a refusal. */
  readonly answerable: boolean;
  /** Any one of them is right; empty when only the place is known. */
  readonly answers: readonly string[];
  /** When not empty, a right answer holds every one of them. */
  readonly items: readonly string[];
  readonly place: GoldPlace;
}

/** A line that holds no question. */
export interface BadLine {
  readonly line: number;
  readonly problem: string;
}

export interface QuestionList {
  readonly questions: readonly JudgedQuestion[];
  readonly badLines: readonly BadLine[];
}

const UNNAMED_SET = 'questions';

/** Reads a list. Lines that hold no question are told by number and left out; empty lines are passed over. */
export function parseQuestions(text: string): QuestionList {
  const questions: JudgedQuestion[] = [];
  const badLines: BadLine[] = [];
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  for (const [index, content] of lines.entries()) {
    if (content.trim() === '') continue;
    const parsed = parseLine(content, index + 1);
    if (typeof parsed === 'string') badLines.push({ line: index + 1, problem: parsed });
    else questions.push(parsed);
  }
  return { questions, badLines };
}

/** The question, or why there is none. */
function parseLine(content: string, line: number): JudgedQuestion | string {
  let row: unknown;
  try {
    row = JSON.parse(content);
  } catch {
    return 'it is no JSON';
  }
  if (!isRecord(row)) return 'it is no JSON object';
  const { question, answerable } = row;
  if (typeof question !== 'string' || question.trim() === '') return '"question" is missing or empty';
  if (answerable !== undefined && typeof answerable !== 'boolean')
    return '"answerable" is neither true nor false';
  const answers = strings(row.answers);
  const items = strings(row.items);
  const articleIds = strings(row.paragraph_ids);
  const files = strings(row.file);
  const also = strings(row.also);
  for (const [name, value] of Object.entries({
    answers,
    items,
    paragraph_ids: articleIds,
    file: files,
    also,
  })) {
    if (value === null) return `"${name}" is neither a text nor a list of texts`;
  }
  if (!answers || !items || !articleIds || !files || !also) return 'a list is damaged';
  const isAnswerable = answerable !== false;
  const says = answers.length + items.length + articleIds.length + files.length;
  if (isAnswerable && says === 0)
    return 'it says neither "answers", "items", "file" or "paragraph_ids" nor "answerable": false';
  return {
    line,
    id: text(row.id) ?? `line ${line}`,
    set: text(row.set) ?? text(row.kind) ?? text(row.reason) ?? UNNAMED_SET,
    lang: text(row.lang),
    question,
    answerable: isAnswerable,
    answers,
    items,
    place: { articleIds, files: [...files, ...also] },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A text or a list of texts as a list; empty when missing, null when it is something else. */
function strings(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (!Array.isArray(value)) return null;
  return value.every((item): item is string => typeof item === 'string')
    ? value.filter((item) => item !== '')
    : null;
}
