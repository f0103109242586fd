import type { Article } from './article.js';
import { cleanLines } from './cleaning.js';
import { articleOf } from './compose.js';
import { NO_CREDITS } from './credits.js';
import { sha256Of } from './hash.js';
import { type JsonlRecord, jsonlRecords } from './jsonl-texts.js';
import { textLines } from './line.js';
import { publishedOf } from './published.js';
import type { RawFile, ReadResult } from './raw-file.js';
import { rejoined } from './rejoin.js';

/** The article of one line. Its text counts as an article already: nothing is cut off it, it is only tidied. */
function articleOfRecord(file: string, record: JsonlRecord): Article {
  const lines = cleanLines(textLines(record.text));
  const credits = {
    ...NO_CREDITS,
    source: record.source,
    author: record.author,
    url: record.url,
    published: publishedOf(record.date),
  };
  const identity = {
    id: record.id,
    file,
    format: 'jsonl',
    sha256: sha256Of(record.text),
    title: record.title,
    subtitles: [],
    credits,
    fileRegions: null,
  } as const;
  return articleOf(
    identity,
    rejoined(record.text, lines),
    lines.flatMap((line) => line.receipts),
  );
}

/** The article of the line with an id; null when no line has it. Lines before it are only parsed, not cleaned. */
export function readJsonlArticle(raw: RawFile, id: string): Article | null {
  for (const record of jsonlRecords(raw))
    if (typeof record !== 'string' && record.id === id) return articleOfRecord(raw.file, record);
  return null;
}

/** The articles of a .jsonl file, one a line, and a warning for every line that holds none. */
export function readJsonl(raw: RawFile): ReadResult {
  const articles: Article[] = [];
  const warnings: string[] = [];
  for (const record of jsonlRecords(raw)) {
    if (typeof record === 'string') warnings.push(record);
    else articles.push(articleOfRecord(raw.file, record));
  }
  return { articles, warnings };
}
