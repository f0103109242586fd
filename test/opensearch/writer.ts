/** A process that opens a shared corpus and indexes it again and again, until it is killed. */
import { LocalLibrary } from '../../src/library.js';

const library = new LocalLibrary(JSON.parse(process.argv[2] ?? ''));
await library.open(() => {});
for (;;) await library.reindex();
