/** Answers who did something that no role of meetings covers: the one person whom the sentence that tells it names. */
import { splitSentences } from '../../language/sentences.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { beyondNames, coverage, pairShare } from '../matching/coverage.js';

/** Passages in which the deed is sought. */
const READ_PASSAGES = 3;
/** The clause must carry this much of what the question says. */
const LEAST_SHARE = 0.6;
const CERTAINTY = 0.7;
const CLAUSE_END = /[,，;；。!?！？]/gu;

interface Told {
  readonly line: Line;
  readonly share: number;
}

/** The persons that the clause with the deed begins with, or null where none does or many sentences could be meant. */
export function answerActor(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (question.kind !== 'person' || question.language === 'en' || question.office !== null) return null;
  const concepts = beyondNames(question).filter(({ frequency }) => frequency > 0);
  if (concepts.length === 0) return null;
  const lines = hits.slice(0, READ_PASSAGES).flatMap((hit) => linesIn(hit, knowledge));
  const [best] = lines
    .map((line): Told => {
      const sentence = line.folded.slice(...line.range);
      return { line, share: (coverage(concepts, sentence) + pairShare(question.core, sentence)) / 2 };
    })
    .filter(({ share, line }) => share >= LEAST_SHARE && line.groups.length > 0)
    .sort((a, b) => b.share - a.share);
  return best === undefined ? null : actorsIn(question, best);
}

function actorsIn({ folded }: Question, { line, share }: Told): Answered | null {
  const asked = line.groups.filter(({ members }) => members.every(({ name }) => !folded.includes(name)));
  const [group] = asked;
  if (group === undefined || asked.length > 1) return null;
  const before = line.folded.slice(line.range[0], group.start);
  const isSubject = [...before.matchAll(CLAUSE_END)].length <= 1;
  if (!isSubject || splitSentences(before).length > 1) return null;
  return {
    status: 'answered',
    answer: group.members.map(({ start, end }) => line.paragraph.text.slice(start, end)).join('、'),
    note: null,
    proofs: [
      {
        article: line.article,
        paragraph: line.paragraph,
        ranges: [line.range],
        highlights: group.members.map(({ start, end }) => [start, end] as const),
      },
    ],
    certainty: CERTAINTY,
    fit: share,
  };
}
