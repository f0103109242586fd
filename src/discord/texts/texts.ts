import type { ModerationTexts } from './moderation/texts.js';

/** The locales that the bot speaks, as Discord writes them. */
export type Locale = 'en-US' | 'zh-CN' | 'zh-TW';

/** A calendar date as far as it is known. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** Name and description of a command or an option: the name matches Discord's pattern, both keep Discord's lengths. */
export interface Label {
  readonly name: string;
  readonly description: string;
}

/** A command's labels with those of its options. */
interface CommandLabels<Option extends string> extends Label {
  readonly options: Readonly<Record<Option, Label>>;
}

/** Every text that people read, once per locale. A text that a locale lacks does not compile. */
export interface Texts {
  readonly commands: {
    readonly ask: CommandLabels<'question' | 'private'>;
    readonly sources: CommandLabels<never>;
    readonly help: CommandLabels<never>;
    readonly reindex: CommandLabels<never>;
  };
  readonly answer: {
    /** Heading when there is evidence but no short answer. */
    readonly passagesOnly: string;
    /** Heading of a refusal. */
    readonly notFound: string;
    /** A refusal's reason when the reading gave none. */
    readonly noReason: string;
    readonly note: (note: string) => string;
    readonly items: (count: number) => string;
    readonly moreCitations: (count: number) => string;
  };
  readonly article: {
    readonly paragraph: (number: number) => string;
    readonly date: (date: DateParts) => string;
    /** Marks a date that the text does not state. */
    readonly inferred: (date: string) => string;
    /** Marks the date of the event, where the date of publication is unknown. */
    readonly happened: (date: string) => string;
    readonly alsoIn: (places: string) => string;
  };
  readonly sources: {
    readonly heading: (articles: number) => string;
    readonly none: string;
    readonly year: (year: number) => string;
    readonly undated: string;
    readonly paragraphs: (count: number) => string;
    readonly more: (count: number, byYear: string) => string;
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
  };
  readonly failure: {
    readonly late: (seconds: number) => string;
    readonly broken: (reference: string) => string;
    readonly tooLong: (limit: number) => string;
    readonly noQuestion: string;
    readonly unknownCommand: string;
    /** For a button, menu or form that nothing answers any more. */
    readonly unknownControl: string;
    readonly stopping: string;
  };
  /** What moderators read. */
  readonly moderation: ModerationTexts;
}
