/** The lines that the person whom a question names speaks: what he demands stands there, however little of it the ranking saw. */
import type { Question } from '../../retrieval/question.js';
import type { Line } from '../facts/scenes.js';
import type { SceneFit } from '../matching/scene-fit.js';

const SAYS =
  /强调|指出|要求|表示|认为|提出|提到|叮嘱|部署|说|讲|\b(?:say|said|demand\w*|want\w*|require\w*|ask\w*|stress\w*|emphasi[sz]e\w*|call\w* for|urge\w*|mention\w*|name[ds]?|propose\w*|raise[ds]?|tell|told|instruct\w*|set|order\w*|remind\w*|expect\w*|per|according to|in the words of|in .{2,30} view)\b/u;

/** Those lines of the scenes, in their order; none for a question that asks for nobody's words. */
export function linesSpoken(question: Question, fits: readonly SceneFit[]): readonly Line[] {
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person' || !SAYS.test(question.folded)) return [];
  return fits.flatMap(({ outline, scene }) =>
    outline.lines.filter(
      (line, i) => line.scene === scene && outline.speakers[i]?.person.name === person.name,
    ),
  );
}
