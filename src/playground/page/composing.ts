/** Writing a message: its text, mentions, files, what it replies to, and sending it. */
import { actor, follow, notify } from './actions.js';
import { enterCall, offerCommands, sendCall, TEXT_OWNER } from './calling.js';
import { calledEntry, entriesOf } from './commands.js';
import { perform, upload } from './connection.js';
import { focusSoon } from './focus.js';
import { closePopup, openPopup } from './popup.js';
import { type Draft, EMPTY_DRAFT, placeOf } from './state.js';
import { current, update } from './store.js';
import { textsOf } from './texts/locale.js';

/** The bot hears of typing at most so often, in ms; Discord's own interval. */
const TYPING_EVERY_MS = 8_000;

let typedAt = 0;

function setDraft(change: Partial<Draft>): void {
  update((before) => ({ draft: { ...before.draft, ...change } }));
}

/** The text of the message changed: a command may have been completed, the list follows. */
export function write(text: string): void {
  const { commands, locale } = current();
  const called = calledEntry(entriesOf(commands, locale), text);
  if (called !== null) {
    enterCall(called.entry, called.rest);
    return;
  }
  setDraft({ text });
  if (/^\/[^\n]*$/u.test(text)) offerCommands(text.slice(1));
  else offerPeople(text);
  if (text !== '' && !text.startsWith('/') && Date.now() - typedAt > TYPING_EVERY_MS) {
    typedAt = Date.now();
    void perform({ act: 'typing', ...actor() });
  }
}

/** After an @ in a server: who can be mentioned. */
function offerPeople(text: string): void {
  const state = current();
  const mention = /(?:^|\s)@([^\s@]*)$/u.exec(text);
  if (mention === null || state.world === null || placeOf(state)?.kind === 'dm') {
    closePopup();
    return;
  }
  const typed = mention[1] ?? '';
  const head = text.slice(0, text.length - typed.length);
  const take = (name: string): void => {
    setDraft({ text: `${head}${name} ` });
    closePopup();
    focusSoon(`#${TEXT_OWNER}`);
  };
  const choices = [state.world.bot, ...state.world.people]
    .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
    .map(({ name }) => ({ label: `@${name}`, detail: '', hint: '', take: () => take(name) }));
  if (choices.length === 0) closePopup();
  else openPopup(TEXT_OWNER, textsOf(state.locale).people, choices, 0);
}

/** Hands files over that go with the message. */
export async function attachFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const outcome = await upload(file);
    if (!outcome.ok) follow(outcome);
    else if (outcome.upload !== undefined) {
      const attached = { upload: outcome.upload, name: file.name };
      update(({ draft }) => ({ draft: { ...draft, files: [...draft.files, attached] } }));
    }
  }
  focusSoon(`#${TEXT_OWNER}`);
}

export function detach(id: string): void {
  update(({ draft }) => ({
    draft: { ...draft, files: draft.files.filter((file) => file.upload !== id) },
  }));
  focusSoon(`#${TEXT_OWNER}`);
}

/** The message that is written replies to another one, or to none. */
export function replyTo(message: string | null): void {
  update(({ draft }) => ({ draft: { ...draft, replyTo: message, call: null }, menu: null }));
  focusSoon(`#${TEXT_OWNER}`);
}

/** Sends what is written: the command when its required options are filled in, or the message. */
export async function send(): Promise<void> {
  const { draft } = current();
  if (draft.call !== null) return sendCall(draft.call);
  const content = withMentions(draft.text.trim());
  if (content === '' && draft.files.length === 0) return;
  update({ draft: EMPTY_DRAFT, popup: null });
  typedAt = 0;
  const outcome = await perform({
    act: 'say',
    ...actor(),
    content,
    uploads: draft.files.map((file) => file.upload),
    ...(draft.replyTo !== null && { replyTo: draft.replyTo }),
  });
  if (!follow(outcome)) update(({ draft: now }) => (now === EMPTY_DRAFT ? { draft } : {}));
}

/** @Name, as it is written, becomes the mention that Discord sends. */
function withMentions(text: string): string {
  const { world } = current();
  if (world === null) return text;
  return [world.bot, ...world.people].reduce(
    (sum, { id, name }) => sum.replaceAll(`@${name}`, `<@${id}>`),
    text,
  );
}

/** Asks a question that was offered: by /ask in a server, as a message in private. */
export async function askStarter(question: string): Promise<void> {
  const state = current();
  if (placeOf(state)?.kind === 'dm') {
    setDraft({ text: question });
    return send();
  }
  const ask = entriesOf(state.commands, state.locale).find(({ english }) => english === 'ask');
  const option = ask?.options.find(({ required }) => required);
  if (ask === undefined || option === undefined) notify(textsOf(state.locale).noMatch);
  else await sendCall({ entry: ask, fields: { [option.name]: { text: question, value: null } }, shown: [] });
}
