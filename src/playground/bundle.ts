/** Bundles the page for the browser. Run by npm's `prepare`; without the page's libraries it does nothing, quietly. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MissingPageError } from './server/assets.js';

/** Where the bundle lies. */
export const BUNDLE_FOLDER = fileURLToPath(new URL('../../dist/playground', import.meta.url));

const PAGE = fileURLToPath(new URL('./page', import.meta.url));

/** What the bundle is made of; an installation without development packages has none of it. */
const PARTS = ['esbuild', 'lit', '@skyra/discord-components-core'];

/** Makes the bundle anew; false when the libraries to make it of are not installed. */
export async function bundlePage(folder: string = BUNDLE_FOLDER): Promise<boolean> {
  if (!PARTS.every(isInstalled)) return false;
  const { build } = await import('esbuild');
  await build({
    entryPoints: { page: `${PAGE}/main.ts` },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
    legalComments: 'linked',
    tsconfig: `${PAGE}/tsconfig.json`,
  });
  return true;
}

/** Makes the bundle where it is missing. Throws MissingPageError when it cannot be made. */
export async function ensureBundle(): Promise<void> {
  if (existsSync(`${BUNDLE_FOLDER}/page.js`) || (await bundlePage())) return;
  throw new MissingPageError(BUNDLE_FOLDER);
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundlePage();
