/** One fault of a field in a body that was refused, in Discord's words. */
export interface FieldFault {
  /** Keys and indexes from the root of the body; empty for the body itself. */
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** A refusal as Discord's REST API gives it: a status and a numbered error, perhaps with faults of fields. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly faults: readonly FieldFault[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  /** The JSON that goes over the wire. */
  toBody(): Record<string, unknown> {
    const body: Record<string, unknown> = { message: this.message, code: this.code };
    if (this.faults.length > 0) body.errors = faultTree(this.faults);
    return body;
  }

  /** One line for the journal. */
  describe(): string {
    const faults = this.faults.map((fault) => `${fault.path.join('.')}: ${fault.message}`);
    return [`${this.status} ${this.code} ${this.message}`, ...faults].join('; ');
  }
}

interface FaultNode {
  [key: string]: FaultNode | { code: string; message: string }[];
}

/** Discord nests the faults by key; the leaves hold `_errors`. */
function faultTree(faults: readonly FieldFault[]): FaultNode {
  const root: FaultNode = Object.create(null);
  for (const fault of faults) {
    let node = root;
    for (const key of fault.path) {
      const next = node[key];
      if (next !== undefined && !Array.isArray(next)) {
        node = next;
        continue;
      }
      const child: FaultNode = Object.create(null);
      node[key] = child;
      node = child;
    }
    const errors = Array.isArray(node._errors) ? node._errors : [];
    errors.push({ code: fault.code, message: fault.message });
    node._errors = errors;
  }
  return root;
}

/** 50035, the answer to every body that breaks a rule. */
export function invalidForm(faults: readonly FieldFault[]): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', faults);
}

/** A 50035 with one fault. */
export function invalidField(
  path: readonly (string | number)[],
  message: string,
  code = 'BASE_TYPE_INVALID',
): ApiError {
  return invalidForm([{ path, code, message }]);
}

/** The refusals that have no field. Codes: Discord's list of JSON error codes. */
export const refusals = {
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  methodNotAllowed: () => new ApiError(405, 0, '405: Method Not Allowed'),
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownEmoji: () => new ApiError(400, 10014, 'Unknown Emoji'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownApplication: () => new ApiError(404, 10002, 'Unknown Application'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  tooManyCommandCreates: () =>
    new ApiError(400, 30034, 'Max number of daily application command creates has been reached (200)'),
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  notTheAuthor: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  closedPrivateMessages: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  expiredToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  threadExists: () => new ApiError(400, 160004, 'A thread has already been created for this message'),
  brokenJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
  invalidVersion: () => new ApiError(400, 50041, 'Invalid API version provided'),
} as const;
