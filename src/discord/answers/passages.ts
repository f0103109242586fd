/** ◀ ▶: the passages behind an answer that it does not cite, one at a time. */
import type { ShownAnswer } from '../../store/shown-answers.js';
import type { ComponentHandler, Press } from '../component.js';
import { customId, wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { passageCard } from '../rendering/passage.js';
import { TEXTS } from '../texts/locale.js';
import { ANSWER_PREFIXES, answerRows, pager } from './answer-controls.js';
import { deferForPresser, isOwn, shownAnswer } from './shown-answer.js';

/** A passage that is shown by itself, to somebody who did not ask. */
const ALONE = 'alone';

interface Wanted {
  readonly shownId: string;
  readonly cited: number;
  readonly page: number;
  readonly others: number;
}

function wanted(press: Press, shown: ShownAnswer): Wanted {
  const [shownId = '', citedText, pageText] = press.args;
  const cited = Math.min(wholeNumber(citedText) ?? 0, shown.passages.length);
  const others = shown.passages.length - cited;
  return { shownId, cited, others, page: Math.min(wholeNumber(pageText) ?? 0, others) };
}

/** The answer as it stands, with the passage below it; page 0 is the answer alone. */
async function besideAnswer(press: Press, shown: ShownAnswer): Promise<Reply> {
  const { shownId, cited, page } = wanted(press, shown);
  const { locale } = shown;
  const passage = page === 0 ? undefined : shown.passages[cited + page - 1];
  const rows = answerRows({
    shownId,
    locale,
    cited,
    passages: shown.passages.length,
    page,
    private: press.message?.ephemeral ?? shown.private,
  });
  const kept = (press.message?.embeds ?? []).slice(0, 1);
  if (passage === undefined) return { kept, rows };
  const article = await press.services.library.article(passage.article);
  return { kept, cards: [passageCard(article, passage.paragraph, TEXTS[locale])], rows };
}

/** The passage by itself. */
async function alone(press: Press, shown: ShownAnswer): Promise<Reply> {
  const { shownId, cited, others, ...to } = wanted(press, shown);
  const page = Math.max(1, to.page);
  const idOf = (other: number): string => customId(ANSWER_PREFIXES.passages, shownId, cited, other, ALONE);
  const passage = shown.passages[cited + page - 1];
  const article = passage === undefined ? null : await press.services.library.article(passage.article);
  const { controls } = press.texts;
  return {
    cards: [passageCard(article, passage?.paragraph ?? 1, press.texts)],
    rows: [
      pager(page, others, 1, idOf, { id: idOf(page), label: controls.place(page, others) }),
      [
        {
          id: customId(ANSWER_PREFIXES.check, shownId, cited + page - 1),
          label: controls.checkSource,
          emoji: '🔍',
        },
      ],
    ],
  };
}

export const passages: ComponentHandler = {
  prefix: ANSWER_PREFIXES.passages,
  async press(press) {
    const shown = await shownAnswer(press, press.args[0]);
    if (shown === null) return;
    const byItself = press.args[3] === ALONE || !isOwn(press);
    await deferForPresser(press);
    await press.reply(byItself ? await alone(press, shown) : await besideAnswer(press, shown));
  },
};
