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
  commands: {
    ask: {
      name: 'ask',
      description: 'Ask the articles a question and get the answer with the passage that proves it',
      options: {
        question: { name: 'question', description: 'Your question, in Chinese or English' },
        private: { name: 'private', description: 'Show the answer to you alone' },
      },
    },
    sources: { name: 'sources', description: 'List the articles that answers come from', options: {} },
    help: { name: 'help', description: 'What this bot can do and how to ask', options: {} },
    reindex: {
      name: 'reindex',
      description: 'Read the articles again and renew the index (moderators)',
      options: {},
    },
  },
  answer: {
    passagesOnly: 'No short answer, but these passages speak of it',
    notFound: 'The articles do not say',
    noReason: 'Nothing in the indexed articles answers this question.',
    note: (note) => `Note: ${note}`,
    items: (items) => plural(items, 'item'),
    moreCitations: (more) => `${plural(more, 'more citation')} not shown`,
  },
  article: {
    paragraph: (number) => `¶ ${number}`,
    date,
    inferred: (text) => `${text} (inferred)`,
    happened: (text) => `about ${text}`,
    alsoIn: (places) => `Also in: ${places}`,
  },
  sources: {
    heading: (articles) => `${plural(articles, 'article')} indexed`,
    none: 'No article is indexed yet. A moderator can add some to the corpus folder and run /reindex.',
    year: (year) => String(year),
    undated: 'Undated',
    paragraphs: (paragraphs) => plural(paragraphs, 'paragraph'),
    more: (more, byYear) => `${count(more)} more: ${byYear}`,
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
      '`/sources` lists the articles',
      '`/reindex` reads the articles again (moderators of the home server)',
      'Or simply write to me in a direct message, or mention me in a channel with your question',
    ],
  },
  failure: {
    late: (seconds) =>
      `This took longer than ${seconds} seconds, so I stopped waiting. Please ask again in a moment.`,
    broken: (reference) =>
      `Something went wrong on my side and the question stayed unanswered. Please try again; if it happens again, tell whoever runs me this number: ${reference}`,
    tooLong: (limit) => `Your question is too long. Please use at most ${count(limit)} characters.`,
    noQuestion:
      'Write your question next to the mention, for example: who chaired the meeting? More under /help.',
    unknownCommand: 'I do not know this command any more. Reload Discord and try again.',
    unknownControl: 'This button is from an older version of me and does nothing any more. Please ask again.',
    stopping: 'I am restarting. Please ask again in a minute.',
  },
  moderation,
};
