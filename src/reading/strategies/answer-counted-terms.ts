/** Answers how many of a quoted thing there are, from the number that the text writes before it: “九个不变” for “不变”一共几个. */
import type { Span } from '../../corpus/article.js';
import { withoutExceptions } from '../../retrieval/exceptions.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { outlineOf } from '../facts/outline.js';
import type { Line } from '../facts/scenes.js';
import type { Answered, Proof } from '../finding.js';
import { articlesOf } from '../matching/scene-fit.js';

const QUOTED = /[“"「『]([^“”"「」『』,，。]{1,10})[”"」』]/gu;
const ASKS_HOW_MANY = /几[个项条种方点大]|多少[个项条种方点]/u;
const NUMBERED = '[一二两三四五六七八九十百\\d]{1,3}(?:个|项|条|种|方|点|大)';
const CERTAINTY = 0.8;

interface Counted {
  readonly line: Line;
  readonly span: Span;
}

/** The numbered terms for every quoted one of the question, or null when it counts none or the texts give no number for one. */
export function answerCountedTerms(
  { kind, folded, language }: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (kind !== 'number' || language === 'en' || !ASKS_HOW_MANY.test(folded)) return null;
  const terms = [...withoutExceptions(folded).matchAll(QUOTED)].flatMap(([, term]) =>
    term === undefined ? [] : [term],
  );
  const lines = articlesOf(hits).flatMap((article) => outlineOf(article, knowledge).lines);
  const found = terms.map((term) => countedIn(lines, term));
  const counted = found.filter((one) => one !== null);
  if (counted.length === 0 || counted.length < found.length) return null;
  return {
    status: 'answered',
    answer: counted.map(({ line, span }) => line.paragraph.text.slice(...span)).join('、'),
    note: null,
    proofs: proofsOf(counted),
    certainty: CERTAINTY,
    fit: 1,
  };
}

function countedIn(lines: readonly Line[], term: string): Counted | null {
  const pattern = new RegExp(`${NUMBERED}${term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u');
  for (const line of lines) {
    const match = pattern.exec(line.folded.slice(...line.range));
    if (match === null) continue;
    const start = line.range[0] + match.index;
    return { line, span: [start, start + match[0].length] };
  }
  return null;
}

/** A proof a paragraph, with every line of it that counts a term. */
function proofsOf(counted: readonly Counted[]): readonly Proof[] {
  const lines = [...new Set(counted.map(({ line }) => line))];
  return [...new Set(lines.map(({ paragraph }) => paragraph))].flatMap((paragraph): Proof[] => {
    const [first, ...rest] = lines
      .filter((line) => line.paragraph === paragraph)
      .sort((a, b) => a.range[0] - b.range[0]);
    if (first === undefined) return [];
    const highlights = counted.filter(({ line }) => line.paragraph === paragraph).map(({ span }) => span);
    return [
      {
        article: first.article,
        paragraph,
        ranges: [first.range, ...rest.map(({ range }) => range)],
        highlights,
      },
    ];
  });
}
