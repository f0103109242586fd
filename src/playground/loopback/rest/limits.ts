import { ApiError } from '../api-error.js';
import type { Route } from './router.js';

interface Window {
  used: number;
  endsAt: number;
}

/** Parameters that have a limit of their own, whatever the rest of the path. */
const MAJOR_PARAMETERS = ['channel', 'guild', 'token'];

/** Windows above which the ended ones are thrown away. */
const MANY_WINDOWS = 1_000;

/** Counts requests by bucket (a route and its major parameter) and tells it in headers, as Discord does. */
export class RateLimits {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly limit: { readonly requests: number; readonly windowMs: number }) {}

  /** The headers of the answer; throws a 429 with them when the bucket is empty. */
  count(route: Route, params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const major = MAJOR_PARAMETERS.map((name) => params[name] ?? '').join(' ');
    const bucket = `${route.method} ${route.path}`;
    const window = this.window(`${bucket} ${major}`);
    window.used += 1;
    const left = this.limit.requests - window.used;
    const seconds = Math.max(0, window.endsAt - Date.now()) / 1_000;
    const headers = {
      'x-ratelimit-limit': String(this.limit.requests),
      'x-ratelimit-remaining': String(Math.max(0, left)),
      'x-ratelimit-reset': (window.endsAt / 1_000).toFixed(3),
      'x-ratelimit-reset-after': seconds.toFixed(3),
      'x-ratelimit-bucket': Buffer.from(bucket).toString('base64url'),
    };
    if (left >= 0) return headers;
    throw new RateLimitedError(seconds, {
      ...headers,
      'retry-after': seconds.toFixed(3),
      'x-ratelimit-scope': 'user',
    });
  }

  private window(key: string): Window {
    const now = Date.now();
    const known = this.windows.get(key);
    if (known !== undefined && known.endsAt > now) return known;
    if (this.windows.size > MANY_WINDOWS) {
      for (const [other, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(other);
    }
    const fresh = { used: 0, endsAt: now + this.limit.windowMs };
    this.windows.set(key, fresh);
    return fresh;
  }
}

/** A 429; its body is not that of other errors. */
export class RateLimitedError extends ApiError {
  constructor(
    readonly retryAfterSeconds: number,
    headers: Readonly<Record<string, string>>,
  ) {
    super(429, 0, 'You are being rate limited.', [], headers);
  }

  override toBody(): Record<string, unknown> {
    return { message: this.message, retry_after: this.retryAfterSeconds, global: false };
  }
}
