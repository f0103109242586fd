/**
 * A process that changes its library until it is killed, as the bot and its search process do; it says what it begins
 * and, once it is confirmed, what it did.
 */
import { writeSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../../src/corpus/hash.js';
import { openLibrary } from '../../src/library.js';
import { openStore } from '../../src/store/store.js';

const [corpus = '', dataDir = '', way = '', round = ''] = process.argv.slice(2);
const say = (...words: readonly string[]): void => void writeSync(1, `${words.join(' ')}\n`);

const store = await openStore({ dataDir });
const library = await openLibrary({ corpus, dataDir });

/** An article that no other is like. */
const article = (name: string): string =>
  `云岭县第${name}号简报\n\n3月1日，云岭县发布第${name}号简报。\n简报由何知远编写，共${name}页。\n`;

async function reindex(name: string): Promise<void> {
  // Put in place whole: a file that its author has half written is another matter.
  await writeFile(join(corpus, '.brief'), article(name));
  await rename(join(corpus, '.brief'), join(corpus, 'brief.txt'));
  say('begin', name);
  await library.reindex(({ phase }) => {
    if (phase === 'saving') say('saving', name);
  });
  say('done', name);
}

async function add(name: string): Promise<void> {
  const file = `brief-${name}.txt`;
  const bytes = Buffer.from(article(name));
  say('begin', name);
  await store.uploads.put({ name: file, bytes, sha256: sha256Of(bytes), addedBy: 'u', at: Date.now() });
  say('stored', file, sha256Of(bytes));
  await library.refresh();
  say('done', name);
}

for (let n = 1; ; n++) {
  const name = String(Number(round) * 1000 + n);
  await (way === 'add' ? add(name) : reindex(name));
}
