/** The thread in which documents are read; see document-reader.ts. */
import { parentPort } from 'node:worker_threads';
import { readDocument } from '../corpus/documents.js';
import { UnreadableFileError } from '../corpus/unreadable.js';
import type { DocumentReply, DocumentRequest } from './document-reader.js';

function reply(message: DocumentReply): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', ({ id, raw }: DocumentRequest) => {
  readDocument(raw).then(
    (result) => reply({ id, result }),
    (error: unknown) => {
      const known = error instanceof UnreadableFileError;
      const reason = error instanceof Error ? error.message : String(error);
      reply({
        id,
        failure: known ? { code: error.code, reason: error.reason } : { code: 'damaged', reason },
      });
    },
  );
});
