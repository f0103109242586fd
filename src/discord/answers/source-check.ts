/** "Check the source": the paragraph behind a citation, after its file was read again; for whoever presses. */
import { openArticleButton } from '../articles/article-key.js';
import type { ComponentHandler } from '../component.js';
import type { Button } from '../controls.js';
import { customId, wholeNumber } from '../custom-id.js';
import { renderCheck } from '../rendering/source-check.js';
import { ANSWER_PREFIXES, pager } from './answer-controls.js';
import { shownAnswer } from './shown-answer.js';

/** On the check itself: turn to another passage in place. */
const IN_PLACE = 'here';

export const sourceCheck: ComponentHandler = {
  prefix: ANSWER_PREFIXES.check,
  async press(press) {
    const { args, services, texts } = press;
    const shown = await shownAnswer(press, args[0]);
    if (shown === null) return;
    const of = shown.passages.length;
    const index = Math.min(wholeNumber(args[1]) ?? 0, of - 1);
    const passage = shown.passages[index];
    if (args[2] === IN_PLACE && press.message?.ephemeral === true) await press.deferUpdate();
    else await press.defer('asker');
    const { article, paragraph } = passage ?? { article: '', paragraph: 1 };
    const check = await services.library.check(article, paragraph);
    const idOf = (to: number): string => customId(ANSWER_PREFIXES.check, args[0] ?? '', to - 1, IN_PLACE);
    const here = {
      id: customId(ANSWER_PREFIXES.check, args[0] ?? '', index, 'now'),
      label: texts.controls.place(index + 1, of),
    };
    const read: readonly Button[] =
      check.status === 'gone' ? [] : [openArticleButton(check.article.id, paragraph, texts)];
    await press.reply({
      ...renderCheck(check, texts),
      rows: [[...(of > 1 ? pager(index + 1, of, 1, idOf, here) : []), ...read]],
    });
  },
};
