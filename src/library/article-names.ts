/** Articles by what they are called: by their titles, and while somebody types also by their dates and files. */
import { fold } from '../language/script.js';
import { bestFitting } from './name-ranking.js';

/** What an article is called. */
export interface ArticleName {
  readonly title: string;
  readonly date: string | null;
  readonly file: string;
}

/** Finds among names in a fixed order; what is given and taken are places in it. Folds all names once. */
export class ArticleNames {
  /** `title date file`; as folding keeps the length, the title's part is as long as the title. */
  readonly #folded: readonly string[];
  readonly #titleLengths: Uint32Array;

  constructor(names: readonly ArticleName[]) {
    this.#folded = names.map(({ title, date, file }) => fold(`${title} ${date ?? ''} ${file}`));
    this.#titleLengths = Uint32Array.from(names, ({ title }) => title.length);
  }

  /** Those whose title, date or file fits, the best first, otherwise in order; at most `most`. */
  fitting(typed: string, most: number): readonly number[] {
    return bestFitting(this.#folded.length, (place) => this.#folded[place] ?? '', fold(typed), most);
  }

  /** The first with this title, in whatever script; -1 when there is none. */
  titled(title: string): number {
    const wanted = fold(title);
    return this.#folded.findIndex(
      (name, at) => this.#titleLengths[at] === wanted.length && name.startsWith(wanted),
    );
  }

  /** The only one whose title fits; null where nothing was typed. */
  onlyTitled(typed: string): number | null {
    if (typed === '') return null;
    const titleAt = (place: number) => this.#folded[place]?.slice(0, this.#titleLengths[place]) ?? '';
    const [only, second] = bestFitting(this.#folded.length, titleAt, fold(typed), 2);
    return second === undefined ? (only ?? null) : null;
  }
}
