/** No regular expression takes for ever, whatever it is given. */
import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { allPatterns, type Pattern, temptationsOf } from './patterns.js';

/** As long as a question may be. Exponential time would not end; quadratic time is not felt. */
const QUESTION_LENGTH = 1000;
/** What reads articles must not take quadratic time either: seconds and minutes here, and hours for a megabyte. */
const ARTICLE_LENGTH = 64 * 1024;
const READS_ARTICLES = /^(?:corpus|language)\//u;
const LIMIT_MS = 1_500;
/** A busy machine may let a pattern wait; one that is slow is slow each time. */
const ATTEMPTS = 3;
const TIMEOUT_MS = 900_000;
/** What ends a text so that it does not match after all, one of them where `.` or `$` takes the other. */
const ENDS = ['\u0001', '\n\u0001'];

const context = createContext({ expression: /x/u, text: '' });
const ALL_MATCHES = new Script(`{
  let last = -1;
  expression.lastIndex = 0;
  while (expression.test(text) && expression.global) {
    if (expression.lastIndex === last) expression.lastIndex++;
    last = expression.lastIndex;
  }
}`);

function isQuick(expression: RegExp, text: string, attempts = ATTEMPTS): boolean {
  Object.assign(context, { expression, text });
  try {
    ALL_MATCHES.runInContext(context, { timeout: LIMIT_MS });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return attempts > 1 && isQuick(expression, text, attempts - 1);
  }
}

/** The first text that is too much for an expression, as JSON of its beginning, unit and end; null when none is. */
function tooMuchFor(expression: RegExp, length: number): string | null {
  for (const [beginning, unit] of temptationsOf(expression)) {
    const text = (beginning + unit.repeat(Math.ceil(length / unit.length))).slice(0, length);
    for (const end of ENDS)
      if (!isQuick(expression, text + end)) return JSON.stringify([beginning, unit, end]);
  }
  return null;
}

const slowAmong = (patterns: readonly Pattern[], length: number): readonly string[] =>
  patterns.flatMap(({ file, expression }) => {
    const text = tooMuchFor(expression, length);
    return text === null ? [] : [`${file} ${expression} on ${text}`];
  });

describe('what finds slow patterns', () => {
  it.each([/(?:a|驻\p{Script=Han}{1,6})+$/u, /(?:哈+|h{2,})+(?=[?\s]*$)/u, /(a+)+b/u, /^(?:x.{1,8})+$/u])(
    'finds that %s takes exponential time',
    (expression) => expect(tooMuchFor(expression, QUESTION_LENGTH)).not.toBeNull(),
    TIMEOUT_MS,
  );

  it.each([/\s+$/u, /[ \t]*:?-*[ \t]*#/u])(
    'finds that %s takes quadratic time',
    (expression) => expect(tooMuchFor(expression, ARTICLE_LENGTH)).not.toBeNull(),
    TIMEOUT_MS,
  );

  it('knows patterns by the hundred, literal ones and those that are put together', async () => {
    const patterns = await allPatterns();
    expect(patterns.length).toBeGreaterThan(900);
    expect(patterns.filter(({ file }) => file === 'language/numbers.ts').length).toBeGreaterThan(3);
  });
});

describe('regular expressions', () => {
  it(
    'take no time on a question, whatever it is made of',
    async () => expect(slowAmong(await allPatterns(), QUESTION_LENGTH)).toEqual([]),
    TIMEOUT_MS,
  );

  it(
    'that read articles take time in proportion to their length',
    async () => {
      const readers = (await allPatterns()).filter(({ file }) => READS_ARTICLES.test(file));
      expect(slowAmong(readers, ARTICLE_LENGTH)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
