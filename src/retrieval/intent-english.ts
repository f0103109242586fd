/** What an English question asks for: kind of answer, role, and the Chinese office that the answer holds. */
import { ENGLISH_INSTITUTIONS, ENGLISH_ROLES, ENGLISH_TITLES } from './intent-lexicon.js';
import type { AnswerKind, Role } from './question.js';

const PEOPLE =
  '(?:people|persons?|officials?|leaders?|attendees?|participants?|members?|delegates?|mayors?|governors?|cadres?|reporters?|journalists?|correspondents?|editors?|authors?|writers?|photographers?|experts?)';

/** Words before a noun that is asked for (which two provincial officials): what rule applies to people asks for none. */
const BEFORE_NOUN =
  '(?!(?:to|for|of|by|with|about|from|at|among|on|in|do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|awaits?|applies|happens|happened|applied|makes|made|lets|says|said|told)\\b)[a-z-]+ ';
/** Behind another question word it begins a clause that says whom is meant: what awaits officials who…. */
const NO_CLAUSE = "(?<!^(?:what(?!(?:’s|'s| is| was) the name)|how|when|where|why)\\b.*)";
const PLACES =
  '(?:places?|cit(?:y|ies)|locations?|countr(?:y|ies)|provinces?|towns?|townships?|counties|county|villages?|continents?|venues?|states?|islands?|airports?|streets?|addresses|address|districts?|neighbou?rhoods?|regions?)(?! (?:bus(?:es)?|hall|councils?|governments?|departments?|offices?|bureaus?|teams?|clubs?|committees?|leaders?|officials?|hospitals?|schools?|banks?|court|police|governor|head|chief|mayor|secretary)\\b)';

/** In the order in which they are tried: the narrow before the wide. All on lower-cased text. */
const KINDS: readonly (readonly [AnswerKind, boolean, RegExp])[] = [
  [
    'statement',
    false,
    /\bwhat (?:did|does|do|has|have|was|were|else did) .{1,120}\b(?:say|said|stress(?:ed)?|emphasi[sz]ed?|demand(?:ed)?|require[ds]?|point(?:ed)? out|call(?:ed)? for|urge[ds]?|ask(?:ed)? for|note[ds]?|propose[ds]?|request(?:ed)?|order(?:ed)?)\b/u,
  ],
  [
    'number',
    false,
    /\b(?:which|what) (?:edition|session|round)\b|\bhow (?:many|much|long(?! ago)|old|far|tall|large|big|high|deep|wide|heavy|fast|often|frequent(?:ly)?)\b|\bwhat (?:is the |was the |are the )?(?:percentage|number|proportion|share|amount|population|total|rate)\b|\bwhat percent\b|\bwhat (?:fraction|majority)\b|\bwhat (?:will|did|does|do|would|must|has|have) .{1,60}(?<!\bbe )\b(?:spend|spent|cost|pay|paid|earn|weigh)\b(?! for\b| by\b| with\b)|^(?:please )?(?:state|give|tell me) the (?:total |exact |overall )?(?:number|amount|sum|percentage|share|proportion)\b|\bwhat (?:is|was|are|were) the (?:[a-z-]+ ){0,3}?(?:price|cost|fee|fare|budget|salary|height|length|width|weight|depth|speed limit|capacity|temperature|score|area|size|distance|age|deposit|tuition|limit|contribution|premium)s?\b|\bwhat (?:[a-z-]+ ){0,2}(?:deposit|fee|price|fine|fare|rent|salary|budget)s? (?:is|are|was|were|do|does|did|must|will|should)\b/u,
  ],
  [
    'time',
    false,
    /^(?!.*\b(?:what|which|who|whom|how|where|why)\b.*\bwhen\b)(?!(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|may|must)\b(?!.*\b(?:know|tell|say)\b).*\bwhen\b).*\bwhen\b|\bhow long ago\b|\b(?:what|which) (?:exact )?(?:date|day|time|year|month|century|decade|era|weekday|evening|morning|hours?)\b|\bwhat (?:is|was) the (?:date|deadline|time|year|day)\b/u,
  ],
  [
    'person',
    true,
    new RegExp(
      `\\b(?:which|what|name the|list the|list all|name all|the names of) (?:${BEFORE_NOUN}){0,3}?${PEOPLE.replace(/s\?/gu, 's')}\\b`,
      'u',
    ),
  ],
  [
    'person',
    true,
    new RegExp(
      `${NO_CLAUSE}\\bwho (?:all|else|were|are)\\b|\\blist (?:of )?(?:everyone|who|the (?:names|attendees|participants))\\b|\\bname (?:everyone|those)\\b|\\bwhose names\\b`,
      'u',
    ),
  ],
  [
    'person',
    false,
    new RegExp(
      `${NO_CLAUSE}\\b(?:who|whom|whose)\\b|\\b(?:which|what) (?:${BEFORE_NOUN}){0,2}?${PEOPLE}\\b|\\bname (?:of )?the (?:[a-z-]+ ){0,5}${PEOPLE}\\b`,
      'u',
    ),
  ],
  [
    'place',
    false,
    new RegExp(
      `\\bwhere(?:abouts)?\\b|\\b(?:what|which) ${PLACES}\\b|\\b(?:in|at|to|from|on) (?:what|which) (?:${BEFORE_NOUN}){1,2}?${PLACES}\\b|\\bwhat (?:is|was) the (?:location|address|venue)\\b`,
      'u',
    ),
  ],
  [
    'reason',
    false,
    /\bwhy\b|\bfor what reason|\bwhat (?:is|was|were|are) the (?:reason|cause)s?\b|\bwhat caused\b/u,
  ],
  ['manner', false, /\bhow\b/u],
  [
    'list',
    true,
    /^(?:please )?(?:list|name|enumerate|give (?:me )?(?:all|a list))\b|\bwhat (?:are|were) the\b|\b(?:which|what) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) [a-z“"]|\bwhich (?:[a-z-]+ ){0,3}[a-z]+s (?:are|were|did|have|does)\b|\bwhat (?:[a-z-]+ ){0,2}(?:measures|items|points|requirements|tasks|steps|aspects|changes|goals|principles|things|kinds|types)\b/u,
  ],
  [
    'definition',
    false,
    /\bwhat (?:is|was) meant by\b|\bwhat (?:does|did) .{1,80} (?:mean|refer to|stand for)\b|\bdefine\b|^what(?:'s| is| was) (?:an? |the )?["“'‘][^"”'’]{1,60}["”'’]\??$|\bmeaning of\b/u,
  ],
  ['which', false, /\b(?:which|what)\b/u],
  ['yes-no', false, /^(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)\b/u],
];

/** Roles that many fill at once: the plain who-question already asks for all of them. */
const SHARED_ROLES: ReadonlySet<Role | null> = new Set(['attend', 'sit-in', 'take-part', 'report']);
const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['省', /\bprovincial\b|\bprovince\b/u],
  ['市', /\bmunicipal\b|\bcity\b/u],
  ['县', /\bcounty\b/u],
  ['区', /\bdistrict\b/u],
];
/** Heads that take the level through their party committee: 省委书记, not 省书记. */
const PARTY_HEADS = /^副?书记$/u;
/** A title is not asked for when a name follows it (Mayor Wei Jianping), or something of its holder's (the mayor's wife). */
const FOLLOWED = /^\s+(?:\p{Lu}[\p{L}'-]+)(?:\s+\p{Lu}[\p{L}'-]+)?|^['’]s\b/u;
const ASKS_POST =
  /\bwhat (?:is|was|are|were) .{1,60}\b(?:position|post|title|office|job|role|rank)\b|\b(?:what|which) (?:position|post|title|office|job|rank)\b/u;

/** Kind of answer and whether all items are asked for, of a lower-cased English question with its role. */
export function englishKind(
  lower: string,
  role: Role | null,
): { readonly kind: AnswerKind; readonly plural: boolean } {
  const found = KINDS.find(([, , pattern]) => pattern.test(lower));
  if (found === undefined) return { kind: 'other', plural: false };
  const [kind, plural] = found;
  return { kind, plural: plural || (kind === 'person' && SHARED_ROLES.has(role)) };
}

/** The part in a meeting that a lower-cased English question asks about, or null. */
export function englishRole(lower: string): Role | null {
  if (/\bwho (?:reported|wrote) (?:the|this)\b[^?]*\b(?:story|article|news|piece|report)\b/u.test(lower))
    return null;
  return ENGLISH_ROLES.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}

/**
 * The folded Chinese office that an English question asks for (市长, 省教育厅二级巡视员), 职务 when it asks for a person's
 * post, or null. `isProvince` tells how the place of the question is governed.
 */
export function englishOffice(text: string, isProvince: boolean | null): string | null {
  const lower = text.toLowerCase();
  if (ASKS_POST.test(lower)) return '职务';
  const title = ENGLISH_TITLES.map((entry) => ({ entry, found: entry.pattern.exec(lower) })).find(
    ({ found }) => found !== null && !FOLLOWED.test(text.slice(found.index + found[0].length)),
  );
  const head = title?.entry.chinese[0];
  if (title?.found == null || head === undefined) return null;
  const around = lower.slice(0, title.found.index) + lower.slice(title.found.index + title.found[0].length);
  const institution = institutionIn(head, around);
  const level = LEVELS.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
  if (PARTY_HEADS.test(head) && institution === '') return partyOffice(head, level, isProvince);
  return `${institution === '' || institution === '大学' ? '' : (level ?? '')}${institution}${head}`;
}

function institutionIn(head: string, around: string): string {
  const found = ENGLISH_INSTITUTIONS.find(({ pattern }) => pattern.test(around))?.chinese[0] ?? '';
  const redundant =
    head.includes(found) || /[省市县区]长$/u.test(head) || (found === '指挥部' && !head.includes('指挥长'));
  return redundant ? '' : found.replace(/^党委$/u, '');
}

function partyOffice(head: string, level: string | null, isProvince: boolean | null): string {
  const by = level ?? (isProvince === null ? null : isProvince ? '省' : '市');
  return by === null ? head : `${by}委${head}`;
}
