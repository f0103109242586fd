/** Answers with whom somebody did something: 与某某现场研判 in a scene where he acts. */
import type { Span } from '../../corpus/article.js';
import type { Constraint, Question } from '../../retrieval/question.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';

const ASKS_WITH_WHOM = /(?:和|与|跟|同)(?:谁|哪些人|哪[些几]?位)|\bwith whom\b|\bwho .{2,60} with\??$/u;
/** Whom the act was shared with stands before what was done together. */
const COMPANION =
  /(?<=^|[,，、。;；\s])(?:并|还|一道|共同)?(?:与|和|同|会同)([^,，。;；:：]{2,24}?)(?:一起|一同|一道|共同|现场|当面|当场|座谈|交流|会谈|商讨|研究|分析|研判)/u;
const LEAST_TOPIC = 0.2;
const CERTAINTY = 0.7;

/** 和某某一起, alongside somebody: who is named to say with whom, not who. */
const BESIDE_CHINESE = [/(?:和|与|跟|同|随|陪同?)$/u, /^(?:一起|一同|一道|共同|同时)/u] as const;
const BESIDE_ENGLISH = /\b(?:alongside|together with|along with|accompanying|with)(?: [a-z]+){0,3} $/u;

/** Whether a question names a person only as somebody else's companion. */
export function isCompanion({ folded, language }: Question, { surface }: Constraint): boolean {
  const at = folded.indexOf(surface.toLowerCase());
  if (at < 0) return false;
  const [before, after] = [folded.slice(0, at), folded.slice(at + surface.length)];
  if (language === 'en') return BESIDE_ENGLISH.test(before);
  return BESIDE_CHINESE[0].test(before) && BESIDE_CHINESE[1].test(after);
}

/** The companions in the best line of the scenes, or null when the question asks for none or no line names one. */
export function answerCompanions(question: Question, fits: readonly SceneFit[]): Answered | null {
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person' || !ASKS_WITH_WHOM.test(question.folded)) return null;
  const topic = topicConcepts(question);
  const found = fits
    .filter(
      ({ scene, lines }) =>
        lines.some((line) => sentenceOf(line).includes(person.name)) || scene.opening.includes(person.name),
    )
    .flatMap(({ lines }) =>
      lines.flatMap((line) => {
        const span = companionIn(line);
        return span === null ? [] : [{ line, span, share: coverage(topic, sentenceOf(line)) }];
      }),
    )
    .sort((a, b) => b.share - a.share);
  const [best] = found;
  if (best === undefined || best.share < LEAST_TOPIC) return null;
  const { line, span, share } = best;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...span),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [span] }],
    certainty: CERTAINTY,
    fit: share,
  };
}

function sentenceOf({ folded, range }: Line): string {
  return folded.slice(...range);
}

function companionIn(line: Line): Span | null {
  const match = COMPANION.exec(sentenceOf(line));
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const start = line.range[0] + match.index + match[0].indexOf(name);
  return [start, start + name.length];
}
