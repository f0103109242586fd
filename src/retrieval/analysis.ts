/** A question as text → a question as understood. */
import { detectLanguage, fold } from '../language/script.js';
import { withoutColloquial } from './colloquial.js';
import { chineseConcepts } from './concepts-chinese.js';
import { englishConcepts } from './concepts-english.js';
import type { CorpusIndex } from './corpus-index.js';
import { withoutExceptions } from './exceptions.js';
import { analyseIntent } from './intent.js';
import type { Question } from './question.js';

/** Understands a question over an indexed corpus. Never throws: an empty text is a question without concepts. */
export function analyse(text: string, index: CorpusIndex): Question {
  const language = detectLanguage(text);
  const folded = fold(text);
  const { persons, places } = index.knowledge;
  const intent = analyseIntent(text, folded, language, { persons, places });
  if (language === 'en') {
    const concepts = englishConcepts(withoutExceptions(text), intent.constraints, index);
    return { ...intent, text, language, folded, concepts };
  }
  const core = withoutColloquial(intent.core, index.tokenizer);
  const concepts = chineseConcepts(core, index.tokenizer, persons, index);
  return { ...intent, text, language, folded, core, concepts };
}
