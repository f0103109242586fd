/** Locales of the bot's texts. */
export type StoredLocale = 'zh-CN' | 'zh-TW' | 'en-US';

/** Which articles were asked: the same fields as the library's AskFilter. */
export interface StoredFilter {
  readonly source?: string;
  readonly since?: string;
  readonly until?: string;
}

/** What stands behind the buttons of an answer, for as long as the message lives. Its asker is not kept. */
export interface ShownAnswer {
  /** Null in direct messages. */
  readonly guildId: string | null;
  /** Null once it was forgotten. */
  readonly question: string | null;
  readonly filter: StoredFilter;
  readonly locale: StoredLocale;
  readonly passages: readonly { readonly article: string; readonly paragraph: number }[];
  readonly private: boolean;
  /** What was carried over from the conversation, as shown. Forgotten with the question. */
  readonly about: string | null;
  readonly at: number;
}

/** Answers whose buttons still work. */
export interface ShownAnswers {
  /** The answer's id: short and unguessable, fit for a custom_id. */
  save(answer: ShownAnswer): Promise<string>;
  get(id: string): Promise<ShownAnswer | null>;
  /** Forgets the questions of answers older than `before` (of one server only, when given); their buttons go on working. */
  forgetTexts(before: number, guildId?: string): Promise<number>;
  /** Deletes answers older than `before`, with their votes; says how many. */
  purge(before: number): Promise<number>;
}
