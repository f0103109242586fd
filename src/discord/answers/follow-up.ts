/** "Follow up": a form that asks on from one answer. A private answer is followed by private ones. */
import { answerIn } from '../asking.js';
import type { ComponentHandler } from '../component.js';
import { customId } from '../custom-id.js';
import { MAX_QUESTION_LENGTH } from '../limits.js';
import { ANSWER_PREFIXES } from './answer-controls.js';
import { shownAnswer } from './shown-answer.js';

const FORM = 'follow-up-form';
const QUESTION = 'question';

export const followUpButton: ComponentHandler = {
  prefix: ANSWER_PREFIXES.followUp,
  async press(press) {
    const { controls } = press.texts;
    const shown = await shownAnswer(press, press.args[0]);
    if (shown === null) return;
    await press.openForm({
      id: customId(FORM, press.args[0] ?? '', press.message?.ephemeral === true ? 'private' : 'all'),
      title: controls.followUp,
      fields: [
        {
          id: QUESTION,
          label: controls.followUpQuestion,
          placeholder: controls.followUpHint,
          lines: 'several',
          required: true,
          maxLength: MAX_QUESTION_LENGTH,
        },
      ],
    });
  },
};

export const followUpForm: ComponentHandler = {
  prefix: FORM,
  async press(press) {
    const [shownId = '', audience] = press.args;
    const shown = await shownAnswer(press, shownId);
    if (shown === null) return;
    // What was asked in private stays so, whatever the form says.
    const hidden = shown.private || audience !== 'all';
    await answerIn(press, {
      question: press.field(QUESTION),
      way: 'follow-up',
      audience: hidden ? 'asker' : 'everyone',
      context: { after: shownId },
      filter: shown.filter,
    });
  },
};
