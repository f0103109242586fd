/**
 * Writes what tells whether the best hits are about a question, for bench/fit-relevance.py: every question over the
 * whole pool, over the pool without the articles of its set, and over small corpora drawn from the pool, with and
 * without its articles.
 * Usage: npx tsx bench/fit-relevance.ts PARAGRAPHS.jsonl FEATURES.jsonl QUESTIONS.jsonl…
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { isIn } from '../src/evaluation/outcome.js';
import { type JudgedQuestion, parseQuestions } from '../src/evaluation/questions.js';
import { listCorpus, readCorpus } from '../src/library/contents.js';
import { readWholeLexicons } from '../src/library.js';
import { analyse } from '../src/retrieval/analysis.js';
import { assemble, buildParts } from '../src/retrieval/build-index.js';
import type { CorpusIndex } from '../src/retrieval/corpus-index.js';
import { relevanceFeatures } from '../src/retrieval/relevance.js';
import { rankCandidates } from '../src/retrieval/retrieve.js';
import { fittingCorpora } from './corpora.js';

async function rowOf({ id, set, place, question }: JudgedQuestion, index: CorpusIndex, answerable: boolean) {
  const understood = analyse(question, index);
  const ranked = await rankCandidates(understood, index);
  const [best] = ranked;
  return {
    id,
    set,
    paragraph: place.articleIds[0] ?? id,
    language: understood.language === 'en' ? 'english' : 'chinese',
    passages: index.passages.length,
    answerable,
    right: best !== undefined && isIn(best.passage.article, place),
    features: relevanceFeatures(understood, ranked, index),
  };
}

async function main([poolFile, outFile, ...questionFiles]: readonly string[]): Promise<void> {
  if (poolFile === undefined || outFile === undefined || questionFiles.length === 0)
    throw new Error('Usage: npx tsx bench/fit-relevance.ts PARAGRAPHS.jsonl FEATURES.jsonl QUESTIONS.jsonl…');
  const { articles } = await readCorpus(await listCorpus(poolFile), () => {});
  const lexicons = await readWholeLexicons();
  const questions = questionFiles.flatMap((file) => parseQuestions(readFileSync(file, 'utf8')).questions);
  const out = createWriteStream(outFile);
  for (const corpus of fittingCorpora(articles, questions)) {
    const index = assemble(buildParts(corpus.articles, lexicons));
    for (const { asked, answerable } of corpus.questions) {
      out.write(`${JSON.stringify(await rowOf(asked, index, answerable))}\n`);
    }
  }
  out.end();
  await finished(out);
}

await main(process.argv.slice(2));
