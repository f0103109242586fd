/**
 * Writes what tells whether the best hit is about a question, for bench/fit-relevance.py: every question over the whole
 * pool, and again over the pool without the articles of its set.
 * Usage: npx tsx bench/fit-relevance.ts PARAGRAPHS.jsonl FEATURES.jsonl QUESTIONS.jsonl…
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { isIn } from '../src/evaluation/outcome.js';
import { parseQuestions } from '../src/evaluation/questions.js';
import { listCorpus, readCorpus } from '../src/library/contents.js';
import { readWholeLexicon } from '../src/library.js';
import { analyse } from '../src/retrieval/analysis.js';
import { assemble, buildParts } from '../src/retrieval/build-index.js';
import type { CorpusIndex } from '../src/retrieval/corpus-index.js';
import { relevanceFeatures } from '../src/retrieval/relevance.js';
import { rankCandidates } from '../src/retrieval/retrieve.js';

type Asked = ReturnType<typeof parseQuestions>['questions'][number];

async function rowOf({ id, set, place, question }: Asked, index: CorpusIndex, answerable: boolean) {
  const understood = analyse(question, index);
  const ranked = await rankCandidates(understood, index);
  const [best] = ranked;
  return {
    id,
    set,
    paragraph: place.articleIds[0] ?? id,
    language: understood.language === 'en' ? 'english' : 'chinese',
    answerable,
    right: best !== undefined && isIn(best.passage.article, place),
    features: relevanceFeatures(understood, ranked, index.passages.length),
  };
}

async function main([poolFile, outFile, ...questionFiles]: readonly string[]): Promise<void> {
  if (poolFile === undefined || outFile === undefined || questionFiles.length === 0)
    throw new Error('Usage: npx tsx bench/fit-relevance.ts PARAGRAPHS.jsonl FEATURES.jsonl QUESTIONS.jsonl…');
  const { articles } = await readCorpus(await listCorpus(poolFile), () => {});
  const lexicon = await readWholeLexicon();
  const questions = questionFiles.flatMap((file) => parseQuestions(readFileSync(file, 'utf8')).questions);
  const out = createWriteStream(outFile);
  const sets = [...new Set(questions.map(({ set }) => set))];
  for (const without of [null, ...sets]) {
    const kept = articles.filter(({ id }) => without === null || !id.startsWith(`${without}:`));
    const index = assemble(buildParts(kept, lexicon));
    for (const asked of questions.filter(({ set }) => without === null || set === without)) {
      out.write(`${JSON.stringify(await rowOf(asked, index, without === null))}\n`);
    }
  }
  out.end();
  await finished(out);
}

await main(process.argv.slice(2));
