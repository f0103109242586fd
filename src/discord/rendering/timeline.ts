import type { TimelinePage } from '../../library/timeline-page.js';
import type { TimelineEntry } from '../../reading/timeline/timeline.js';
import { LIMITS, type Reply } from '../limits.js';
import { plainMarkdown, quoteMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle, dateParts } from './article.js';

const MAX_SUBJECT = 120;
const MAX_DATE = 60;
const MAX_QUOTE = 240;
const MAX_TITLE = 80;
const MARKS: Readonly<Record<TimelineEntry['certainty'], string>> = {
  stated: '●',
  resolved: '◐',
  inferred: '○',
};

function dateOf({ iso, written }: TimelineEntry, texts: Texts): string {
  const parts = dateParts(iso);
  const shown = parts === null ? '' : texts.article.date(parts);
  return shown === '' ? plainMarkdown(written, MAX_DATE) : shown;
}

/** The date as a heading with its mark; how the text writes it where that is not the same. */
function block(entry: TimelineEntry, texts: Texts): string {
  const { certainty, citation, written } = entry;
  const date = dateOf(entry, texts);
  const asWritten = plainMarkdown(written, MAX_DATE);
  const detail = [texts.timeline.certainty[certainty], ...(asWritten === date ? [] : [`“${asWritten}”`])];
  return [
    `**${MARKS[certainty]} ${date}**  ·  ${detail.join(' · ')}`,
    `> ${quoteMarkdown(citation.quote, citation.highlights, MAX_QUOTE)}`,
    `-# [${citation.n}] ${articleTitle(citation.article, MAX_TITLE)} · ${articleLine(citation.article, texts, texts.article.paragraph(citation.paragraph))}`,
  ].join('\n');
}

/** One page of a timeline: its dated sentences in order, each with its citation. */
export function renderTimeline({ subject, entries, count, undated }: TimelinePage, texts: Texts): Reply {
  const { heading, none, legend } = texts.timeline;
  const name = plainMarkdown(subject, MAX_SUBJECT);
  const more = undated === 0 ? [] : [`-# ${texts.timeline.undated(undated)}`];
  if (count === 0) {
    return { cards: [{ tone: 'neutral', description: [none(name), ...more].join('\n') }] };
  }
  const head = [`## ${heading(name, count)}`, `-# ${legend}`, ...more].join('\n');
  const description = [head, ...entries.map((entry) => block(entry, texts))].join('\n\n');
  return { cards: [{ tone: 'evidence', description: description.slice(0, LIMITS.embedDescription) }] };
}
