import type { FieldFault } from '../api-error.js';

/** What the schema library says about one place of a body. */
export interface SchemaIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly origin?: string;
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly expected?: string;
  readonly format?: string;
  readonly values?: readonly unknown[];
  /** Of a union: the issues of each of its branches. */
  readonly errors?: readonly (readonly SchemaIssue[])[];
}

type Path = readonly (string | number)[];

/** The issues in Discord's words; of a union only those of the branch that was meant. */
export function toFaults(issues: readonly SchemaIssue[], body: unknown): readonly FieldFault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], body));
}

function faultsOf(issue: SchemaIssue, above: Path, body: unknown): readonly FieldFault[] {
  const path = [...above, ...(issue.path as Path)];
  if (issue.code === 'invalid_union' && issue.errors !== undefined && issue.errors.length > 0) {
    return meantBranch(issue.errors).flatMap((inner) => faultsOf(inner, path, body));
  }
  return [{ path, ...wordsFor(issue, valueAt(body, path)) }];
}

/** The branch whose `type` fits, which has no issue with `type`; otherwise the one with the fewest issues. */
function meantBranch(branches: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] {
  const fitting = branches.filter((branch) => !branch.some((issue) => issue.path.join('.') === 'type'));
  const candidates = fitting.length > 0 ? fitting : branches;
  return candidates.reduce((best, branch) => (branch.length < best.length ? branch : best));
}

function valueAt(body: unknown, path: Path): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function wordsFor(issue: SchemaIssue, value: unknown): { readonly code: string; readonly message: string } {
  if (value === undefined) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  const counted = issue.origin === 'string' || issue.origin === 'array';
  if (issue.code === 'too_big') {
    return counted
      ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
      : { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` };
  }
  if (issue.code === 'too_small') {
    return counted
      ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
      : {
          code: 'NUMBER_TYPE_MIN',
          message: `int value should be greater than or equal to ${issue.minimum}.`,
        };
  }
  if (issue.code === 'invalid_value') {
    return {
      code: 'BASE_TYPE_CHOICES',
      message: `Value must be one of {${(issue.values ?? []).join(', ')}}.`,
    };
  }
  if (issue.format === 'url') {
    return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  }
  if (issue.format === 'datetime') {
    return { code: 'DATE_TIME_TYPE_PARSE', message: `Could not parse ${String(value)}. Should be ISO8601.` };
  }
  if (issue.code === 'invalid_type') {
    return { code: 'BASE_TYPE_BAD_TYPE', message: `Only values of the type ${issue.expected} are allowed.` };
  }
  return { code: 'BASE_TYPE_INVALID', message: issue.message };
}
