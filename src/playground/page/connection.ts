/** The way to the page's server. */
import { type Act, type Live, type Outcome, TOKEN_HEADER } from '../protocol.js';

const token = document.querySelector<HTMLMetaElement>('meta[name="wenju-token"]')?.content ?? '';

/** Does something in the local Discord; a server that is gone is a refusal too. */
export async function perform(act: Act): Promise<Outcome> {
  return post('/act', JSON.stringify(act), 'application/json');
}

/** Hands a file over; the outcome names it. */
export async function upload(file: File): Promise<Outcome> {
  return post(`/upload?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream');
}

async function post(path: string, body: string | File, type: string): Promise<Outcome> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': type, [TOKEN_HEADER]: token },
      body,
    });
    if (response.ok) return await response.json();
    return { ok: false, reason: 'refused', text: (await response.text()).trim() };
  } catch (error) {
    return { ok: false, reason: 'refused', text: error instanceof Error ? error.message : String(error) };
  }
}

/** How long is waited before a lost connection is tried again, in ms. */
const RETRY_MS = 1_500;

/** Listens for what happens, for good; a server that was started anew gets the page loaded anew (its token changed). */
export function listen(onLive: (live: Live) => void, onConnected: (connected: boolean) => void): void {
  const source = new EventSource(`/live?token=${encodeURIComponent(token)}`);
  source.onopen = () => onConnected(true);
  source.onmessage = (event) => onLive(JSON.parse(event.data));
  source.onerror = () => {
    onConnected(false);
    source.close();
    retry(onLive, onConnected);
  };
}

function retry(onLive: (live: Live) => void, onConnected: (connected: boolean) => void): void {
  setTimeout(async () => {
    const page = await fetch('/').catch(() => null);
    if (page === null) retry(onLive, onConnected);
    else if ((await page.text()).includes(token)) listen(onLive, onConnected);
    else location.reload();
  }, RETRY_MS);
}
