/** Writing: plain messages, slash commands, their options, and the list above the composer. */
import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import type { PageValue } from '../protocol.js';
import { actor, follow, notify } from './actions.js';
import {
  calledEntry,
  type Entry,
  entriesOf,
  fixedChoices,
  matchingEntries,
  type Option,
} from './commands.js';
import { perform, upload } from './connection.js';
import { focusSoon } from './focus.js';
import {
  type Call,
  type Choice,
  EMPTY_DRAFT,
  type Field,
  type Popup,
  placeOf,
  visiblePlaces,
} from './state.js';
import { current, update } from './store.js';
import { textsOf } from './texts.js';

/** The owner of the popup while the message's text is written. */
export const TEXT_OWNER = 'composer-text';
/** The owner of the popup of options that may be added. */
export const MORE_OWNER = 'more-options';
/** Lines that the list holds; Discord's own limit for suggestions. */
const MAX_CHOICES = 25;
/** How long is waited after a key before suggestions are asked for, in ms. */
const SUGGEST_AFTER_MS = 120;
/** The bot hears of typing at most so often, in ms; Discord's own interval. */
const TYPING_EVERY_MS = 8_000;

let typedAt = 0;
let suggestTimer: ReturnType<typeof setTimeout> | undefined;
let suggestions = 0;

/** The id of an option's field. */
export function fieldId(option: string): string {
  return `option-${option}`;
}

function setDraft(change: Partial<ReturnType<typeof current>['draft']>): void {
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
  update({ popup: textPopup(text) });
  if (text !== '' && !text.startsWith('/') && Date.now() - typedAt > TYPING_EVERY_MS) {
    typedAt = Date.now();
    void perform({ act: 'typing', ...actor() });
  }
}

function textPopup(text: string): Popup | null {
  const { commands, locale, world } = current();
  const texts = textsOf(locale);
  if (/^\/[^\n]*$/u.test(text)) {
    const choices = matchingEntries(entriesOf(commands, locale), text.slice(1)).map(
      (entry): Choice => ({
        label: `/${entry.label}`,
        detail: entry.description,
        hint: world?.bot.name ?? '',
        take: () => enterCall(entry, ''),
      }),
    );
    return { owner: TEXT_OWNER, title: texts.commands, choices, active: 0, waiting: false };
  }
  const mention = /(?:^|\s)@([^\s@]*)$/u.exec(text);
  if (mention === null || world === null || placeOf(current())?.kind === 'dm') return null;
  const typed = (mention[1] ?? '').toLowerCase();
  const choices = [world.bot, ...world.people]
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .map(
      ({ name }): Choice => ({
        label: `@${name}`,
        detail: '',
        hint: '',
        take: () => {
          setDraft({ text: `${text.slice(0, text.length - typed.length)}${name} ` });
          update({ popup: null });
          focusSoon(`#${TEXT_OWNER}`);
        },
      }),
    );
  return choices.length === 0
    ? null
    : { owner: TEXT_OWNER, title: texts.people, choices, active: 0, waiting: false };
}

/** Starts to fill in a command; the text goes into its first option. */
export function enterCall(entry: Entry, text: string): void {
  const shown = entry.options.filter(({ required }) => required).map(({ name }) => name);
  const [first] = shown;
  const fields = first === undefined || text === '' ? {} : { [first]: { text, value: null } };
  update({ draft: { ...EMPTY_DRAFT, call: { entry, fields, shown } }, popup: null });
  focusSoon(first === undefined ? '.call .send' : `#${fieldId(first)}`);
}

/** Back to plain text. */
export function leaveCall(text = ''): void {
  update({ draft: { ...EMPTY_DRAFT, text }, popup: null });
  focusSoon(`#${TEXT_OWNER}`);
}

function setCall(change: Partial<Call>): void {
  update(({ draft }) =>
    draft.call === null ? {} : { draft: { ...draft, call: { ...draft.call, ...change } } },
  );
}

function setField(option: Option, field: Field): void {
  const { call } = current().draft;
  if (call !== null) setCall({ fields: { ...call.fields, [option.name]: field } });
}

/** The text of an option's field changed. */
export function writeOption(option: Option, text: string): void {
  setField(option, { text, value: null });
  openChoices(option, text);
}

/** Opens what an option's field offers: its choices, people and places, or the bot's suggestions. */
export function openChoices(option: Option, text: string): void {
  if (option.suggests) {
    clearTimeout(suggestTimer);
    suggestTimer = setTimeout(() => void suggest(option), SUGGEST_AFTER_MS);
    return;
  }
  const typed = text.trim().toLowerCase();
  const offered = offeredValues(option);
  if (offered.length === 0) {
    update({ popup: null });
    return;
  }
  const fitting = offered.filter(({ name }) => name.toLowerCase().includes(typed));
  showChoices(option, fitting, false);
}

function offeredValues(option: Option): readonly { readonly name: string; readonly value: PageValue }[] {
  const state = current();
  const texts = textsOf(state.locale);
  const { world } = state;
  if (world === null) return [];
  if (option.type === OptionType.User || option.type === OptionType.Mentionable) {
    return [world.bot, ...world.people].map(({ id, name }) => ({ name: `@${name}`, value: { id } }));
  }
  if (option.type === OptionType.Channel) {
    return visiblePlaces(state)
      .filter(({ kind }) => kind !== 'dm')
      .map(({ id, name }) => ({ name: `#${name}`, value: { id } }));
  }
  return fixedChoices(option, texts.yes, texts.no);
}

function showChoices(
  option: Option,
  values: readonly { readonly name: string; readonly value: PageValue }[],
  waiting: boolean,
): void {
  const choices = values.slice(0, MAX_CHOICES).map(
    ({ name, value }): Choice => ({
      label: name,
      detail: '',
      hint: '',
      take: () => {
        setField(option, { text: name, value });
        update({ popup: null });
        focusSoon(`#${fieldId(option.name)}`);
      },
    }),
  );
  const title = `${option.label} · ${option.description}`;
  update({ popup: { owner: fieldId(option.name), title, choices, active: -1, waiting } });
}

async function suggest(option: Option): Promise<void> {
  const { call } = current().draft;
  if (call === null) return;
  suggestions += 1;
  const mine = suggestions;
  showChoices(option, [], true);
  const options = { ...typedValues(call), [option.name]: call.fields[option.name]?.text ?? '' };
  const outcome = await perform({ act: 'suggest', ...called(call), options, focused: option.name });
  if (mine !== suggestions || document.activeElement?.id !== fieldId(option.name)) return;
  showChoices(option, outcome.ok ? (outcome.suggestions ?? []) : [], false);
}

function typedValues(call: Call): Readonly<Record<string, PageValue>> {
  const given = call.entry.options.flatMap((option): readonly (readonly [string, PageValue])[] => {
    const value = givenValue(option, call.fields[option.name]);
    return value === null ? [] : [[option.name, value]];
  });
  return Object.fromEntries(given);
}

function givenValue(option: Option, field: Field | undefined): PageValue | null {
  if (field === undefined) return null;
  if (field.value !== null) return field.value;
  const text = field.text.trim();
  if (text === '') return null;
  const named = offeredValues(option).find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (named !== undefined) return named.value;
  const isNumber = option.type === OptionType.Integer || option.type === OptionType.Number;
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}

function called({ entry }: Call) {
  return {
    ...actor(),
    name: entry.name,
    ...(entry.group !== null && { group: entry.group }),
    ...(entry.subcommand !== null && { subcommand: entry.subcommand }),
  };
}

/** The required option that is empty still, if there is one. */
export function missingOption(call: Call): Option | null {
  const missing = call.entry.options.find(
    (option) => option.required && givenValue(option, call.fields[option.name]) === null,
  );
  return missing ?? null;
}

/** Options that are not shown yet. */
export function hiddenOptions(call: Call): readonly Option[] {
  return call.entry.options.filter(({ name }) => !call.shown.includes(name));
}

/** Opens the list of options that may be added. */
export function offerOptions(): void {
  const { draft, locale } = current();
  if (draft.call === null) return;
  const choices = hiddenOptions(draft.call).map(
    (option): Choice => ({
      label: option.label,
      detail: option.description,
      hint: '',
      take: () => showOption(option),
    }),
  );
  const title = textsOf(locale).optionalTitle;
  update({ popup: { owner: MORE_OWNER, title, choices, active: 0, waiting: false } });
}

function showOption(option: Option): void {
  const { call } = current().draft;
  if (call === null) return;
  setCall({ shown: [...call.shown, option.name] });
  update({ popup: null });
  focusSoon(`#${fieldId(option.name)}`);
}

/** Takes an optional option away, or leaves the command when it is its first. */
export function dropOption(option: Option): void {
  const { call } = current().draft;
  if (call === null) return;
  const at = call.shown.indexOf(option.name);
  if (option.required) {
    if (at === 0) leaveCall(`/${call.entry.label}`);
    return;
  }
  const { [option.name]: _dropped, ...fields } = call.fields;
  const shown = call.shown.filter((name) => name !== option.name);
  setCall({ shown, fields });
  update({ popup: null });
  const before = shown[Math.max(0, at - 1)];
  focusSoon(before === undefined ? '.call .send' : `#${fieldId(before)}`);
}

/** Hands a file over for an option. */
export async function chooseFile(option: Option, file: File | undefined): Promise<void> {
  if (file === undefined) return;
  const outcome = await upload(file);
  if (!outcome.ok) follow(outcome);
  else if (outcome.upload !== undefined)
    setField(option, { text: file.name, value: { upload: outcome.upload } });
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
  update(({ draft }) => ({ draft: { ...draft, files: draft.files.filter((file) => file.upload !== id) } }));
}

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

async function sendCall(call: Call): Promise<void> {
  const missing = missingOption(call);
  if (missing !== null) {
    notifyMissing(missing);
    return;
  }
  update({ draft: EMPTY_DRAFT, popup: null });
  focusSoon(`#${TEXT_OWNER}`);
  const outcome = await perform({ act: 'command', ...called(call), options: typedValues(call) });
  if (!outcome.ok && outcome.reason === 'refused') {
    update(({ draft }) => (draft === EMPTY_DRAFT ? { draft: { ...EMPTY_DRAFT, call } } : {}));
  }
  follow(outcome);
}

function notifyMissing(option: Option): void {
  focusSoon(`#${fieldId(option.name)}`);
  const title = `${option.label} · ${textsOf(current().locale).required}`;
  update({ popup: { owner: fieldId(option.name), title, choices: [], active: -1, waiting: false } });
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
  if (placeOf(current())?.kind === 'dm') {
    setDraft({ text: question });
    return send();
  }
  const { commands, locale } = current();
  const ask = entriesOf(commands, locale).find(
    ({ name, subcommand }) => name === 'ask' && subcommand === null,
  );
  const option = ask?.options.find(({ required }) => required);
  if (ask === undefined || option === undefined) return notify(textsOf(locale).noMatch);
  return sendCall({ entry: ask, fields: { [option.name]: { text: question, value: null } }, shown: [] });
}

/** Moves in the list above the composer; true when there was one to move in. */
export function movePopup(step: 1 | -1): boolean {
  const { popup } = current();
  if (popup === null || popup.choices.length === 0) return false;
  const count = popup.choices.length;
  const active = popup.active === -1 && step === -1 ? count - 1 : (popup.active + step + count) % count;
  update({ popup: { ...popup, active } });
  requestAnimationFrame(() => document.querySelector('#popup .active')?.scrollIntoView({ block: 'nearest' }));
  return true;
}

/** Takes the chosen line of the list; true when there was one. */
export function takeActive(): boolean {
  const { popup } = current();
  const choice = popup?.choices[popup.active];
  if (choice === undefined) return false;
  choice.take();
  return true;
}

export function closePopup(): boolean {
  if (current().popup === null) return false;
  update({ popup: null });
  return true;
}
