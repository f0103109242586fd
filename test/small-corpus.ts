import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newFolder } from './command-line.js';

/** Two invented articles, by file name. */
const ARTICLES = {
  'dam.txt': `清河水库竣工

5月2日，清河水库竣工仪式在云岭县举行。林远山主持了竣工仪式，周青出席并讲话。
水库总库容为三百万立方米，可灌溉农田八万亩。`,
  'bridge.txt': `石门古桥修缮完成

石门古桥的修缮历时两年，由工程师沈若兰负责。
桥长四十二米，有五个桥孔。`,
} as const;

export const WHO_CHAIRED = '谁主持了清河水库的竣工仪式？';

/** A new folder with a corpus of these files and a place for the data beside it. */
export async function smallCorpus(
  files: Readonly<Record<string, string>> = ARTICLES,
): Promise<{ readonly folder: string; readonly corpus: string; readonly dataDir: string }> {
  const folder = await newFolder();
  const corpus = join(folder, 'corpus');
  await mkdir(corpus);
  for (const [file, text] of Object.entries(files)) await writeFile(join(corpus, file), text);
  return { folder, corpus, dataDir: join(folder, 'data') };
}
