import type { IncomingMessage } from 'node:http';
import type { FilesByNumber } from '../answering/attaching.js';
import { refusals } from '../api-error.js';
import type { UploadedFile } from '../files.js';

/** What a request carried. */
export interface RequestBody {
  readonly body: unknown;
  readonly files: FilesByNumber;
}

/** Fields of a multipart body that hold a file. */
const FILE_FIELD = /^files\[(\d{1,3})\]$/;
/** Files of one request. */
const MAX_FILES = 10;

/** Reads JSON, or multipart with `payload_json` and `files[n]`; more than `maxBytes` is refused with 413. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<RequestBody> {
  const bytes = await readBytes(request, maxBytes);
  const type = request.headers['content-type'] ?? '';
  if (bytes.byteLength === 0) return { body: undefined, files: new Map() };
  if (type.startsWith('application/json'))
    return { body: parseJson(bytes.toString('utf8')), files: new Map() };
  if (type.startsWith('multipart/form-data')) return await readMultipart(bytes, type);
  throw refusals.brokenJson();
}

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) throw refusals.tooLarge();
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.brokenJson();
  }
}

async function readMultipart(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await parseForm(bytes, type);
  const files = new Map<string, UploadedFile>();
  let body: unknown;
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parseJson(value);
      continue;
    }
    const number = FILE_FIELD.exec(field)?.[1];
    if (number === undefined) throw refusals.brokenJson();
    const given =
      value.type === '' || value.type === 'application/octet-stream' ? {} : { contentType: value.type };
    files.set(number, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()), ...given });
  }
  if (files.size > MAX_FILES) throw refusals.tooLarge();
  return { body, files };
}

async function parseForm(bytes: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw refusals.brokenJson();
  }
}
