/**
 * Writes what tells whether an answer is right, for bench/fit-confidence.py: every question that the reader does not
 * refuse, over the pool, over the pool without the articles of its set, over small corpora, and over the project's own
 * sample articles.
 * Usage: npx tsx bench/fit-confidence.ts PARAGRAPHS.jsonl FEATURES.jsonl QUESTIONS.jsonl…
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { judge } from '../src/evaluation/outcome.js';
import { type JudgedQuestion, parseQuestions } from '../src/evaluation/questions.js';
import { listCorpus, readCorpus } from '../src/library/contents.js';
import { readWholeLexicons } from '../src/library.js';
import { confidenceFeatures } from '../src/reading/confidence.js';
import { answerWith } from '../src/reading/read.js';
import { findingOf } from '../src/reading/strategies/strategies.js';
import { analyse } from '../src/retrieval/analysis.js';
import { assemble, buildParts } from '../src/retrieval/build-index.js';
import type { CorpusIndex } from '../src/retrieval/corpus-index.js';
import { retrieve } from '../src/retrieval/retrieve.js';
import { type FittingCorpus, fittingCorpora } from './corpora.js';

/** Of larger corpora every third question is asked: reading them all takes long, and a third of them tells as much. */
const LARGE = 2000;
const EVERY = 3;
/** Sets with fewer questions are asked whole. */
const FEW = 150;
const SAMPLE = { articles: 'corpus', questions: 'test/acceptance/questions.jsonl' } as const;

async function rowOf(asked: JudgedQuestion, index: CorpusIndex, corpus: string, answerable: boolean) {
  const question = analyse(asked.question, index);
  const { hits, relevance } = await retrieve(question, index);
  const finding = findingOf(question, hits, index.knowledge, relevance);
  const answer = { ...answerWith(question, finding, hits, undefined, relevance), tookMs: 0 };
  const { right } = judge({ ...asked, answerable }, question.kind, answer, 0);
  return {
    id: asked.id,
    set: asked.set,
    paragraph: asked.place.articleIds[0] ?? asked.id,
    language: question.language === 'en' ? 'english' : 'chinese',
    corpus,
    passages: index.passages.length,
    answerable,
    status: finding.status,
    note: finding.note,
    scoped: question.constraints.map(({ type }) => type),
    confidence: answer.confidence,
    relevance,
    right,
    features: finding.status === 'no-answer' ? null : confidenceFeatures(question, finding, relevance, hits),
  };
}

async function sampleCorpus(): Promise<FittingCorpus> {
  const { articles } = await readCorpus(await listCorpus(SAMPLE.articles), () => {});
  const { questions } = parseQuestions(readFileSync(SAMPLE.questions, 'utf8'));
  return {
    name: 'sample articles',
    articles,
    questions: questions.map((asked) => ({ asked, answerable: asked.answerable })),
  };
}

async function main([poolFile, outFile, ...questionFiles]: readonly string[]): Promise<void> {
  if (poolFile === undefined || outFile === undefined || questionFiles.length === 0)
    throw new Error(
      'Usage: npx tsx bench/fit-confidence.ts PARAGRAPHS.jsonl FEATURES.jsonl QUESTIONS.jsonl…',
    );
  const { articles } = await readCorpus(await listCorpus(poolFile), () => {});
  const lexicons = await readWholeLexicons();
  const questions = questionFiles.flatMap((file) => parseQuestions(readFileSync(file, 'utf8')).questions);
  const out = createWriteStream(outFile);
  const corpora = [await sampleCorpus(), ...fittingCorpora(articles, questions)];
  for (const corpus of corpora) {
    const index = assemble(buildParts(corpus.articles, lexicons));
    const every = corpus.articles.length > LARGE ? EVERY : 1;
    const few = (set: string) => questions.filter((one) => one.set === set).length < FEW;
    const chosen = corpus.questions.filter(({ asked }, i) => i % every === 0 || few(asked.set));
    for (const { asked, answerable } of chosen) {
      const row = await rowOf(asked, index, corpus.name, answerable);
      // A question whose list gives nothing to judge by teaches nothing.
      if (row.right !== null) out.write(`${JSON.stringify(row)}\n`);
    }
    // Lets the rows so far be written.
    await setImmediate();
  }
  out.end();
  await finished(out);
}

await main(process.argv.slice(2));
