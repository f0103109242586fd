/** 👍 👎: one vote a person and answer, the latest counts. */
import { detectLanguage } from '../../language/script.js';
import type { ShownAnswer } from '../../store/shown-answers.js';
import type { ComponentHandler, Press } from '../component.js';
import { renderNotice } from '../rendering/notice.js';
import { ANSWER_PREFIXES } from './answer-controls.js';
import { shownAnswer } from './shown-answer.js';

/**
 * What was answered and found wanting is a gap as well (what was not answered at all is one already). Not from direct
 * messages, and not where questions are not kept.
 */
async function recordBadAnswer(press: Press, shownId: string, shown: ShownAnswer): Promise<void> {
  const { store, clock } = press.services;
  const { guildId, question } = shown;
  if (guildId === null || question === null) return;
  const language = detectLanguage(question);
  await store.gaps.record({ guildId, question, language, reason: null, at: clock(), shownId });
}

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
    if (choice === 'down') await recordBadAnswer(press, shownId, shown);
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
