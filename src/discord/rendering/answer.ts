import type { Answer, Citation } from '../../reading/answer.js';
import { fitting, LIMITS, type Reply, type Tone } from '../limits.js';
import { plainMarkdown, quoteMarkdown } from '../markdown.js';
import { textsForLanguage } from '../texts/locale.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle } from './article.js';

/** Up to this many characters an answer is set in the largest type, */
const LARGE_TYPE_UP_TO = 40;
/** and up to this many in the next size; longer ones in bold. */
const MEDIUM_TYPE_UP_TO = 120;
const MAX_SHORT_ANSWER = 1_000;
const MAX_NOTE = 500;
const MAX_QUESTION_SHOWN = 200;
const MAX_TITLE = 120;
/** A quote is one or two sentences; whoever wants the paragraph opens the article. */
const MAX_QUOTE = 600;
const MAX_CITATIONS = 5;
/** Room for the line about citations that are not shown. */
const CLOSING_LINE = 80;
const ALSO_IN_SHOWN = 3;

/** From this many items on, an answer is set as a list; a longer one than the second number would push the proof away. */
const LIST_ITEMS = { least: 3, most: 15 } as const;
const LONGEST_ITEM = 60;
const SENTENCE_PUNCTUATION = /[，。；：！？,;:!?]/;

const BETWEEN_PARTS = '\n\n';

/** The items of an answer that is a list (`甲、乙、丙`), or null for any other answer. */
function itemsOf(answer: string): readonly string[] | null {
  const items = answer.split('、').map((item) => item.trim());
  const isList =
    items.length >= LIST_ITEMS.least &&
    items.length <= LIST_ITEMS.most &&
    items.every((item) => item !== '' && item.length <= LONGEST_ITEM && !SENTENCE_PUNCTUATION.test(item));
  return isList ? items : null;
}

function shortAnswer(answer: string, texts: Texts): string {
  const items = itemsOf(answer);
  if (items !== null) {
    const lines = items.map((item) => `- ${plainMarkdown(item, MAX_SHORT_ANSWER)}`);
    return [`## ${texts.answer.items(items.length)}`, ...lines].join('\n');
  }
  const shown = plainMarkdown(answer, MAX_SHORT_ANSWER);
  if (answer.length <= LARGE_TYPE_UP_TO) return `## ${shown}`;
  return answer.length <= MEDIUM_TYPE_UP_TO ? `### ${shown}` : `**${shown}**`;
}

function headline(answer: Answer, texts: Texts): string {
  if (answer.status === 'no-answer') {
    return `### ${texts.answer.notFound}\n${plainMarkdown(answer.note ?? texts.answer.noReason, MAX_SHORT_ANSWER)}`;
  }
  const head =
    answer.answer === null ? `### ${texts.answer.passagesOnly}` : shortAnswer(answer.answer, texts);
  return answer.note === null
    ? head
    : `${head}\n-# ${texts.answer.note(plainMarkdown(answer.note, MAX_NOTE))}`;
}

function alsoIn(citation: Citation, texts: Texts): readonly string[] {
  const places = citation.alsoIn
    .slice(0, ALSO_IN_SHOWN)
    .map(
      ({ article, paragraph }) => `${articleTitle(article, MAX_TITLE)} ${texts.article.paragraph(paragraph)}`,
    );
  return places.length === 0 ? [] : [`-# ${texts.article.alsoIn(places.join(' · '))}`];
}

function citationBlock(citation: Citation, texts: Texts): string {
  const { article, paragraph, n, quote, highlights } = citation;
  return [
    `**[${n}]** ${articleTitle(article, MAX_TITLE)}`,
    `-# ${articleLine(article, texts, texts.article.paragraph(paragraph))}`,
    `> ${quoteMarkdown(quote, highlights, MAX_QUOTE)}`,
    ...alsoIn(citation, texts),
  ].join('\n');
}

const TONES: Readonly<Record<Answer['status'], Tone>> = {
  answered: 'answer',
  passages: 'evidence',
  'no-answer': 'neutral',
};

/**
 * An answer as a message, framed in the question's language: the short answer, its caveat, then the numbered citations.
 * `showQuestion` heads it with the question, for places where the question is not seen beside it.
 */
export function renderAnswer(answer: Answer, showQuestion: boolean): Reply {
  const texts = textsForLanguage(answer.language);
  const head = headline(answer, texts);
  const blocks = answer.citations.slice(0, MAX_CITATIONS).map((citation) => citationBlock(citation, texts));
  const room = LIMITS.embedDescription - head.length - 2 * BETWEEN_PARTS.length - CLOSING_LINE;
  const shown = fitting(blocks, room, BETWEEN_PARTS, 0);
  const hidden = answer.citations.length - shown.length;
  const closing = hidden > 0 ? [`-# ${texts.answer.moreCitations(hidden)}`] : [];
  const description = [head, ...shown, ...closing].join(BETWEEN_PARTS);
  const title = showQuestion ? { title: plainMarkdown(answer.question, MAX_QUESTION_SHOWN) } : {};
  return { cards: [{ tone: TONES[answer.status], ...title, description }] };
}
