/** Answers whose instructions, speech or report something is: the person named right before it. */
import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { coverage, topicConcepts } from '../matching/coverage.js';

/** 谁的重要指示; in English the words behind whose are looked up among the question's concepts. */
const ASKS_OWNER = /(?<!是|出自|来自)谁的([\p{Script=Han}]{2,8}?)(?:精神|要求|内容)?(?=$|[?？,，。的是]|\s)/u;
const ENGLISH_OWNER =
  /\b(?:whose|(?:which|what) (?:[a-z-]+ ){1,3}?[a-z]+['’]s) ((?:[a-z-]+ ){0,3}?[a-z-]+)(?= (?:did|was|were|is|are|does|do|has|have|had)\b|[?]|$)/u;
/** A word for it stands so near behind the person. */
const REACH = 24;
const BETWEEN = /[,，。;；:：、!?！？]/u;
const SHORTEST_THING = 2;
const READ_PASSAGES = 4;
const LEAST_GLOSS = 0.4;
const CERTAINTY = 0.75;

interface Owner {
  readonly line: Line;
  readonly name: Span;
  readonly share: number;
}

/** The person whose thing the question asks about, or null when it asks for none or nobody is named before one. */
export function answerOwner(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const things = thingsAsked(question);
  if (things.length === 0) return null;
  const topic = topicConcepts(question);
  const [best] = hits
    .slice(0, READ_PASSAGES)
    .flatMap((hit) => linesIn(hit, knowledge))
    .flatMap((line): Owner[] => {
      const name = ownerIn(line, things);
      return name === null ? [] : [{ line, name, share: coverage(topic, line.folded.slice(...line.range)) }];
    })
    .sort((a, b) => b.share - a.share);
  if (best === undefined) return null;
  const { line, name, share } = best;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...name),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [name] }],
    certainty: CERTAINTY,
    fit: share,
  };
}

/** What the asked thing may be called, the longest first. */
function thingsAsked({ folded, language, concepts }: Question): readonly string[] {
  if (language !== 'en') {
    const thing = ASKS_OWNER.exec(folded)?.[1] ?? '';
    const ends = Array.from({ length: thing.length }, (_, i) => thing.slice(i));
    return ends.filter((end) => end.length >= SHORTEST_THING);
  }
  const words = ENGLISH_OWNER.exec(folded)?.[1]?.split(' ') ?? [];
  const last = words.at(-1);
  return concepts
    .filter(({ surface }) => last !== undefined && surface.toLowerCase().endsWith(last))
    .flatMap(({ variants }) => variants.filter(({ weight }) => weight >= LEAST_GLOSS))
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length);
}

/** The person right before the first of the things that the line has. */
function ownerIn({ folded, range, groups }: Line, things: readonly string[]): Span | null {
  const people = groups.flatMap(({ members }) => members);
  for (const thing of things) {
    for (
      let at = folded.indexOf(thing, range[0]);
      at >= 0 && at < range[1];
      at = folded.indexOf(thing, at + 1)
    ) {
      const owner = people.findLast(
        ({ end }) => end <= at && at - end <= REACH && !BETWEEN.test(folded.slice(end, at)),
      );
      if (owner !== undefined) return [owner.start, owner.end];
    }
  }
  return null;
}
