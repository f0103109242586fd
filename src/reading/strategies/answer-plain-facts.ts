/** Answers plain facts from the very words that state them: 位于滨海大道 for where a thing lies, 全长三公里 for how long. */
import { looksLikePersonName } from '../../language/names.js';
import { fold } from '../../language/script.js';
import { splitSentences } from '../../language/sentences.js';
import type { CorpusKnowledge, Hit, Passage } from '../../retrieval/passage.js';
import { foldedParagraph } from '../../retrieval/passages.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { type Answered, answeredBy, type Refused, type Statement } from '../finding.js';
import { coverage } from '../matching/coverage.js';
import { factNotGiven } from '../notes/notes.js';
import { FACT_PATTERNS, type FactPattern } from './fact-patterns.js';

const READ_PASSAGES = 8;
/** Of what the question says beside the fact, the passage with its title must carry this much. */
const LEAST_TOPIC = 0.75;
/** What a thing is called at the end of its description; at least so many characters tell it. */
const LEAST_HEAD = 2;
/** The sentence before may name the thing, the title faintly. */
const NEAR = [1, 0.7, 0.4] as const;
const RANK_COST = 0.03;
/** The patterns of a fact are in the order of how plainly they say it. */
const ORDER_COST = 0.2;
const CERTAINTY = 0.85;
/** A thing that does or has something is no plain thing: 会议的横幅写着…. */
const NO_THING = /[?？!！。;；]|谁|什么|哪|几|多少/u;
/** 决赛在哪里举行 asks for another place than where the thing lies; so does what somebody did. */
const ACTS = /举行|召开|举办|发生|出生|去世|工作|读书|毕业|发现|出土|下车|停$|开$|打$|学$|住$|办$|上演/u;

/** Facts whose sentence may name the thing in parts, or say it by the act alone. */
const BY_TOPIC: ReadonlySet<FactPattern['kind']> = new Set(['score', 'origin', 'payer']);
const BY_ACT: ReadonlySet<FactPattern['kind']> = new Set(['label', 'time', 'doer']);
/** An article of at most so many passages is read as one; what another passage of it says counts a little less. */
const SHORT_ARTICLE = 16;
const FROM_AFAR = 0.9;

interface Scored extends Statement {
  readonly score: number;
}

/** The stated fact; a refusal where somebody's origin is asked and not told; null for other questions and when none is stated. */
export function answerPlainFact(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | Refused | null {
  const asked = question.language === 'en' ? null : askedFact(question.folded);
  if (asked === null) return null;
  const topic = question.concepts.filter(
    ({ surface }) => !asked.fact.words.test(surface) && !asked.act.includes(surface),
  );
  const found = passagesOf(hits, knowledge).flatMap((passage, rank) => {
    const about = contextOf(passage, knowledge);
    return statementsIn(passage, asked, topic, about, rank * RANK_COST).filter(
      ({ answer }) =>
        asked.fact.kind !== 'doer' || isPerson(fold(passage.paragraph.text.slice(...answer)), knowledge),
    );
  });
  const [best] = found.sort((a, b) => b.score - a.score);
  if (best === undefined)
    return asked.fact.kind === 'origin' && isKnown(asked.thing, knowledge) && !saysNative(hits)
      ? { status: 'no-answer', note: factNotGiven(question.language), certainty: 0.85 }
      : null;
  return answeredBy(best, CERTAINTY);
}

/** 某某,字子远,清河柳林(今柳林镇)人: an origin without a word for it, which the models of sentences find. */
const NATIVE = /[,，、](?:\p{Script=Han}|[()（）]){2,20}人(?=[,，。、;；])/u;

function saysNative(hits: readonly Hit[]): boolean {
  return hits.slice(0, READ_PASSAGES).some(({ passage }) => NATIVE.test(passage.folded));
}

/** The best passages, and the others of the best article where it is short: a line with a label has no word of the question. */
function passagesOf(hits: readonly Hit[], knowledge: CorpusKnowledge): readonly Passage[] {
  const best = hits.slice(0, READ_PASSAGES).map(({ passage }) => passage);
  const articles = [...new Set(best.slice(0, 2).map(({ article }) => article))];
  const others = articles.flatMap((article) => shortArticle(article.id, knowledge));
  return [...new Set([...best, ...others])];
}

function shortArticle(id: string, knowledge: CorpusKnowledge): readonly Passage[] {
  const passages = knowledge.articlePassages(id);
  return passages.length <= SHORT_ARTICLE ? passages : [];
}

/** What the passage may leave unsaid because its article says it: all of a short one, else the title. */
function contextOf({ article }: Passage, knowledge: CorpusKnowledge): string {
  return [fold(article.title ?? ''), ...shortArticle(article.id, knowledge).map(({ folded }) => folded)].join(
    '\n',
  );
}

function isPerson(name: string, knowledge: CorpusKnowledge): boolean {
  return knowledge.persons.has(name) || looksLikePersonName(name);
}

function isKnown(name: string, knowledge: CorpusKnowledge): boolean {
  return knowledge.persons.has(name) || (looksLikePersonName(name) && knowledge.count(name) > 0);
}

interface AskedFact {
  readonly fact: FactPattern;
  readonly thing: string;
  readonly act: string;
}

function askedFact(folded: string): AskedFact | null {
  const text = folded.replace(/^(?:请问|问一下|想知道)[,，]?/u, '');
  for (const fact of FACT_PATTERNS) {
    const match = fact.asked.exec(text);
    if (match === null) continue;
    const { thing = '', act = '' } = match.groups ?? {};
    if (NO_THING.test(thing) || (fact.kind === 'place' && ACTS.test(thing))) continue;
    return { fact, thing: thing.replace(/^(?:这个|那个|这|那)/u, ''), act };
  }
  return null;
}

/** 青石镇的新展馆 and 青石镇新展馆 are a 展馆: its shortest name is its last two characters. */
function headOf(thing: string): string {
  const last = thing.slice(thing.lastIndexOf('的') + 1);
  return last.length >= LEAST_HEAD ? last : thing;
}

function statementsIn(
  passage: Passage,
  { fact, thing, act }: AskedFact,
  topic: readonly Concept[],
  about: string,
  cost: number,
): readonly Scored[] {
  const { article, range } = passage;
  const title = fold(article.title ?? '');
  const share = Math.max(coverage(topic, `${title}\n${passage.folded}`), FROM_AFAR * coverage(topic, about));
  if (share < LEAST_TOPIC) return [];
  const folded = foldedParagraph(passage);
  const head = headOf(thing);
  const sentences = splitSentences(folded);
  const patterns = fact.said(head, act);
  return sentences.flatMap(([start, end], i): Scored[] => {
    if (start >= range[1] || end <= range[0]) return [];
    const sentence = folded.slice(start, end);
    const before = folded.slice(...(sentences[i - 1] ?? [start, start]));
    return patterns.flatMap((pattern, order): Scored[] => {
      const match = pattern.exec(sentence);
      const text = match?.groups?.answer;
      if (match === null || text === undefined || thing.includes(text)) return [];
      const at = start + match.index + match[0].lastIndexOf(text);
      const [own, previous, far] = NEAR;
      const near = Math.max(
        own * presenceOf(head, sentence.slice(0, match.index + match[0].length)),
        previous * presenceOf(head, before),
        far * presenceOf(head, title),
        BY_TOPIC.has(fact.kind) ? own * coverage(topic, sentence) : 0,
        fact.kind === 'origin' ? previous * coverage(topic, before) : 0,
        BY_ACT.has(fact.kind) ? far : 0,
        fact.kind === 'measure' && order === 0 && sentence.includes(head.slice(-1)) ? far : 0,
      );
      return near === 0 || text.trim() === ''
        ? []
        : [
            {
              passage,
              sentence: [start, end],
              answer: [at, at + text.length],
              score: near + share - cost - order * ORDER_COST,
              share,
            },
          ];
    });
  });
}

/** How much of a name's end a text has, 0..1: 展馆 of 航海展馆. */
function presenceOf(name: string, text: string): number {
  for (let length = name.length; length >= LEAST_HEAD; length--)
    if (text.includes(name.slice(-length))) return length / name.length;
  return 0;
}
