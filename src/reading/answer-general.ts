/** Answers from the sentences that carry a question best: a short span where they hold one of the asked kind. */
import type { Span } from '../corpus/article.js';
import { fold } from '../language/script.js';
import { splitSentences } from '../language/sentences.js';
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { askedAttribute, askedCounted, askedThing, countsThing } from './asked-fact.js';
import { asksUnit, carriesUnit, measuredNumbers } from './asked-number.js';
import { barePlace } from './conditions.js';
import { beyondNames, coverage, pairShare } from './coverage.js';
import type { Finding, Proof, ReadingEvidence, Refused, Shown } from './finding.js';
import { factNotGiven } from './notes.js';
import { outlineOf } from './outline.js';
import type { SceneFit } from './scene-fit.js';
import { rankSentences, type WeighedParagraph, weighSentences } from './sentences.js';
import { extractSpan, type ShortAnswer, withQualifiers } from './spans/extract.js';

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
/** A passage this much better covered than the first may overtake it; at less, the ranker knew better. */
const OVERTAKING = 0.35;
/** Where the best passage has no answer of the asked kind, passages covered nearly as well are tried: so many. */
const CLOSE = 0.05;
const SECOND_LOOKS = 2;
/** Of a question, what the sentence with a number of the asked measure must carry; a chosen sentence has some of it already. */
const LEAST_MEASURED = 0.35;
/** English words cover a Chinese sentence faintly at best; the measure itself says enough. */
const LEAST_MEASURED_ENGLISH = 0.1;
const CHOSEN = 0.1;
const MEASURED_CERTAINTY = 0.8;
/** Between a number of the asked measure and the model's stretch, by the model's chances, see `eitherOf`. */
const ENOUGH = 0.5;
const DOUBTFUL = 0.3;
const SURE_OF_UNIT = 0.5;
const LONGEST_SENTENCE_ANSWER = 160;
/** A name, a date or a number is no longer than this. */
const LONGEST_TYPED = 60;
const NUMERAL = /[\d〇零一二三四五六七八九十百千万亿两半几数]|[a-z]/u;
/** A passage that carries this much of the question is shown, though it holds nothing of the asked kind. */
const CARRIED = 0.5;
/** A whole sentence as the answer is less sure than a span. */
const SENTENCE_CERTAINTY = 0.5;

interface Reading {
  readonly hit: Hit;
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
    .filter(({ passage }) => passage.folded.trim() !== '')
    .map((hit): Reading => ({ hit, share: coverage(concepts, contextOf(hit)) }));
  const [first] = readings;
  if (first === undefined) return null;
  const best = readings.reduce((top, one) => (one.share > top.share + OVERTAKING ? one : top), first);
  const close = readings
    .filter((one) => one !== best && one.share >= best.share - CLOSE)
    .slice(0, SECOND_LOOKS);
  let finding: Finding | null = null;
  for (const reading of [best, ...close]) {
    const one = fromPassage(question, reading, knowledge);
    if (one.status === 'answered') return one;
    finding ??= one;
  }
  return finding;
}

/** Whether a passage holds a line of one of the scenes. */
function inScenes({ passage }: Hit, fits: readonly SceneFit[], knowledge: CorpusKnowledge): boolean {
  const outline = outlineOf(passage.article, knowledge);
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
  const { lines, speakers } = outlineOf(passage.article, knowledge);
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

/** A place that the question itself names is no answer to where. */
function isAsked(question: Question, answer: string): boolean {
  return question.kind === 'place' && question.folded.includes(barePlace(fold(answer)));
}

/** What counts or measures something is no name. */
const COUNTS = /(?:\d|[一二三四五六七八九十])(?:[支件种台万年元]|gb)/u;
const LONGEST_NAME = 4;

/** Whether a person that the corpus knows, a foreign name or letters stand in a folded text. */
function namesSomebody(folded: string, knowledge: CorpusKnowledge): boolean {
  if (/[a-z]{3}|·/u.test(folded)) return true;
  for (let at = 0; at + 1 < folded.length; at++)
    for (let length = 2; length <= LONGEST_NAME; length++)
      if (knowledge.persons.has(folded.slice(at, at + length))) return true;
  return false;
}

/** Whether a span can be of the asked kind at all: a date, a number, a name; a clause is none of them. */
function suitsKind({ kind }: Question, answer: string, knowledge: CorpusKnowledge): boolean {
  if (!TYPED_KINDS.has(kind)) return true;
  if (answer.length > LONGEST_TYPED) return false;
  if (kind === 'person' && COUNTS.test(fold(answer))) return namesSomebody(fold(answer), knowledge);
  return kind !== 'number' || NUMERAL.test(fold(answer));
}

function fromPassage(question: Question, { hit, share }: Reading, knowledge: CorpusKnowledge): Finding {
  const { article, paragraph } = hit.passage;
  const folded = fold(paragraph.text);
  const weighed = weighSentences(question, folded, article.title, knowledge);
  const within = hit.passage.range;
  const chosen = quoteOf(weighed, within, null);
  const measured = measuredAnswer(question, hit, chosen.range, folded);
  const lacksThing =
    lacks(askedThing(question), folded.slice(...(measured?.range ?? chosen.range)), knowledge) ||
    lacksCounted(question, folded) ||
    lacksCountedEnglish(question, folded);
  const found = lacksThing ? null : shortAnswer(question, hit, folded, weighed, knowledge);
  const short = lacksThing ? null : eitherOf(question, found, measured);
  const quote =
    short !== null && short === measured ? measured : quoteOf(weighed, within, short === null ? null : found);
  const proof: Proof = {
    article,
    paragraph,
    ranges: [quote.range],
    highlights: short === null ? [] : [short.span],
  };
  const evidence: ReadingEvidence = {
    sentence: chosen.chance,
    span: short === null || found === null ? null : found.chanceIn(short.span),
    peak: found?.peak ?? null,
  };
  const shown = { note: null, proofs: [proof], fit: share, evidence };
  if (short !== null)
    return {
      ...shown,
      status: 'answered',
      answer: paragraph.text.slice(...short.span),
      certainty: short.certainty,
    };
  const attribute = askedAttribute(question);
  const unsaid = asksUnit(question) || lacksThing || (attribute !== null && !folded.includes(attribute));
  if ((TYPED_KINDS.has(question.kind) || lacksThing) && (unsaid || share < CARRIED))
    return lackingFact(question, shown);
  const [start, end] = quote.range;
  if (SENTENCE_KINDS.has(question.kind) && end - start <= LONGEST_SENTENCE_ANSWER) {
    const answer = paragraph.text.slice(start, end).trim();
    return { ...shown, status: 'answered', answer, certainty: SENTENCE_CERTAINTY };
  }
  return { ...shown, status: 'passages' };
}

/** Nothing of the asked kind stands there; the passage may still say it in a way that was not understood. */
function lackingFact({ language }: Question, shown: Omit<Shown, 'status'>): Refused {
  const note = factNotGiven(language);
  return { status: 'no-answer', note, certainty: 0.6, instead: { ...shown, status: 'passages', note } };
}

interface Quote {
  readonly range: Span;
  /** Chance of the answer to stand there, given that the paragraph has it. */
  readonly chance: number;
}

/** The one or two sentences to quote: with the short answer, where there is one, whose own chances then count too. */
function quoteOf({ evidence, chances }: WeighedParagraph, within: Span, short: ShortAnswer | null): Quote {
  const mixed = chances.map((chance, i) =>
    short === null ? chance : (chance + short.chanceIn(evidence.sentences[i] ?? [0, 0])) / 2,
  );
  const choices = rankSentences(evidence, mixed);
  const fitting = choices.filter(
    ({ range }) =>
      range[0] < within[1] &&
      within[0] < range[1] &&
      (short === null || (range[0] <= short.span[0] && range[1] >= short.span[1])),
  );
  const best = fitting[0] ?? choices[0];
  return best === undefined ? { range: within, chance: 0 } : { range: best.range, chance: best.score };
}

/** Whether a word that the corpus has is missing in a text that ought to say it. */
function lacks(word: string | null, text: string, knowledge: CorpusKnowledge): boolean {
  return word !== null && !text.includes(word) && knowledge.count(word) > 0;
}

/** Whether nothing in a passage counts the very thing of a question how many: neither by its name nor by another. */
function lacksCounted(question: Question, folded: string): boolean {
  const thing = askedCounted(question);
  if (thing === null || countsThing(thing, folded)) return false;
  const ways = question.concepts
    .filter(({ surface }) => surface.includes(thing) || thing.includes(surface))
    .flatMap(({ variants }) => variants.map(({ text }) => text))
    .filter((text) => text.length > 1);
  return !ways.some((way) => countsThing(way, folded));
}

/** Visitors, residents and guests are all counted as 人. */
const PEOPLE = /[\d千万百]余?(?:名|位|人)/u;
const ENGLISH_COUNTED =
  /\bhow many (?:[a-z-]+ ){0,2}?([a-z-]+) (?:was|were|is|are|did|does|do|has|have|had|will|in|on|at|of)\b/u;

/** Whether a passage has nothing of what an English question counts, though the corpus elsewhere has. */
function lacksCountedEnglish({ language, kind, folded: asked, concepts }: Question, folded: string): boolean {
  const thing = language === 'en' && kind === 'number' ? ENGLISH_COUNTED.exec(asked)?.[1] : undefined;
  const concept = concepts.find(({ surface }) => surface.toLowerCase() === thing);
  return (
    concept !== undefined &&
    concept.frequency > 0 &&
    coverage([concept], folded) === 0 &&
    !PEOPLE.test(folded)
  );
}

function shortAnswer(
  question: Question,
  { passage }: Hit,
  folded: string,
  weighed: WeighedParagraph,
  knowledge: CorpusKnowledge,
): ShortAnswer | null {
  const { paragraph, range } = passage;
  const found = extractSpan(question, paragraph.text, folded, weighed, range, knowledge);
  if (found === null || isAsked(question, found.text) || !suitsKind(question, found.text, knowledge))
    return null;
  return found;
}

interface Measured {
  readonly span: Span;
  readonly range: Span;
  readonly certainty: number;
}

/**
 * The number of the asked measure, or what the model of spans took. They mostly agree: then the number alone, if the
 * model thinks it enough. Else the model is right more often, unless it is in doubt. A number that must carry a unit is
 * taken from the model only with that unit and when it is sure.
 */
function eitherOf(
  question: Question,
  found: ShortAnswer | null,
  measured: Measured | null,
): ShortAnswer | Measured | null {
  if (measured === null)
    return found === null ||
      (asksUnit(question) && !(found.certainty >= SURE_OF_UNIT && carriesUnit(question, fold(found.text))))
      ? null
      : found;
  if (found === null) return measured;
  if (found.span[0] <= measured.span[0] && measured.span[1] <= found.span[1])
    return found.chanceIn(measured.span) < ENOUGH * found.chance ? found : measured;
  return found.chance < DOUBTFUL ? measured : found;
}

/** The number of the asked measure in the passage's sentence that carries the question best, with that sentence. */
function measuredAnswer(question: Question, hit: Hit, range: Span, folded: string): Measured | null {
  const sentences = splitSentences(folded).filter(
    ([start, end]) => start < hit.passage.range[1] && hit.passage.range[0] < end,
  );
  const found = sentences.flatMap((sentence) =>
    measuredNumbers(question, folded, sentence).map((span) => {
      const chosen = sentence[0] < range[1] && range[0] < sentence[1] ? CHOSEN : 0;
      return { span, range: sentence, share: carriedBy(question, folded.slice(...sentence)) + chosen };
    }),
  );
  const [best] = found.sort((a, b) => b.share - a.share);
  return best === undefined || best.share < (question.core === '' ? LEAST_MEASURED_ENGLISH : LEAST_MEASURED)
    ? null
    : {
        span: withQualifiers(folded, best.span, best.range),
        range: best.range,
        certainty: MEASURED_CERTAINTY,
      };
}

function carriedBy(question: Question, sentence: string): number {
  const words = coverage(beyondNames(question), sentence);
  return question.core === '' ? words : (words + pairShare(question.core, sentence)) / 2;
}
