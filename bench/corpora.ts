/**
 * Corpora to fit on: the whole pool, the pool without each set of articles in turn, and small ones drawn from it; each with
 * questions that it answers and questions that it does not.
 */
import type { Article } from '../src/corpus/article.js';
import type { JudgedQuestion } from '../src/evaluation/questions.js';

/** Small corpora: so many passages, so many of each size; a share of them are the right ones of some questions. */
const SMALL = [
  { passages: 20, corpora: 24, right: 0.6 },
  { passages: 100, corpora: 12, right: 0.6 },
  { passages: 1000, corpora: 4, right: 0.15 },
] as const;
/** Answerable questions asked of a small corpus, at most; and half as many of other paragraphs, of the same set and of any. */
const MOST_ASKED = 120;
const LEAST_OTHERS = 10;
const SEED = 20_260_801;

export interface FittingCorpus {
  /** The set that is left out, the size of a small corpus, or the whole pool. */
  readonly name: string;
  readonly articles: readonly Article[];
  readonly questions: readonly { readonly asked: JudgedQuestion; readonly answerable: boolean }[];
}

/** All of them, the small ones first. */
export function* fittingCorpora(
  articles: readonly Article[],
  questions: readonly JudgedQuestion[],
): Generator<FittingCorpus> {
  yield* smallCorpora(articles, questions);
  yield* largeCorpora(articles, questions);
}

/** The whole pool, and the pool without each set in turn. */
function* largeCorpora(
  articles: readonly Article[],
  questions: readonly JudgedQuestion[],
): Generator<FittingCorpus> {
  yield { name: 'pool', articles, questions: questions.map((asked) => ({ asked, answerable: true })) };
  for (const without of new Set(questions.map(({ set }) => set))) {
    yield {
      name: `without ${without}`,
      articles: articles.filter(({ id }) => !id.startsWith(`${without}:`)),
      questions: questions
        .filter(({ set }) => set === without)
        .map((asked) => ({ asked, answerable: false })),
    };
  }
}

/** Every second one of articles of all sets, every second one of a single set. */
function* smallCorpora(
  articles: readonly Article[],
  questions: readonly JudgedQuestion[],
): Generator<FittingCorpus> {
  const random = randomOf(SEED);
  const sets = [...new Set(questions.map(({ set }) => set))];
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const { passages, corpora, right } of SMALL) {
    for (let i = 0; i < corpora; i++) {
      const only = i % 2 === 1 ? sets[(i >> 1) % sets.length] : undefined;
      const isOf = (set: string) => only === undefined || set === only;
      const rightIds = shuffled(
        [...new Set(questions.filter(({ set }) => isOf(set)).map(({ place }) => place.articleIds[0]))],
        random,
      ).slice(0, passages * right);
      const others = shuffled(
        articles.filter(({ id }) => isOf(id.split(':')[0] ?? '')),
        random,
      );
      const chosen = [...new Set([...rightIds.flatMap((id) => byId.get(id ?? '') ?? []), ...others])].slice(
        0,
        passages,
      );
      const ids = new Set(chosen.map(({ id }) => id));
      const has = ({ place }: JudgedQuestion) => place.articleIds.some((id) => ids.has(id));
      const inside = shuffled(questions.filter(has), random).slice(0, MOST_ASKED);
      const outside = shuffled(
        questions.filter((asked) => !has(asked)),
        random,
      );
      const half = Math.max(LEAST_OTHERS, inside.length >> 1);
      const asked = new Set([
        ...inside,
        ...outside.filter(({ set }) => isOf(set)).slice(0, half),
        ...outside.slice(0, half),
      ]);
      yield {
        name: `${passages} passages`,
        articles: chosen,
        questions: [...asked].map((one) => ({ asked: one, answerable: has(one) })),
      };
    }
  }
}

/** Numbers in [0, 1), the same ones for the same seed (a linear congruential generator). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** A copy in random order. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}
