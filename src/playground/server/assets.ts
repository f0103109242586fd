/** The page's files: a template, and the bundle that `npm ci` makes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the page. */
export interface Asset {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The page was not bundled. */
export class MissingPageError extends Error {
  override readonly name = 'MissingPageError';

  constructor(folder: string) {
    super(
      `The page's bundle is missing (${folder}): run "npm ci", or "npm run prepare" where all is installed.`,
    );
  }
}

/** The bundle's script and style by their path. Throws MissingPageError. */
export async function loadAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  try {
    return new Map([
      [
        '/page.js',
        { contentType: 'text/javascript; charset=utf-8', bytes: await readFile(join(folder, 'page.js')) },
      ],
      [
        '/page.css',
        { contentType: 'text/css; charset=utf-8', bytes: await readFile(join(folder, 'page.css')) },
      ],
    ]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new MissingPageError(folder);
    throw error;
  }
}

/** A blue speech bubble with the bot's character; drawn here, fetched from nowhere. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#5865f2"/><path d="M8 9h16v11H15l-5 4v-4H8z" fill="#fff"/></svg>',
)}`;

/** The page itself; the token is a random name of letters and digits, safe in an attribute. */
export function pageHtml(token: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<meta name="wenju-token" content="${token}">
<title>Wenju 问据</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="page"></div></body>
</html>
`;
}
