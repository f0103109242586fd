/** Front matter. The only file that imports yaml: its core schema builds plain values and runs nothing. */
import { parse } from 'yaml';
import type { Span } from './article.js';

export interface FrontMatter {
  /** Keys in lower case; lists are kept as lists of strings, anything deeper is left out. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** The block with its fences in the raw text; null where there is none or where it is text after all. */
  readonly span: Span | null;
  /** Where the article begins. */
  readonly bodyStart: number;
  readonly warnings: readonly string[];
}

/** Longest block that is taken for front matter. */
const LONGEST_BLOCK = 65_536;
const OPENING = /^[\s\uFEFF]*---[ \t]*(?:([A-Za-z][\w+-]{0,19})[ \t]*)?(?:\r\n|\n|\r)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;
const KEY_LINE =
  /^([A-Za-z_][\w-]{0,40}|标题|副标题|原标题|作者|记者|编辑|责任编辑|来源|日期|时间|发布时间|链接|標題|副標題|原標題|記者|編輯|責任編輯|來源|時間|發布時間|連結)[ \t]*[:：][ \t]*(.*)$/;

const NONE = { fields: {}, span: null, bodyStart: 0, warnings: [] } as const;

function scalar(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function fieldsOf(value: object): FrontMatter['fields'] {
  const entries = Object.entries(value).flatMap(([key, field]): [string, string | readonly string[]][] => {
    const name = key.trim().toLowerCase();
    if (Array.isArray(field)) return [[name, field.flatMap((item) => scalar(item) ?? [])]];
    const single = scalar(field);
    return single === null ? [] : [[name, single]];
  });
  return Object.fromEntries(entries);
}

/** Reads `key: value` lines of a block that is no YAML, e.g. because of a bare colon in a title. */
function plainFields(block: string): FrontMatter['fields'] {
  const entries = block.split(/\r\n|\n|\r/).flatMap((line): [string, string][] => {
    const match = KEY_LINE.exec(line);
    const value = scalar((match?.[2] ?? '').replace(/^(['"])(.*)\1$/, '$2'));
    return match?.[1] === undefined || value === null ? [] : [[match[1].toLowerCase(), value]];
  });
  return Object.fromEntries(entries);
}

function parseBlock(
  block: string,
): { readonly fields: FrontMatter['fields'] } | { readonly problem: string } {
  try {
    const value: unknown = parse(block, { schema: 'core', logLevel: 'error', prettyErrors: false });
    if (value === null || value === undefined) return { fields: {} };
    if (typeof value === 'object' && !Array.isArray(value)) return { fields: fieldsOf(value) };
    return { problem: 'it is no mapping of names to values' };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

/**
 * The front matter at the head of a text (blank lines and a BOM may stand before it). A block in another language
 * (`---js`) is reported and never run; a block that is no YAML is reported, its plain `key: value` lines are read, and
 * when it has none it stays in the text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (opening === null) return NONE;
  const blockStart = opening[0].length;
  const closing = CLOSING.exec(text.slice(blockStart, blockStart + LONGEST_BLOCK));
  if (closing === null) return NONE;
  const block = text.slice(blockStart, blockStart + closing.index);
  const bodyStart = blockStart + closing.index + closing[0].length;
  const span: Span = [opening[0].search(/---/), bodyStart];
  const language = opening[1]?.toLowerCase();
  if (language !== undefined && language !== 'yaml' && language !== 'yml') {
    return {
      fields: {},
      span,
      bodyStart,
      warnings: [`front matter in "${language}" is not read and never run`],
    };
  }
  const parsed = parseBlock(block);
  if ('fields' in parsed) return { fields: parsed.fields, span, bodyStart, warnings: [] };
  const fields = KEY_LINE.test(block.trimStart().split(/\r\n|\n|\r/, 1)[0] ?? '') ? plainFields(block) : {};
  const warnings = [`front matter is no YAML: ${parsed.problem}`];
  if (Object.keys(fields).length === 0) return { ...NONE, warnings };
  return { fields, span, bodyStart, warnings };
}
