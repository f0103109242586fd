import type { FilesByNumber } from '../answering/attaching.js';
import { refusals } from '../api-error.js';

/** A request, once it is read. */
export interface RestRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: FilesByNumber;
}

/** An answer; without a body it has no content-type either. */
export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
}

/** One route of the API. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Such as /channels/:channel/messages/:message. */
  readonly path: string;
  /** Whether it needs the bot's token; the others carry an interaction's token in the path. */
  readonly auth: 'bot' | 'none';
  readonly handle: (request: RestRequest) => RestReply;
}

/** A route and what its parameters are in this request. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export const NO_CONTENT: RestReply = { status: 204 };

export function ok(body: unknown): RestReply {
  return { status: 200, body };
}

/** A parameter of the route's path. */
export function param(request: RestRequest, name: string): string {
  return request.params[name] ?? '';
}

/** Finds routes by method and path. */
export class Router {
  constructor(private readonly routes: readonly Route[]) {}

  /** Throws 404 for a path that no route has and 405 when none of them takes the method. */
  match(method: string, path: string): RouteMatch {
    const fitting = this.routes.flatMap((route) => {
      const params = paramsOf(route.path, path);
      return params === null ? [] : [{ route, params }];
    });
    const match = fitting.find(({ route }) => route.method === method);
    if (match !== undefined) return match;
    throw fitting.length > 0 ? refusals.methodNotAllowed() : refusals.notFound();
  }
}

function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    // Clients escape "@me" too.
    const value = decoded(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
