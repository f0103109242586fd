import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/corpus/hash.js';
import { LISTED_AT_MOST, listed } from '../../src/library/listed.js';
import { LocalLibrary, openLibrary } from '../../src/library.js';
import { openStore, type Store } from '../../src/store/store.js';
import { docxOf } from '../corpus/docx-builder.js';
import { pdfOf, typeset } from '../corpus/pdf-builder.js';
import { newestArticles } from '../newest-articles.js';
import { smallCorpus, WHO_CHAIRED } from '../small-corpus.js';

let folder: string;
let corpus: string;
let dataDir: string;
let store: Store;
let warnings: string[];
let open: LocalLibrary[];

beforeEach(async () => {
  ({ folder, corpus, dataDir } = await smallCorpus());
  await mkdir(dataDir, { recursive: true });
  store = await openStore({ dataDir });
  warnings = [];
  open = [];
});

afterEach(async () => {
  for (const library of open) await library.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function openedLibrary(): Promise<LocalLibrary> {
  const library = await openLibrary({ corpus, dataDir, warn: (message) => warnings.push(message) });
  open.push(library);
  return library;
}

async function upload(name: string, content: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(content);
  await store.uploads.put({ name, bytes, sha256: sha256Of(bytes), addedBy: 'somebody', at: 1 });
}

const files = async (library: LocalLibrary) => (await newestArticles(library)).map(({ file }) => file).sort();

const AIRPORT = '云岭机场通航\n\n3月1日，云岭机场通航仪式举行。副县长何知远主持了通航仪式。';
const WHO_OPENED = '谁主持了通航仪式？';

describe('refresh', () => {
  it('takes an upload into use at once, and a removal', async () => {
    const library = await openedLibrary();
    await upload('airport.txt', AIRPORT);
    expect(await library.refresh()).toMatchObject({ added: listed(['uploads/airport.txt']), articles: 3 });
    expect(await library.ask(WHO_OPENED)).toMatchObject({ answer: '何知远' });
    const summary = (await newestArticles(library)).find(({ file }) => file === 'uploads/airport.txt');
    expect(summary).toMatchObject({ uploaded: true, id: 'uploads/airport.txt' });
    await store.uploads.remove('airport.txt');
    expect(await library.refresh()).toMatchObject({ removed: listed(['uploads/airport.txt']), articles: 2 });
    expect(await library.ask(WHO_OPENED)).not.toMatchObject({ answer: '何知远' });
  });

  it('hides an article of the corpus without touching its file, and shows it again', async () => {
    const library = await openedLibrary();
    const before = await readFile(join(corpus, 'dam.txt'));
    await store.uploads.hide('dam.txt', { by: 'somebody', at: 1 });
    await library.refresh();
    expect(await files(library)).toEqual(['bridge.txt']);
    expect(await library.article('dam.txt')).toBeNull();
    expect(await library.check('dam.txt', 1)).toEqual({ status: 'gone', article: null });
    expect(await readFile(join(corpus, 'dam.txt'))).toEqual(before);
    await store.uploads.unhide('dam.txt');
    await library.refresh();
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
  });

  it('survives a restart, without indexing again', async () => {
    const library = await openedLibrary();
    await upload('airport.txt', AIRPORT);
    await store.uploads.hide('bridge.txt', { by: 'somebody', at: 1 });
    await library.refresh();
    let indexed = false;
    const again = await openLibrary({ corpus, dataDir }, () => {
      indexed = true;
    });
    open.push(again);
    expect(indexed).toBe(false);
    expect(await files(again)).toEqual(['dam.txt', 'uploads/airport.txt']);
  });

  it('is made up for at the next start when nobody called it', async () => {
    await openedLibrary();
    await upload('airport.txt', AIRPORT);
    expect(await files(await openedLibrary())).toContain('uploads/airport.txt');
  });

  it('takes an upload in place of one of the same name', async () => {
    const library = await openedLibrary();
    await upload('airport.txt', AIRPORT);
    await library.refresh();
    await upload('airport.txt', AIRPORT.replaceAll('何知远', '白知秋'));
    expect(await library.refresh()).toMatchObject({ changed: listed(['uploads/airport.txt']) });
    expect(await library.ask(WHO_OPENED)).toMatchObject({ answer: '白知秋' });
  });

  it('leaves the objects of articles that did not change as they are', async () => {
    const library = await openedLibrary();
    const before = library.index().articles;
    await upload('airport.txt', AIRPORT);
    await library.refresh();
    for (const article of before) expect(library.index().articles).toContain(article);
  });

  it('waits for the reindex that is under way, and then has both', async () => {
    const library = await openedLibrary();
    await upload('airport.txt', AIRPORT);
    const reindexed = library.reindex();
    await upload('again.txt', AIRPORT);
    await library.refresh();
    await reindexed;
    expect(await files(library)).toContain('uploads/again.txt');
  });

  it('takes an upload before a file of the corpus of the same name', async () => {
    await mkdir(join(corpus, 'uploads'));
    await writeFile(join(corpus, 'uploads', 'airport.txt'), '旧闻\n\n云岭县还没有机场。');
    const library = await openedLibrary();
    expect((await newestArticles(library)).find(({ file }) => file === 'uploads/airport.txt')?.uploaded).toBe(
      false,
    );
    await upload('airport.txt', AIRPORT);
    await library.refresh();
    expect(await library.ask(WHO_OPENED)).toMatchObject({ answer: '何知远' });
  });
});

describe('documents', () => {
  const PARAGRAPH = '3月1日，云岭机场通航仪式举行。副县长何知远主持了通航仪式。';

  it.each([
    ['a PDF', 'airport.pdf', pdfOf([typeset([PARAGRAPH])])],
    ['a Word file', 'airport.docx', docxOf([PARAGRAPH])],
  ])('answers from %s, uploaded or in the folder, and checks it again', async (_, name, bytes) => {
    const library = await openedLibrary();
    await writeFile(join(corpus, name), bytes);
    await upload(name, bytes);
    expect(await library.refresh()).toMatchObject({
      added: listed([name, `uploads/${name}`]),
      unreadable: listed([]),
    });
    expect(await library.ask(WHO_OPENED)).toMatchObject({ answer: '何知远' });
    for (const id of [name, `uploads/${name}`]) {
      expect(await library.check(id, 1)).toMatchObject({ status: 'unchanged', text: PARAGRAPH });
    }
    expect((await openedLibrary()).index().articles.find(({ id }) => id === name)?.extracted).toContain(
      '何知远',
    );
  });

  it('are told of first by whoever put them there, among many others that are odd', async () => {
    for (let n = 0; n < 2 * LISTED_AT_MOST; n++) await writeFile(join(corpus, `${n}.txt`), '');
    const library = await openedLibrary();
    await upload('scan.pdf', pdfOf([[], []]));
    const { unreadable } = await library.refresh(['uploads/scan.pdf']);
    expect(unreadable.count).toBe(2 * LISTED_AT_MOST + 1);
    expect(unreadable.first).toHaveLength(LISTED_AT_MOST);
    expect(unreadable.first[0]).toMatchObject({ file: 'uploads/scan.pdf', code: 'scanned' });
    expect((await library.refresh()).unreadable.first[0]).toMatchObject({ file: '0.txt' });
  });

  it('that cannot be read are named, and the rest goes on', async () => {
    await writeFile(join(corpus, 'scan.pdf'), pdfOf([[], []]));
    const library = await openedLibrary();
    expect((await library.reindex()).unreadable.first).toMatchObject([{ file: 'scan.pdf', code: 'scanned' }]);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
  });
});

describe('a library', () => {
  it('makes no store where there is none', async () => {
    await store.close();
    await rm(dataDir, { recursive: true });
    await openedLibrary();
    await expect(readFile(join(dataDir, 'store.sqlite'))).rejects.toThrow('ENOENT');
  });

  it('leaves uploads aside when told so', async () => {
    await upload('airport.txt', AIRPORT);
    const library = await openLibrary({ corpus, dataDir, uploads: false });
    open.push(library);
    expect(await files(library)).toEqual(['bridge.txt', 'dam.txt']);
  });

  it('goes on with the uploads that it knows while the store cannot be read', async () => {
    const library = await openedLibrary();
    await upload('airport.txt', AIRPORT);
    await library.refresh();
    await library.close();
    await store.close();
    for (const file of await readdir(dataDir))
      if (file.startsWith('store.sqlite')) await rm(join(dataDir, file));
    await writeFile(join(dataDir, 'store.sqlite'), 'no database');
    const again = await openedLibrary();
    expect(warnings).toContainEqual(expect.stringContaining('store cannot be read'));
    expect(await again.ask(WHO_OPENED)).toMatchObject({ answer: '何知远' });
    await writeFile(join(corpus, 'note.txt'), '植树\n\n云岭县今年种了一万棵树。');
    await again.reindex();
    expect(await files(again)).toContain('uploads/airport.txt');
  });
});

describe('starters', () => {
  it('are questions that the corpus answers, and are kept for the next start', async () => {
    const library = await openedLibrary();
    const chinese = await library.starters('zh-Hans');
    expect(chinese.length).toBeGreaterThan(0);
    for (const question of chinese) expect((await library.ask(question)).status).toBe('answered');
    const [place = ''] = await readdir(join(dataDir, 'snapshots'));
    const current = (await readFile(join(dataDir, 'snapshots', place, 'current'), 'utf8')).trim();
    const note = join(dataDir, 'snapshots', place, current, 'note-starters.json');
    const kept = { 'zh-Hans': ['一'], 'zh-Hant': ['二'], en: ['three'] };
    expect(JSON.parse(await readFile(note, 'utf8'))['zh-Hans']).toEqual(chinese);
    await writeFile(note, JSON.stringify(kept));
    expect(await (await openedLibrary()).starters('en')).toEqual(['three']);
    await writeFile(note, '{');
    expect(await (await openedLibrary()).starters('zh-Hans')).toEqual(chinese);
  });

  it('are those of the corpus as it is now', async () => {
    const library = await openedLibrary();
    await library.starters('zh-Hans');
    await store.uploads.hide('dam.txt', { by: 'somebody', at: 1 });
    await store.uploads.hide('bridge.txt', { by: 'somebody', at: 1 });
    await library.refresh();
    expect(await library.starters('zh-Hans')).toEqual([]);
  });
});

describe('preview', () => {
  it('shows what an upload would be, and keeps nothing', async () => {
    const library = await openedLibrary();
    const { articles, unreadable } = await library.preview('airport.txt', Buffer.from(AIRPORT));
    expect(unreadable).toEqual([]);
    expect(articles.count).toBe(1);
    expect(articles.first[0]).toMatchObject({
      summary: { id: 'uploads/airport.txt', title: '云岭机场通航', uploaded: true, paragraphs: 1 },
      beginnings: [expect.stringContaining('通航仪式')],
    });
    expect(await files(library)).toEqual(['bridge.txt', 'dam.txt']);
  });

  it('says why a file gives no article', async () => {
    const library = await openedLibrary();
    const { articles, unreadable } = await library.preview('empty.txt', new Uint8Array());
    expect(articles).toEqual(listed([]));
    expect(unreadable).toMatchObject([{ file: 'uploads/empty.txt', code: 'empty' }]);
  });
});

describe('idsIn', () => {
  it('says which of some articles a file has', async () => {
    const library = await openedLibrary();
    const lines = ['甲', '乙'].map((id) => JSON.stringify({ id, title: id, text: '正文一段，足够长。' }));
    const bytes = Buffer.from(lines.join('\n'));
    expect(await library.idsIn('notes.jsonl', bytes, ['丙', '乙'])).toEqual(['乙']);
    expect(await library.idsIn('notes.jsonl', new Uint8Array(), ['乙'])).toEqual([]);
  });
});

describe('answers after refreshing', () => {
  const people = ['林远山', '周青', '何知远', '白若水', '沈若兰'];
  const acts = ['竣工仪式', '通航仪式', '防汛会议', '植树活动'];
  const questions = acts.map((act) => `谁主持了${act}？`);
  const text = fc
    .tuple(
      fc.constantFrom(...people),
      fc.constantFrom(...acts),
      fc.constantFrom('云岭县', '石门镇', '清河乡'),
    )
    .map(([who, act, where]) => `${where}${act}\n\n3月1日，${where}${act}举行。县长${who}主持了${act}。`);
  const step = fc.oneof(
    fc.record({ put: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt'), text }),
    fc.record({ remove: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt') }),
    fc.record({ hide: fc.constantFrom('dam.txt', 'bridge.txt', 'uploads/a.txt') }),
    fc.record({ unhide: fc.constantFrom('dam.txt', 'bridge.txt', 'uploads/a.txt') }),
  );

  /** What a question is answered with: everything but the time it took. */
  async function answers(library: LocalLibrary) {
    const list = [];
    for (const question of [...questions, WHO_CHAIRED, 'Who chaired the ceremony in Yunling County?']) {
      const { tookMs: _, ...answer } = await library.ask(question);
      list.push(answer);
    }
    return JSON.parse(JSON.stringify(list));
  }

  it('are those after indexing everything anew, whatever came and went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const library = await openedLibrary();
        for (const act of steps) {
          if ('put' in act) await upload(act.put, act.text);
          else if ('remove' in act) await store.uploads.remove(act.remove);
          else if ('hide' in act) await store.uploads.hide(act.hide, { by: 'somebody', at: 1 });
          else await store.uploads.unhide(act.unhide);
          await library.refresh();
        }
        await rm(join(dataDir, 'snapshots'), { recursive: true });
        const anew = new LocalLibrary({ corpus, dataDir });
        open.push(anew);
        await anew.open(() => {});
        expect(await answers(library)).toEqual(await answers(anew));
        expect(library.index().facts).toEqual(anew.index().facts);
        for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) await store.uploads.remove(name);
        for (const id of await store.uploads.hidden()) await store.uploads.unhide(id);
        await library.refresh();
      }),
      { numRuns: 8 },
    );
  });
});
