/** HTML as a flat sequence of tags and texts with raw offsets. The only file that imports htmlparser2. */
import { Tokenizer } from 'htmlparser2';
import { decodeEntities } from './entities.js';

/** What a reader of tokens gets told, in raw order. Names are in lower case, attribute values decoded. */
export interface TokenSink {
  /** `nameEnd` is the offset behind the tag's name. */
  open(name: string, attributes: ReadonlyMap<string, string>, nameEnd: number, start: number): void;
  close(name: string): void;
  text(start: number, end: number): void;
}

/** Longest attribute value that is kept; images are written into pages as megabytes of data. */
const LONGEST_VALUE = 4096;

/**
 * Runs through raw [start, end) once, without a stack, so that neither depth nor broken mark-up costs anything.
 * Entities are left as they stand; comments and declarations are skipped.
 */
export function readTokens(raw: string, start: number, end: number, sink: TokenSink): void {
  const body = start === 0 && end === raw.length ? raw : raw.slice(start, end);
  let name = '';
  let nameEnd = 0;
  let tagStart = 0;
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  const opened = (): void => sink.open(name, attributes, start + nameEnd, start + tagStart);
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname(from, to) {
        name = body.slice(from, to).toLowerCase();
        nameEnd = to;
        tagStart = from - 1;
        attributes = new Map();
      },
      onattribname(from, to) {
        attribute = body.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata(from, to) {
        if (value.length + to - from <= LONGEST_VALUE) value += body.slice(from, to);
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, decodeEntities(value));
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (from, to) => sink.close(body.slice(from, to).toLowerCase()),
      ontext: (from, to) => sink.text(start + from, start + to),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onattribentity() {},
      ontextentity() {},
      onend() {},
    },
  );
  tokenizer.write(body);
  tokenizer.end();
}
