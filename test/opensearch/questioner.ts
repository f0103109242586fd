import { percentile } from '../../src/evaluation/scores.js';
import type { LocalLibrary } from '../../src/library.js';
import { type Opening, openings } from './openings.js';

/** Questions that were asked, and what came of them. */
export interface Tally {
  /** How long each took, in ms. */
  readonly times: readonly number[];
  /** Questions that got another answer than the right one, with that answer. */
  readonly wrong: readonly string[];
  /** Questions that got none, with why. */
  readonly lost: readonly string[];
}

/** Some people who ask one question after the other until they are stopped. */
export class Questioners {
  readonly #library: LocalLibrary;
  readonly #times: number[] = [];
  readonly #wrong: string[] = [];
  readonly #lost: string[] = [];
  readonly #all: Promise<unknown>;
  readonly #started = performance.now();
  #asked = 0;
  #over = false;

  constructor(library: LocalLibrary, people: number) {
    this.#library = library;
    this.#all = Promise.all(Array.from({ length: people }, () => this.#ask()));
  }

  /** Resolves when so many more questions have been answered. */
  async more(questions: number): Promise<void> {
    const until = this.#times.length + questions;
    while (this.#times.length < until && this.#lost.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Stops asking, waits for what is under way, and prints how it went. */
  async stop(what: string): Promise<Tally> {
    this.#over = true;
    await this.#all;
    const seconds = (performance.now() - this.#started) / 1000;
    const ms = (share: number) => `${(percentile(this.#times, share) ?? 0).toFixed(0)} ms`;
    const rate = (this.#times.length / seconds).toFixed(1);
    console.log(
      `${what}: ${this.#times.length} answers, ${rate} a second, p50 ${ms(0.5)}, p99 ${ms(0.99)}, longest ${ms(1)}`,
    );
    return { times: this.#times, wrong: this.#wrong, lost: this.#lost };
  }

  async #ask(): Promise<void> {
    while (!this.#over) {
      const opening = openings[this.#asked++ % openings.length];
      if (opening !== undefined) await this.#askAbout(opening);
    }
  }

  async #askAbout({ question, answer: right }: Opening): Promise<void> {
    const started = performance.now();
    try {
      const { answer } = await this.#library.ask(question);
      this.#times.push(performance.now() - started);
      if (answer !== right) this.#wrong.push(`${question} ${answer}`);
    } catch (error) {
      this.#lost.push(`${question} after ${(performance.now() - started).toFixed(0)} ms: ${error}`);
    }
  }
}

/** What every burst must come to. */
export const NONE = { wrong: [], lost: [] } as const;
