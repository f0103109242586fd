/** Answers who won: the team or person that a report gives the asked place or prize, in the clause that names the asked contest. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { splitSentences } from '../../language/sentences.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit, Passage } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { type Placing, placeOf, placingsIn } from '../facts/placings.js';
import type { Answered } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage, pairShare, topicConcepts } from '../matching/coverage.js';

const NUMERAL = '[一二三四五六七八九十\\d]{1,2}';
/** 第四到第六名, 前三名, 冠军, 一等奖, 夺冠. */
const ASKED_RANGE = new RegExp(`第?(${NUMERAL})(?:名)?[到至~-]第?(${NUMERAL})名|前(${NUMERAL})名`, 'u');
const ASKED_PLACE = new RegExp(
  `冠军|亚军|季军|夺冠|夺魁|折桂|第${NUMERAL}名|第${NUMERAL}(?=是|[?？]|$)|特等奖|[一二三]等奖|优秀奖|优胜奖|组织奖|[金银铜][奖牌]|最佳[\\p{Script=Han}]{1,8}?(?=是|由|给|[?？被奖]|$)`,
  'u',
);
const WINS = /谁赢了|赢了?(?:比赛|冠军)|得了?第一|拿了?第一|哪个?队(?:赢|得|拿)/u;
/** 冠军拿了多少奖金 asks for something else than who. */
const ASKS_WHO = /谁|哪(?:一|几)?(?:[个支位名些]|队|班|组)|什么人|什么队|哪里人?获/u;
/** Who gives, judges or pays for a prize has not won it. */
const OTHER_DEED = /颁|授奖|发奖|赞助|裁判|主持|致[辞词]|宣布|教练|采访|祝贺/u;
const READ_PASSAGES = 10;
const LEAST_TOPIC = 0.6;
const NEAR = { clause: 1, before: 0.6, passage: 0.4 } as const;
const RANK_COST = 0.02;
const CERTAINTY = 0.82;
/** 500米直道赛决赛中, in front of somebody, and what describes him. */
const BEFORE_NAME =
  /^(?:其中|最终|最后|而|由|来自)|^[^的]{0,12}(?:赛|项目|方面|组)(?:上|中|里|的)?(?=\p{Script=Han}{2,})/u;

interface Found {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly placing: Placing;
  readonly score: number;
  readonly share: number;
}

/** Whoever took the asked place or places; null for other questions and where no report of a small corpus says. */
export function answerPlacing(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (question.language === 'en' || !isSmall(knowledge.passages)) return null;
  const asked = askedPlaces(question.folded);
  if (asked === null) return null;
  const topic = topicConcepts(question).filter(
    ({ surface }) =>
      !asked.words.includes(surface) && !/^(?:冠军|获得|拿|得|夺得|队|赢|奖|获)$/u.test(surface),
  );
  const found = hits
    .slice(0, READ_PASSAGES)
    .flatMap(({ passage }, rank) => placingsOf(question, passage, topic, rank * RANK_COST));
  const winners = asked.places.map((one) => best(found.filter(({ placing }) => isPlace(placing, one))));
  const known = winners.flatMap((one) => (one === null ? [] : [one]));
  const [first] = known;
  if (first === undefined || known.length < asked.places.length) return null;
  const near = known.every(({ passage }) => passage.article === first.passage.article);
  if (!near) return null;
  const spans = [...new Map(known.map((one) => [one.placing.who.join(), one])).values()];
  return {
    status: 'answered',
    answer: spans.map((one) => one.passage.paragraph.text.slice(...nameIn(one))).join('、'),
    note: null,
    proofs: spans.map((one) => ({
      article: one.passage.article,
      paragraph: one.passage.paragraph,
      ranges: [one.sentence],
      highlights: [nameIn(one)],
    })),
    certainty: CERTAINTY,
    fit: Math.min(1, first.share),
  };
}

interface Asked {
  /** A place in a row by its number, a prize by its name. */
  readonly places: readonly (number | string)[];
  /** What the question calls them. */
  readonly words: string;
}

function askedPlaces(folded: string): Asked | null {
  if (!ASKS_WHO.test(folded) || OTHER_DEED.test(folded)) return null;
  const range = ASKED_RANGE.exec(folded);
  if (range !== null) {
    const first = range[3] === undefined ? placeOf(`第${range[1]}名`) : 1;
    const last = placeOf(`第${range[3] ?? range[2]}名`);
    const count = Math.max(0, Math.min(12, last - first + 1));
    return { places: Array.from({ length: count }, (_, i) => first + i), words: range[0] };
  }
  const word = ASKED_PLACE.exec(folded)?.[0];
  if (word === undefined) return WINS.test(folded) ? { places: [1], words: '' } : null;
  const place = placeOf(word.startsWith('第') && !word.endsWith('名') ? `${word}名` : word);
  return { places: [place > 0 ? place : word], words: word };
}

function isPlace(placing: Placing, asked: number | string): boolean {
  return typeof asked === 'number'
    ? placing.place === asked
    : placing.name === asked || placing.name.startsWith(asked);
}

function best(found: readonly Found[]): Found | null {
  return [...found].sort((a, b) => b.score - a.score)[0] ?? null;
}

function placingsOf(
  { core }: Question,
  passage: Passage,
  topic: readonly Concept[],
  cost: number,
): readonly Found[] {
  const folded = fold(passage.paragraph.text);
  const share = coverage(topic, `${headOf(passage.article)}\n${folded}`);
  if (share < LEAST_TOPIC) return [];
  const sentences = splitSentences(folded);
  return sentences.flatMap((sentence, i): Found[] => {
    const [start, end] = sentence;
    const text = folded.slice(start, end);
    const before = folded.slice(...(sentences[i - 1] ?? [start, start]));
    return placingsIn(text).map(({ who, ...placing }): Found => {
      const near = Math.max(
        NEAR.clause * pairShare(core, clauseAround(text, who)),
        NEAR.before * pairShare(core, `${before}${text}`),
        NEAR.passage * share,
      );
      const span: Span = [start + who[0], start + who[1]];
      return { passage, sentence, placing: { ...placing, who: span }, score: near - cost, share };
    });
  });
}

/** The clause of somebody with the one before it, which often names the contest. */
function clauseAround(text: string, [start, end]: Span): string {
  const from = Math.max(0, text.slice(0, start).search(/[^,，;；。]*[,，]?[^,，;；。]*$/u));
  const stop = text.slice(end).search(/[,，;；。]/u);
  return text.slice(from, stop < 0 ? text.length : end + stop);
}

/** Somebody without what stands before him in his clause: 500米决赛中甲队 is 甲队. */
function nameIn({ passage, placing: { who } }: Found): Span {
  const text = fold(passage.paragraph.text).slice(...who);
  const before = BEFORE_NAME.exec(text)?.[0].length ?? 0;
  const last = text.lastIndexOf('的') + 1;
  const from = last > 0 && text.length - last >= 2 && text.length - last <= 8 ? last : before;
  return [who[0] + (text.length - from >= 2 ? from : 0), who[1]];
}
