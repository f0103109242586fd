import type { Journal } from './journal.js';

/** Which requests a fault hits: a part of "METHOD /path" (without /api/v10), or a pattern for it. */
export type RequestMatch = string | RegExp;

/** What is done to a request instead of, or before, answering it. */
export type RestFault =
  | {
      readonly kind: 'fail';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop' };

/** What faults do to the gateway; the gateway itself implements it. */
export interface GatewayFaults {
  dropGateway(): void;
  closeWith(code: number): void;
  reconnect(): void;
  invalidSession(resumable?: boolean): void;
  zombie(): void;
  forgetSessions(): void;
  refuseConnections(refuse: boolean): void;
  repeatInteractions(times: number): void;
}

interface Planned {
  readonly match: RequestMatch;
  readonly fault: RestFault;
  left: number;
}

/** Faults on purpose: of single requests here, of the gateway by the gateway. */
export class Faults {
  private planned: Planned[] = [];
  private gateway: GatewayFaults | null = null;

  constructor(private readonly journal: Journal) {}

  /** Connects the faults of the gateway; done once, when the loopback starts. */
  attach(gateway: GatewayFaults): void {
    this.gateway = gateway;
  }

  /** The next `times` matching requests get this status. A 429 has no Retry-After unless `headers` give one. */
  failRest(
    match: RequestMatch,
    times: number,
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body: unknown = { message: `${status}: injected`, code: 0 },
  ): void {
    this.plan(match, times, { kind: 'fail', status, headers, body });
  }

  /** The next `times` matching requests are told to slow down; null leaves Retry-After out. */
  rateLimit(match: RequestMatch, times: number, retryAfterSeconds: number | null): void {
    const headers: Record<string, string> = { 'x-ratelimit-scope': 'user' };
    if (retryAfterSeconds !== null) headers['retry-after'] = String(retryAfterSeconds);
    const body = {
      message: 'You are being rate limited.',
      retry_after: retryAfterSeconds ?? 0,
      global: false,
    };
    this.failRest(match, times, 429, headers, body);
  }

  /** The next `times` matching requests are answered that much later. */
  delayRest(match: RequestMatch, ms: number, times = Number.POSITIVE_INFINITY): void {
    this.plan(match, times, { kind: 'delay', ms });
  }

  /** The sockets of the next `times` matching requests are cut. */
  dropRest(match: RequestMatch, times = 1): void {
    this.plan(match, times, { kind: 'drop' });
  }

  /** Takes all faults of requests back and lets the gateway be reached again. */
  clear(): void {
    this.planned = [];
    this.gateway?.refuseConnections(false);
  }

  /** Cuts the gateway's sockets without a close frame. */
  dropGateway(): void {
    this.onGateway('drop').dropGateway();
  }

  /** Closes the gateway's sockets with this code. */
  closeWith(code: number): void {
    this.onGateway(`close ${code}`).closeWith(code);
  }

  /** Op 7: asks the clients to come again. */
  reconnect(): void {
    this.onGateway('reconnect').reconnect();
  }

  /** Op 9: ends the sessions, or asks to resume them. */
  invalidSession(resumable = false): void {
    this.onGateway('invalid session').invalidSession(resumable);
  }

  /** The connections stay open but answer nothing any more, not even heartbeats. */
  zombie(): void {
    this.onGateway('zombie').zombie();
  }

  /** Forgets the sessions, so that the next resume is refused. */
  forgetSessions(): void {
    this.onGateway('forget sessions').forgetSessions();
  }

  /** Cuts all connections to the gateway and refuses new ones until it is called with false. */
  gatewayDown(down: boolean): void {
    this.onGateway(down ? 'gateway down' : 'gateway up').refuseConnections(down);
    if (down) this.gateway?.dropGateway();
  }

  /** The next `times` interactions are dispatched twice. */
  repeatInteractions(times: number): void {
    this.onGateway('repeat interactions').repeatInteractions(times);
  }

  /** The faults for a request, which use themselves up by it: delays first, at most one failure. */
  take(request: string): readonly RestFault[] {
    const hits = this.planned.filter((planned) => fits(planned.match, request));
    const delays = hits.filter((planned) => planned.fault.kind === 'delay');
    const failures = hits.filter((planned) => planned.fault.kind !== 'delay').slice(0, 1);
    const taken = [...delays, ...failures];
    for (const planned of taken) {
      planned.left -= 1;
      this.journal.record({ kind: 'fault', text: `${planned.fault.kind} ${request}` });
    }
    this.planned = this.planned.filter((planned) => planned.left > 0);
    return taken.map((planned) => planned.fault);
  }

  private plan(match: RequestMatch, times: number, fault: RestFault): void {
    this.planned.push({ match, fault, left: times });
  }

  private onGateway(text: string): GatewayFaults {
    if (this.gateway === null) throw new Error('the gateway has not started');
    this.journal.record({ kind: 'fault', text });
    return this.gateway;
  }
}

function fits(match: RequestMatch, request: string): boolean {
  return typeof match === 'string' ? request.includes(match) : match.test(request);
}
