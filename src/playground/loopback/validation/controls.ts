import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import type { ComponentEmoji, PlacedComponent } from './component-tree.js';
import { isEmoji } from './emoji.js';
import { faultIf, missingIf, type Path, repeated, schemeFaults } from './rules.js';

/** Rules of buttons: what they show, and what they lead to. */
export function buttonFaults({ component, path }: PlacedComponent): readonly FieldFault[] {
  if (component.type !== ComponentType.Button) return [];
  const link = component.style === ButtonStyle.Link;
  const premium = component.style === ButtonStyle.Premium;
  const named = Boolean(component.custom_id);
  return [
    ...missingIf(link && !component.url, [...path, 'url']),
    ...schemeFaults(component.url, [...path, 'url']),
    ...emojiFaults(component.emoji, [...path, 'emoji']),
    ...faultIf(
      !link && Boolean(component.url),
      [...path, 'url'],
      'BUTTON_COMPONENT_INVALID_URL',
      'Only link buttons have a url',
    ),
    ...faultIf(
      (link || premium) && named,
      path,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    ),
    ...faultIf(
      !link && !premium && !named,
      [...path, 'custom_id'],
      'COMPONENT_CUSTOM_ID_REQUIRED',
      'A custom id is required',
    ),
    ...faultIf(
      !premium && !component.label && !component.emoji,
      [...path, 'label'],
      'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
      'A label or emoji is required',
    ),
  ];
}

/** Rules of select menus with options of their own, in messages and in modals. */
export function selectFaults({ component, path }: PlacedComponent): readonly FieldFault[] {
  if (component.type !== ComponentType.StringSelect) return [];
  const options = component.options ?? [];
  const most = component.max_values ?? 1;
  return [
    ...faultIf(
      (component.min_values ?? 1) > most,
      [...path, 'min_values'],
      'SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX',
      'min_values must not be greater than max_values',
    ),
    ...faultIf(
      most > options.length,
      [...path, 'max_values'],
      'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
      'max_values must not be greater than the number of options',
    ),
    ...faultIf(
      options.filter((option) => option.default === true).length > most,
      [...path, 'options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'More default options than max_values',
    ),
    ...options.flatMap((option, index) => emojiFaults(option.emoji, [...path, 'options', index, 'emoji'])),
    ...repeated(options, (option) => option.value).map((index) => ({
      path: [...path, 'options', index, 'value'],
      code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      message: 'The specified option value is already used',
    })),
  ];
}

function emojiFaults(emoji: ComponentEmoji | null | undefined, path: Path): readonly FieldFault[] {
  return faultIf(Boolean(emoji) && !isEmoji(emoji?.name), path, 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
}
