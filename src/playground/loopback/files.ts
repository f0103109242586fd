import type { APIAttachment } from 'discord-api-types/v10';

/** A file that somebody uploads. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type; guessed from the name when it is not given. */
  readonly contentType?: string;
  readonly description?: string;
}

/** A file that was uploaded, at its address. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  htm: 'text/html; charset=utf-8',
  html: 'text/html; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  zip: 'application/zip',
};

/** Bytes of all files that are kept; the oldest go first. */
const MAX_KEPT_BYTES = 256 * 1_048_576;

/** The attachments' bytes by their path. */
export class Files {
  private readonly byPath = new Map<string, StoredFile>();
  private keptBytes = 0;

  /** @param origin what stands before the paths, such as http://127.0.0.1:5000 */
  constructor(
    private readonly nextId: () => string,
    private readonly origin: () => string,
  ) {}

  add(channelId: string, file: UploadedFile): APIAttachment {
    const id = this.nextId();
    const filename = safeName(file.name);
    const contentType = file.contentType ?? guessContentType(filename);
    const path = `/attachments/${channelId}/${id}/${filename}`;
    this.keep(path, { bytes: file.bytes, contentType });
    const url = `${this.origin()}${path}`;
    return {
      id,
      filename,
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: contentType,
      ...(filename !== file.name && { title: file.name.replace(/\.[^.]*$/, '') }),
      ...(file.description !== undefined && { description: file.description }),
    };
  }

  get(path: string): StoredFile | undefined {
    return this.byPath.get(path);
  }

  private keep(path: string, file: StoredFile): void {
    this.byPath.set(path, file);
    this.keptBytes += file.bytes.byteLength;
    for (const [oldest, { bytes }] of this.byPath) {
      if (this.keptBytes <= MAX_KEPT_BYTES || oldest === path) return;
      this.byPath.delete(oldest);
      this.keptBytes -= bytes.byteLength;
    }
  }
}

/** Discord keeps only plain characters of a file's name; the whole name goes into `title`. */
function safeName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^\.+/, '');
  return plain === '' ? 'unknown' : plain.slice(-200);
}

function guessContentType(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return CONTENT_TYPES[extension] ?? 'application/octet-stream';
}
