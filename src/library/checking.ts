/** Whether a quoted paragraph still stands in its file: the file is read again, not the index. */
import type { Article, Paragraph } from '../corpus/article.js';
import { sha256Of } from '../corpus/hash.js';
import { rawSpans } from '../corpus/offsets.js';
import { UnreadableFileError } from '../corpus/unreadable.js';
import type { ArticleSummary } from './article-types.js';
import type { DocumentReader } from './document-reader.js';
import { readFileArticle } from './reading-files.js';
import type { SourceCheck } from './types.js';

/**
 * Compares the indexed article with its file as it is now. `readFile` gives a file's bytes, or null when it is no longer
 * there. A file that cannot be read any more counts as gone.
 */
export async function checkSource(
  indexed: Article | null,
  number: number,
  readFile: (file: string) => Promise<Uint8Array | null>,
  documents: DocumentReader,
  summaryOf: (article: Article) => ArticleSummary,
): Promise<SourceCheck> {
  if (indexed === null) return { status: 'gone', article: null };
  const gone: SourceCheck = { status: 'gone', article: summaryOf(indexed) };
  try {
    const bytes = await readFile(indexed.file);
    if (bytes === null) return gone;
    const now =
      indexed.format === 'jsonl' || sha256Of(bytes) !== indexed.sha256
        ? await readFileArticle({ file: indexed.file, bytes }, indexed.id, documents)
        : indexed;
    const paragraph = now?.paragraphs[number - 1];
    return now == null || paragraph === undefined
      ? gone
      : found(now, summaryOf(now), paragraph, now.sha256 === indexed.sha256);
  } catch (error) {
    if (error instanceof UnreadableFileError) return gone;
    throw error;
  }
}

function found(
  article: Article,
  summary: ArticleSummary,
  paragraph: Paragraph,
  unchanged: boolean,
): SourceCheck {
  const at = paragraph.number - 1;
  return {
    status: unchanged ? 'unchanged' : 'changed',
    article: summary,
    file: article.file,
    sha256: article.sha256,
    spans: rawSpans(paragraph, [0, paragraph.text.length]),
    paragraph: paragraph.number,
    paragraphs: article.paragraphs.length,
    text: paragraph.text,
    before: article.paragraphs[at - 1]?.text ?? null,
    after: article.paragraphs[at + 1]?.text ?? null,
  };
}
