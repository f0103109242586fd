/** What a question wants: kind of answer, role, office and the conditions that must hold. No ranking, no corpus text. */

import { withoutExceptions } from './exceptions.js';
import { chineseCore, chineseKind, chineseRole, maskNames } from './intent-chinese.js';
import { chineseConstraints, englishConstraints, type KnownNames } from './intent-constraints.js';
import { englishKind, englishOffice, englishRole } from './intent-english.js';
import { chineseOffice } from './intent-office.js';
import { namesBySound } from './intent-sound.js';
import type { Constraint, Intent, Language } from './question.js';

/** 主会场都有谁 asks who was there, without a verb. */
const VENUE = /会场|主场|现场/u;
/** What the mayor did is no question for the mayor. */
const ASKS_DEED_CHINESE = /(?:做|干|作|搞|忙)(?:了|过)(?:些|的)?什么/u;
const ASKS_DEED = /\bwhat (?:did|does|do|has|have|had|will|was|is) .{1,80}\b(?:do|done|doing)\b/u;
/** Spaces that somebody typed between Chinese words or around digits: 第 七 次. */
const SPACE_IN_HAN = /(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu;

/**
 * Reads a question. `text` is as asked, `folded` its folded layer (same length), `names` the corpus's folded names.
 * `core` is the folded Chinese question with its question phrases cut out, empty for English.
 */
export function analyseIntent(
  text: string,
  folded: string,
  language: Language,
  names: KnownNames,
): Intent & { readonly core: string } {
  return language === 'en'
    ? english(withoutExceptions(text), names)
    : chinese(withoutExceptions(folded), names);
}

function chinese(folded: string, names: KnownNames): Intent & { readonly core: string } {
  const tight = folded.replace(SPACE_IN_HAN, '');
  const constraints = chineseConstraints(tight, names);
  const surfaces = constraints.flatMap(({ type, surface }) => (type === 'person' ? [surface] : []));
  const { kind: asked, plural } = chineseKind(maskNames(tight, surfaces));
  const office = chineseOffice(tight, personsOf(constraints));
  const kind =
    asked !== 'reason' && office !== null && office !== '职务' && /叫|名字|姓名/u.test(tight)
      ? 'person'
      : asked;
  const wanted = kind === 'person' || kind === 'which' || kind === 'other' || kind === 'list';
  return {
    kind,
    plural,
    role: chineseRole(tight) ?? (asked === 'person' && plural && VENUE.test(tight) ? 'attend' : null),
    office: (wanted && !ASKS_DEED_CHINESE.test(tight)) || office === '职务' ? office : null,
    constraints,
    core: inHan(chineseCore(tight, surfaces), constraints),
  };
}

function english(text: string, names: KnownNames): Intent & { readonly core: string } {
  const lower = text.toLowerCase();
  const constraints = englishConstraints(text, namesBySound(names));
  const role = englishRole(lower);
  const { kind, plural } = englishKind(lower, role);
  const asked = kind === 'person' || kind === 'which' || kind === 'definition' || kind === 'other';
  const wanted = asked && !ASKS_DEED.test(lower);
  const office = wanted ? englishOffice(text, isProvince(constraints, names)) : null;
  return { kind, plural, role, office, constraints, core: '' };
}

/** Names that were typed in Latin letters, as the corpus writes them. */
function inHan(core: string, constraints: readonly Constraint[]): string {
  return constraints.reduce(
    (text, constraint) =>
      constraint.type === 'person' || constraint.type === 'place'
        ? text.replace(constraint.surface, constraint.name)
        : text,
    core,
  );
}

function personsOf(constraints: readonly Constraint[]): readonly string[] {
  return constraints.flatMap((constraint) => (constraint.type === 'person' ? [constraint.name] : []));
}

/** Whether the question's place is a province, as far as the corpus tells; null when it names none. */
function isProvince(constraints: readonly Constraint[], names: KnownNames): boolean | null {
  const place = constraints.find((constraint) => constraint.type === 'place');
  if (place?.type !== 'place') return null;
  if (names.places.has(`${place.name}省`) || place.name.endsWith('省')) return true;
  return names.places.has(`${place.name}市`) || place.name.endsWith('市') ? false : null;
}
