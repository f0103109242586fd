import { InteractionResponseType } from 'discord-api-types/v10';
import type { Acknowledgement, Interaction } from '../interactions.js';
import { isEphemeral, isThinking, type Message } from '../messages.js';
import type { Platform } from '../platform.js';
import { TimeoutError } from '../signal.js';
import type { Modal } from '../validation/modal.js';

/** How long is waited for an answer when nothing else is said, in ms. */
const DEFAULT_TIMEOUT_MS = 10_000;

/** The bot gave no first answer in time: Discord shows "The application did not respond". */
export class NoResponseError extends Error {
  override readonly name = 'NoResponseError';
}

/** What came of one act of a user, as that user sees it. */
export class InteractionRun {
  /** The bot's first answer; rejects with `NoResponseError` when none comes in time. */
  readonly response: Promise<Acknowledgement>;
  private readonly statesBefore: number;

  constructor(
    private readonly platform: Platform,
    readonly interaction: Interaction,
  ) {
    this.statesBefore =
      interaction.source === null ? 0 : platform.messages.history(interaction.source.id).length;
    this.response = this.acknowledgement();
    // Whoever does not ask for the answer must not be killed by its absence.
    this.response.catch(() => {});
  }

  get id(): string {
    return this.interaction.id;
  }

  get token(): string {
    return this.interaction.token;
  }

  get userId(): string {
    return this.interaction.userId;
  }

  get channelId(): string {
    return this.interaction.channel.id;
  }

  /** The latest state of the answer, or of the message whose component was used; null before there is one. */
  get message(): Message | null {
    return this.platform.messages.get(this.interaction.originalId ?? '') ?? null;
  }

  /** All states of the answer since the act, oldest first, "thinking" included. */
  get edits(): readonly Message[] {
    const { originalId, source } = this.interaction;
    if (originalId === null) return [];
    const history = this.platform.messages.history(originalId);
    return originalId === source?.id ? history.slice(this.statesBefore) : history;
  }

  get followUps(): readonly Message[] {
    return this.interaction.followUpIds.flatMap((id) => this.platform.messages.get(id) ?? []);
  }

  /** Whether the answer is for this user's eyes only; false before there is one. */
  get ephemeral(): boolean {
    return this.message !== null && isEphemeral(this.message);
  }

  /** The modal that the bot has opened, if that was its answer. */
  get modal(): Modal | null {
    return this.interaction.acknowledgement?.modal ?? null;
  }

  /** The answer, once it says something: no longer "thinking", or edited after a deferred update. */
  async answered(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Message> {
    const { type } = await this.response;
    const fromUpdate = type === InteractionResponseType.DeferredMessageUpdate;
    return await this.until(
      (message) => !isThinking(message) && (!fromUpdate || this.edits.length > 0),
      timeoutMs,
    );
  }

  /** The first state of the answer, from the present one on, that fits. */
  async until(fits: (message: Message) => boolean, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Message> {
    await this.response;
    const now = this.message;
    if (now !== null && fits(now)) return now;
    const { originalId } = this.interaction;
    if (originalId === null) throw new TimeoutError('a message (the answer was none)', 0);
    const change = await this.platform.messages.changes.first(
      ({ kind, message }) => kind !== 'deleted' && message.id === originalId && fits(message),
      timeoutMs,
      'an answer that fits',
    );
    return change.message;
  }

  private acknowledgement(): Promise<Acknowledgement> {
    const { interaction, platform } = this;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        unsubscribe();
        const ms = platform.settings.acknowledgeMs;
        reject(new NoResponseError(`the application did not respond within ${ms} ms`));
      }, platform.settings.acknowledgeMs);
      const unsubscribe = platform.interactions.acknowledged.subscribe((acknowledged) => {
        if (acknowledged !== interaction || acknowledged.acknowledgement === null) return;
        clearTimeout(deadline);
        unsubscribe();
        resolve(acknowledged.acknowledgement);
      });
    });
  }
}
