/** What stands in the fields of a command, as values that are sent. */
import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import type { PageValue } from '../protocol.js';
import type { Option } from './commands.js';
import { type Call, type Field, visiblePlaces } from './state.js';
import { current } from './store.js';
import { textsOf } from './texts/locale.js';

/** A value with the name under which it is offered. */
export interface Offered {
  readonly name: string;
  readonly value: PageValue;
}

/** What an option offers from the start: its choices, yes and no, people, roles or channels. */
export function offeredValues(option: Option): readonly Offered[] {
  const state = current();
  const { world } = state;
  const texts = textsOf(state.locale);
  if (world === null) return [];
  const people = [world.bot, ...world.people].map(({ id, name }) => ({ name: `@${name}`, value: { id } }));
  const roles = world.roles.map(({ id, name }) => ({ name: `@${name}`, value: { id } }));
  switch (option.type) {
    case OptionType.Boolean:
      return [
        { name: texts.yes, value: true },
        { name: texts.no, value: false },
      ];
    case OptionType.User:
      return people;
    case OptionType.Role:
      return roles;
    case OptionType.Mentionable:
      return [...people, ...roles];
    case OptionType.Channel:
      return visiblePlaces(state)
        .filter(({ kind }) => kind !== 'dm')
        .map(({ id, name }) => ({ name: `#${name}`, value: { id } }));
    default:
      return option.choices;
  }
}

/** The value of a field; null when it is empty. */
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

/** The values of all options that are filled in. */
export function givenValues(call: Call): Readonly<Record<string, PageValue>> {
  const given = call.entry.options.flatMap((option): readonly (readonly [string, PageValue])[] => {
    const value = givenValue(option, call.fields[option.name]);
    return value === null ? [] : [[option.name, value]];
  });
  return Object.fromEntries(given);
}

/** The required option that is empty still, if there is one. */
export function missingOption(call: Call): Option | null {
  const missing = call.entry.options.find(
    (option) => option.required && givenValue(option, call.fields[option.name]) === null,
  );
  return missing ?? null;
}
