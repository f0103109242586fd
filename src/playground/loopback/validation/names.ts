import { Locale } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import type { Path } from './rules.js';

/** Names of chat commands and of options, as Discord documents them; lower case besides. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** Texts by locale. */
type Localized = Readonly<Partial<Record<string, string | null>>> | null | undefined;

/** What has a name and a description, in one language and perhaps in others. */
export interface Named {
  readonly name: string;
  readonly name_localizations?: Localized;
  readonly description?: string | null;
  readonly description_localizations?: Localized;
}

/** Names, in every language, that Discord does not take for chat commands and options. */
export function nameFaults(named: Named, path: Path): readonly FieldFault[] {
  const localized = Object.entries(named.name_localizations ?? {});
  const names: readonly (readonly [Path, string | null | undefined])[] = [
    [[...path, 'name'], named.name],
    ...localized.map(([locale, name]) => [[...path, 'name_localizations', locale], name] as const),
  ];
  return names
    .filter(([, name]) => name && (!CHAT_NAME.test(name) || name !== name.toLowerCase()))
    .map(([at]) => ({
      path: at,
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
    }));
}

/** Languages that Discord does not have. */
export function localeFaults(named: Named, path: Path): readonly FieldFault[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
    Object.keys(named[field] ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => ({
        path: [...path, field, locale],
        code: 'LOCALE_INVALID',
        message: `Unknown locale ${locale}`,
      })),
  );
}

/** The length of a name and its description, each in its longest language. */
export function namedLength(named: Named): number {
  return (
    longest(named.name, named.name_localizations) +
    longest(named.description ?? '', named.description_localizations)
  );
}

function longest(text: string, localized: Localized): number {
  return Math.max(text.length, ...Object.values(localized ?? {}).map((other) => other?.length ?? 0));
}
