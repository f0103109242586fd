/** What an answer carries for its readers beside the text's own words. */
import { readFile } from 'node:fs/promises';
import { type OfficeNames, parseOfficeNames } from '../language/office-names.js';
import type { Answer } from '../reading/answer.js';
import { glossesOf, kindOfItems } from '../reading/glosses.js';
import type { ReadAnswer } from '../reading/read.js';
import type { CorpusKnowledge } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';

const OFFICES = new URL('../../lexicon/government.tsv', import.meta.url);

let officeNames: Promise<OfficeNames> | null = null;

/** The list is read with the first English question. */
function readOfficeNames(): Promise<OfficeNames> {
  officeNames ??= readFile(OFFICES, 'utf8').then(parseOfficeNames);
  return officeNames;
}

/** Pinyin and English offices for English questions; what the items of a list are for all. */
export async function readingAids(
  answer: Pick<ReadAnswer, 'answer' | 'citations'>,
  question: Pick<Question, 'language' | 'kind'>,
  { persons }: Pick<CorpusKnowledge, 'persons'>,
): Promise<Pick<Answer, 'glosses' | 'itemsAre'>> {
  const itemsAre = kindOfItems(answer, question.kind, persons);
  const glosses =
    question.language === 'en' ? { glosses: glossesOf(answer, persons, await readOfficeNames()) } : {};
  return { ...glosses, ...(itemsAre === null ? {} : { itemsAre }) };
}
