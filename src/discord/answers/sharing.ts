/** "Show to all" for private answers, and "Delete" for those that all see: both for the asker alone. */
import type { ComponentHandler } from '../component.js';
import { wholeNumber } from '../custom-id.js';
import { renderNotice } from '../rendering/notice.js';
import { ANSWER_PREFIXES, answerRows } from './answer-controls.js';
import { isOwn, shownAnswer } from './shown-answer.js';

export const share: ComponentHandler = {
  prefix: ANSWER_PREFIXES.share,
  async press(press) {
    const { args, message, services, texts } = press;
    const shown = await shownAnswer(press, args[0]);
    if (shown === null) return;
    if (message?.askerId !== press.caller.userId) {
      await press.tell(renderNotice(texts.controls.notYours, 'neutral'));
      return;
    }
    await press.deferUpdate();
    const kept = message.embeds.slice(0, 1);
    // What all see is an answer of its own: its follow-ups are for all as well.
    const shownId = await services.store.shown.save({ ...shown, private: false, at: services.clock() });
    const state = {
      locale: shown.locale,
      cited: Math.min(wholeNumber(args[1]) ?? 0, shown.passages.length),
      passages: shown.passages.length,
      page: 0,
    };
    await press.post({ kept, rows: answerRows({ ...state, shownId, private: false }) });
    const [, lower] = answerRows({ ...state, shownId: args[0] ?? '', private: true });
    const rest = Array.isArray(lower) ? lower.filter(({ id }) => !id.startsWith(ANSWER_PREFIXES.share)) : [];
    await press.reply({
      kept,
      cards: [{ tone: 'neutral', description: texts.controls.shownToAll }],
      rows: [rest],
    });
  },
};

export const remove: ComponentHandler = {
  prefix: ANSWER_PREFIXES.delete,
  async press(press) {
    if (!isOwn(press)) {
      await press.tell(renderNotice(press.texts.controls.notYours, 'neutral'));
      return;
    }
    await press.deferUpdate();
    await press.deleteMessage();
  },
};
