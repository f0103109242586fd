/** `/gaps`: what people of this server asked and did not find. */
import { setImmediate } from 'node:timers/promises';
import type { Exchange } from '../command.js';
import type { ComponentHandler } from '../component.js';
import { customId, wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { retentionDays } from '../manners/retention.js';
import { plainMarkdown } from '../markdown.js';
import { dateParts } from '../rendering/article.js';
import { renderNotice } from '../rendering/notice.js';
import type { Texts } from '../texts/texts.js';
import { type GapGroup, groupGaps } from './gap-groups.js';
import { gapQuestions } from './gap-questions.js';
import { type Moderator, moderatorOf } from './gate.js';
import { pageButtons, pageWithin } from './pages.js';
import { recordAct } from './record.js';

/** The prefix of the controls of the list. */
const GAPS = 'gaps';
const DAY = 86_400_000;
const GROUPS_A_PAGE = 10;
const MAX_QUESTION = 160;
const MAX_WORDING = 60;
const WORDINGS_SHOWN = 2;

/** Days over which gaps of a moderator's server are kept. */
function daysKept({ guild }: Moderator, { services }: Exchange): number {
  return retentionDays(services.settings.questionRetentionDays, guild);
}

async function groupsOf(moderator: Moderator, exchange: Exchange): Promise<readonly GapGroup[]> {
  const { store, clock } = exchange.services;
  const since = clock() - daysKept(moderator, exchange) * DAY;
  const gaps = await store.gaps.list(moderator.guildId, since);
  await setImmediate();
  return groupGaps(gaps);
}

function groupBlock({ question, count, up, down, lastAt, wordings }: GapGroup, texts: Texts): string {
  const { gaps } = texts.moderation;
  const parts = dateParts(new Date(lastAt).toISOString().slice(0, 10));
  const votes = [up > 0 ? `👍 ${up}` : '', down > 0 ? `👎 ${down}` : ''].filter((vote) => vote !== '');
  const others = wordings
    .slice(1, 1 + WORDINGS_SHOWN)
    .map((wording) => plainMarkdown(wording.question, MAX_WORDING))
    .join(' · ');
  const detail = [
    ...(parts === null ? [] : [gaps.last(texts.article.date(parts))]),
    ...votes,
    ...(others === '' ? [] : [gaps.also(others)]),
  ].join(' · ');
  return `**${gaps.times(count)}** ${plainMarkdown(question, MAX_QUESTION)}\n-# ${detail}`;
}

function renderGaps(groups: readonly GapGroup[], wanted: number, days: number, texts: Texts): Reply {
  const words = texts.moderation.gaps;
  if (days === 0) return renderNotice(words.noneKept, 'neutral');
  if (groups.length === 0) return renderNotice(`${words.none}\n-# ${words.explain(days)}`, 'neutral');
  const pages = Math.ceil(groups.length / GROUPS_A_PAGE);
  const page = pageWithin(wanted, pages);
  const shown = groups.slice(page * GROUPS_A_PAGE, (page + 1) * GROUPS_A_PAGE);
  const asked = groups.reduce((sum, { count }) => sum + count, 0);
  const description = [
    `### ${words.heading(asked, groups.length)}\n-# ${words.explain(days)}`,
    ...shown.map((group) => groupBlock(group, texts)),
  ].join('\n\n');
  return {
    cards: [
      {
        tone: 'neutral',
        description,
        ...(pages > 1 ? { footer: texts.moderation.page(page + 1, pages) } : {}),
      },
    ],
    rows: [
      [
        ...pageButtons(GAPS, ['page'], page, pages),
        { id: customId(GAPS, 'export'), label: words.export, emoji: '📄' },
      ],
    ],
  };
}

/** Shows a moderator the gaps of their server. The answer must be deferred. */
export async function showGaps(exchange: Exchange): Promise<void> {
  const moderator = await moderatorOf(exchange, 'server', exchange.reply);
  if (moderator === null) return;
  const groups = await groupsOf(moderator, exchange);
  await recordAct(exchange, moderator, 'gaps', '');
  await exchange.reply(renderGaps(groups, 0, daysKept(moderator, exchange), exchange.texts));
}

/** ◀, ▶ and the export. */
export const gapsHandler: ComponentHandler = {
  prefix: GAPS,
  async press(press) {
    const moderator = await moderatorOf(press, 'server', press.tell);
    if (moderator === null) return;
    const [act, page] = press.args;
    await press.deferUpdate();
    const groups = await groupsOf(moderator, press);
    if (act !== 'export') {
      const days = daysKept(moderator, press);
      return press.reply(renderGaps(groups, wholeNumber(page) ?? 0, days, press.texts));
    }
    await recordAct(press, moderator, 'gaps-export', '');
    const words = press.texts.moderation.gaps;
    if (groups.length === 0) return press.tell(renderNotice(words.none, 'neutral'));
    const file = { name: 'gaps.jsonl', bytes: Buffer.from(gapQuestions(groups)) };
    await press.tell({ ...renderNotice(words.exported(groups.length), 'neutral'), files: [file] });
  },
};
