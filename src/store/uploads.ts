/** A file that moderators gave to the bot. */
export interface Upload {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Hex, of the bytes. */
  readonly sha256: string;
  readonly at: number;
}

/** Files that moderators added, and articles that they removed; `revision` names the state of both. */
export interface Uploads {
  /** Keeps a file, in place of one of the same name. Putting what is there already changes nothing. */
  put(upload: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly sha256: string;
    readonly addedBy: string;
    readonly at: number;
  }): Promise<void>;
  /** By name, in code unit order. */
  list(): Promise<readonly Upload[]>;
  /** Null when there is no such file. */
  bytes(name: string): Promise<Uint8Array | null>;
  /** Whether there was such a file. */
  remove(name: string): Promise<boolean>;
  /** Takes an article of the corpus out, whose file is never touched. */
  hide(articleId: string, act: { readonly by: string; readonly at: number }): Promise<void>;
  unhide(articleId: string): Promise<void>;
  /** Ids of articles that were taken out, in code unit order. */
  hidden(): Promise<readonly string[]>;
  /** Another string after every change of the files or of the hidden articles, and only then. */
  revision(): Promise<string>;
}
