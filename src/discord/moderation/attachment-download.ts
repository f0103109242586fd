/** Fetches attachments: from Discord's own hosts alone, bounded in size and time. */

/** Hosts of Discord's CDN; attachments of messages and of commands lie on the first, previews on the second. */
const CDN_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
/** Largest file that can be added: what Discord lets everybody send, with room to spare. */
export const MAX_UPLOAD_BYTES = 8 * 1_048_576;
/** From the request to the last byte; Discord's CDN sends 8 MiB in a fraction of this. */
const DOWNLOAD_DEADLINE_MS = 30_000;

/** An attachment's bytes, or why there are none. */
export type Download =
  | { readonly bytes: Uint8Array }
  | { readonly refused: 'not-discord' | 'too-large' | 'unavailable' };

/**
 * Whether an attachment's address may be fetched: https on Discord's CDN, or the origin of the REST API that the bot
 * was told to use (a local Discord). No other host, port or protocol, and no credentials.
 */
export function isDiscordsAddress(address: string, apiBase: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (apiBase !== undefined && URL.canParse(apiBase) && url.origin === new URL(apiBase).origin) return true;
  return url.protocol === 'https:' && url.port === '' && CDN_HOSTS.has(url.hostname);
}

/** The body's bytes, or null as soon as there are more than `most`; what was sent compressed counts unpacked. */
async function bytesWithin(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

/**
 * Fetches an attachment. Redirects are refused, for they would lead elsewhere. Whatever goes wrong is a value; nothing of
 * the answer but its bytes is looked at.
 */
export async function download(
  address: string,
  options: {
    readonly apiBase: string | undefined;
    readonly maxBytes?: number;
    readonly deadlineMs?: number;
  },
): Promise<Download> {
  const { apiBase, maxBytes = MAX_UPLOAD_BYTES, deadlineMs = DOWNLOAD_DEADLINE_MS } = options;
  if (!isDiscordsAddress(address, apiBase)) return { refused: 'not-discord' };
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), deadlineMs);
  try {
    const response = await fetch(address, {
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'accept-encoding': 'identity' },
      signal: giveUp.signal,
    });
    if (!response.ok || response.body === null) return { refused: 'unavailable' };
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) return { refused: 'too-large' };
    const bytes = await bytesWithin(response.body, maxBytes);
    return bytes === null ? { refused: 'too-large' } : { bytes };
  } catch {
    return { refused: 'unavailable' };
  } finally {
    clearTimeout(timer);
    giveUp.abort();
  }
}
