/** A library's functions as values that can be sent, and back. */
import type {
  AskedSource,
  CatalogueEntry,
  CataloguePage,
  CatalogueView,
  Suggestions,
} from '../library/catalogue-types.js';
import type { WantedPage } from '../library/paging.js';
import type { TimelinePage } from '../library/timeline-page.js';
import type {
  ArticleText,
  AskOptions,
  IndexSize,
  Library,
  Preview,
  ReindexProgress,
  ReindexReport,
  SourceCheck,
} from '../library.js';
import type { Answer } from '../reading/answer.js';
import type { Language } from '../retrieval/question.js';
import type { Call, Results } from './protocol.js';

/** A library with what only its own program asks of it. */
export interface FullLibrary extends Library {
  size(): Promise<IndexSize>;
  catchUp(): Promise<void>;
}

type OnProgress = (progress: ReindexProgress) => void;

/** Does what a call says. */
export async function perform(library: FullLibrary, call: Call, onProgress: OnProgress): Promise<unknown> {
  switch (call.type) {
    case 'ask':
      return library.ask(call.question, call.options);
    case 'size':
      return library.size();
    case 'browse':
      return library.browse(call.view);
    case 'suggest':
      return library.suggest(call.typed);
    case 'find':
      return library.find(call.typed);
    case 'findSource':
      return library.findSource(call.typed);
    case 'entry':
      return library.entry(call.key);
    case 'ids':
      return library.ids(call.after);
    case 'article':
      return library.article(call.id);
    case 'check':
      return library.check(call.id, call.paragraph);
    case 'timeline':
      return library.timeline(call.subject, call.wanted);
    case 'starters':
      return library.starters(call.language);
    case 'preview':
      return library.preview(call.name, call.bytes);
    case 'idsIn':
      return library.idsIn(call.name, call.bytes, call.among);
    case 'refresh':
      return library.refresh(call.about);
    case 'reindex':
      return library.reindex(onProgress);
    case 'catchUp':
      return library.catchUp().then(() => null);
  }
}

/** A library whose every function sends a call to where the index is. */
export abstract class CallingLibrary implements FullLibrary {
  /** Sends a call and waits for its result; throws what the library threw. */
  protected abstract call<C extends Call>(call: C, onProgress?: OnProgress): Promise<Results[C['type']]>;
  abstract close(): Promise<void>;

  ask(question: string, options: AskOptions = {}): Promise<Answer> {
    return this.call({ type: 'ask', question, options });
  }

  size(): Promise<IndexSize> {
    return this.call({ type: 'size' });
  }

  browse(view: CatalogueView): Promise<CataloguePage> {
    return this.call({ type: 'browse', view });
  }

  suggest(typed: string): Promise<Suggestions> {
    return this.call({ type: 'suggest', typed });
  }

  find(typed: string): Promise<CatalogueEntry | null> {
    return this.call({ type: 'find', typed });
  }

  findSource(typed: string): Promise<AskedSource> {
    return this.call({ type: 'findSource', typed });
  }

  entry(key: string): Promise<CatalogueEntry | null> {
    return this.call({ type: 'entry', key });
  }

  ids(after: string | null): Promise<readonly string[] | null> {
    return this.call({ type: 'ids', after });
  }

  article(id: string): Promise<ArticleText | null> {
    return this.call({ type: 'article', id });
  }

  check(id: string, paragraph: number): Promise<SourceCheck> {
    return this.call({ type: 'check', id, paragraph });
  }

  timeline(subject: string, wanted: WantedPage): Promise<TimelinePage> {
    return this.call({ type: 'timeline', subject, wanted });
  }

  starters(language: Language): Promise<readonly string[]> {
    return this.call({ type: 'starters', language });
  }

  preview(name: string, bytes: Uint8Array): Promise<Preview> {
    return this.call({ type: 'preview', name, bytes });
  }

  idsIn(name: string, bytes: Uint8Array, among: readonly string[]): Promise<readonly string[]> {
    return this.call({ type: 'idsIn', name, bytes, among });
  }

  refresh(about: readonly string[] = []): Promise<ReindexReport> {
    return this.call({ type: 'refresh', about });
  }

  reindex(onProgress?: OnProgress): Promise<ReindexReport> {
    return this.call({ type: 'reindex' }, onProgress);
  }

  async catchUp(): Promise<void> {
    await this.call({ type: 'catchUp' });
  }
}
