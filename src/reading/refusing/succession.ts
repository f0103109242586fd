/**
 * Questions about who came before or after somebody in an office: who holds it now is no answer to them, and a passage
 * answers them only where it tells of the change.
 */
import { fold } from '../../language/script.js';
import type { Question } from '../../retrieval/question.js';
import type { Finding, Proof } from '../finding.js';
import { factNotGiven } from '../notes/notes.js';

const ASKS =
  /接(?:替|任)?(?:的是|了)?(?:谁|哪[位个]|什么人|何人)|(?:谁|哪[位个])(?:接替|接任|接的?班|取代|顶替)|(?:继任|接任|接班|后任|下一任)(?:者|人|的?是)|前任|[上前]一任/u;
const ASKS_ENGLISH =
  /\b(?:who|whom)\b.*\b(?:replace[ds]?|succeed(?:s|ed)?|t(?:ake|akes|ook) over (?:from|as))\b|\b(?:predecessor|successor)s?\b/u;
/** What tells of a change of hands. */
const CHANGES =
  /接[替任班手过]|继(?!续)|[即让传退禅]位|代替|前任|后任|[上下]一任|上任|卸任|离任|辞去|辞任|不再(?:担任|兼任)|免去|原任|改任|调任|升任|当选|任命|取代|顶替|换届|交接/u;
const CHANGES_ENGLISH =
  /replac|succe|predecessor|former|appoint|step(?:s|ped) down|t(?:ake|ook) over|elected/iu;
const CERTAINTY = 0.8;

/** The finding, or a refusal where a change of hands is asked for and what it proves tells of none. */
export function unlessSuccession(question: Question, finding: Finding): Finding {
  if (finding.status === 'no-answer' || !asksSuccession(question)) return finding;
  return finding.proofs.some(tellsChange)
    ? finding
    : { status: 'no-answer', note: factNotGiven(question.language), certainty: CERTAINTY };
}

function asksSuccession({ folded, language }: Question): boolean {
  return language === 'en' ? ASKS_ENGLISH.test(folded.toLowerCase()) : ASKS.test(folded);
}

/** Anywhere in the paragraph: who went is often told a sentence before who came. */
function tellsChange({ paragraph }: Proof): boolean {
  return CHANGES.test(fold(paragraph.text)) || CHANGES_ENGLISH.test(paragraph.text);
}
