/**
 * Whether any of our readers takes more than linear time on a hostile text: each is given 64 kB and 1 MB of the same
 * nonsense, and the larger may cost at most 20 times the smaller (16 times as long, and something for the caches).
 * Sixteen copies of the smaller are read in a row and all that was found is kept, so that as much memory is read and
 * filled as with the larger.
 * Usage: npm run bench:adversarial [-- NAME…]
 */
import { readArticles } from '../src/corpus/read.js';
import { findDates } from '../src/language/dates.js';
import { findEnglishDates } from '../src/language/english-dates.js';
import { findEnglishNumbers, findEnglishOrdinals } from '../src/language/english-numerals.js';
import { mineNames } from '../src/language/names.js';
import { findNumbers } from '../src/language/numbers.js';
import { findOffices } from '../src/language/offices.js';
import { findOrdinals } from '../src/language/ordinals.js';
import { findPlaces } from '../src/language/places.js';
import { fold } from '../src/language/script.js';
import { findEnumeration, splitSentences } from '../src/language/sentences.js';
import { findTransliterations } from '../src/language/transliteration.js';
import { SHARDS } from '../test/fuzz/mutations.js';

const SMALL = 64 * 1024;
const LARGE = 1024 * 1024;
const TIMES = LARGE / SMALL;
const MOST = 20;
/** A round lasts so long at least. */
const LEAST_MS = 20;
const ROUNDS = 3;
const ATTEMPTS = 3;

/** What reads texts of any length that somebody else wrote. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  fold,
  splitSentences,
  findEnumeration,
  findDates,
  findEnglishDates,
  findOrdinals,
  findEnglishOrdinals,
  findNumbers,
  findEnglishNumbers,
  findOffices,
  findPlaces,
  findTransliterations,
  mineNames: (text) => mineNames([text]),
  'a text file': (text) => read('a.txt', text),
  'a page': (text) => read('a.html', `<!doctype html><html><body><p>${text}</p></body></html>`),
  'a Markdown file': (text) => read('a.md', `---\ntitle: x\n---\n\n${text}`),
  'a title': (text) => read('a.html', `<!doctype html><title>标题${inLine(text)}</title><p>正文`),
  'a heading': (text) => read('a.md', `# 标题${inLine(text)}\n\n正文`),
  'a field': (text) => read('a.md', `---\ntitle: x\nauthor: 记者${inLine(text)}\n---\n\n正文`),
  'a credit': (text) => read('a.txt', `标题\n来源:${inLine(text)}\n\n(记者${inLine(text)})正文`),
  'a .jsonl': (text) => read('a.jsonl', JSON.stringify({ id: 'a', title: 'x', text })),
};

/** Each shard in a row without end, and as lines. */
const TEXTS: readonly (readonly [name: string, unit: string])[] = [
  ...SHARDS.map((shard) => [JSON.stringify(shard.slice(0, 12)), shard] as const),
  ...SHARDS.filter((shard) => !shard.includes('\n')).map(
    (shard) => [`${JSON.stringify(shard.slice(0, 12))} by lines`, `${shard}\n`] as const,
  ),
];

function read(file: string, text: string): unknown {
  try {
    return readArticles({ file, bytes: new TextEncoder().encode(text) });
  } catch {
    // Refused: that is quick.
    return null;
  }
}

function inLine(text: string): string {
  return text.replaceAll(/[\r\n]/gu, ' ');
}

/** A text in memory of its own, as one that was read from a file. */
function ofLength(unit: string, length: number): string {
  // The end lets no pattern have it all.
  const text = `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}x`;
  return JSON.parse(JSON.stringify(text));
}

/** Processor time of one run, in milliseconds: the best of three rounds that are long enough for the clock. */
function cost(run: () => unknown): number {
  // Once for nothing: what runs first pays for its compilation.
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.cpuUsage();
    let runs = 0;
    let spent = 0;
    while (spent < LEAST_MS) {
      run();
      runs++;
      const { user, system } = process.cpuUsage(started);
      spent = (user + system) / 1000;
    }
    best = Math.min(best, spent / runs);
  }
  return best;
}

interface Growth {
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
}

/** What is too much is measured again: caches and the collection of garbage are not the reader's. */
function growth(
  reader: (text: string) => unknown,
  copies: readonly string[],
  longer: string,
  attempts = ATTEMPTS,
): Growth {
  const small = cost(() => copies.map(reader)) / copies.length;
  const large = cost(() => reader(longer));
  const once = { small, large, ratio: large / small };
  if (once.ratio <= MOST || attempts === 1) return once;
  const again = growth(reader, copies, longer, attempts - 1);
  return again.ratio < once.ratio ? again : once;
}

const wanted = process.argv.slice(2);
let failures = 0;
for (const [name, reader] of Object.entries(READERS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  let worst = { ratio: 0, text: '', small: 0, large: 0 };
  for (const [text, unit] of TEXTS) {
    // Made beforehand: making a long text costs more than reading it may.
    const copies = Array.from({ length: TIMES }, () => ofLength(unit, SMALL));
    const { small, large, ratio } = growth(reader, copies, ofLength(unit, LARGE));
    if (ratio > worst.ratio) worst = { ratio, text, small, large };
    if (ratio > MOST) {
      failures++;
      console.log(
        `  ${name} on ${text}: ${small.toFixed(2)} → ${large.toFixed(1)} ms, × ${ratio.toFixed(1)}`,
      );
    }
  }
  const { ratio, text, small, large } = worst;
  console.log(
    `${name.padEnd(22)} worst × ${ratio.toFixed(1)} (${small.toFixed(2)} → ${large.toFixed(1)} ms, on ${text})`,
  );
}
console.log(failures === 0 ? `None above × ${MOST}.` : `${failures} above × ${MOST}.`);
process.exitCode = failures === 0 ? 0 : 1;
