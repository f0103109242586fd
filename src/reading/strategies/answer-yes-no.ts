/** Answers whether somebody had a part in a meeting, or holds an office, with the clause that says so or says otherwise. */
import type { Span } from '../../corpus/article.js';
import { findOffices } from '../../language/names.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Constraint, Question } from '../../retrieval/question.js';
import type { Answered, Proof } from '../finding.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { saysOtherwise, saysSo } from '../notes/role-notes.js';
import { answerHolder } from './answer-offices.js';
import { answerPost } from './answer-posts.js';
import { answerRole } from './answer-roles.js';

type Person = Extract<Constraint, { type: 'person' }>;

/** 是不是新乡市市长, 是新乡市市长吗, 担任市长了吗. */
const OFFICE_ASKED =
  /(?:是不是|是否是?|是否担任|担任|任|是)(?<office>[\p{Script=Han}“”]{2,24}?)(?:的)?(?:了)?(?:吗|么)?[?？]*$/u;
const CERTAINTY = 0.85;
const CLAUSE_MARK = /[,，;；。!?！？:：]/u;

/** The finding for a yes-no question about a person's part or office, or null when it is none or nothing tells. */
export function answerYesNo(
  question: Question,
  fits: readonly SceneFit[],
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (question.kind !== 'yes-no') return null;
  const persons = question.constraints.filter((one): one is Person => one.type === 'person');
  const [person = null] = persons.length === 0 ? [holderOf(question, hits, knowledge)] : persons;
  if (person === null || persons.length > 1) return null;
  const open = withoutPerson(question, person);
  if (question.role !== null) {
    const told = answerRole(open, fits, knowledge);
    if (told?.status === 'answered') return verdict(question, person, told, fits);
    const [own] = fits.flatMap((fit) => ownPart(fit, person.name));
    return told === null || own === undefined ? null : answered(own, told.note ?? '', [own]);
  }
  const office = OFFICE_ASKED.exec(question.folded.slice(question.folded.indexOf(person.surface)))?.groups
    ?.office;
  if (office === undefined || question.language === 'en') return null;
  const told = answerHolder({ ...open, office }, hits, knowledge);
  if (told?.status !== 'answered') return null;
  const isSo = told.proofs.some((proof) => onlyOf(proof, person.name).length > 0);
  const own = isSo ? null : answerPost({ ...question, constraints: [person] }, hits, knowledge);
  const proof = own?.status === 'answered' ? own.proofs[0] : undefined;
  if (proof !== undefined) return answered(proof, saysOtherwise(told.answer, question.language), [proof]);
  return verdict(question, person, told, fits);
}

/** The one who holds the office that a question about a part in a meeting names: 省长是否出席. */
function holderOf(question: Question, hits: readonly Hit[], knowledge: CorpusKnowledge): Person | null {
  const office = findOffices(question.folded).at(-1);
  if (question.role === null || office === undefined || question.language === 'en') return null;
  const asked = question.folded.slice(office.start, office.end);
  const told = answerHolder({ ...question, kind: 'person', office: asked }, hits, knowledge);
  if (told?.status !== 'answered' || told.answer.includes('、')) return null;
  return { type: 'person', name: fold(told.answer), surface: asked };
}

/** The same question, asking who. */
function withoutPerson(question: Question, person: Person): Question {
  return {
    ...question,
    kind: 'person',
    plural: true,
    constraints: question.constraints.filter((one) => one !== person),
    concepts: question.concepts.filter(
      ({ surface, variants }) =>
        surface !== person.surface && !variants.some(({ text }) => text === person.name),
    ),
  };
}

function verdict(question: Question, { name }: Person, told: Answered, fits: readonly SceneFit[]): Answered {
  const { language } = question;
  const named = told.proofs.flatMap((proof) => onlyOf(proof, name));
  const [proof] = named;
  if (proof !== undefined) return answered(proof, saysSo(language), named);
  const [elsewhere] = fits.flatMap((fit) => ownPart(fit, name));
  const own = elsewhere ?? told.proofs[0];
  const note = saysOtherwise(told.answer, language);
  return own === undefined
    ? { ...told, note }
    : answered(own, note, [own, ...told.proofs.filter((one) => one !== own)]);
}

function answered(proof: Proof, note: string, proofs: readonly Proof[]): Answered {
  const { paragraph, highlights } = proof;
  const [highlight] = highlights;
  const span = clauseAround(paragraph.text, highlight ?? proof.ranges[0], proof.ranges[0]);
  return {
    status: 'answered',
    answer: paragraph.text.slice(...span).trim(),
    note,
    proofs: [{ ...proof, highlights: [span] }, ...proofs.slice(1)],
    certainty: CERTAINTY,
    fit: 1,
  };
}

/** The proof with only the person's name in it; none where it does not name him. */
function onlyOf(proof: Proof, name: string): readonly Proof[] {
  const highlights = proof.highlights.filter((span) => fold(proof.paragraph.text.slice(...span)) === name);
  return highlights.length === 0 ? [] : [{ ...proof, highlights }];
}

/** What the scene says that the person did. */
function ownPart({ statements }: SceneFit, name: string): readonly Proof[] {
  return statements.flatMap(({ line, people, verb }): Proof[] => {
    const member = people?.members.find((one) => one.name === name);
    if (member === undefined) return [];
    const span: Span = [Math.min(member.start, verb[0]), Math.max(member.end, verb[1])];
    return [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [span] }];
  });
}

function clauseAround(text: string, [start, end]: Span, [from, to]: Span): Span {
  let left = start;
  while (left > from && !CLAUSE_MARK.test(text.charAt(left - 1))) left--;
  let right = end;
  while (right < to && !CLAUSE_MARK.test(text.charAt(right))) right++;
  return [left, right];
}
