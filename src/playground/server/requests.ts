/** Reads what the page sends: nothing is believed that is not of the right form. */
import type { Act, Actor, CalledCommand, PageLocale, PageValue } from '../protocol.js';

/** The request is not of the form that the page sends. */
export class BadActError extends Error {
  override readonly name = 'BadActError';
}

type Fields = Readonly<Record<string, unknown>>;

const LOCALES: readonly PageLocale[] = ['zh-CN', 'zh-TW', 'en-US'];

/** The act of a JSON body. Throws BadActError. */
export function parseAct(body: string): Act {
  const fields = fieldsOf(parseJson(body), 'the act');
  const actor: Actor = {
    user: text(fields, 'user'),
    place: text(fields, 'place'),
    locale: locale(fields),
  };
  const act = text(fields, 'act');
  switch (act) {
    case 'commands':
    case 'typing':
    case 'starters':
      return { act, ...actor };
    case 'command':
      return { act, ...called(fields, actor) };
    case 'suggest':
      return { act, ...called(fields, actor), focused: text(fields, 'focused') };
    case 'menu':
      return { act, ...actor, name: text(fields, 'name'), message: text(fields, 'message') };
    case 'use': {
      const values = fields.values === undefined ? {} : { values: texts(fields, 'values') };
      return {
        act,
        ...actor,
        message: text(fields, 'message'),
        customId: text(fields, 'customId'),
        ...values,
      };
    }
    case 'submit':
      return { act, ...actor, run: text(fields, 'run'), values: modalValues(fields) };
    case 'say': {
      const replyTo = fields.replyTo === undefined ? {} : { replyTo: text(fields, 'replyTo') };
      return {
        act,
        ...actor,
        content: text(fields, 'content'),
        uploads: texts(fields, 'uploads'),
        ...replyTo,
      };
    }
    default:
      throw new BadActError(`there is no act ${act}`);
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new BadActError('the body is not JSON');
  }
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadActError(`${what} is not an object`);
  }
  return value as Fields;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new BadActError(`${name} is not a text`);
  return value;
}

function texts(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new BadActError(`${name} is not a list of texts`);
  }
  return value;
}

function locale(fields: Fields): PageLocale {
  const value = LOCALES.find((known) => known === fields.locale);
  if (value === undefined) throw new BadActError('the locale is not known');
  return value;
}

function called(fields: Fields, actor: Actor): CalledCommand {
  return {
    ...actor,
    name: text(fields, 'name'),
    ...(fields.group !== undefined && { group: text(fields, 'group') }),
    ...(fields.subcommand !== undefined && { subcommand: text(fields, 'subcommand') }),
    options: mapped(fieldsOf(fields.options, 'options'), value),
  };
}

function value(given: unknown, name: string): PageValue {
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean') return given;
  const fields = fieldsOf(given, name);
  return fields.upload === undefined ? { id: text(fields, 'id') } : { upload: text(fields, 'upload') };
}

function modalValues(fields: Fields): Readonly<Record<string, string | readonly string[]>> {
  const values = fieldsOf(fields.values, 'values');
  return mapped(values, (given, name) => (typeof given === 'string' ? given : texts(values, name)));
}

function mapped<T>(fields: Fields, read: (given: unknown, name: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(fields).map(([name, given]) => [name, read(given, name)]));
}
