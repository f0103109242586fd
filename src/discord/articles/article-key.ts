/** How controls name an article: by its id, or where that does not fit into a custom_id, by a hash of it. */
import { createHash } from 'node:crypto';
import type { ArticleSummary, Library } from '../../library.js';
import type { Button } from '../controls.js';
import { customId, fitsCustomId } from '../custom-id.js';
import type { Texts } from '../texts/texts.js';

/** Of the control that opens an article in a message of its own, for whoever uses it: `open-article:KEY:PARAGRAPH`. */
export const OPEN_ARTICLE = 'open-article';

const BY_ID = 'i=';
const BY_HASH = 'h=';
const HASH_LENGTH = 32;
/** What a control may need beside the key, at most. */
const ROOM_BESIDE = 'open-article:999999999:999999999:';

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, HASH_LENGTH);

/** A text that stands for an article in a custom_id or in a menu, for as long as the article is there. */
export function articleKey(id: string): string {
  return fitsCustomId(OPEN_ARTICLE, `${ROOM_BESIDE.replaceAll(':', ' ')}${BY_ID}${id}`)
    ? BY_ID + id
    : BY_HASH + hashOf(id);
}

/** The id that a key stands for; null when there is no such article (any more). */
export async function idOfKey(key: string, library: Library): Promise<string | null> {
  if (key.startsWith(BY_ID)) return key.slice(BY_ID.length);
  if (!key.startsWith(BY_HASH)) return null;
  const hash = key.slice(BY_HASH.length);
  return (await library.sources()).find(({ id }) => hashOf(id) === hash)?.id ?? null;
}

/** A button that opens an article at a paragraph. */
export function openArticleButton(id: string, paragraph: number, texts: Texts): Button {
  return {
    id: customId(OPEN_ARTICLE, articleKey(id), paragraph),
    label: texts.controls.readArticle,
    emoji: '📖',
  };
}

/** A short text that stands for the name of a source in a custom_id or in a menu. */
export function sourceKey(source: ArticleSummary['source']): string {
  return source === null ? 'none' : hashOf(source).slice(0, 12);
}
