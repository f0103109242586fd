/** How controls name an article: by its id, or where that does not fit into a custom_id, by a hash of it. */
import { keyByHash, keyById, readKey } from '../../library/article-keys.js';
import type { Library } from '../../library.js';
import type { Button } from '../controls.js';
import { customId, fitsCustomId } from '../custom-id.js';
import type { Texts } from '../texts/texts.js';

/** Of the control that opens an article in a message of its own, for whoever uses it: `open-article:KEY:PARAGRAPH`. */
export const OPEN_ARTICLE = 'open-article';

/** What a control may need beside the key, at most. */
const ROOM_BESIDE = 'open-article:999999999:999999999:';

/** A text that stands for an article in a custom_id or in a menu, for as long as the article is there. */
export function articleKey(id: string): string {
  const key = keyById(id);
  return fitsCustomId(OPEN_ARTICLE, `${ROOM_BESIDE.replaceAll(':', ' ')}${key}`) ? key : keyByHash(id);
}

/** The id that a key stands for; null when there is no such article (any more). */
export async function idOfKey(key: string, library: Library): Promise<string | null> {
  const read = readKey(key);
  if (read === null) return null;
  return 'id' in read ? read.id : ((await library.entry(key))?.id ?? null);
}

/** A button that opens an article at a paragraph. */
export function openArticleButton(id: string, paragraph: number, texts: Texts): Button {
  return {
    id: customId(OPEN_ARTICLE, articleKey(id), paragraph),
    label: texts.controls.readArticle,
    emoji: '📖',
  };
}
