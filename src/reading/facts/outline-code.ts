/** An outline as compact JSON and back: everything in it is a place in its article. */
import type { Article, Paragraph, Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { Role } from '../../retrieval/question.js';
import type { Outline, Speaker } from './outlining.js';
import type { PeopleGroup, PersonMention } from './people.js';
import type { Statement } from './roles.js';
import type { Line, Scene } from './scenes.js';

/** The order is part of the format. */
const ROLES: readonly Role[] = [
  'chair',
  'attend',
  'attend-and-speak',
  'sit-in',
  'deploy',
  'notify',
  'report',
  'take-part',
  'speak',
  'inspect',
];
const NONE = -1;
const OPEN = 1;
const DAMAGED = 2;

/** Paragraph (index), start, end, scene. */
type LineCode = readonly [paragraph: number, start: number, end: number, scene: number];
type SceneCode = readonly [
  part: number,
  opening: number,
  ordinals: readonly (readonly [value: number, noun: string])[],
  dates: readonly string[],
];
/** Start and end of the name, then of each of its offices. */
type MemberCode = readonly number[];
/** `line` names the paragraph; `own` is 1 for the groups that the line itself names. */
type GroupCode = readonly [
  line: number,
  own: 0 | 1,
  start: number,
  end: number,
  flags: number,
  members: readonly MemberCode[],
];
type StatementCode = readonly [
  line: number,
  roles: readonly number[],
  verb: Span,
  group: number,
  bodies: readonly Span[],
  venue: string,
  clause: Span,
];
/** From which line on somebody speaks (group and member, NONE for nobody), named in which line. */
type SpeakerCode = readonly [from: number, group: number, member: number, named: number];
type OutlineCode = readonly [
  lines: readonly LineCode[],
  scenes: readonly SceneCode[],
  groups: readonly GroupCode[],
  statements: readonly StatementCode[],
  speakers: readonly SpeakerCode[],
];

/** The outline's facts, without the article's text. */
export function encodeOutline(outline: Outline): Uint8Array {
  const { article, lines, statements, speakers } = outline;
  const paragraphs = new Map(article.paragraphs.map((paragraph, i) => [paragraph, i]));
  const lineNumbers = new Map(lines.map((line, i) => [line, i]));
  const lineNumber = (line: Line) => lineNumbers.get(line) ?? NONE;
  const scenes: Scene[] = [];
  const openings: number[] = [];
  lines.forEach(({ scene }, i) => {
    if (scene.index < scenes.length && scenes[scene.index] !== undefined) return;
    scenes[scene.index] = scene;
    openings[scene.index] = i;
  });
  const groups = groupTable(lines, statements);
  const groupNumbers = new Map([...groups.keys()].map((group, i) => [group, i]));
  const code: OutlineCode = [
    lines.map(({ paragraph, range, scene }) => [paragraphs.get(paragraph) ?? NONE, ...range, scene.index]),
    scenes.map(({ part, ordinals, dates }, i) => [
      part,
      openings[i] ?? 0,
      ordinals.map(({ value, noun }) => [value, noun]),
      dates,
    ]),
    [...groups].map(([group, { line, own }]) => groupCode(group, lineNumber(line), own)),
    statements.map(({ line, roles, verb, people, bodies, venue, clause }) => [
      lineNumber(line),
      roles.map((role) => ROLES.indexOf(role)),
      verb,
      people === null ? NONE : (groupNumbers.get(people) ?? NONE),
      bodies,
      venue,
      clauseSpan(line, clause),
    ]),
    speakerRuns(speakers, groupNumbers, lineNumber),
  ];
  return new TextEncoder().encode(JSON.stringify(code));
}

/** Every group once: those that lines name, and those that only a statement has. */
function groupTable(
  lines: readonly Line[],
  statements: readonly Statement[],
): ReadonlyMap<PeopleGroup, { readonly line: Line; readonly own: boolean }> {
  const groups = new Map<PeopleGroup, { readonly line: Line; readonly own: boolean }>();
  for (const line of lines) for (const group of line.groups) groups.set(group, { line, own: true });
  for (const { line, people } of statements)
    if (people !== null && !groups.has(people)) groups.set(people, { line, own: false });
  return groups;
}

/** Where the clause stands in its paragraph. */
function clauseSpan({ folded, range }: Line, clause: string): Span {
  const start = folded.indexOf(clause, range[0]);
  return [start, start + clause.length];
}

function groupCode(
  { start, end, open, damaged, members }: PeopleGroup,
  line: number,
  own: boolean,
): GroupCode {
  return [
    line,
    own ? 1 : 0,
    start,
    end,
    (open ? OPEN : 0) + (damaged ? DAMAGED : 0),
    members.map((member) => [member.start, member.end, ...member.offices.flat()]),
  ];
}

function speakerRuns(
  speakers: readonly (Speaker | null)[],
  groups: ReadonlyMap<PeopleGroup, number>,
  lineNumber: (line: Line) => number,
): readonly SpeakerCode[] {
  const places = new Map<PersonMention, readonly [group: number, member: number]>();
  for (const [group, i] of groups)
    for (const [m, person] of group.members.entries()) places.set(person, [i, m]);
  return speakers.flatMap((speaker, i): SpeakerCode[] => {
    if (i > 0 && speaker === speakers[i - 1]) return [];
    if (speaker === null) return i === 0 ? [] : [[i, NONE, NONE, NONE]];
    const [group, member] = places.get(speaker.person) ?? [NONE, NONE];
    return [[i, group, member, lineNumber(speaker.line)]];
  });
}

const decoder = new TextDecoder();

/** The outline of `encodeOutline`; `article` must be the one that it was made of. */
export function decodeOutline(bytes: Uint8Array, article: Article): Outline {
  const [lineCodes, sceneCodes, groupCodes, statementCodes, speakerCodes]: OutlineCode = JSON.parse(
    decoder.decode(bytes),
  );
  const folded = article.paragraphs.map(({ text }) => fold(text));
  const paragraphOf = (line: number) => lineCodes[line]?.[0] ?? 0;
  const groups = groupCodes.map((code) => decodeGroup(code, folded[paragraphOf(code[0])] ?? ''));
  const ownGroups = new Map<number, PeopleGroup[]>();
  groupCodes.forEach(([line, own], i) => {
    const group = groups[i];
    if (own === 0 || group === undefined) return;
    const known = ownGroups.get(line);
    if (known === undefined) ownGroups.set(line, [group]);
    else known.push(group);
  });
  const scenes = sceneCodes.map(([part, opening, ordinals, dates], index): Scene => {
    const [paragraph, start, end] = lineCodes[opening] ?? [0, 0, 0];
    return {
      index,
      part,
      opening: folded[paragraph]?.slice(start, end) ?? '',
      ordinals: ordinals.map(([value, noun]) => ({ value, noun })),
      dates,
    };
  });
  const lines = lineCodes.map(([paragraph, start, end, scene], i): Line => {
    const [first] = scenes;
    return {
      article,
      paragraph: paragraphAt(article, paragraph),
      folded: folded[paragraph] ?? '',
      range: [start, end],
      scene: scenes[scene] ?? first ?? { index: 0, part: 0, opening: '', ordinals: [], dates: [] },
      groups: ownGroups.get(i) ?? [],
    };
  });
  return {
    article,
    lines,
    statements: statementCodes.map((code) => decodeStatement(code, lines, groups)),
    speakers: decodeSpeakers(speakerCodes, lines, groups),
  };
}

function paragraphAt({ id, paragraphs }: Article, index: number): Paragraph {
  const paragraph = paragraphs[index];
  if (paragraph === undefined) throw new RangeError(`The reading facts of ${id} are of another text.`);
  return paragraph;
}

function lineAt(lines: readonly Line[], index: number): Line {
  const line = lines[index];
  if (line === undefined) throw new RangeError('Reading facts name a line that is not there.');
  return line;
}

function decodeGroup([, , start, end, flags, members]: GroupCode, folded: string): PeopleGroup {
  return {
    members: members.map(([from = 0, to = 0, ...offices]): PersonMention => {
      const spans: Span[] = [];
      for (let i = 0; i + 1 < offices.length; i += 2) spans.push([offices[i] ?? 0, offices[i + 1] ?? 0]);
      return { name: folded.slice(from, to), start: from, end: to, offices: spans };
    }),
    start,
    end,
    open: (flags & OPEN) !== 0,
    damaged: (flags & DAMAGED) !== 0,
  };
}

function decodeStatement(
  [line, roles, verb, group, bodies, venue, clause]: StatementCode,
  lines: readonly Line[],
  groups: readonly PeopleGroup[],
): Statement {
  const own = lineAt(lines, line);
  return {
    line: own,
    roles: roles.flatMap((role) => ROLES[role] ?? []),
    verb,
    people: groups[group] ?? null,
    bodies,
    venue,
    clause: own.folded.slice(...clause),
  };
}

function decodeSpeakers(
  codes: readonly SpeakerCode[],
  lines: readonly Line[],
  groups: readonly PeopleGroup[],
): readonly (Speaker | null)[] {
  const speakers: (Speaker | null)[] = [];
  let current: Speaker | null = null;
  let next = 0;
  for (let i = 0; i < lines.length; i++) {
    const [from, group = NONE, member = NONE, named = NONE] = codes[next] ?? [];
    if (from === i) {
      const person = groups[group]?.members[member];
      current = person === undefined ? null : { person, line: lineAt(lines, named) };
      next++;
    }
    speakers.push(current);
  }
  return speakers;
}
