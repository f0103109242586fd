/** Filling in a slash command: its options, their choices and suggestions, and sending it. */
import { actor, follow } from './actions.js';
import { type Entry, entriesOf, matchingEntries, type Option } from './commands.js';
import { perform, upload } from './connection.js';
import { focusSoon } from './focus.js';
import { givenValues, missingOption, type Offered, offeredValues } from './option-values.js';
import { awaitPopup, closePopup, hintPopup, openPopup } from './popup.js';
import { type Call, EMPTY_DRAFT, type Field } from './state.js';
import { current, update } from './store.js';
import { textsOf } from './texts/locale.js';

/** The field of a plain message. */
export const TEXT_OWNER = 'composer-text';
/** The button that offers the options that are not shown yet. */
export const MORE_OWNER = 'more-options';
/** How long is waited after a key before suggestions are asked for, in ms. */
const SUGGEST_AFTER_MS = 120;

let suggestTimer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** The id of an option's field. */
export function fieldId(option: string): string {
  return `option-${option}`;
}

/** Starts to fill in a command; the text goes into its first option. */
export function enterCall(entry: Entry, text: string): void {
  const shown = entry.options.filter(({ required }) => required).map(({ name }) => name);
  const [first] = shown;
  const fields = first === undefined || text === '' ? {} : { [first]: { text, value: null } };
  update({ draft: { ...EMPTY_DRAFT, call: { entry, fields, shown } }, popup: null });
  focusSoon(first === undefined ? '.call .send' : `#${fieldId(first)}`);
}

/** Back to plain text; a slash offers the commands again. */
export function leaveCall(text = ''): void {
  update({ draft: { ...EMPTY_DRAFT, text }, popup: null });
  if (text.startsWith('/')) offerCommands(text.slice(1));
  focusSoon(`#${TEXT_OWNER}`);
}

/** Opens the list of the commands that fit what is typed after the slash. */
export function offerCommands(typed: string): void {
  const { commands, locale, world } = current();
  const choices = matchingEntries(entriesOf(commands, locale), typed).map((entry) => ({
    label: `/${entry.label}`,
    detail: entry.description,
    hint: world?.bot.name ?? '',
    take: () => enterCall(entry, ''),
  }));
  openPopup(TEXT_OWNER, textsOf(locale).commands, choices, 0);
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

/** Opens what an option's field offers: what stands from the start, or the bot's suggestions. */
export function openChoices(option: Option, text: string): void {
  clearTimeout(suggestTimer);
  if (option.suggests) {
    suggestTimer = setTimeout(() => void suggest(option), SUGGEST_AFTER_MS);
    return;
  }
  const typed = text.trim().toLowerCase();
  const offered = offeredValues(option);
  if (offered.length === 0) closePopup();
  else
    showChoices(
      option,
      offered.filter(({ name }) => name.toLowerCase().includes(typed)),
    );
}

function titleOf(option: Option): string {
  return `${option.label} · ${option.description}`;
}

function showChoices(option: Option, values: readonly Offered[]): void {
  const id = fieldId(option.name);
  const take = ({ name, value }: Offered): void => {
    setField(option, { text: name, value });
    closePopup();
    focusSoon(`#${id}`);
  };
  const choices = values.map((offered) => ({
    label: offered.name,
    detail: '',
    hint: '',
    take: () => take(offered),
  }));
  openPopup(id, titleOf(option), choices, -1);
}

async function suggest(option: Option): Promise<void> {
  const { call } = current().draft;
  if (call === null) return;
  asked += 1;
  const mine = asked;
  const id = fieldId(option.name);
  awaitPopup(id, titleOf(option));
  const options = { ...givenValues(call), [option.name]: call.fields[option.name]?.text ?? '' };
  const outcome = await perform({ act: 'suggest', ...named(call), options, focused: option.name });
  // Somebody who has typed on, or left, must not see what fits no longer.
  if (mine !== asked || document.activeElement?.id !== id) return;
  showChoices(option, outcome.ok ? (outcome.suggestions ?? []) : []);
}

function named({ entry }: Call) {
  return {
    ...actor(),
    name: entry.name,
    ...(entry.group !== null && { group: entry.group }),
    ...(entry.subcommand !== null && { subcommand: entry.subcommand }),
  };
}

/** Options that are not shown yet. */
export function hiddenOptions(call: Call): readonly Option[] {
  return call.entry.options.filter(({ name }) => !call.shown.includes(name));
}

/** Opens the list of options that may be added. */
export function offerOptions(): void {
  const { draft, locale } = current();
  if (draft.call === null) return;
  const choices = hiddenOptions(draft.call).map((option) => ({
    label: option.label,
    detail: option.description,
    hint: '',
    take: () => showOption(option),
  }));
  openPopup(MORE_OWNER, textsOf(locale).optionalTitle, choices, 0);
}

function showOption(option: Option): void {
  const { call } = current().draft;
  if (call === null) return;
  setCall({ shown: [...call.shown, option.name] });
  closePopup();
  focusSoon(`#${fieldId(option.name)}`);
}

/** Takes an optional option away; leaves the command when it is its first, required one. */
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
  closePopup();
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

/** Sends the command; a required option that is empty gets the focus instead. */
export async function sendCall(call: Call): Promise<void> {
  const missing = missingOption(call);
  if (missing !== null) {
    focusSoon(`#${fieldId(missing.name)}`);
    hintPopup(fieldId(missing.name), `${missing.label} · ${textsOf(current().locale).required}`);
    return;
  }
  update({ draft: EMPTY_DRAFT, popup: null });
  focusSoon(`#${TEXT_OWNER}`);
  const outcome = await perform({ act: 'command', ...named(call), options: givenValues(call) });
  if (!outcome.ok && outcome.reason === 'refused') {
    update(({ draft }) => (draft === EMPTY_DRAFT ? { draft: { ...EMPTY_DRAFT, call } } : {}));
  }
  follow(outcome);
}
