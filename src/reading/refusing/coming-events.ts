/** Questions about the next meeting or event: only lines that tell of one to come may answer them. */
import { fold } from '../../language/script.js';
import { splitSentences } from '../../language/sentences.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import type { Finding } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import { notAnnounced } from '../notes/notes.js';
import { answerGeneral } from '../strategies/answer-general.js';

/** 下次, 下一届, 下期; not 下一步, which is what a meeting plans. */
const NEXT =
  /(?<![天地月上以之])下(?:一|1)?(?:次|届|期|轮|回|场(?=比赛|演出|活动|讲座|会|球|音乐))(?!的?(?:时候|时间段))/u;
/** An event of which there is one more; next week and next to are ordinary words. */
const NEXT_ENGLISH =
  /\bnext (?:[a-z-]+ ){0,4}?(?:meeting|session|conference|congress|summit|edition|event|match|game|issue|workshop|class|lecture|talk|festival|briefing|hearing|plenum|forum|race|concert|show|exhibition|fair|activity|drill|inspection|visit|training|course)\b(?!.*\bafter\b)/u;
/** What tells of something to come. */
const ANNOUNCES =
  /下(?:一|1)?(?:次|届|期|轮|回|场|周|星期|个?月)|明[天日年晚早]|后天|本[周月][一二三四五六日末底]|将[于在由会]|拟[于在定由]|定[于在]|预[计定][于在]?|计划[于在]|即将|另行(?:通知|公布)|待定|敬请期待|筹备/u;
const ANNOUNCES_ENGLISH = /\b(?:next|will|upcoming|scheduled|to be (?:held|announced)|tomorrow)\b/iu;
/** What is to come is an event, not what people are told to do. */
/** 第七届比赛将…, in a report of the sixth. */
const NEXT_NUMBERED =
  /第(?:\d{1,3}|[一二三四五六七八九十]{1,4})[届次期轮](?!以来)[^,，。;；]{0,14}(?:将|拟|计划|预计|定[于在])/u;
const EVENT = /[\p{Script=Han}](?:会(?![精场员])|会议|赛|节|展|活动|讲座|演出|课|班|论坛|仪式|演练)/u;
/** A person or a day is no clause. */
const LONGEST_NAMED = 20;
/** Of the question's topic the announcement, with the title over it, must carry this much. */
const LEAST_TOPIC = 0.4;
const CERTAINTY = 0.85;

/** Whether a question is about a meeting or event that is still to come. */
export function asksComing({ folded, language }: Question): boolean {
  return language === 'en' ? NEXT_ENGLISH.test(folded.toLowerCase()) : NEXT.test(withoutQuotes(folded));
}

function withoutQuotes(folded: string): string {
  return folded.replace(/[“「『《][^”」』》]*[”」』》]/gu, ' ');
}

/** The finding from what the hits announce; a refusal where they announce nothing of the kind. */
export function answerComing(question: Question, hits: readonly Hit[], knowledge: CorpusKnowledge): Finding {
  const topic = topicConcepts(question).filter(
    ({ surface }) => !NEXT.test(surface) && !/^(?:下|next|upcoming)$/iu.test(surface),
  );
  const announced = hits
    .flatMap((hit) => announcementsIn(hit, topic))
    .filter(
      ({ passage }) =>
        coverage(topic, `${headOf(passage.article)}\n${fold(passage.paragraph.text)}`) >= LEAST_TOPIC,
    );
  const found = announced.length === 0 ? null : answerGeneral(question, announced, null, knowledge);
  const isNamed = (question.kind !== 'person' && question.kind !== 'time') || !isClause(found);
  return found?.status === 'answered' && isNamed
    ? found
    : { status: 'no-answer', note: notAnnounced(question.language), certainty: CERTAINTY };
}

function isClause(found: Finding | null): boolean {
  return found?.status === 'answered' && (found.answer.length > LONGEST_NAMED || /[,，]/u.test(found.answer));
}

/** The sentences of a passage that tell of something to come, each as a passage of its own. */
function announcementsIn(hit: Hit, topic: readonly Concept[]): readonly Hit[] {
  const { passage } = hit;
  const [from] = passage.range;
  return splitSentences(passage.folded).flatMap(([start, end]): Hit[] => {
    const folded = passage.folded.slice(start, end);
    const isNext = NEXT.test(folded) || NEXT_NUMBERED.test(folded) || /\bnext\b/u.test(folded);
    const isToCome = EVENT.test(folded) && (ANNOUNCES.test(folded) || ANNOUNCES_ENGLISH.test(folded));
    if (!isNext && !(isToCome && coverage(topic, folded) >= LEAST_TOPIC)) return [];
    return [{ ...hit, passage: { ...passage, range: [from + start, from + end], folded } }];
  });
}
