/** Files that came with a message. */
import { html, type TemplateResult } from 'lit';
import type { PageTexts } from './texts/texts.js';

/** A file as the message names it. */
export interface ShownAttachment {
  readonly filename: string;
  readonly title?: string | undefined;
  readonly size: number;
  readonly url: string;
}

const KIB = 1_024;

/** One file, with a link that saves it. */
export function attachment(file: ShownAttachment, texts: PageTexts): TemplateResult {
  const extension = file.filename.slice(file.filename.lastIndexOf('.'));
  const name = file.title === undefined ? file.filename : `${file.title}${extension}`;
  return html`<div class="file">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 2h8l5 5v15H6zM14 2v5h5M9 12h7M9 16h7" /></svg>
    <span class="file-name"><span>${name}</span><small>${sizeText(file.size)}</small></span>
    <a href=${new URL(file.url).pathname} download=${name} aria-label=${texts.download(name)} title=${texts.download(name)}
      ><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v12M7 11l5 5 5-5M4 20h16" /></svg
    ></a>
  </div>`;
}

function sizeText(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`;
  if (bytes < KIB * KIB) return `${(bytes / KIB).toFixed(1)} KB`;
  return `${(bytes / KIB / KIB).toFixed(1)} MB`;
}
