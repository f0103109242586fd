import type { Span } from '../../corpus/article.js';
import type { AskFilter } from '../../library.js';
import type { Answer, Citation, Gloss } from '../../reading/answer.js';
import { cut, fitting, LIMITS, type Reply, type Tone } from '../limits.js';
import { plainMarkdown, quoteMarkdown } from '../markdown.js';
import { textsForLanguage } from '../texts/locale.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle, dateParts } from './article.js';
import { glossLine, glossOf } from './glossed.js';

/** Up to this many characters an answer is set in the largest type, */
const LARGE_TYPE_UP_TO = 40;
/** and up to this many in the next size; longer ones in bold. */
const MEDIUM_TYPE_UP_TO = 120;
const MAX_SHORT_ANSWER = 1_000;
const MAX_NOTE = 500;
const MAX_QUESTION_SHOWN = 200;
const MAX_ABOUT = 120;
const MAX_TITLE = 120;
/** The message that was asked about. */
const MAX_QUOTED_MESSAGE = 300;
/** A quote is one or two sentences; whoever wants the paragraph opens the article. */
const MAX_QUOTE = 600;
const MAX_CITATIONS = 5;
/** Room for the line about citations that are not shown. */
const CLOSING_LINE = 80;
const ALSO_IN_SHOWN = 3;

/**
 * From `least` items on, an answer is set as a list; beyond `most` on one line, not to push the proof away. Items that
 * are explained are hard to read on one line: of these there may be more.
 */
const LIST_ITEMS = { least: 3, most: 15, mostExplained: 25 } as const;
const LONGEST_ITEM = 60;
const LONGEST_LIST = 1_500;
const SENTENCE_PUNCTUATION = /[，。；：！？,;:!?]/;

/** Confidence is calibrated: below, an answer is wrong more often than right, and says so. */
const DOUBTFUL_BELOW = 0.4;

const BETWEEN_PARTS = '\n\n';

/** How an answer is framed. */
export interface AnswerFrame {
  /** Heads it with the question, for places where the question is not seen beside it. */
  readonly showQuestion: boolean;
  /** Which articles were asked; `source` as people read it. */
  readonly filter?: AskFilter;
  /** The message that was asked about. */
  readonly quoted?: { readonly text: string; readonly url: string };
}

/** The items of an answer that is a list (`甲、乙、丙`), or null for any other answer. */
function itemsOf({ answer, itemsAre }: Answer): readonly string[] | null {
  const items = (answer ?? '').split('、').map((item) => item.trim());
  const isList =
    items.length >= LIST_ITEMS.least &&
    items.every((item) => item !== '' && item.length <= LONGEST_ITEM && !SENTENCE_PUNCTUATION.test(item));
  return isList && (itemsAre !== undefined || items.length <= LIST_ITEMS.most) ? items : null;
}

function list(items: readonly string[], answer: Answer, texts: Texts): string {
  const shown = items.map(
    (item) => `${plainMarkdown(item, MAX_SHORT_ANSWER)}${glossOf(item, answer.glosses ?? [])}`,
  );
  const heading = `## ${texts.answer.items(items.length, answer.itemsAre ?? 'items')}`;
  const most = (answer.glosses ?? []).length > 0 ? LIST_ITEMS.mostExplained : LIST_ITEMS.most;
  const lines = shown.map((item) => `- ${item}`).join('\n');
  return items.length > most || lines.length > LONGEST_LIST
    ? `${heading}\n${cut(shown.join('、'), LONGEST_LIST)}`
    : `${heading}\n${lines}`;
}

function shortAnswer(answer: Answer, text: string, texts: Texts): string {
  const items = itemsOf(answer);
  if (items !== null) return list(items, answer, texts);
  const gloss = glossOf(text, answer.glosses ?? []);
  const shown = `${plainMarkdown(text, MAX_SHORT_ANSWER)}${gloss}`;
  if (text.length <= LARGE_TYPE_UP_TO) return `## ${shown}`;
  return text.length <= MEDIUM_TYPE_UP_TO ? `### ${shown}` : `**${shown}**`;
}

function headline(answer: Answer, texts: Texts): string {
  if (answer.status === 'no-answer') {
    return `### ${texts.answer.notFound}\n${plainMarkdown(answer.note ?? texts.answer.noReason, MAX_SHORT_ANSWER)}`;
  }
  const head =
    answer.answer === null ? `### ${texts.answer.passagesOnly}` : shortAnswer(answer, answer.answer, texts);
  const doubtful = answer.answer !== null && answer.confidence < DOUBTFUL_BELOW;
  return [
    head,
    ...(answer.note === null ? [] : [`-# ${texts.answer.note(plainMarkdown(answer.note, MAX_NOTE))}`]),
    ...(doubtful ? [`-# ${texts.answer.doubtful}`] : []),
  ].join('\n');
}

function filterDate(iso: string, texts: Texts): string {
  const parts = dateParts(iso);
  return parts === null ? plainMarkdown(iso, MAX_ABOUT) : texts.article.date(parts);
}

/** Which articles were asked, and how many undated ones were left out. */
function filterLine(
  { undated }: Answer,
  { source, since, until }: AskFilter,
  texts: Texts,
): readonly string[] {
  const { onlyFrom, onlySince, onlyUntil, undatedLeftOut } = texts.answer;
  const parts = [
    source === undefined ? '' : onlyFrom(plainMarkdown(source, MAX_TITLE)),
    since === undefined ? '' : onlySince(filterDate(since, texts)),
    until === undefined ? '' : onlyUntil(filterDate(until, texts)),
    undated === 0 ? '' : undatedLeftOut(undated),
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [`-# ${parts.join(' · ')}`];
}

/** What stands above the answer: the message that was asked about, what was carried over. */
function lead(answer: Answer, { quoted }: AnswerFrame, texts: Texts): readonly string[] {
  const message =
    quoted === undefined
      ? []
      : [
          `-# [${texts.answer.askedAbout}](${quoted.url})\n> ${plainMarkdown(quoted.text, MAX_QUOTED_MESSAGE)}`,
        ];
  return answer.about === null
    ? message
    : [...message, `-# ↪ ${texts.answer.about(plainMarkdown(answer.about, MAX_ABOUT))}`];
}

function alsoIn(citation: Citation, texts: Texts): readonly string[] {
  const places = citation.alsoIn
    .slice(0, ALSO_IN_SHOWN)
    .map(
      ({ article, paragraph }) => `${articleTitle(article, MAX_TITLE)} ${texts.article.paragraph(paragraph)}`,
    );
  return places.length === 0 ? [] : [`-# ${texts.article.alsoIn(places.join(' · '))}`];
}

/** Where the answer stands in a quote: as the reading says, else where its words stand. */
function highlightsOf({ quote, highlights }: Citation, answer: string | null): readonly Span[] {
  if (highlights.length > 0 || answer === null) return highlights;
  const at = quote.indexOf(answer);
  return at < 0 ? [] : [[at, at + answer.length]];
}

function citationBlock(citation: Citation, answer: string | null, explanation: string, texts: Texts): string {
  const { article, paragraph, n, quote } = citation;
  return [
    `**[${n}]** ${articleTitle(article, MAX_TITLE)}`,
    `-# ${articleLine(article, texts, texts.article.paragraph(paragraph))}`,
    `> ${quoteMarkdown(quote, highlightsOf(citation, answer), MAX_QUOTE)}`,
    ...(explanation === '' ? [] : [`-# ${explanation}`]),
    ...alsoIn(citation, texts),
  ].join('\n');
}

/** The citations, each explaining the words that the answer and the ones before it do not. */
function citationBlocks(answer: Answer, texts: Texts): readonly string[] {
  const glosses: readonly Gloss[] = answer.glosses ?? [];
  const known = new Set([answer.answer ?? '', ...(itemsOf(answer) ?? [])]);
  return answer.citations.slice(0, MAX_CITATIONS).map((citation) => {
    const explanation = glossLine(citation.quote, glosses, known);
    for (const { text } of glosses) if (citation.quote.includes(text)) known.add(text);
    return citationBlock(citation, answer.answer, explanation, texts);
  });
}

const TONES: Readonly<Record<Answer['status'], Tone>> = {
  answered: 'answer',
  passages: 'evidence',
  'no-answer': 'neutral',
};

/** An answer as a message, in the question's language: the short answer, its caveat, then the numbered citations. */
export function renderAnswer(answer: Answer, frame: AnswerFrame): Reply {
  const texts = textsForLanguage(answer.language);
  const head = [
    ...lead(answer, frame, texts),
    headline(answer, texts),
    ...filterLine(answer, frame.filter ?? {}, texts),
  ].join('\n');
  const blocks = citationBlocks(answer, texts);
  const room = LIMITS.embedDescription - head.length - 2 * BETWEEN_PARTS.length - CLOSING_LINE;
  const shown = fitting(blocks, room, BETWEEN_PARTS, 0);
  const hidden = answer.citations.length - shown.length;
  const closing = hidden > 0 ? [`-# ${texts.answer.moreCitations(hidden)}`] : [];
  const description = [head, ...shown, ...closing].join(BETWEEN_PARTS);
  const title = frame.showQuestion ? { title: plainMarkdown(answer.question, MAX_QUESTION_SHOWN) } : {};
  return { cards: [{ tone: TONES[answer.status], ...title, description }] };
}
