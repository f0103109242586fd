/** Answers from the sentences that carry a question best: a short span where they hold one of the asked kind. */
import type { Span } from '../corpus/article.js';
import { fold } from '../language/script.js';
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { askedAttribute, askedUnit, carriesUnit } from './asked-fact.js';
import { barePlace } from './conditions.js';
import { beyondNames, coverage } from './coverage.js';
import type { Finding, Proof } from './finding.js';
import { factNotGiven } from './notes.js';
import { outlineOf } from './outline.js';
import type { SceneFit } from './scene-fit.js';
import { chooseSentences } from './sentences.js';
import { extractSpan } from './spans/extract.js';

/** Kinds whose answer is a sentence when no shorter span is found. */
const SENTENCE_KINDS: ReadonlySet<string> = new Set([
  'statement',
  'manner',
  'reason',
  'definition',
  'yes-no',
  'other',
  'which',
  'list',
]);
/** Kinds whose answer must be a thing of that kind: without one the articles don't say. */
const TYPED_KINDS: ReadonlySet<string> = new Set(['time', 'number', 'person']);
/** Passages read closely. */
const READ_PASSAGES = 8;
/** A passage this much better covered than the first may overtake it. */
const OVERTAKING = 0.2;
/** Where the best passage has no answer of the asked kind, passages covered nearly as well are tried: so many. */
const CLOSE = 0.05;
const SECOND_LOOKS = 2;
const LONGEST_SENTENCE_ANSWER = 160;
/** A name, a date or a number is no longer than this. */
const LONGEST_TYPED = 30;
const NUMERAL = /[\d〇零一二三四五六七八九十百千万亿两半几数]|[a-z]/u;
/** A passage that carries this much of the question is shown, though it holds nothing of the asked kind. */
const CARRIED = 0.65;
/** A whole sentence as the answer is less sure than a span. */
const SENTENCE_CERTAINTY = 0.5;

interface Reading {
  readonly hit: Hit;
  readonly range: Span;
  readonly share: number;
}

/** The finding from the best passages. `fits` limit them to the scenes that meet the question's conditions; null for no limit. */
export function answerGeneral(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
): Finding | null {
  const concepts = fits === null ? question.concepts : beyondNames(question);
  const inScope = hits.filter((hit) => fits === null || inScenes(hit, fits, knowledge));
  const spoken = inScope.filter((hit) => isSpokenByAsked(question, hit, knowledge));
  const readings = (spoken.length > 0 ? spoken : inScope)
    .slice(0, READ_PASSAGES)
    .flatMap((hit): Reading[] => {
      const range = bestSentences(question, hit, knowledge);
      return range === null ? [] : [{ hit, range, share: coverage(concepts, contextOf(hit)) }];
    });
  const [first] = readings;
  if (first === undefined) return null;
  const best = readings.reduce((top, one) => (one.share > top.share + OVERTAKING ? one : top), first);
  const close = readings
    .filter((one) => one !== best && one.share >= best.share - CLOSE)
    .slice(0, SECOND_LOOKS);
  const findings = [best, ...close].map((reading) => fromSentences(question, reading, knowledge));
  return findings.find(({ status }) => status === 'answered') ?? findings[0] ?? null;
}

/** Whether a passage holds a line of one of the scenes. */
function inScenes({ passage }: Hit, fits: readonly SceneFit[], knowledge: CorpusKnowledge): boolean {
  const outline = outlineOf(passage.article, knowledge.persons);
  return fits.some(
    (fit) =>
      fit.outline === outline &&
      fit.lines.some(
        ({ paragraph, range }) =>
          paragraph.number === passage.paragraph.number &&
          range[0] < passage.range[1] &&
          passage.range[0] < range[1],
      ),
  );
}

const SAYS =
  /强调|指出|要求|表示|认为|提出|说|讲|给出|\b(?:say|said|demand|want|require|ask|stress|emphasi[sz]e|call)/u;

/** Whether the person whose words are asked for speaks in the passage. */
function isSpokenByAsked(question: Question, { passage }: Hit, knowledge: CorpusKnowledge): boolean {
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person' || !SAYS.test(question.folded)) return false;
  const { lines, speakers } = outlineOf(passage.article, knowledge.persons);
  return lines.some(
    ({ paragraph, range }, i) =>
      speakers[i]?.person.name === person.name &&
      paragraph.number === passage.paragraph.number &&
      range[0] < passage.range[1] &&
      passage.range[0] < range[1],
  );
}

/** The passage with its titles, folded. */
function contextOf({ passage }: Hit): string {
  const { article } = passage;
  return `${fold([article.title, ...article.subtitles].filter((title) => title !== null).join('\n'))}\n${passage.folded}`;
}

function bestSentences(question: Question, { passage }: Hit, knowledge: CorpusKnowledge): Span | null {
  const { article, paragraph, range } = passage;
  const folded = fold(paragraph.text);
  const choices = chooseSentences(question, paragraph.text, folded, article.title, knowledge);
  const inside = choices.find((choice) => choice.range[0] < range[1] && range[0] < choice.range[1]);
  return (inside ?? choices[0])?.range ?? null;
}

/** A place that the question itself names is no answer to where. */
function isAsked(question: Question, answer: string): boolean {
  return question.kind === 'place' && question.folded.includes(barePlace(fold(answer)));
}

/** Whether a span can be of the asked kind at all: a date, a number, a name; a clause is none of them. */
function suitsKind({ kind }: Question, answer: string): boolean {
  if (!TYPED_KINDS.has(kind)) return true;
  if (answer.length > LONGEST_TYPED) return false;
  return kind !== 'number' || NUMERAL.test(fold(answer));
}

function fromSentences(
  question: Question,
  { hit, range, share }: Reading,
  knowledge: CorpusKnowledge,
): Finding {
  const { article, paragraph } = hit.passage;
  const folded = fold(paragraph.text);
  const extracted = extractSpan(question, paragraph.text, folded, range, knowledge);
  const unfit =
    extracted === null || isAsked(question, extracted.text) || !suitsKind(question, extracted.text);
  const short = unfit ? null : extracted;
  const proof = (highlights: readonly Span[]): Proof => ({ article, paragraph, ranges: [range], highlights });
  const unit = askedUnit(question);
  if (short !== null && unit !== null && !carriesUnit(folded, short.span[0], short.span[1], unit))
    return { status: 'no-answer', note: factNotGiven(question.language), certainty: 0.7 };
  if (short !== null)
    return {
      status: 'answered',
      answer: short.text,
      note: null,
      proofs: [proof([short.span])],
      certainty: short.certainty,
      fit: share,
    };
  if (SENTENCE_KINDS.has(question.kind) && range[1] - range[0] <= LONGEST_SENTENCE_ANSWER)
    return {
      status: 'answered',
      answer: paragraph.text.slice(...range).trim(),
      note: null,
      proofs: [proof([])],
      certainty: SENTENCE_CERTAINTY,
      fit: share,
    };
  const attribute = askedAttribute(question);
  const unsaid = attribute !== null && !folded.includes(attribute);
  if (TYPED_KINDS.has(question.kind) && (share < CARRIED || unsaid))
    return { status: 'no-answer', note: factNotGiven(question.language), certainty: 0.6 };
  return { status: 'passages', note: null, proofs: [proof([])], fit: share };
}
