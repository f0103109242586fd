/** Answers which office somebody holds. */
import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Constraint, Question } from '../../retrieval/question.js';
import { holdersIn } from '../facts/holders.js';
import { outlineOf } from '../facts/outline.js';
import type { Line } from '../facts/scenes.js';
import type { Finding } from '../finding.js';
import { articlesOf } from '../matching/scene-fit.js';
import { postNotGiven } from '../notes/notes.js';

/** The finding for "what is the post of …" and "who is …": the offices written beside the person's name. */
export function answerPost(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const persons = question.constraints.flatMap((one) => (one.type === 'person' ? [one] : []));
  const [person, ...others] = persons;
  if (person === undefined) return null;
  if (others.length > 0) return ofEach(question, persons, hits, knowledge);
  const found = articlesOf(hits)
    .flatMap((article) => outlineOf(article, knowledge).lines)
    .flatMap((line) => holdersIn(line))
    .filter((holder) => holder.person.name === person.name)
    .sort((a, b) => Number(b.isGiven) - Number(a.isGiven) || b.run[1] - b.run[0] - (a.run[1] - a.run[0]));
  const [top] = found;
  if (top === undefined) return byApposition(question, hits, knowledge, person.name);
  const firsts = found.filter(
    (one, i) => found.findIndex((other) => other.line.article === one.line.article) === i,
  );
  return {
    status: 'answered',
    answer: top.line.paragraph.text.slice(...top.run),
    note: null,
    proofs: firsts.slice(0, 3).map(({ line, run }) => ({
      article: line.article,
      paragraph: line.paragraph,
      ranges: [line.range],
      highlights: [run],
    })),
    certainty: 0.85,
    fit: 1,
  };
}

/** The posts of several persons, each with his name. */
function ofEach(
  question: Question,
  persons: readonly Constraint[],
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  const told = persons.map((person) => ({
    person,
    post: answerPost({ ...question, constraints: [person] }, hits, knowledge),
  }));
  const known = told.flatMap(({ person, post }) => (post?.status === 'answered' ? [{ person, post }] : []));
  const [first] = known;
  if (first === undefined) return null;
  return {
    ...first.post,
    answer: known.map(({ person, post }) => `${person.surface}：${post.answer}`).join('；'),
    proofs: known.flatMap(({ post }) => post.proofs.slice(0, 1)),
  };
}

/** What stands right before the name, in a clause of its own: 镇包村干部某某列席. */
const APPOSITION = /(?:^|[,，。;；:：、!?！？\s])(?:现任|时任|现为)?([\p{Script=Han}]{2,16}?)(?:的)?$/u;
/** Words of a clause, not of somebody's description. */
const CLAUSE_WORD =
  /名叫|名为|叫做|[本原化笔]名|[是在由和与对把被向的了请听让将就为]|强调|指出|主持|出席|参加|要求|介绍|记者/u;

/** What somebody is or does (身份, 工作) may be told without an office. */
const ASKS_POST = /职务|职位|职衔|头衔|什么职|何职|什么官|\b(?:post|position|office|title|rank)\b/u;

/** 某某是县邮政局的乡邮员. */
const IS_A =
  /^(?:现在|目前)?(?:是|为)(?:一名|一位|个|名)?([\p{Script=Han}]{2,24}(?:员|师|匠|长|手|生|工|者|家|医|农|商|人|师傅|教授|主任|经理|记者))(?=[,，。;；]|$)/u;

function statedPost(line: Line, span: Span): Finding {
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...span),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [span] }],
    certainty: 0.7,
    fit: 1,
  };
}

function byApposition(
  { language, folded }: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  name: string,
): Finding | null {
  const lines = articlesOf(hits).flatMap((article) => outlineOf(article, knowledge).lines);
  const named = lines.filter(({ folded, range }) => folded.slice(...range).includes(name));
  for (const line of named) {
    const at = line.folded.indexOf(name, line.range[0]);
    const is = IS_A.exec(line.folded.slice(at + name.length, line.range[1]))?.[1];
    if (is !== undefined) {
      const from = line.folded.indexOf(is, at + name.length);
      return statedPost(line, [from, from + is.length]);
    }
    const said = APPOSITION.exec(line.folded.slice(line.range[0], at))?.[1];
    if (said === undefined || CLAUSE_WORD.test(said) || knowledge.persons.has(said)) continue;
    const span: Span = [at - said.length, at];
    return statedPost(line, span);
  }
  return named.length === 0 || !ASKS_POST.test(folded)
    ? null
    : { status: 'no-answer', note: postNotGiven(name, language), certainty: 0.8 };
}
