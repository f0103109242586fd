/** 👍 👎: one vote a person and answer, the latest counts. */
import type { ComponentHandler } from '../component.js';
import { renderNotice } from '../rendering/notice.js';
import { ANSWER_PREFIXES } from './answer-controls.js';
import { shownAnswer } from './shown-answer.js';

export const votes: ComponentHandler = {
  prefix: ANSWER_PREFIXES.vote,
  async press(press) {
    const { args, caller, place, services, texts } = press;
    const [shownId = '', choice] = args;
    const shown = await shownAnswer(press, shownId);
    if (shown === null) return;
    if (choice !== 'up' && choice !== 'down') {
      await press.tell(renderNotice(texts.failure.unknownControl, 'neutral'));
      return;
    }
    await services.store.feedback.vote({
      shownId,
      guildId: place.guildId,
      userId: caller.userId,
      up: choice === 'up',
      at: services.clock(),
    });
    await press.tell(renderNotice(texts.controls.thanks, 'neutral'));
  },
};
