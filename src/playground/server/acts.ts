/** Does in the local Discord what a person did on the page. */

import type { Language } from '../../retrieval/question.js';
import type { OptionValue } from '../loopback/acts/option-values.js';
import { RefusedByClientError } from '../loopback/acts/refused.js';
import { type InteractionRun, NoResponseError } from '../loopback/acts/run.js';
import { ApiError } from '../loopback/api-error.js';
import type { Loopback } from '../loopback/loopback.js';
import { UnknownReferenceError } from '../loopback/world-model.js';
import type { Act, CalledCommand, OpenModal, Outcome, PageLocale, PageValue } from '../protocol.js';
import type { Uploads } from './uploads.js';

/** Runs whose modal is remembered; the oldest are forgotten first. */
const MAX_RUNS = 100;

/** Three questions that the articles answer, in a language. */
export type Starters = (language: Language) => Promise<readonly string[]>;

const LANGUAGES: Readonly<Record<PageLocale, Language>> = {
  'zh-CN': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'en-US': 'en',
};

/** The acts of the page's people. */
export class Acts {
  private readonly runs = new Map<string, InteractionRun>();

  constructor(
    private readonly loopback: Loopback,
    private readonly uploads: Uploads,
    private readonly starters: Starters,
  ) {}

  /** Does it; what a client would refuse and a bot that stays silent are outcomes, not errors. */
  async perform(act: Act): Promise<Outcome> {
    try {
      return await this.done(act);
    } catch (error) {
      if (error instanceof NoResponseError) return { ok: false, reason: 'silent', text: error.message };
      if (isRefusal(error)) return { ok: false, reason: 'refused', text: error.message };
      throw error;
    }
  }

  private async done(act: Act): Promise<Outcome> {
    const { loopback } = this;
    const who = { user: act.user, channel: act.place, locale: act.locale };
    loopback.world.user(act.user).locale = act.locale;
    switch (act.act) {
      case 'commands':
        return { ok: true, commands: loopback.commands(who) };
      case 'command':
        return this.follow(loopback.command({ ...who, ...this.call(act) }));
      case 'suggest': {
        const typed = { ...who, ...this.call(act), focused: act.focused };
        return { ok: true, suggestions: await loopback.autocomplete(typed) };
      }
      case 'menu':
        return this.follow(
          loopback.contextMenu({ ...who, name: act.name, target: this.message(act.message, act) }),
        );
      case 'use':
        return this.use(act);
      case 'submit':
        return this.submit(act);
      case 'say':
        await loopback.say({
          ...who,
          content: act.content,
          attachments: act.uploads.map((id) => this.uploads.get(id)),
          ...(act.replyTo !== undefined && { replyTo: act.replyTo }),
        });
        return { ok: true };
      case 'typing':
        loopback.startTyping(who);
        return { ok: true };
      case 'starters':
        return { ok: true, starters: await this.starters(LANGUAGES[act.locale]) };
    }
  }

  private call({ name, group, subcommand, options }: CalledCommand) {
    const values = Object.entries(options).map(([option, value]) => [option, this.value(value)] as const);
    return {
      name,
      ...(group !== undefined && { group }),
      ...(subcommand !== undefined && { subcommand }),
      options: Object.fromEntries(values),
    };
  }

  private value(value: PageValue): OptionValue {
    return typeof value === 'object' && 'upload' in value ? this.uploads.get(value.upload) : value;
  }

  private use(act: Extract<Act, { act: 'use' }>): Promise<Outcome> {
    const { message, customId, user, values, locale } = act;
    const run =
      values === undefined
        ? this.loopback.click(message, customId, user, { locale })
        : this.loopback.select(message, customId, user, values, { locale });
    return this.follow(run);
  }

  private submit(act: Extract<Act, { act: 'submit' }>): Promise<Outcome> {
    const opener = this.runs.get(act.run);
    if (opener === undefined || opener.userId !== act.user) {
      throw new RefusedByClientError('the form is no longer open');
    }
    return this.follow(this.loopback.submitModal(opener, act.values));
  }

  private message(id: string, { user, place }: { readonly user: string; readonly place: string }) {
    const found = this.loopback.messages(place, user).find((message) => message.id === id);
    if (found === undefined) throw new RefusedByClientError('the message is no longer there');
    return found;
  }

  /** Waits for the bot's first answer. */
  private async follow(run: InteractionRun): Promise<Outcome> {
    const { modal } = await run.response;
    if (modal === null) return { ok: true };
    this.runs.set(run.id, run);
    const [oldest] = this.runs.keys();
    if (this.runs.size > MAX_RUNS && oldest !== undefined) this.runs.delete(oldest);
    return { ok: true, modal: { ...modal, run: run.id } as OpenModal };
  }
}

function isRefusal(error: unknown): error is Error {
  return (
    error instanceof RefusedByClientError ||
    error instanceof UnknownReferenceError ||
    error instanceof ApiError
  );
}
