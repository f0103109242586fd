/** Answers what somebody did at a meeting or on a day: the clauses in which he acts. */
import type { Span } from '../../corpus/article.js';
import { findOffices } from '../../language/names.js';
import { englishOffice } from '../../retrieval/intent-english.js';
import type { Question } from '../../retrieval/question.js';
import { matchOffice, type Office, parseOffice } from '../facts/offices.js';
import type { Statement } from '../facts/roles.js';
import type { Answered, Proof } from '../finding.js';
import type { SceneFit } from '../matching/scene-fit.js';

const ASKS_DEED =
  /(?:做|干|(?<![当看称叫视用写])作|搞|忙)(?:了|过)?(?:些|的)?什么(?![职事]?[务位]|样的?)|有(?:什么|哪些)(?:动作|活动|行程|举动)|(?:做|干)了哪些事|\bwhat (?:did|does|has|had|was|is) .{1,80}\b(?:do|done|doing)\b/u;
const ASKED_BODY =
  /^([\p{Script=Han}]{2,14}?(?:委|局|厅|部|院|办|处|科|队|站|中心|公司|集团|学校|医院|法院|省|市|县|区))(?:在|于|对|就|当天|做|干)/u;
/** What somebody wants others to do is said, not done. */
const SAID =
  /(?:强调|指出|要求|提出|表示|认为|叮嘱|希望|呼吁)[^,，。?？]*$|(?:[要该应得需能]|可以|应当|需要|必须)$/u;
const SAID_ENGLISH = /\b(?:ask|tell|urge|require|order|want|demand|instruct|call on|request)(?:s|ed)?\b/u;
const MOST_DEEDS = 4;
const CERTAINTY = 0.75;
/** Scenes this far behind the best are of something else. */
const MARGIN = 0.3;
const CLAUSE_END = /[,，;；。!?！？]/u;

/** What the asked person or holder of an office did in the best scene, or null when no deed is asked or told. */
export function answerDeeds(question: Question, fits: readonly SceneFit[]): Answered | null {
  const asked = ASKS_DEED.exec(question.folded);
  if (asked === null || SAID.test(question.folded.slice(0, asked.index)) || SAID_ENGLISH.test(asked[0]))
    return null;
  const isActor = actorTest(question);
  const best = fits[0]?.score ?? 0;
  if (isActor === null) return null;
  for (const { statements, score, coverage } of fits) {
    if (score < best - MARGIN) return null;
    const spans = statements.filter(isActor).map((statement) => ({ statement, span: deedOf(statement) }));
    const deeds = spans.filter(
      ({ span, statement }, i) =>
        spans.findIndex((one) => one.statement.line === statement.line && one.span[0] === span[0]) === i,
    );
    if (deeds.length === 0) continue;
    const told = deeds.slice(0, MOST_DEEDS);
    return {
      status: 'answered',
      answer: told.map(({ statement, span }) => statement.line.paragraph.text.slice(...span)).join('；'),
      note: null,
      proofs: told.map(
        ({ statement: { line }, span }): Proof => ({
          article: line.article,
          paragraph: line.paragraph,
          ranges: [line.range],
          highlights: [span],
        }),
      ),
      certainty: CERTAINTY,
      fit: coverage,
    };
  }
  return null;
}

/** Tells the statements of the person or office that the question names; null when it names none. */
function actorTest(question: Question): ((statement: Statement) => boolean) | null {
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type === 'person')
    return ({ people }) => people?.members.some(({ name }) => name === person.name) === true;
  const office = officeIn(question);
  if (office === null) return bodyTest(question);
  return ({ people, line }) =>
    people?.members.some(({ offices }) =>
      offices.some((span) => {
        const given = parseOffice(line.folded.slice(...span));
        return given !== null && matchOffice(office, given, question.language === 'en') !== null;
      }),
    ) === true;
}

/** Tells the statements of the body that a Chinese question begins with, also by its short name: 省卫健委. */
function bodyTest({ folded, language }: Question): ((statement: Statement) => boolean) | null {
  const asked = language === 'en' ? undefined : ASKED_BODY.exec(folded)?.[1];
  if (asked === undefined) return null;
  return ({ bodies, line }) => bodies.some((span) => isShortFor(asked, line.folded.slice(...span)));
}

function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length || long.includes(short);
}

function officeIn({ folded, language, text }: Question): Office | null {
  if (language === 'en') {
    const office = englishOffice(text, null);
    return office === null ? null : parseOffice(office);
  }
  const last = findOffices(folded).at(-1);
  return last === undefined ? null : parseOffice(folded.slice(last.start, last.end));
}

/** From the actor's office or name to the end of his clause. */
function deedOf({ line, verb, people }: Statement): Span {
  const own =
    people !== null && people.start >= line.range[0] && people.start < verb[0] ? people.start : verb[0];
  const rest = line.folded.slice(verb[1], line.range[1]);
  const stop = rest.search(CLAUSE_END);
  return [own, stop < 0 ? line.range[1] : verb[1] + stop];
}
