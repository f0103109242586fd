/** Who may talk to the page's server: the page itself, on this machine. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TOKEN_HEADER } from '../protocol.js';

/**
 * Scripts and styles come from the server alone, and no text can become a script. Style attributes are allowed because
 * the message components write a colour into one; they can run nothing.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** Names by which the page is called: a foreign name that resolves to this machine is not among them. */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  const { host } = request.headers;
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** Whether the request comes from the page: from its own origin, with the token that only it knows. */
export function isFromPage(request: IncomingMessage, token: string, given: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return isSame(token, given ?? headerToken(request));
}

function headerToken(request: IncomingMessage): string {
  const value = request.headers[TOKEN_HEADER];
  return typeof value === 'string' ? value : '';
}

function isSame(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
