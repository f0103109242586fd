/** What a control remembers: `prefix:argument:argument`, read back when somebody uses it, perhaps months later. */
import { CONTROL_LIMITS } from './controls.js';

const SEPARATOR = ':';
const PREFIX = /^[a-z][a-z-]*$/;
// Ids of articles and answers, numbers, and single words; never a text that somebody wrote.
const ARGUMENT = /^[\p{L}\p{N}._~+/=@#,;!?&$%^*()[\]{}|' -]*$/u;

/** Who takes care of a control, and what it was made with. Arguments come from outside and prove nothing. */
export interface ControlId {
  readonly prefix: string;
  readonly args: readonly string[];
}

/** Whether a control may carry these arguments: no colon, nothing invisible, no more than Discord keeps. */
export function fitsCustomId(prefix: string, ...args: readonly (string | number)[]): boolean {
  const id = [prefix, ...args].join(SEPARATOR);
  return id.length <= CONTROL_LIMITS.customId && args.every((arg) => ARGUMENT.test(String(arg)));
}

/** The custom_id of a control. Throws when it could not be read back: ask `fitsCustomId` about foreign arguments. */
export function customId(prefix: string, ...args: readonly (string | number)[]): string {
  if (!PREFIX.test(prefix) || !fitsCustomId(prefix, ...args)) {
    throw new RangeError(`No control can carry ${JSON.stringify([prefix, ...args])}`);
  }
  return [prefix, ...args].join(SEPARATOR);
}

/** Reads a custom_id back; null when it is none of ours. */
export function parseCustomId(id: string): ControlId | null {
  const [prefix = '', ...args] = id.split(SEPARATOR);
  const readable = id.length <= CONTROL_LIMITS.customId && PREFIX.test(prefix);
  return readable && args.every((arg) => ARGUMENT.test(arg)) ? { prefix, args } : null;
}

const WHOLE = /^(?:0|[1-9]\d{0,8})$/;

/** A whole number from 0 as an argument carries it; null for anything else. */
export function wholeNumber(argument: string | undefined): number | null {
  return argument !== undefined && WHOLE.test(argument) ? Number(argument) : null;
}
