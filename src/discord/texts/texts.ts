import type { Label } from './label.js';
import type { ModerationTexts } from './moderation/texts.js';

/** The locales that the bot speaks, as Discord writes them. */
export type Locale = 'en-US' | 'zh-CN' | 'zh-TW';

/** A calendar date as far as it is known. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A command's labels with those of its options. */
interface CommandLabels<Option extends string> extends Label {
  readonly options: Readonly<Record<Option, Label>>;
}

/** Every text that people read, once per locale. A text that a locale lacks does not compile. */
export interface Texts {
  readonly locale: Locale;
  readonly commands: {
    readonly ask: CommandLabels<'question' | 'source' | 'since' | 'until' | 'private'>;
    /** In the menu of messages. */
    readonly askAbout: string;
    readonly sources: CommandLabels<never>;
    readonly read: CommandLabels<'article' | 'paragraph'>;
    readonly timeline: CommandLabels<'subject'>;
    readonly help: CommandLabels<never>;
    readonly reindex: CommandLabels<never>;
  };
  readonly answer: {
    /** Heading when there is evidence but no short answer. */
    readonly passagesOnly: string;
    /** Below an answer of little confidence. */
    readonly doubtful: string;
    /** Heading of a refusal. */
    readonly notFound: string;
    /** A refusal's reason when the reading gave none. */
    readonly noReason: string;
    readonly note: (note: string) => string;
    readonly items: (count: number, of: 'people' | 'places' | 'items') => string;
    readonly moreCitations: (count: number) => string;
    /** What was carried over from the conversation. */
    readonly about: (subject: string) => string;
    /** Which articles were asked, and how many undated ones a filter by date left out. */
    readonly onlyFrom: (source: string) => string;
    readonly onlySince: (date: string) => string;
    readonly onlyUntil: (date: string) => string;
    readonly undatedLeftOut: (count: number) => string;
    /** Above the message that was asked about. */
    readonly askedAbout: string;
  };
  /** On buttons and menus, and what they say back. */
  readonly controls: {
    readonly otherPassages: (count: number) => string;
    readonly nearestPassages: (count: number) => string;
    readonly place: (number: number, of: number) => string;
    readonly checkSource: string;
    readonly followUp: string;
    readonly followUpQuestion: string;
    readonly followUpHint: string;
    readonly showToAll: string;
    readonly shownToAll: string;
    readonly delete: string;
    readonly readArticle: string;
    readonly thanks: string;
    readonly notYours: string;
    /** The answer behind a button is no longer kept. */
    readonly forgotten: string;
    /** The question behind it is no longer kept. */
    readonly articleGone: string;
  };
  readonly check: {
    readonly unchanged: string;
    readonly changed: string;
    readonly gone: string;
    readonly goneUnknown: string;
    readonly file: (file: string) => string;
    readonly offsets: (spans: string) => string;
    readonly hash: (hash: string) => string;
    readonly position: (paragraph: number, of: number) => string;
  };
  readonly article: {
    readonly paragraph: (number: number) => string;
    readonly date: (date: DateParts) => string;
    /** Marks a date that the text does not state. */
    readonly inferred: (date: string) => string;
    /** Marks the date of the event, where the date of publication is unknown. */
    readonly happened: (date: string) => string;
    readonly alsoIn: (places: string) => string;
    readonly by: (names: string) => string;
    readonly originalPage: string;
  };
  readonly reading: {
    readonly page: (page: number, of: number) => string;
    readonly noSuchArticle: (typed: string) => string;
    readonly noSuchParagraph: (paragraphs: number) => string;
    readonly empty: string;
  };
  readonly timeline: {
    readonly heading: (subject: string, entries: number) => string;
    readonly none: (subject: string) => string;
    readonly undated: (articles: number) => string;
    readonly certainty: Readonly<Record<'stated' | 'resolved' | 'inferred', string>>;
    /** What the marks mean. */
    readonly legend: string;
  };
  readonly sources: {
    readonly open: string;
    readonly allSources: string;
    readonly allYears: string;
    readonly bySource: string;
    readonly byYear: string;
    readonly unnamed: string;
    readonly narrowed: (shown: number, all: number) => string;
    readonly uploaded: string;
    readonly heading: (articles: number) => string;
    readonly none: string;
    readonly year: (year: number) => string;
    readonly undated: string;
    readonly paragraphs: (count: number) => string;
  };
  readonly reindex: {
    readonly running: string;
    readonly phase: Readonly<Record<'reading' | 'indexing' | 'saving', string>>;
    readonly filesRead: (read: number, total: number) => string;
    readonly passagesIndexed: (count: number) => string;
    readonly seconds: (seconds: number) => string;
    readonly done: string;
    readonly totals: (articles: number, passages: number, seconds: number) => string;
    readonly unchanged: string;
    readonly added: string;
    readonly changed: string;
    readonly removed: string;
    readonly warnings: (count: number) => string;
    readonly unreadable: (count: number) => string;
    readonly more: (count: number) => string;
    /** Below a report: the index answers, but is not on the disk. */
    readonly notSaved: string;
    readonly failed: string;
    readonly stillAnswering: string;
    readonly alreadyRunning: string;
  };
  readonly refusal: Readonly<
    Record<'not-in-a-server' | 'home-not-set' | 'other-server' | 'not-a-moderator', string>
  >;
  readonly help: {
    readonly heading: string;
    readonly what: string;
    readonly how: string;
    /** One line a command, by the name that it has in this locale, then the ways without a command. */
    readonly ways: readonly string[];
    /** Before the questions to begin with. */
    readonly starters: string;
  };
  readonly failure: {
    readonly late: (seconds: number) => string;
    readonly broken: (reference: string) => string;
    /** When the cluster that searches cannot be reached, is too slow or incomplete. */
    readonly engineAway: string;
    readonly tooLong: (limit: number) => string;
    readonly noQuestion: string;
    readonly nothingToAskAbout: string;
    readonly badDate: (typed: string) => string;
    readonly datesReversed: string;
    readonly unknownCommand: string;
    /** For a button, menu or form that nothing answers any more. */
    readonly unknownControl: string;
    readonly stopping: string;
  };
  /** What moderators read. */
  readonly moderation: ModerationTexts;
}
