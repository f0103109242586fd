/** Answers in which version something is and when it came out, from the heading over the line that tells it: ## 2.7.0 (2023-09-02). */
import type { Paragraph } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { headingOf, isVersionHeading } from '../../retrieval/headings.js';
import type { Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Answered } from '../finding.js';
import { coverage, topicConcepts } from '../matching/coverage.js';

const ASKS_VERSION =
  /(?:哪(?:一)?个?|什么|第几|几)版(?:本)?(?!面|权|块|税)|版本号(?:是|为)?多少|\bwhich (?:version|release)\b/u;
const ASKS_RELEASE =
  /(?:什么时候|何时|哪(?:一)?[天年月日]|几月几[日号]|几号)(?:才|正式)?(?:修|加|上线|发布|推出|支持|移除|删|改|新增|有|出|下线|更新)/u;
const VERSION = /\d{1,3}(?:\.\d{1,4}){1,3}/u;
const DAY = /\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}日?/u;
const READ_PASSAGES = 3;
const LEAST_SHARE = 0.5;
const CERTAINTY = 0.8;

/** The version or its day, or null where the question asks for neither or no heading gives it. */
export function answerVersion(question: Question, hits: readonly Hit[]): Answered | null {
  const asked = askedIn(question);
  if (asked === null) return null;
  const topic = topicConcepts(question).filter(({ surface }) => !/^(?:版本|版|最后|version)$/u.test(surface));
  for (const { passage } of hits.slice(0, READ_PASSAGES)) {
    const { article, paragraph } = passage;
    const heading = article.paragraphs.find((one) => isOver(one, paragraph, headingOf(passage)));
    const found = heading === undefined ? null : asked.exec(heading.text);
    const share = coverage(topic, `${fold(article.title ?? '')}\n${passage.folded}`);
    if (heading === undefined || found === null || share < LEAST_SHARE) continue;
    return {
      status: 'answered',
      answer: found[0],
      note: null,
      proofs: [
        { article, paragraph, ranges: [passage.range], highlights: [] },
        {
          article,
          paragraph: heading,
          ranges: [[0, heading.text.length]],
          highlights: [[found.index, found.index + found[0].length]],
        },
      ],
      certainty: CERTAINTY,
      fit: share,
    };
  }
  return null;
}

function askedIn({ folded, kind }: Question): RegExp | null {
  if (ASKS_VERSION.test(folded) && !VERSION.test(folded)) return VERSION;
  return kind === 'time' && ASKS_RELEASE.test(folded) ? DAY : null;
}

function isOver(one: Paragraph, paragraph: Paragraph, heading: string): boolean {
  return (
    one.number < paragraph.number &&
    isVersionHeading(one.text) &&
    heading.split('\n').includes(fold(one.text))
  );
}
