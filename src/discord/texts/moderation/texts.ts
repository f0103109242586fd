import type { Label } from '../label.js';

/** What moderators' acts are called in the record of them. */
export type Act =
  | 'reindex'
  | 'corpus-add'
  | 'corpus-keep'
  | 'corpus-discard'
  | 'corpus-remove'
  | 'corpus-restore'
  | 'corpus-inspect'
  | 'corpus-export'
  | 'gaps'
  | 'gaps-export'
  | 'settings';

/** Why a file was not taken. */
export type Refused =
  | 'kind'
  | 'too-large'
  | 'not-discord'
  | 'unavailable'
  | 'same-file'
  | 'empty'
  | 'binary'
  | 'bad-encoding'
  | 'no-text'
  | 'damaged'
  | 'encrypted'
  | 'scanned'
  | 'swells'
  | 'too-slow';

/** What moderators read, once per locale. */
export interface ModerationTexts {
  readonly commands: {
    readonly corpus: Label;
    readonly add: Label;
    /** Of the first to the fifth file. */
    readonly file: (number: number) => Label;
    readonly remove: Label;
    readonly inspect: Label;
    readonly article: Label;
    readonly export: Label;
    readonly gaps: Label;
    readonly settings: Label;
    readonly audit: Label;
  };
  readonly refusal: {
    /** For what concerns one server and works in each. */
    readonly serverOnly: string;
    readonly notAModerator: string;
    /** For changes of the moderator role. */
    readonly managersOnly: string;
  };
  readonly queue: {
    readonly waiting: (ahead: number) => string;
    readonly full: string;
    readonly busyElsewhere: string;
    /** The change is in the store, and applied as soon as the search engine takes it. */
    readonly pending: string;
  };
  /** A name and what it stands for; the label comes formatted. */
  readonly labelled: (label: string, value: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly add: {
    readonly heading: (files: number) => string;
    readonly ask: string;
    readonly keptAs: (file: string, size: string) => string;
    readonly replaces: string;
    readonly renamed: string;
    readonly sameAs: (file: string) => string;
    readonly paragraphs: (count: number) => string;
    readonly articles: (count: number) => string;
    readonly moreArticles: (count: number) => string;
    readonly untitled: string;
    readonly undated: string;
    readonly begins: string;
    readonly moreParagraphs: (count: number) => string;
    readonly dropped: (count: number) => string;
    readonly nothingDropped: string;
    readonly times: (count: number) => string;
    readonly warnings: (count: number) => string;
    readonly notTaken: string;
    readonly refused: Readonly<Record<Refused, string>>;
    readonly keep: string;
    readonly discard: string;
    readonly keepAll: string;
    readonly discardAll: string;
    readonly keepOne: (name: string) => string;
    readonly discardOne: (name: string) => string;
    readonly keeping: string;
    readonly kept: (files: number) => string;
    readonly discarded: (files: number) => string;
    readonly answersNow: (articles: number, passages: number) => string;
    readonly gone: string;
    readonly notIndexed: (reason: string) => string;
  };
  /** What a cleaning rule leaves out, by the rule's name; rules without a name here are shown by their own. */
  readonly rules: Readonly<Record<string, string>>;
  readonly article: {
    readonly unknown: (typed: string) => string;
    readonly gone: string;
  };
  readonly remove: {
    readonly ask: string;
    readonly ofCorpus: (file: string) => string;
    readonly ofUpload: (file: string) => string;
    readonly ofUploadShared: (file: string) => string;
    readonly confirm: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly working: string;
    readonly done: (title: string) => string;
    readonly undo: string;
    readonly restored: (title: string) => string;
  };
  readonly inspect: {
    readonly file: string;
    readonly source: string;
    readonly author: string;
    readonly reporters: string;
    readonly editors: string;
    readonly published: string;
    readonly happened: string;
    readonly address: string;
    readonly places: string;
    readonly fingerprint: string;
    readonly uploaded: (file: string) => string;
    readonly fromCorpus: (file: string) => string;
    readonly paragraphs: (count: number) => string;
    readonly dropped: (count: number) => string;
    readonly warnings: (count: number) => string;
  };
  readonly export: {
    readonly done: (articles: number, size: string) => string;
    readonly parts: (articles: number, size: string, parts: number) => string;
    readonly part: (part: number, parts: number) => string;
    readonly incomplete: (exported: number, articles: number) => string;
    readonly format: string;
    readonly none: string;
  };
  readonly gaps: {
    readonly heading: (questions: number, groups: number) => string;
    readonly none: string;
    readonly noneKept: string;
    readonly times: (count: number) => string;
    readonly last: (date: string) => string;
    readonly also: (wordings: string) => string;
    readonly explain: (days: number) => string;
    readonly export: string;
    readonly exported: (groups: number) => string;
  };
  readonly settings: {
    readonly heading: string;
    readonly explain: string;
    readonly mentions: string;
    readonly everywhere: string;
    readonly visibility: string;
    readonly publicAnswers: string;
    readonly privateAnswers: string;
    readonly language: string;
    readonly ownLanguage: string;
    readonly role: string;
    readonly noRole: string;
    readonly defaultRole: (role: string) => string;
    readonly retention: string;
    readonly days: (days: number) => string;
    readonly nothingKept: string;
    readonly answerEverywhere: string;
    readonly makePrivate: string;
    readonly makePublic: string;
    readonly removeRole: string;
    readonly chooseChannels: string;
    readonly chooseRole: string;
    readonly chooseLanguage: string;
    readonly chooseRetention: string;
    readonly notEveryone: string;
    readonly notThere: string;
    readonly bounded: (days: number) => string;
  };
  readonly audit: {
    readonly heading: (acts: number) => string;
    readonly none: string;
    readonly acts: Readonly<Record<Act, string>>;
  };
  readonly limits: {
    readonly asker: (seconds: number) => string;
    readonly server: (seconds: number) => string;
    readonly moderator: (seconds: number) => string;
  };
}
