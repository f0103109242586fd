import type { FieldFault } from '../api-error.js';
import { invalidForm } from '../api-error.js';
import { type SchemaIssue, toFaults } from './faults-of-form.js';

/** What is used of a compiled schema of Discord's OpenAPI description. */
interface Schema {
  safeParse(
    data: unknown,
  ):
    | { readonly success: true; readonly data: unknown }
    | { readonly success: false; readonly error: { readonly issues: readonly SchemaIssue[] } };
}

/** The schemas of `discord-api-spec` that the routes need, by the name of what they describe. */
const SCHEMA_OF = {
  message: 'MessageCreateRequestSchema',
  messageEdit: 'MessageEditRequestPartialSchema',
  followUp: 'IncomingWebhookRequestPartialSchema',
  followUpEdit: 'IncomingWebhookUpdateRequestPartialSchema',
  callbackWithMessage: 'CreateMessageInteractionCallbackRequestSchema',
  callbackWithUpdate: 'UpdateMessageInteractionCallbackRequestSchema',
  callbackWithModal: 'ModalInteractionCallbackRequestSchema',
  callbackWithChoices: 'ApplicationCommandAutocompleteCallbackRequestSchema',
  command: 'ApplicationCommandUpdateRequestSchema',
  commandCreate: 'ApplicationCommandCreateRequestSchema',
  commandEdit: 'ApplicationCommandPatchRequestPartialSchema',
  privateChannel: 'CreatePrivateChannelRequestSchema',
  thread: 'CreateTextThreadWithoutMessageRequestSchema',
  threadOfMessage: 'CreateTextThreadWithMessageRequestSchema',
} as const;

/** The kinds of bodies that are validated. */
export type SchemaName = keyof typeof SCHEMA_OF;

/** Checks bodies against Discord's own description of them. */
export interface Schemas {
  /** The faults of a body; none when it fits. */
  check(name: SchemaName, body: unknown): readonly FieldFault[];
  /** The body itself, typed as the caller knows it; throws a 50035 when it does not fit. */
  parse<T>(name: SchemaName, body: unknown): T;
}

/** Loads the schemas: once, and only when a loopback starts, since it takes some 200 ms. */
export async function loadSchemas(): Promise<Schemas> {
  const spec = (await import('discord-api-spec/zod')) as unknown as Readonly<Record<string, Schema>>;
  const check = (name: SchemaName, body: unknown): readonly FieldFault[] => {
    const schema = spec[SCHEMA_OF[name]];
    if (schema === undefined) throw new Error(`discord-api-spec has no ${SCHEMA_OF[name]}`);
    const result = schema.safeParse(body);
    return result.success ? [] : toFaults(result.error.issues, body);
  };
  return {
    check,
    parse<T>(name: SchemaName, body: unknown): T {
      const faults = check(name, body);
      if (faults.length > 0) throw invalidForm(faults);
      return body as T;
    },
  };
}
