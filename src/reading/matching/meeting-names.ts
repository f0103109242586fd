/** The kinds of meeting that a question names. */
import { englishMeetings } from '../../retrieval/intent-lexicon.js';
import type { Question } from '../../retrieval/question.js';

const CHINESE =
  /[\p{Script=Han}]{0,4}?(?:常委会|专题会|调度会|座谈会|动员会|推进会|协调会|常务会|全会|大会|发布会|组长会|视频会|电视电话会|例会|联席会|研讨会|听证会|工作会|现场会|论坛|峰会)/gu;

/** Folded names of the kinds of meeting that the question names, each as its alternatives; longer readings first. */
export function meetingNames(question: Question): readonly (readonly string[])[] {
  if (question.language === 'en') return englishMeetings(question.folded).filter(([name]) => name !== '会议');
  return [...question.folded.matchAll(CHINESE)].map(([name]) => [
    name.replace(/^(?:在|的|个|次|那|这|省委|市委|召开)+/u, ''),
  ]);
}
