/**
 * Writes what the ranker sees of every candidate of every question, for bench/fit-ranker.py.
 * Usage: npx tsx bench/fit-ranker.ts PARAGRAPHS.jsonl QUESTIONS.jsonl FEATURES.jsonl
 * First line: the names of the features. Then a question a line: `{id, set, paragraph, rows: [[right, [values]]]}`, its
 * candidates in the engine's order, `right` 1 or 0.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { isIn } from '../src/evaluation/outcome.js';
import { parseQuestions } from '../src/evaluation/questions.js';
import { listCorpus, readCorpus } from '../src/library/contents.js';
import { readWholeLexicons } from '../src/library.js';
import { analyse } from '../src/retrieval/analysis.js';
import { assemble, buildParts } from '../src/retrieval/build-index.js';
import { FEATURES } from '../src/retrieval/features.js';
import type { Ranked } from '../src/retrieval/ranker.js';
import { rankCandidates } from '../src/retrieval/retrieve.js';

const DECIMALS = 4;
const ENGINE_RANK = FEATURES.indexOf('engineRank');

/** Ties must not be told apart by the order of the weights that are about to be replaced. */
function inEngineOrder(ranked: readonly Ranked[]): readonly Ranked[] {
  return [...ranked].sort((a, b) => (b.features[ENGINE_RANK] ?? 0) - (a.features[ENGINE_RANK] ?? 0));
}

async function main([poolFile, questionsFile, outFile]: readonly string[]): Promise<void> {
  if (poolFile === undefined || questionsFile === undefined || outFile === undefined)
    throw new Error('Usage: npx tsx bench/fit-ranker.ts PARAGRAPHS.jsonl QUESTIONS.jsonl FEATURES.jsonl');
  const { articles } = await readCorpus(await listCorpus(poolFile), () => {});
  const index = assemble(buildParts(articles, await readWholeLexicons()));
  const { questions } = parseQuestions(readFileSync(questionsFile, 'utf8'));
  const out = createWriteStream(outFile);
  out.write(`${JSON.stringify(FEATURES)}\n`);
  for (const { id, set, place, question } of questions) {
    const ranked = inEngineOrder(await rankCandidates(analyse(question, index), index));
    const rows = ranked.map(({ passage, features }) => [
      isIn(passage.article, place) ? 1 : 0,
      Array.from(features, (value) => Number(value.toFixed(DECIMALS))),
    ]);
    out.write(`${JSON.stringify({ id, set, paragraph: place.articleIds[0] ?? id, rows })}\n`);
  }
  out.end();
  await finished(out);
}

await main(process.argv.slice(2));
