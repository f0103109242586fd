/** Words of English questions that say nothing of what is asked about, and words that stand for persons said before. */
import { englishTokens, STOP_WORDS } from '../../language/english.js';

/** Verbs and nouns of meetings, which every meeting shares. */
const GENERIC =
  /^(?:chair\w*|presid\w*|attend\w*|present|sat|sit|sits|sitting|spoke|speak|speaks|speech|report\w*|took|take|part|participat\w*|made|make|specific|arrangements?|brief\w*|meetings?|session|conference|held|hold|happen\w*|place|people|person|persons|officials?|leaders?|exactly|day|date|time|year|month|venue|where|said|say|says|stress\w*|emphasi\w*|demand\w*|mention\w*|talk\w*|point\w*|went|go|visit\w*|inspect\w*|join\w*|host\w*|open\w*|start\w*|begin|began|end\w*|come|came|else|there|reason|cause\w*|were|why|list|names?|deploy\w*|convene\w*|observe\w*|moderat\w*)$/iu;
/** Somebody said before. */
export const PERSON_PRONOUN =
  /\b(?<word>he|she|him|her|his|(?:that|this) (?:person|man|woman|official|leader))\b/iu;
/** Somebody said before. */
export const PLURAL_PRONOUN = /\b(?<word>they|them|their)\b/iu;

/** Whether a text says anything of its own. */
export function hasContent(text: string): boolean {
  return englishTokens(text).some(({ lower }) => !STOP_WORDS.has(lower) && !GENERIC.test(lower));
}

/** With a capital at the beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
