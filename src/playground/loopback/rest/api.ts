import { ApiError, refusals } from '../api-error.js';
import type { Platform } from '../platform.js';
import { applicationRoutes } from './application-routes.js';
import type { RequestBody } from './body.js';
import { interactionRoutes } from './interaction-routes.js';
import { RateLimitedError, RateLimits } from './limits.js';
import { messageRoutes } from './message-routes.js';
import { type RouteMatch, Router } from './router.js';
import { worldRoutes } from './world-routes.js';

/** What stands before the paths of the one version of the API that is spoken. */
const API_PREFIX = '/api/v10';

/** Refusals with status 400 that are no mistake of the bot: it was only too late or too many. */
const ORDINARY_CODES = [40060, 30034];

/** A request as it came in. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  /** Its body, or why that could not be read. */
  readonly read: RequestBody | ApiError;
}

/** An answer as it goes out. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The path below the API's version; the whole path where there is none. */
export function apiPath(url: URL): string {
  return url.pathname.startsWith(`${API_PREFIX}/`) ? url.pathname.slice(API_PREFIX.length) : url.pathname;
}

/** The REST API: finds the route, checks the token, counts the request, and has it answered. */
export class RestApi {
  private readonly router: Router;
  private readonly limits: RateLimits;

  constructor(
    private readonly platform: Platform,
    gatewayUrl: () => string,
  ) {
    this.limits = new RateLimits(platform.settings.rateLimit);
    this.router = new Router([
      ...worldRoutes(platform, gatewayUrl),
      ...applicationRoutes(platform),
      ...interactionRoutes(platform),
      ...messageRoutes(platform),
    ]);
  }

  /** The answer; whatever the bot did wrong is recorded. */
  answer(asked: Asked): Reply {
    try {
      return this.handle(asked);
    } catch (error) {
      const name = `${asked.method} ${apiPath(asked.url)}`;
      if (!(error instanceof ApiError)) return this.ownFailure(name, error);
      if (isMistake(error)) this.platform.violate(`${name}: ${error.describe()}`);
      if (error instanceof RateLimitedError)
        this.platform.journal.record({ kind: 'fault', text: `429 ${name}` });
      return { status: error.status, body: error.toBody(), headers: error.headers };
    }
  }

  private handle(asked: Asked): Reply {
    const { route, params } = this.match(asked);
    if (route.auth === 'bot' && asked.authorization !== `Bot ${this.platform.settings.token}`) {
      throw refusals.unauthorized();
    }
    const headers = this.limits.count(route, params);
    if (asked.read instanceof ApiError) throw asked.read;
    const { status, body } = route.handle({ params, query: asked.url.searchParams, ...asked.read });
    return { status, body, headers };
  }

  private match({ method, url }: Asked): RouteMatch {
    if (/^\/api\/(?!v10\/)/.test(url.pathname)) throw refusals.invalidVersion();
    try {
      return this.router.match(method, apiPath(url));
    } catch (error) {
      this.platform.violate(`${method} ${apiPath(url)}: no such route`);
      throw error;
    }
  }

  /** A fault of the loopback itself: it must not look like the bot's. */
  private ownFailure(name: string, error: unknown): Reply {
    const why = error instanceof Error ? error.stack : String(error);
    this.platform.violate(`${name}: the loopback itself failed: ${why}`);
    return { status: 500, body: { message: '500: Internal Server Error', code: 0 }, headers: {} };
  }
}

function isMistake(error: ApiError): boolean {
  if (error.status === 400) return !ORDINARY_CODES.includes(error.code);
  return (error.status === 401 && error.code === 0) || error.status === 413;
}
