/** `/settings`: how the bot behaves in one server. */
import type { GuildSettings } from '../../store/settings.js';
import type { Exchange, Services } from '../command.js';
import type { ComponentHandler } from '../component.js';
import { retentionDays } from '../manners/retention.js';
import { renderNotice } from '../rendering/notice.js';
import { TEXTS } from '../texts/locale.js';
import { moderatorOf } from './gate.js';
import { recordAct } from './record.js';
import { type Patch, patchOf, SETTINGS } from './settings-choices.js';
import { renderPanel } from './settings-panel.js';

const DAY = 86_400_000;

/** `language: zh-CN`, for the record. */
function detailOf(patch: Patch): string {
  return Object.entries(patch)
    .map(([key, value]) => `${key}: ${value === null ? '–' : String(value)}`)
    .join(', ');
}

/** Fewer days hold at once, not from the next purge on. */
async function forgetOld(guildId: string, guild: GuildSettings, services: Services): Promise<void> {
  const { store, settings, clock } = services;
  const before = clock() - retentionDays(settings.questionRetentionDays, guild) * DAY;
  await store.gaps.purgeGuild(guildId, before);
  await store.shown.forgetTexts(before, guildId);
}

/** Shows a moderator the panel of their server. The answer must be deferred. */
export async function showSettings(exchange: Exchange): Promise<void> {
  const moderator = await moderatorOf(exchange, 'server', exchange.reply);
  if (moderator === null) return;
  await exchange.reply(renderPanel(moderator.guild, exchange.services.settings, exchange.texts));
}

/** Every control of the panel: changes one thing and shows the panel as it is then. */
export const settingsHandler: ComponentHandler = {
  prefix: SETTINGS,
  async press(press) {
    const moderator = await moderatorOf(press, 'server', press.tell);
    if (moderator === null) return;
    const patch = patchOf(press, moderator);
    if (typeof patch === 'string') return press.tell(renderNotice(patch, 'trouble'));
    const { store, guildSettings, settings } = press.services;
    await press.deferUpdate();
    const guild = await store.settings.set(moderator.guildId, patch);
    guildSettings.forget(moderator.guildId);
    if (patch.retentionDays !== undefined) await forgetOld(moderator.guildId, guild, press.services);
    await recordAct(press, moderator, 'settings', detailOf(patch));
    const texts = guild.language === null ? press.texts : TEXTS[guild.language];
    await press.reply(renderPanel(guild, settings, texts));
  },
};
