/** Every regular expression of the sources, and texts made of what each is looking for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
/** The browser's page, and what starts something when it is imported. */
const NOT_IMPORTED = /^(?:playground|running|cli\.ts|search-process\/child\.ts)/u;
const LEFT_OUT = /^playground\/page\/|\.d\.ts$/u;
/** A pattern gives at most so many texts; its first atoms stand at its beginning. */
const MOST_ATOMS = 16;

export interface Pattern {
  /** Below src/. */
  readonly file: string;
  readonly expression: RegExp;
}

/** What a slash follows that opens a regular expression and divides nothing. */
const BEFORE_LITERAL = /(?:[(,=:[!&|?{};+\n>~*%-]|\b(?:return|typeof|case|in|of))\s*$/u;
const LITERAL = /\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/uy;
/** The whole of a string, or the part of a template up to its next value. */
const TEXT = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[`}](?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{)/uy;

/** The literals of a source file, without its types and comments. */
function literalsOf(file: string): RegExp[] {
  const { code } = transformSync(readFileSync(join(SOURCES, file), 'utf8'), {
    loader: 'ts',
    minifyWhitespace: true,
    charset: 'utf8',
  });
  const found: RegExp[] = [];
  /** Open braces, whether each is a template's. */
  const braces: boolean[] = [];
  for (let at = 0; at < code.length; ) {
    const character = code[at];
    const isText = character === '"' || character === "'" || character === '`';
    if (isText || (character === '}' && braces.pop() === true)) {
      TEXT.lastIndex = at;
      const [text = ''] = TEXT.exec(code) ?? [];
      if (text.endsWith('${')) braces.push(true);
      at += text.length;
      continue;
    }
    if (character === '{') braces.push(false);
    LITERAL.lastIndex = at;
    const literal =
      character === '/' && BEFORE_LITERAL.test(code.slice(Math.max(0, at - 12), at)) && LITERAL.exec(code);
    if (literal) found.push(new RegExp(literal[1] ?? '', literal[2]));
    at += literal ? literal[0].length : 1;
  }
  return found;
}

/** What `new RegExp` made in our own modules while this one and those that it needs were imported. */
async function madeBy(file: string): Promise<readonly Pattern[]> {
  const Original = RegExp;
  const made: Pattern[] = [];
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const expression = new target(source, flags);
      const [, , caller = ''] = (new Error().stack ?? '').split('\n');
      const own = caller.split('/src/')[1]?.split(':')[0];
      if (typeof source === 'string' && own !== undefined && !caller.includes('node_modules'))
        made.push({ file: own, expression });
      return expression;
    },
  });
  try {
    await import(pathToFileURL(join(SOURCES, file)).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}

/** All patterns of src/, each once: literals, and those that modules put together when they are loaded. */
export async function allPatterns(): Promise<readonly Pattern[]> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => relative(SOURCES, join(SOURCES, file)))
    .filter((file) => file.endsWith('.ts') && !LEFT_OUT.test(file))
    .sort();
  const found = new Map<string, Pattern>();
  for (const file of files) {
    const literals = literalsOf(file).map((expression) => ({ file, expression }));
    const made = NOT_IMPORTED.test(file) ? [] : await madeBy(file);
    for (const pattern of [...literals, ...made]) {
      const { expression } = pattern;
      if (!found.has(String(expression))) found.set(String(expression), pattern);
    }
  }
  return [...found.values()];
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '1',
  w: 'a',
  s: ' ',
  n: '\n',
  r: '\r',
  t: '\t',
  S: '一',
  D: '一',
  W: '一',
};
const ATOM =
  /\\p\{([^}]*)\}|\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})|\\(?:k<\w+>|[bB])|\\(.)|\[(\^?)((?:\\.|[^\]\\])*)\]|\((?:\?(?:<?[=!]|<\w+>|[a-z-]*:))?|\{\d+(?:,\d*)?\}|[)|*+?^$]|(.)/gsu;

/** One character for each atom of a pattern, in order; two for a class: its first and its last. */
function atomsOf(source: string): readonly string[] {
  return Array.from(source.matchAll(ATOM)).flatMap(
    ([, property, unicode, hex, escaped, not, members, plain]) => {
      const code = unicode ?? hex;
      if (property !== undefined) return [/^(?:P|S|Z|C)/u.test(property) ? '，' : '一'];
      if (code !== undefined) return [String.fromCodePoint(Number.parseInt(code, 16))];
      if (escaped !== undefined) return [CLASSES[escaped] ?? escaped];
      if (members === undefined) return plain === undefined ? [] : [plain === '.' ? 'x' : plain];
      const inside = atomsOf(members.replaceAll('-', '\\-'));
      if (not === '^') return [inside.includes('x') ? '一' : 'x'];
      return inside.length === 0 ? [] : [inside[0] ?? '', inside.at(-1) ?? ''];
    },
  );
}

/** Beginnings and what is repeated after them: the pattern's own characters, alone, in pairs and as far as it goes. */
export function temptationsOf({ source }: RegExp): readonly (readonly [beginning: string, unit: string])[] {
  const atoms = atomsOf(source).slice(0, MOST_ATOMS);
  const found = atoms.flatMap((atom, i): (readonly [string, string])[] => {
    const before = atoms.slice(0, i).join('');
    return [
      ['', atom],
      [before, atom],
      ['', (atoms[i - 1] ?? '') + atom],
      ['', before + atom],
    ];
  });
  return [...new Map(found.map((one) => [one.join('\0'), one])).values()];
}
