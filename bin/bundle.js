// The program as one bundle, which starts sooner than its sources; made by npm's `prepare`, where esbuild is installed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'dist', 'program');
const PROGRAM = 'cli.js';
/** Beside the bundle: what its sources were. */
const STAMP = 'sources.sha256';
/** What the bundle is made of. The page is bundled on its own. */
const SOURCES = ['src', 'commands'];
const PAGE = join('src', 'playground', 'page');
const SOURCE = /\.(?:ts|js|json)$/;

/** The bundle's file, or null where there is none of the sources as they are now. */
export function bundledProgram(folder = FOLDER) {
  const program = join(folder, PROGRAM);
  try {
    return existsSync(program) && readFileSync(join(folder, STAMP), 'utf8') === hashOfSources()
      ? program
      : null;
  } catch {
    return null;
  }
}

/** Makes the bundle anew; without esbuild there is none afterwards. */
export async function bundleProgram(folder = FOLDER) {
  rmSync(folder, { recursive: true, force: true });
  const esbuild = await import('esbuild').catch(() => null);
  if (esbuild === null) return;
  const hash = hashOfSources();
  await esbuild.build({
    entryPoints: [join(ROOT, 'src', 'cli.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [{ name: 'places', setup: (build) => keepPlaces(build, folder) }],
  });
  writeFileSync(join(folder, STAMP), hash);
}

/** Modules find files beside them by their own place, so each keeps the place of its source. */
function keepPlaces(build, folder) {
  build.onLoad({ filter: /[\\/](?:src|commands)[\\/].*\.ts$/ }, ({ path }) => {
    const place = (of) =>
      `new URL(${JSON.stringify(relative(folder, of).split(sep).join('/'))}, import.meta.url)`;
    const contents = readFileSync(path, 'utf8')
      .replaceAll('import.meta.url', `${place(path)}.href`)
      .replaceAll(
        'import.meta.dirname',
        `process.getBuiltinModule('node:url').fileURLToPath(${place(dirname(path))})`,
      );
    return { contents, loader: 'ts' };
  });
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.sort()) {
      const file = join(folder, name);
      if (!SOURCE.test(name) || file.startsWith(PAGE)) continue;
      hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)));
    }
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleProgram();
