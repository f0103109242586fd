/** Whom of a list a question asks for by rank or body: the city leaders among them, who came from the education department. */
import { englishInstitutions } from '../../retrieval/intent-lexicon.js';
import type { Question } from '../../retrieval/question.js';
import { parseOffice } from '../facts/offices.js';
import type { PeopleGroup, PersonMention } from '../facts/people.js';
import type { Line } from '../facts/scenes.js';

const CITY_LEADERS = /市领导|省领导|县领导|city leaders?|provincial leaders?/u;
/** What follows a body whose people are asked for: 省教育厅派谁, 县水利局的领导; a body's meeting is another thing. */
const OF_BODY =
  /^(?:[、和与及]\p{Script=Han}{2,10}?(?:厅|局|委|部|院|办|会|校|大学|中心))*(?:那边|方面)?(?:的|派|是|有|来|各|分别|都|由)*(?:了)?(?:那位|哪[位个名些]|几[位个名]|谁|什么人|领导|负责人|代表|干部|同志|人员|(?:参加|参会|出席|列席|到会)的?(?:是|有|领导|人|代表)?(?:谁|哪))/u;
/** In English its people come from it or speak for it. */
const FROM_BODY = /\b(?:from|represent(?:ed|ing|s|ative of)?|for|of) (?:the )?(?:[a-z]+ ){0,2}?$/u;
const SHORTEST_BODY = 3;
/** 哪两位巡视员: a title whose holders are asked for. */
const ASKED_TITLE =
  /(?:哪(?:[一二两三四五六七八九几]?[位名个]|些)|谁是)([\p{Script=Han}]{0,4}?(?:巡视员|副主任|副市长|副省长|副县长|副局长|副厅长|常委|调研员))/u;
const LOST = /([\p{Script=Han}]{3,}?)[\p{Script=Han}、,，]{0,12}[?？□�]{2}/u;

/** Those of a list whom the question asks for; all of them where it does not tell them apart. */
export function askedMembers(
  question: Question,
  line: Line,
  members: readonly PersonMention[],
): readonly PersonMention[] {
  const leaders = leadersAmong(question, line, members);
  const narrowed = [ofBody(question, line, leaders), ofTitle(question, line, leaders)];
  return narrowed.find((some) => some.length > 0 && some.length < leaders.length) ?? leaders;
}

/** 市领导 leads a list and ends where somebody with an office of another body begins. */
function leadersAmong(
  question: Question,
  line: Line,
  members: readonly PersonMention[],
): readonly PersonMention[] {
  const [first] = members;
  const rank = first === undefined ? '' : line.folded.slice(Math.max(0, first.start - 6), first.start);
  if (!CITY_LEADERS.test(question.folded) || !/领导(?:同志)?[:：有]?$/u.test(rank)) return members;
  const stop = members.findIndex(({ offices }, i) => i > 0 && offices.length > 0);
  return stop < 0 ? members : members.slice(0, stop);
}

function ofBody(question: Question, line: Line, members: readonly PersonMention[]): readonly PersonMention[] {
  return members.filter(({ offices }) =>
    offices.some((span) => {
      const body = parseOffice(line.folded.slice(...span))?.institution ?? '';
      return asksForBody(question, body);
    }),
  );
}

function asksForBody({ folded, language }: Question, body: string): boolean {
  if (body.length < SHORTEST_BODY) return false;
  if (language === 'en')
    return englishInstitutions(folded).some(
      ({ chinese, at }) => FROM_BODY.test(folded.slice(0, at)) && chinese.some((name) => body.endsWith(name)),
    );
  const at = folded.indexOf(body);
  return at >= 0 && OF_BODY.test(folded.slice(at + body.length));
}

function ofTitle(
  { folded }: Question,
  line: Line,
  members: readonly PersonMention[],
): readonly PersonMention[] {
  const title = ASKED_TITLE.exec(folded)?.[1];
  const asked = title === undefined ? null : parseOffice(title);
  if (asked === null) return [];
  return members.filter(({ offices }) =>
    offices.some((span) => {
      const given = parseOffice(line.folded.slice(...span));
      return given?.head === asked.head && (asked.modifier === '' || given.modifier === asked.modifier);
    }),
  );
}

/** Whether the people of a body are asked for and the text has lost the only name that stands behind it: 某某大学副校长???. */
export function isLostName(question: Question, line: Line, { start, end }: PeopleGroup): boolean {
  const text = line.folded.slice(start, end);
  for (const piece of text.split(/[,，]/u)) {
    const offices = LOST.test(piece) ? piece : '';
    for (let length = SHORTEST_BODY; length < offices.length; length++)
      if (asksForBody(question, offices.slice(0, length))) return true;
  }
  return false;
}
