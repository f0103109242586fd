/** `/audit`: what moderators did last. */
import type { AuditEntry } from '../../store/audit.js';
import type { Exchange } from '../command.js';
import type { ComponentHandler } from '../component.js';
import { wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import { renderNotice } from '../rendering/notice.js';
import type { Act } from '../texts/moderation/texts.js';
import type { Texts } from '../texts/texts.js';
import { moderatorOf } from './gate.js';
import { pageRow, pageWithin } from './pages.js';

/** The prefix of the controls of the list. */
const AUDIT = 'audit';
const ACTS_A_PAGE = 15;
/** Older acts are in the store and in the log. */
const MOST_SHOWN = 300;
const MAX_DETAIL = 100;
const SNOWFLAKE = /^\d{17,20}$/;

function isAct(act: string, acts: Texts['moderation']['audit']['acts']): act is Act {
  return Object.hasOwn(acts, act);
}

/** `when · who did what`. A name in an embed pings nobody. */
function actLine({ userId, act, detail, at }: AuditEntry, texts: Texts): string {
  const { acts } = texts.moderation.audit;
  const who = SNOWFLAKE.test(userId) ? `<@${userId}>` : plainMarkdown(userId, MAX_DETAIL);
  const what = isAct(act, acts) ? acts[act] : plainMarkdown(act, MAX_DETAIL);
  const about = detail === '' ? '' : ` ${plainMarkdown(detail, MAX_DETAIL)}`;
  return `- <t:${Math.floor(at / 1_000)}:f> · ${who} ${what}${about}`;
}

function renderAudit(entries: readonly AuditEntry[], wanted: number, texts: Texts): Reply {
  const { audit, page: pageText } = texts.moderation;
  if (entries.length === 0) return renderNotice(audit.none, 'neutral');
  const pages = Math.ceil(entries.length / ACTS_A_PAGE);
  const page = pageWithin(wanted, pages);
  const shown = entries.slice(page * ACTS_A_PAGE, (page + 1) * ACTS_A_PAGE);
  const description = [
    `### ${audit.heading(entries.length)}`,
    ...shown.map((entry) => actLine(entry, texts)),
  ].join('\n');
  return {
    cards: [{ tone: 'neutral', description, ...(pages > 1 ? { footer: pageText(page + 1, pages) } : {}) }],
    rows: pageRow(AUDIT, [], page, pages),
  };
}

/** Shows a moderator of a home server what was done there. The answer must be deferred. */
export async function showAudit(exchange: Exchange): Promise<void> {
  const moderator = await moderatorOf(exchange, 'articles', exchange.reply);
  if (moderator === null) return;
  const entries = await exchange.services.store.audit.last(moderator.guildId, MOST_SHOWN);
  await exchange.reply(renderAudit(entries, 0, exchange.texts));
}

/** ◀ and ▶. */
export const auditHandler: ComponentHandler = {
  prefix: AUDIT,
  async press(press) {
    const moderator = await moderatorOf(press, 'articles', press.tell);
    if (moderator === null) return;
    await press.deferUpdate();
    const entries = await press.services.store.audit.last(moderator.guildId, MOST_SHOWN);
    await press.reply(renderAudit(entries, wholeNumber(press.args[0]) ?? 0, press.texts));
  },
};
