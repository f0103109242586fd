import { english as moderation } from './moderation/en-US.js';
import type { DateParts, Texts } from './texts.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const count = (value: number): string => value.toLocaleString('en-US');
const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

function date({ year, month, day }: DateParts): string {
  const name = month === null ? null : (MONTHS[month - 1] ?? null);
  if (name === null && day !== null) return `day ${day}`;
  return [day, name, year].filter((part) => part !== null).join(' ');
}

/** Texts in English, also for every locale that has none of its own. */
export const english: Texts = {
  locale: 'en-US',
  commands: {
    ask: {
      name: 'ask',
      description: 'Ask the articles a question and get the answer with the passage that proves it',
      options: {
        question: { name: 'question', description: 'Your question, in Chinese or English' },
        source: { name: 'source', description: 'Ask one article or one source only' },
        since: { name: 'since', description: 'From when on, such as 2022, 2022-03, 2022-03-21 or 2022年3月' },
        until: { name: 'until', description: 'Until when, such as 2022, 2022-03, 2022-03-21 or 2022年3月' },
        private: { name: 'private', description: 'Show the answer to you alone' },
      },
    },
    askAbout: 'Ask about this',
    sources: { name: 'sources', description: 'List the articles that answers come from', options: {} },
    read: {
      name: 'read',
      description: 'Read an article page by page',
      options: {
        article: { name: 'article', description: 'The title of the article' },
        paragraph: { name: 'paragraph', description: 'The paragraph to begin with' },
      },
    },
    timeline: {
      name: 'timeline',
      description: 'What the articles date about a person, a meeting, a place or a phrase, with citations',
      options: { subject: { name: 'subject', description: 'A person, a meeting, a place or a phrase' } },
    },
    help: { name: 'help', description: 'What this bot can do and how to ask', options: {} },
    reindex: {
      name: 'reindex',
      description: 'Read the articles again and renew the index (moderators)',
      options: {},
    },
  },
  answer: {
    passagesOnly: 'No short answer, but these passages speak of it',
    doubtful: 'I am not sure of this: please judge by the quotes.',
    notFound: 'The articles do not say',
    noReason: 'Nothing in the indexed articles answers this question.',
    note: (note) => `Note: ${note}`,
    items: (items, of) =>
      of === 'people' ? plural(items, 'person', 'people') : plural(items, of === 'places' ? 'place' : 'item'),
    moreCitations: (more) => `${plural(more, 'more citation')} not shown`,
    about: (subject) => `about ${subject}`,
    onlyFrom: (source) => `Only from ${source}`,
    onlySince: (date) => `since ${date}`,
    onlyUntil: (date) => `until ${date}`,
    undatedLeftOut: (articles) => `${plural(articles, 'undated article')} left out`,
    askedAbout: 'Asked about this message',
  },
  controls: {
    otherPassages: (passages) => `Other passages (${count(passages)})`,
    nearestPassages: (passages) => `Nearest passages (${count(passages)})`,
    place: (number, of) => `${number} / ${of}`,
    checkSource: 'Check the source',
    followUp: 'Follow up',
    followUpQuestion: 'What would you like to know next?',
    followUpHint: 'For example: and the governor? who else?',
    showToAll: 'Show to all',
    shownToAll: 'Everybody here can see it now.',
    delete: 'Delete',
    readArticle: 'Read the article',
    thanks: 'Noted, thank you.',
    notYours: 'Only the person who asked can do this.',
    forgotten: 'This answer is no longer kept, so its buttons do nothing any more. Please ask again.',
    articleGone: 'This article is no longer in the archive.',
  },
  check: {
    unchanged: 'Unchanged: the file was read again just now and is the one that was indexed',
    changed: 'The file has changed since it was indexed; this is what stands there now',
    gone: 'The file, the article or the paragraph is no longer there',
    goneUnknown: 'This article is no longer in the archive, so it cannot be checked',
    file: (file) => `File: ${file}`,
    offsets: (spans) => `Characters: ${spans}`,
    hash: (hash) => `SHA-256: ${hash}`,
    position: (paragraph, of) => `¶ ${paragraph} of ${of}`,
  },
  article: {
    paragraph: (number) => `¶ ${number}`,
    date,
    inferred: (text) => `${text} (inferred)`,
    happened: (text) => `events of ${text}`,
    alsoIn: (places) => `Also in: ${places}`,
    by: (names) => `by ${names}`,
    originalPage: 'original page',
  },
  reading: {
    page: (page, of) => `Page ${page} of ${of}`,
    noSuchArticle: (typed) =>
      `I have no article “${typed}”. Pick one of the suggestions while you type, or see /sources for all of them.`,
    noSuchParagraph: (paragraphs) => `This article has only ${plural(paragraphs, 'paragraph')}.`,
    empty: 'This article has no text.',
  },
  timeline: {
    heading: (subject, entries) => `${subject}: ${plural(entries, 'dated entry', 'dated entries')}`,
    none: (subject) => `The articles hold nothing about “${subject}” that can be dated.`,
    undated: (articles) => `${plural(articles, 'more article')} about it cannot be dated`,
    certainty: { stated: 'stated', resolved: 'resolved', inferred: 'inferred' },
    legend: '● date stated in the text   ◐ resolved from another date of the article   ○ inferred',
  },
  sources: {
    open: 'Open an article',
    allSources: 'All sources',
    allYears: 'All years',
    bySource: 'Narrow by source',
    byYear: 'Narrow by year',
    unnamed: 'Source unknown',
    narrowed: (shown, all) => `${count(shown)} of ${plural(all, 'indexed article')}`,
    uploaded: 'uploaded',
    heading: (articles) => `${plural(articles, 'article')} indexed`,
    none: 'No article is indexed yet. A moderator can add some to the corpus folder and run /reindex.',
    year: (year) => String(year),
    undated: 'Undated',
    paragraphs: (paragraphs) => plural(paragraphs, 'paragraph'),
  },
  reindex: {
    running: 'Renewing the index …',
    phase: { reading: 'Reading the articles', indexing: 'Indexing', saving: 'Saving' },
    filesRead: (read, total) => `Files read: ${count(read)} of ${count(total)}`,
    passagesIndexed: (passages) => `Passages indexed: ${count(passages)}`,
    seconds: (seconds) => `${seconds.toFixed(1)} s`,
    done: 'The index is renewed',
    totals: (articles, passages, seconds) =>
      `${plural(articles, 'article')} · ${plural(passages, 'passage')} · ${seconds.toFixed(1)} s`,
    unchanged: 'Nothing has changed since the last time.',
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    warnings: (warnings) => plural(warnings, 'warning'),
    unreadable: (files) => `${plural(files, 'file')} skipped`,
    more: (more) => `and ${count(more)} more`,
    notSaved:
      'The index answers, but could not be saved: the next start has to build it again. Whoever runs the bot finds the reason in its log.',
    failed: 'The index could not be renewed',
    stillAnswering: 'The old index goes on answering questions.',
    alreadyRunning: 'The index is being renewed already. Only one run at a time is possible.',
  },
  refusal: {
    'not-in-a-server': 'This works only in the home server of the bot, not in direct messages.',
    'home-not-set':
      'This bot is in several servers and none is set as its home, so nobody can change its articles. Whoever runs the bot has to set HOME_GUILD_IDS.',
    'other-server': "Only the moderators of the bot's home server can do this.",
    'not-a-moderator':
      'Only moderators can do this: it takes the permission Manage Server or the moderator role.',
  },
  help: {
    heading: 'Ask the articles',
    what: 'I answer questions from this archive of articles, and every answer comes with the sentence that proves it, word for word.',
    how: 'Ask in Chinese or English; when the articles do not say, I tell you so instead of guessing.',
    ways: [
      '`/ask` answers a question; with `private` only you see the answer',
      '`/sources` lists the articles, `/read` opens one, `/timeline` puts what they date in order',
      'In the menu of any message, “Apps → Ask about this” asks about its text',
      'Or simply write to me in a direct message, or mention me in a channel with your question, and then follow up',
      '`/corpus`, `/reindex`, `/gaps`, `/settings` and `/audit` are for moderators',
    ],
    starters: 'Some questions to begin with:',
  },
  failure: {
    late: (seconds) =>
      `This took longer than ${seconds} seconds, so I stopped waiting. Please ask again in a moment.`,
    broken: (reference) =>
      `Something went wrong on my side and the question stayed unanswered. Please try again; if it happens again, tell whoever runs me this number: ${reference}`,
    engineAway:
      'The search engine cannot be reached at the moment, so I would rather give no answer than half of one. Please ask again in a minute or two.',
    tooLong: (limit) => `Your question is too long. Please use at most ${count(limit)} characters.`,
    nothingToAskAbout: 'There is no text in this message to ask about.',
    badDate: (typed) => `I cannot read the date “${typed}”. Write 2022, 2022-03, 2022-03-21 or 2022年3月.`,
    datesReversed: 'The first date is later than the last one.',
    noQuestion:
      'Write your question next to the mention, for example: who chaired the meeting? More under /help.',
    unknownCommand: 'I do not know this command any more. Reload Discord and try again.',
    unknownControl: 'This button is from an older version of me and does nothing any more. Please ask again.',
    stopping: 'I am restarting. Please ask again in a minute.',
  },
  moderation,
};
