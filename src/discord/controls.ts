/** What people press, choose and fill in: plain values, and how Discord wants them, within its limits. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuComponent,
  type APISelectMenuOption,
  type APITextInputComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { cutText } from './markdown.js';

/** From Discord's developer documentation; lengths in UTF-16 code units. */
export const CONTROL_LIMITS = {
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  optionText: 100,
  placeholder: 150,
  formTitle: 45,
  formFields: 5,
  fieldLabel: 45,
  fieldDescription: 100,
  fieldPlaceholder: 100,
  fieldText: 4_000,
} as const;

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

/** A button. It shows a label, an emoji (a Unicode character), or both; `secondary` where no style is given. */
export interface Button {
  /** Made by `customId`. */
  readonly id: string;
  readonly label?: string;
  readonly emoji?: string;
  readonly style?: keyof typeof STYLES;
  readonly disabled?: boolean;
}

/** One choice of a select menu. `value` has at most 100 characters. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly chosen?: boolean;
}

interface AnySelect {
  /** Made by `customId`. */
  readonly id: string;
  readonly placeholder: string;
  /** How many may be chosen; 1 and 1 where not given. */
  readonly least?: number;
  readonly most?: number;
}

/** A menu of own options; those beyond Discord's 25 are left out. */
export interface OptionSelect extends AnySelect {
  readonly of: 'options';
  readonly options: readonly SelectOption[];
}

/** A menu of the server's text channels or roles; `chosen` are ids. */
export interface ServerSelect extends AnySelect {
  readonly of: 'channels' | 'roles';
  readonly chosen: readonly string[];
}

export type Select = OptionSelect | ServerSelect;

/** One line of controls: up to five buttons, or one menu. */
export type Row = readonly Button[] | Select;

/** A text that a form asks for. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly lines: 'one' | 'several';
  readonly required: boolean;
  readonly maxLength: number;
}

/** A form that opens over the chat (Discord's modal). */
export interface Form {
  /** Made by `customId`. */
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

function button({ id, label, emoji, style, disabled }: Button): APIButtonComponent {
  return {
    type: ComponentType.Button,
    custom_id: id,
    style: STYLES[style ?? 'secondary'],
    ...(label === undefined ? {} : { label: cutText(label, CONTROL_LIMITS.buttonLabel) }),
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
    ...(disabled === true ? { disabled } : {}),
  };
}

function option({ value, label, description, chosen }: SelectOption): APISelectMenuOption {
  return {
    value,
    label: cutText(label, CONTROL_LIMITS.optionText) || value,
    ...(description === undefined || description === ''
      ? {}
      : { description: cutText(description, CONTROL_LIMITS.optionText) }),
    ...(chosen === true ? { default: true } : {}),
  };
}

function select(menu: Select): APISelectMenuComponent {
  const common = {
    custom_id: menu.id,
    placeholder: cutText(menu.placeholder, CONTROL_LIMITS.placeholder),
    ...(menu.least === undefined ? {} : { min_values: menu.least }),
  };
  const most = menu.most === undefined ? {} : { max_values: menu.most };
  if (menu.of === 'options') {
    const options = menu.options.slice(0, CONTROL_LIMITS.selectOptions).map(option);
    const possible = menu.most === undefined ? {} : { max_values: Math.min(menu.most, options.length) };
    return { type: ComponentType.StringSelect, ...common, ...possible, options };
  }
  const chosen = menu.chosen.slice(0, menu.most ?? 1);
  if (menu.of === 'roles') {
    const default_values = chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Role as const }));
    return { type: ComponentType.RoleSelect, ...common, ...most, default_values };
  }
  const default_values = chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel as const }));
  const channel_types = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum];
  return { type: ComponentType.ChannelSelect, ...common, ...most, channel_types, default_values };
}

const isMenu = (row: Row): row is Select => 'of' in row;
const isEmpty = (row: Row): boolean =>
  isMenu(row) ? row.of === 'options' && row.options.length === 0 : row.length === 0;

/** Rows as Discord takes them; empty ones, and what is beyond its limits, are left out. */
export function rowsWithin(rows: readonly Row[]): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  return rows
    .filter((row) => !isEmpty(row))
    .slice(0, CONTROL_LIMITS.rows)
    .map((row) => ({
      type: ComponentType.ActionRow,
      components: isMenu(row) ? [select(row)] : row.slice(0, CONTROL_LIMITS.buttonsPerRow).map(button),
    }));
}

function field(field: FormField): APILabelComponent {
  const maxLength = Math.min(field.maxLength, CONTROL_LIMITS.fieldText);
  const input: APITextInputComponent = {
    type: ComponentType.TextInput,
    custom_id: field.id,
    style: field.lines === 'one' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required: field.required,
    max_length: maxLength,
    ...(field.placeholder === undefined
      ? {}
      : { placeholder: cutText(field.placeholder, CONTROL_LIMITS.fieldPlaceholder) }),
    ...(field.value === undefined ? {} : { value: field.value.slice(0, maxLength) }),
  };
  return {
    type: ComponentType.Label,
    label: cutText(field.label, CONTROL_LIMITS.fieldLabel),
    ...(field.description === undefined
      ? {}
      : { description: cutText(field.description, CONTROL_LIMITS.fieldDescription) }),
    component: input,
  };
}

/** A form as Discord takes it. */
export function formWithin({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: cutText(title, CONTROL_LIMITS.formTitle),
    components: fields.slice(0, CONTROL_LIMITS.formFields).map(field),
  };
}
