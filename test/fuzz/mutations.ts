/** Texts like real articles, spoilt: what scrapers, editors and attackers do to them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

/** Inputs of one target: 2,000 with every test run, more by WENJU_FUZZ_RUNS (`npm run soak`). */
export const FUZZ_RUNS = Number(process.env.WENJU_FUZZ_RUNS ?? 2000);
/** Far above what any input may take: what reaches it hangs. */
export const FUZZ_TIMEOUT_MS = 120_000 + FUZZ_RUNS * 100;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Longer texts are cut, so that thousands of them stay affordable. */
const LONGEST = 4000;

/** Pieces that break readers: controls, lone surrogates, marks of formats, numerals and dates without end. */
export const SHARDS = [
  '\0',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u200b',
  '\ufffd',
  '\r\r\n',
  '---\n',
  '---js\n',
  'title: &a [*a, *a]\n',
  '<!--',
  '<script>',
  '</p></div></div>',
  '<p'.repeat(200),
  '&#x110000;',
  '&amp;'.repeat(50),
  '&lt;b',
  '```',
  '[x](y)'.repeat(30),
  '> > > > ',
  '|'.repeat(300),
  '（'.repeat(300),
  '“'.repeat(300),
  '、'.repeat(500),
  '一要二要三要',
  '第'.repeat(300),
  '第一百万亿次会议',
  '99999999999999999999年13月45日',
  '二〇'.repeat(200),
  '年月日'.repeat(100),
  '3月21日'.repeat(100),
  '记者'.repeat(200),
  '市委书记、'.repeat(80),
  '王'.repeat(400),
  '長(cháng)'.repeat(60),
  '(zhǎng',
  '???',
  '又讯',
  '来源:',
  '责任编辑:',
  '版权所有',
  '{"id":"x","text":',
  '\\u0000',
  '"',
  '1.'.repeat(200),
  'a'.repeat(2000),
  ' '.repeat(1000),
  '\u3000'.repeat(300),
  '\n'.repeat(300),
  '米基·史密斯',
  '🀄️',
  'ﬁ㍿',
] as const;

/** What happens to a text at a place, for a length. */
type Change =
  | { readonly kind: 'cut' | 'double' | 'turn'; readonly at: number; readonly length: number }
  | { readonly kind: 'shard'; readonly at: number; readonly shard: string }
  | { readonly kind: 'noise'; readonly at: number; readonly noise: string };

const at = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 400 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('cut', 'double', 'turn'), at, length }),
  fc.record({ kind: fc.constant('shard' as const), at, shard: fc.constantFrom(...SHARDS) }),
  fc.record({
    kind: fc.constant('noise' as const),
    at,
    noise: fc.string({ unit: 'binary', maxLength: 40 }),
  }),
);

function changed(text: string, one: Change): string {
  const place = Math.floor(one.at * (text.length + 1));
  const [before, after] = [text.slice(0, place), text.slice(place)];
  if (one.kind === 'shard') return before + one.shard + after;
  if (one.kind === 'noise') return before + one.noise + after;
  const piece = after.slice(0, one.length);
  const rest = after.slice(one.length);
  if (one.kind === 'cut') return before + rest;
  return before + (one.kind === 'double' ? piece + piece : [...piece].reverse().join('')) + rest;
}

/** One of the texts, changed up to eight times. */
export function spoilt(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 8 }))
    .map(([text, changes]) => changes.reduce(changed, text));
}

/** The project's articles and fixtures in every format, each at most LONGEST characters from its beginning. */
export function articleTexts(): readonly string[] {
  return [...sampleTexts(), ...textsIn('test/fixtures/corpus')];
}

/** The sample articles only, cut likewise. */
export function sampleTexts(): readonly string[] {
  return textsIn('corpus');
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(ROOT, folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'utf8').slice(0, LONGEST));
}

/** The project's questions, in Chinese and English. */
export function questionTexts(): readonly string[] {
  const lines = readFileSync(join(ROOT, 'test/acceptance/questions.jsonl'), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { readonly question: string }).question);
}
