/** A hit's text as the model of relevance looks at it. */

export interface HitText {
  /** Folded title and subtitles, a line each. */
  readonly title: string;
  /** The passage. */
  readonly folded: string;
  /** Both. */
  readonly both: string;
}

/** Sentences past this many are not looked at one by one. */
const MOST_SENTENCES = 60;

/** The sentences of a folded text, roughly: what ends one and where quotation marks close is no matter here. */
export function sentencesOf(folded: string): readonly string[] {
  const sentences = folded.split(/[。！？；!?;\n]/u).filter((sentence) => sentence !== '');
  return sentences.length > MOST_SENTENCES ? sentences.slice(0, MOST_SENTENCES) : sentences;
}

/** The best of the sentences by a measure; 0 without sentences. */
export function bestSentence(sentences: readonly string[], measure: (sentence: string) => number): number {
  return sentences.reduce((best, sentence) => Math.max(best, measure(sentence)), 0);
}

/** Length of the longest part of `text` that stands in `within`. */
export function longestRun(text: string, within: string): number {
  let best = 0;
  for (let start = 0; start + best < text.length; start++) {
    while (start + best < text.length && within.includes(text.slice(start, start + best + 1))) best++;
  }
  return best;
}
