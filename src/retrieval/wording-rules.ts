/** Rules that put a question into other words: found in its folded layer, replaced as it was typed. */
import { fold } from '../language/script.js';
import { maskQuotes } from './intent-chinese.js';

/** A question as typed beside its folded layer; both are of one length. */
export interface Wording {
  readonly typed: string;
  readonly folded: string;
}

/** Replaces what `pattern` finds in the folded text by `plain`, in which $1 and $2 stand for groups as typed. */
export interface Rule {
  readonly pattern: RegExp;
  readonly plain: string;
}

/** A rule from the source of its pattern. */
export function rule(source: string, plain: string): Rule {
  return { pattern: new RegExp(source, 'dgu'), plain };
}

/** A text in both layers. */
export function wordingOf(typed: string): Wording {
  return { typed, folded: fold(typed) };
}

/** The wording after a rule; the same object when the rule finds nothing. Quoted words stay as they are. */
export function apply(wording: Wording, { pattern, plain }: Rule): Wording {
  const { typed } = wording;
  const masked = maskQuotes(wording.folded);
  let text = '';
  let at = 0;
  for (const match of masked.matchAll(pattern)) {
    text += typed.slice(at, match.index) + filled(plain, match, typed);
    at = match.index + match[0].length;
  }
  return at === 0 ? wording : wordingOf(text + typed.slice(at));
}

/** The replacement with its groups as typed. */
function filled(plain: string, match: RegExpExecArray | RegExpMatchArray, typed: string): string {
  return plain.replace(/\$(\d)/gu, (_, group: string) => {
    const span = match.indices?.[Number(group)];
    return span === undefined ? '' : typed.slice(...span);
  });
}
