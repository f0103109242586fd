/**
 * Words that the tokenizer makes of what stands side by side in a spoken question (裴欠 of 小裴欠了, 书晚 of 书晚还了): no
 * dictionary has them and no text. In a small corpus they are cut anew, where its own texts have the parts.
 */
import { looksLikePersonName } from '../language/names.js';
import { wordClass } from '../language/tokenizer.js';

/** In larger corpora a word that stands nowhere tells that the question is about something else. */
const MOST_PASSAGES = 500;
/** No name has one of these: 羊肉该用. */
const FUNCTION = /[该用要能的了吗呢么被把给让]/u;
const HAN = /^\p{Script=Han}{2,4}$/u;

/** The words with those cut anew that neither the dictionary nor a text has; joined they are the same text. `count` tells in how many of the corpus's passages a text stands. */
export function cutAnew(
  words: readonly string[],
  passages: number,
  count: (text: string) => number,
): readonly string[] {
  if (passages > MOST_PASSAGES) return words;
  const cut: string[] = [];
  for (const word of words) {
    const before = cut.at(-1) ?? '';
    if (!isMadeUp(word, count)) cut.push(word);
    else if (before.length === 1 && count(before + word.charAt(0)) > 0)
      cut.splice(-1, 1, before + word.charAt(0), ...parts(word.slice(1), count));
    else if (looksLikePersonName(word) && !FUNCTION.test(word)) cut.push(word);
    else cut.push(...parts(word, count));
  }
  return cut;
}

function isMadeUp(word: string, count: (text: string) => number): boolean {
  return HAN.test(word) && wordClass(word) === 'unknown' && count(word) === 0;
}

/** The longest parts that some text has, else single characters. */
function parts(text: string, count: (text: string) => number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = text.length;
    while (end > at + 1 && count(text.slice(at, end)) === 0) end--;
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}
