/** Questions with their paragraph and gold answers, analysed over the whole pool, for fitting and scoring the reader. */
import { readFileSync } from 'node:fs';
import type { Article } from '../src/corpus/article.js';
import { fold } from '../src/language/script.js';
import { readWholeLexicons } from '../src/library.js';
import { analyse } from '../src/retrieval/analysis.js';
import { assemble, buildParts } from '../src/retrieval/build-index.js';
import type { CorpusKnowledge } from '../src/retrieval/passage.js';
import type { Question } from '../src/retrieval/question.js';

const LEXICONS = await readWholeLexicons();

export interface ReadingCase {
  readonly question: Question;
  readonly set: string;
  readonly paragraphId: string;
  readonly title: string | null;
  readonly text: string;
  readonly folded: string;
  /** Folded, without blanks. */
  readonly answers: readonly string[];
}

interface PoolParagraph {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

interface PoolQuestion {
  readonly set: string;
  readonly question: string;
  readonly paragraph_ids: readonly string[];
  readonly answers: readonly string[];
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): T => JSON.parse(line));
}

function articleOf({ id, title, text }: PoolParagraph): Article {
  const nothing = { source: null, author: null, url: null, published: null, happened: null };
  const paragraph = { number: 1, text, runs: [], dates: [], reporters: [], damaged: false };
  return {
    ...nothing,
    id,
    file: 'pool.jsonl',
    format: 'jsonl',
    sha256: '',
    title,
    subtitles: [],
    reporters: [],
    editors: [],
    places: [],
    paragraphs: [paragraph],
    dropped: [],
    warnings: [],
  };
}

/** What answers and quotes are compared by: folded text without blanks. */
export function comparable(text: string): string {
  return fold(text).replace(/\s+/gu, '');
}

/** Reads a pool (`{id, title, text}` a line) and question files (`{set, question, paragraph_ids, answers}` a line). */
export function loadReadingCases(
  poolFile: string,
  questionFiles: readonly string[],
): { readonly cases: readonly ReadingCase[]; readonly knowledge: CorpusKnowledge } {
  const pool = readLines<PoolParagraph>(poolFile);
  const index = assemble(buildParts(pool.map(articleOf), LEXICONS));
  const byId = new Map(pool.map((paragraph) => [paragraph.id, paragraph]));
  const cases = questionFiles
    .flatMap((file) => readLines<PoolQuestion>(file))
    .flatMap((asked) => {
      const paragraph = byId.get(asked.paragraph_ids[0] ?? '');
      if (paragraph === undefined) return [];
      const { id, title, text } = paragraph;
      const question = analyse(asked.question, index);
      const set = question.language === 'en' ? `${asked.set} (English)` : asked.set;
      return [
        {
          question,
          set,
          paragraphId: id,
          title,
          text,
          folded: fold(text),
          answers: asked.answers.map(comparable),
        },
      ];
    });
  return { cases, knowledge: index.knowledge };
}

/** One of `parts` numbers for a paragraph, so that its questions are never in both the fitted and the unseen part. */
export function partOf(paragraphId: string, parts: number): number {
  let hash = 7;
  for (let i = 0; i < paragraphId.length; i++) hash = (Math.imul(hash, 31) + paragraphId.charCodeAt(i)) >>> 0;
  return (hash >>> 3) % parts;
}

/** Whether a gold answer stands in a stretch of the original text. */
export function hasAnswer(answers: readonly string[], text: string): boolean {
  const stretch = comparable(text);
  return answers.some((answer) => stretch.includes(answer));
}
