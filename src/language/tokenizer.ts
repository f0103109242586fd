/** Words of a folded text: the corpus's own names first, nodejieba (with its hidden Markov model) for the rest. The only door to nodejieba. */
import nodejieba from 'nodejieba';
import type { Gazetteer } from './names.js';

export interface Tokenizer {
  /** The words in order; joined they are the text. */
  words(folded: string): readonly string[];
}

/**
 * A tokenizer is a function of text and gazetteer: nodejieba's own dictionary is never changed, because insertWord is
 * process-wide and cannot be undone, so that index and question would drift apart.
 */
export function createTokenizer(
  gazetteer: Pick<Gazetteer, 'persons' | 'places' | 'organizations'>,
): Tokenizer {
  const names = byFirstPair([...gazetteer.persons, ...gazetteer.places, ...gazetteer.organizations]);
  return { words: (folded) => segment(folded, names) };
}

/** Names by their first two characters, the longest first. */
function byFirstPair(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const name of names) {
    if (name.length < 2) continue;
    const pair = name.slice(0, 2);
    const list = table.get(pair);
    if (list === undefined) table.set(pair, [name]);
    else list.push(name);
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length);
  return table;
}

function segment(folded: string, names: ReadonlyMap<string, readonly string[]>): string[] {
  if (names.size === 0) return folded === '' ? [] : cut(folded);
  const words: string[] = [];
  let done = 0;
  for (let at = 0; at + 1 < folded.length; ) {
    const name = names.get(folded.slice(at, at + 2))?.find((candidate) => folded.startsWith(candidate, at));
    if (name === undefined) {
      at++;
      continue;
    }
    if (at > done) words.push(...cut(folded.slice(done, at)));
    words.push(name);
    at += name.length;
    done = at;
  }
  if (done < folded.length) words.push(...cut(folded.slice(done)));
  return words;
}

/** What a word is, as far as the dictionary tells; `unknown` is in no dictionary, mostly a name or a part of one. */
export type WordClass = 'name' | 'noun' | 'verb' | 'number' | 'foreign' | 'other' | 'unknown';

const NAME_TAG = /^n(?:r|s|t|z)/u;
const NOUN_TAG = /^[nsjil]/u;

/** Words whose class or idf is remembered: a question asks for those of its own a dozen times. */
const REMEMBERED = 2000;

/** The same function, which looks a word up once as long as it is among the last that were asked for. */
function remembering<T>(look: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = look(word);
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, value);
    return value;
  };
}

/** The class of a folded word by nodejieba's dictionary. */
export const wordClass: (word: string) => WordClass = remembering(lookUpClass);

function lookUpClass(word: string): WordClass {
  if (/^[\d.,%]+$/u.test(word)) return 'number';
  if (!/\p{Script=Han}/u.test(word)) return 'foreign';
  const [first, second] = nodejieba.tag(word);
  if (first === undefined || second !== undefined || first.tag === 'x') return 'unknown';
  if (NAME_TAG.test(first.tag)) return 'name';
  if (NOUN_TAG.test(first.tag)) return 'noun';
  return first.tag.startsWith('v') ? 'verb' : 'other';
}

/** Inverse document frequency (natural log) of a folded word in general Chinese; null where no list has it. */
export const generalIdf: (word: string) => number | null = remembering(lookUpIdf);

function lookUpIdf(word: string): number | null {
  const [known] = nodejieba.extract(word, 1);
  return known?.word === word ? known.weight : null;
}

/** The second argument turns the hidden Markov model on; without it 10 becomes 1, 0 and Latin words fall into letters. */
function cut(text: string): string[] {
  return nodejieba.cut(text, true);
}
