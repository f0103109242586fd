/** What went wrong, with what decided it: for people who want to learn from it. */
import { analyse } from '../retrieval/analysis.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import { FEATURES } from '../retrieval/features.js';
import type { Ranked } from '../retrieval/ranker.js';
import { rankCandidates } from '../retrieval/retrieve.js';
import { type Failure, failuresOf, isIn, type Outcome } from './outcome.js';

/** A passage is shown up to this many characters. */
const SHOWN_TEXT = 600;
/** Features are told to this many decimals. */
const DECIMALS = 3;

/** A passage with its place among all candidates, from 1, and the ranker's features of it by name. */
export interface ExplainedPassage {
  readonly article: string;
  readonly paragraph: number;
  readonly title: string | null;
  readonly text: string;
  readonly place: number;
  readonly score: number;
  readonly features: Readonly<Record<string, number>>;
}

/** One line of the failures' file. */
export interface FailureRecord {
  readonly failure: Failure;
  readonly line: number;
  readonly id: string;
  readonly set: string;
  readonly question: string;
  readonly kind: string;
  readonly expected: {
    readonly answers: readonly string[];
    readonly items: readonly string[];
    readonly articles: readonly string[];
  };
  readonly given: {
    readonly status: string;
    readonly answer: string | null;
    readonly note: string | null;
    readonly confidence: number;
    readonly citation: {
      readonly article: string;
      readonly paragraph: number;
      readonly quote: string;
    } | null;
  };
  /** The best passage of a right article; null when it is no candidate. */
  readonly gold: ExplainedPassage | null;
  /** The passage that the ranker put first. */
  readonly first: ExplainedPassage | null;
}

/** A record for each failure of a question; none when all was well. */
export async function failureRecords(
  outcome: Outcome,
  index: CorpusIndex,
): Promise<readonly FailureRecord[]> {
  const failures = failuresOf(outcome);
  if (failures.length === 0) return [];
  const { asked, answer, kind } = outcome;
  const ranked = await rankCandidates(analyse(asked.question, index), index);
  const gold = ranked.findIndex(({ passage }) => isIn(passage.article, asked.place));
  const [citation] = answer.citations;
  const record = {
    line: asked.line,
    id: asked.id,
    set: asked.set,
    question: asked.question,
    kind,
    expected: {
      answers: asked.answers,
      items: asked.items,
      articles: [...asked.place.articleIds, ...asked.place.files],
    },
    given: {
      status: answer.status,
      answer: answer.answer,
      note: answer.note,
      confidence: rounded(answer.confidence),
      citation:
        citation === undefined
          ? null
          : { article: citation.article.id, paragraph: citation.paragraph, quote: citation.quote },
    },
    gold: explained(ranked, gold),
    first: explained(ranked, 0),
  };
  return failures.map((failure) => ({ failure, ...record }));
}

function explained(ranked: readonly Ranked[], at: number): ExplainedPassage | null {
  const found = ranked[at];
  if (found === undefined) return null;
  const { article, paragraph, range } = found.passage;
  const named = FEATURES.map((name, i) => [name, rounded(found.features[i] ?? 0)]);
  return {
    article: article.id,
    paragraph: paragraph.number,
    title: article.title,
    text: paragraph.text.slice(...range).slice(0, SHOWN_TEXT),
    place: at + 1,
    score: rounded(found.score),
    features: Object.fromEntries(named),
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
