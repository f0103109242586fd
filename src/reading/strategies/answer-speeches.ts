/** Answers who said something, and what somebody said: by the speaker of each line. */
import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question, Role } from '../../retrieval/question.js';
import type { Speaker } from '../facts/outline.js';
import type { Line } from '../facts/scenes.js';
import type { Finding, Proof } from '../finding.js';
import { coverage, pairShare, topicConcepts } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { saidNothing } from '../notes/role-notes.js';

/** Asks for the one who says, demands or points out something. */
const ASKS_SPEAKER =
  /(?:谁|哪(?:一)?位(?:领导|负责人|同志)?|哪个(?:领导|人))(?:最先|首先|曾经?|特别|反复|明确|再三)?(?:在[^,，。]{0,20})?(?:强调|指出|要求|表示|说|讲|谈(?!判)|提(?!供|升|高|前|交|拔)|认为|叮嘱|嘱咐|主张|呼吁|号召|批评|反对)|出自谁(?=$|[?？])|(?:出自|来自|是)谁(?:的)?(?:话|原话|口|讲话|发言|要求|观点|说法|指示|嘱咐)|(?:强调|指出|要求|表示|提出|说)[^,，。]{2,}(?:是|的是)谁|who (?:said|stressed|emphasi[sz]ed|demanded|required|pointed out|called for|urged|asked|noted|proposed|ordered|told)/u;
/** What is quoted was said so, word for word. */
const QUOTED = /[“"「『]([^“”"「」『』]{3,30})[”"」』]/u;
/** The share of the question's words that a spoken line must carry. */
const LEAST_COVERAGE = 0.5;
const LONGEST_ANSWER = 160;
const WHERE_SAID = /在[^,，。]{0,16}?(?:会上|会议上|会议|大会上|会)(?:上|中)?/u;
/** Parts that come with words. */
const SPEAKING: ReadonlySet<Role> = new Set([
  'chair',
  'attend-and-speak',
  'speak',
  'deploy',
  'report',
  'notify',
]);

interface Spoken {
  readonly line: Line;
  readonly speaker: Speaker;
  readonly share: number;
}

/** The speaker of the line that carries what the question quotes, or null when it asks for none or nobody is known to speak it. */
export function answerSpeaker(question: Question, fits: readonly SceneFit[]): Finding | null {
  if (question.kind !== 'person' || !ASKS_SPEAKER.test(question.folded)) return null;
  const lines = spokenLines(question, fits).filter(({ share }) => share >= LEAST_COVERAGE);
  const term = QUOTED.exec(question.folded)?.[1];
  const best = lines.find(({ line }) => term !== undefined && textOf(line).includes(term)) ?? lines[0];
  if (best === undefined) return null;
  const { person, line: naming } = best.speaker;
  const name: Span = [person.start, person.end];
  const own: Proof = {
    article: naming.article,
    paragraph: naming.paragraph,
    ranges: [naming.range],
    highlights: [name],
  };
  const said: Proof = {
    article: best.line.article,
    paragraph: best.line.paragraph,
    ranges: [best.line.range],
    highlights: [],
  };
  const gap = naming.paragraph === best.line.paragraph ? best.line.range[0] - naming.range[1] : null;
  const ranges: Proof['ranges'] =
    gap !== null && gap <= 2 ? [[naming.range[0], best.line.range[1]]] : [naming.range, best.line.range];
  const joined: Proof = { ...own, ranges };
  return {
    status: 'answered',
    answer: naming.paragraph.text.slice(...name),
    note: null,
    proofs: naming === best.line ? [own] : gap === null ? [own, said] : [joined],
    certainty: 0.8,
    fit: best.share,
  };
}

/** What the asked person says of the question's topic, as the sentence; null without such a person or speech. */
export function answerStatement(
  question: Question,
  fits: readonly SceneFit[],
  _knowledge: CorpusKnowledge,
): Finding | null {
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person') return null;
  const [best] = spokenLines(question, fits).filter(({ speaker }) => speaker.person.name === person.name);
  if (best === undefined) return refuseSilent(question, fits, person.name);
  if (best.share < LEAST_COVERAGE / 2) return null;
  const { line } = best;
  const proof: Proof = {
    article: line.article,
    paragraph: line.paragraph,
    ranges: [line.range],
    highlights: [],
  };
  if (line.range[1] - line.range[0] > LONGEST_ANSWER)
    return { status: 'passages', note: null, proofs: [proof], fit: best.share };
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...line.range),
    note: null,
    proofs: [proof],
    certainty: 0.6,
    fit: best.share,
  };
}

/** A refusal where a report says who spoke and what part the asked person had, which was no speech; else null. */
function refuseSilent(question: Question, fits: readonly SceneFit[], name: string): Finding | null {
  const parts = fits.flatMap(({ statements }) =>
    statements.filter(({ people }) => people?.members.some((member) => member.name === name) === true),
  );
  const [part] = parts;
  const role = part?.roles[0];
  const isSpeaker = parts.some(({ roles }) => roles.some((one) => SPEAKING.has(one)));
  const others = fits.some(({ outline, lines }) =>
    lines.some((line) => outline.speakers[outline.lines.indexOf(line)] != null),
  );
  if (part === undefined || role === undefined || isSpeaker || !(others || question.role !== null))
    return null;
  const who = part.people?.members.find((member) => member.name === name);
  const said = who === undefined ? name : part.line.paragraph.text.slice(who.start, who.end);
  return { status: 'no-answer', note: saidNothing({ who: said, role }, question.language), certainty: 0.85 };
}

function textOf({ folded, range }: Line): string {
  return folded.slice(...range);
}

/** What is quoted, without where it was said: 在青湖的会上. */
function saidIn({ core }: Question): string {
  const said = core.replace(WHERE_SAID, ' ').trim();
  return said === '' ? core : said;
}

/** Lines with a known speaker, by how much of the question they carry. */
function spokenLines(question: Question, fits: readonly SceneFit[]): readonly Spoken[] {
  const names = new Set(
    question.constraints.flatMap((constraint) => (constraint.type === 'person' ? [constraint.name] : [])),
  );
  const said = saidIn(question);
  const topic = topicConcepts(question).filter(
    ({ variants, surface }) =>
      !variants.some(({ text }) => names.has(text)) && (question.core === '' || said.includes(surface)),
  );
  const concepts = topic.length > 0 ? topic : question.concepts;
  return fits
    .flatMap(({ outline, scene }) =>
      outline.lines.flatMap((line, i): Spoken[] => {
        const speaker = outline.speakers[i] ?? null;
        if (speaker === null || line.scene !== scene) return [];
        const sentence = line.folded.slice(...line.range);
        const pairs =
          question.core === '' ? coverage(concepts, sentence) : pairShare(saidIn(question), sentence);
        return [{ line, speaker, share: (coverage(concepts, sentence) + pairs) / 2 }];
      }),
    )
    .sort((a, b) => b.share - a.share);
}
