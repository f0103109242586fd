/** A question as text → a question as understood. */
import { detectLanguage, fold } from '../language/script.js';
import { englishNamesAddressed, namesAddressed } from './addressed-names.js';
import { withoutColloquial } from './colloquial.js';
import { chineseConcepts } from './concepts-chinese.js';
import { englishConcepts } from './concepts-english.js';
import type { CorpusIndex } from './corpus-index.js';
import { fullEnglish, plainWording } from './everyday-wording.js';
import { withoutExceptions } from './exceptions.js';
import { analyseIntent } from './intent.js';
import { soundsChinese } from './intent-sound.js';
import { numbersAsWritten } from './numbers-as-written.js';
import type { Constraint, Question } from './question.js';
import { withoutChineseFrame, withoutEnglishFrame } from './question-frames.js';
import { personSpelled, textsSpelled } from './spelled-texts.js';

/**
 * Understands a question over an indexed corpus. Never throws: an empty text is a question without concepts. The
 * question's `text` is in plain words, which are not always those that were typed.
 */
export function analyse(typed: string, index: CorpusIndex): Question {
  const language = detectLanguage(typed);
  const { persons, places } = index.knowledge;
  const known = { persons, count: index.texts.count };
  const text =
    language === 'en'
      ? englishNamesAddressed(fullEnglish(withoutEnglishFrame(typed)), known)
      : namesAddressed(numbersAsWritten(plainWording(withoutChineseFrame(typed)), index), known);
  const folded = fold(text);
  const intent = analyseIntent(text, folded, language, { persons, places });
  if (language === 'en') {
    const constraints = intent.constraints.flatMap((constraint) => spelledInCorpus(constraint, index));
    const concepts = englishConcepts(withoutExceptions(text), constraints, index);
    return { ...intent, constraints, text, language, folded, concepts };
  }
  const core = withoutColloquial(intent.core, index.tokenizer, index.texts.count);
  const concepts = chineseConcepts(core, index.tokenizer, persons, index);
  return { ...intent, text, language, folded, core, concepts };
}

const PLACE_KINDS = ['省', '市', '县', '区', '镇', '乡', '村', '街道'];

/** Whether the texts say what kind of place it is: 双溪 of 双溪镇. */
function isPlaceThere(name: string, { texts }: CorpusIndex): boolean {
  return PLACE_KINDS.some((kind) => texts.count(`${name}${kind}`) > 0);
}

/** A Chinese name that no list has may stand in the texts all the same: a person's name is found, a place is no condition then. */
function spelledInCorpus(constraint: Constraint, index: CorpusIndex): readonly Constraint[] {
  if ((constraint.type !== 'person' && constraint.type !== 'place') || !/^[a-z' ]+$/u.test(constraint.name))
    return [constraint];
  // Hong Kong is read like a name in pinyin, too.
  if (isGlossed(constraint.surface, index)) return [];
  if (constraint.type === 'place') {
    const texts = textsSpelled(constraint.name, index).map(({ text }) => text);
    const [place, other] = texts.filter((text) => isPlaceThere(text, index));
    if (place !== undefined && other === undefined) return [{ ...constraint, name: place }];
    return texts.length > 0 ? [] : [constraint];
  }
  const name = personSpelled(constraint.surface, index);
  if (name !== null) return [{ ...constraint, name }];
  return soundsChinese(constraint.surface) ? [constraint] : [];
}

/** Glosses of a name that the lexicon is sure of. */
const SURE_GLOSS = 0.75;

/** Whether the lexicon knows a name as a whole, and some text has it. */
function isGlossed(surface: string, { lexicon }: CorpusIndex): boolean {
  const glosses = surface.includes(' ') ? lexicon.glosses(surface.toLowerCase()) : null;
  return glosses?.some(({ weight }) => weight >= SURE_GLOSS) === true;
}
