/** Answers from the cell of a table that the question names by its row and its column: 学生年卡多少钱 → 2000元. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge, Hit, Passage } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Answered } from '../finding.js';
import { coverage, presence } from '../matching/coverage.js';
import { ASKS_CLOCK } from './answer-dates.js';

const ROW = /^\s*\|.*\|\s*$/u;
/** Of the row's label and the column's head so much must be named. */
const LEAST_NAMED = 0.5;
/** A label of one character is in too many words. */
const LEAST_LABEL = 2;
const READ_PASSAGES = 10;
const CERTAINTY = 0.85;
/** What asks for a cell: a measure, a time, a thing; a list wants more than one. */
const KINDS: ReadonlySet<string> = new Set(['number', 'time', 'which', 'place', 'person', 'other']);

interface Cell {
  /** In the paragraph's text, without blanks around it. */
  readonly span: Span;
  readonly text: string;
}

interface Choice {
  readonly passage: Passage;
  readonly cell: Cell;
  readonly score: number;
}

/** The named cell; null where no table has one, or the question names no column of several. */
export function answerTable(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (!KINDS.has(question.kind)) return null;
  const near = hits.slice(0, READ_PASSAGES).map(({ passage }) => passage);
  const articles = new Set(near.filter(({ folded }) => ROW.test(folded)).map(({ article }) => article.id));
  const tables = [...articles].flatMap((id) => tablesOf(knowledge.articlePassages(id)));
  const named = tables.flatMap((rows) => cellsIn(question, rows));
  const found = named.length > 0 ? named : tables.flatMap((rows) => cellsOfKind(question, rows));
  const [best] = found.sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const { article, paragraph } = best.passage;
  return {
    status: 'answered',
    answer: best.cell.text,
    note: null,
    proofs: [{ article, paragraph, ranges: [[0, paragraph.text.length]], highlights: [best.cell.span] }],
    certainty: CERTAINTY,
    fit: Math.min(1, best.score),
  };
}

/** Runs of neighbouring rows. */
function tablesOf(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const tables: Passage[][] = [];
  let open: Passage[] | null = null;
  for (const passage of passages) {
    if (!ROW.test(passage.folded)) {
      open = null;
    } else if (open === null) {
      open = [passage];
      tables.push(open);
    } else {
      open.push(passage);
    }
  }
  return tables;
}

function cellsOf({ paragraph: { text } }: Passage): readonly Cell[] {
  return [...text.matchAll(/[^|]+/gu)]
    .map(({ index, 0: cell }): Cell => {
      const start = index + (cell.length - cell.trimStart().length);
      return { span: [start, start + cell.trim().length], text: cell.trim() };
    })
    .filter((cell) => cell.text !== '');
}

function cellsIn(question: Question, [head, ...rows]: readonly Passage[]): readonly Choice[] {
  if (head === undefined) return [];
  const heads = cellsOf(head);
  return rows.flatMap((passage): Choice[] => {
    const [label, ...cells] = cellsOf(passage);
    if (label === undefined || cells.length + 1 !== heads.length) return [];
    const named = namedIn(question, label.text);
    if (named < LEAST_NAMED) return [];
    const columns = cells.map((cell, i) => ({ cell, share: namedIn(question, heads[i + 1]?.text ?? '') }));
    const [best, second] = [...columns].sort((a, b) => b.share - a.share);
    if (best === undefined || (second !== undefined && best.share === second.share)) return [];
    if (columns.length > 1 && best.share < LEAST_NAMED) return [];
    return [{ passage, cell: best.cell, score: named + best.share }];
  });
}

/** By what a question asks for: the head of the column that holds it. */
const HEADS: readonly (readonly [asks: (question: Question) => boolean, head: RegExp])[] = [
  [
    ({ kind }) => kind === 'person',
    /主讲|讲师|带领|负责|主持|教练|教师|老师|医生|姓名|领队|联系人|嘉宾|演唱|作者/u,
  ],
  [({ kind }) => kind === 'place', /地点|位置|场地|地址|教室|场所|场馆|展厅/u],
  [({ kind, folded }) => kind === 'time' && ASKS_CLOCK.test(folded), /时间|时段|几点/u],
  [({ kind }) => kind === 'time', /日期|时间/u],
  [
    ({ kind, folded }) =>
      kind === 'number' && /多少人|几个?人|名额|how many (?:people|places|seats)/u.test(folded),
    /名额|人数|限额|座位/u,
  ],
];
/** Of the question's words a row with the title must have this share, fewer of English ones, and clearly more than any other row. */
const LEAST_ROW = 0.5;
const LEAST_ROW_ENGLISH = 0.2;
const ROW_LEAD = 0.1;

/** The cell under the head that suits the kind of the question, of the one row that has its words. */
function cellsOfKind(question: Question, [head, ...rows]: readonly Passage[]): readonly Choice[] {
  const wanted = HEADS.find(([asks]) => asks(question))?.[1];
  if (head === undefined || wanted === undefined) return [];
  const heads = cellsOf(head);
  const column = heads.findIndex(({ text }) => wanted.test(fold(text)));
  const topic = question.concepts.filter((concept) => presence(concept, head.folded) === 0);
  if (column < 0 || topic.length === 0) return [];
  const [best, second] = rows
    .map((passage) => ({
      passage,
      share: coverage(topic, `${fold(passage.article.title ?? '')}\n${passage.folded}`),
    }))
    .sort((a, b) => b.share - a.share);
  const cells = best === undefined ? [] : cellsOf(best.passage);
  const cell = cells[column];
  const isOne = best !== undefined && best.share - (second?.share ?? 0) >= ROW_LEAD;
  if (best === undefined || cell === undefined || cells.length !== heads.length) return [];
  return isOne && best.share >= (question.language === 'en' ? LEAST_ROW_ENGLISH : LEAST_ROW)
    ? [{ passage: best.passage, cell, score: best.share }]
    : [];
}

/** How much of a label a question names: by its very words, or by those that its concepts may be said with. */
function namedIn(question: Question, label: string): number {
  const folded = fold(label)
    .replace(/[(（].*?[)）]/gu, '')
    .trim();
  if (folded.length >= LEAST_LABEL && question.folded.includes(folded)) return 1;
  const shares = question.concepts.flatMap((concept) => {
    const { surface } = concept;
    const variants = concept.variants.filter(({ isNear }) => isNear !== true);
    const said =
      presence({ ...concept, variants }, folded) *
      coveredBy(
        variants.map(({ text }) => text),
        folded,
      );
    return surface.length < LEAST_LABEL ? [] : [said];
  });
  return Math.max(0, ...shares);
}

/** The share of the label that the longest of the texts takes. */
function coveredBy(texts: readonly string[], label: string): number {
  const longest = Math.max(0, ...texts.filter((text) => label.includes(text)).map((text) => text.length));
  return label === '' ? 0 : longest / label.length;
}
