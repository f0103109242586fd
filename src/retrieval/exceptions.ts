/** Whom a question leaves out: 除了林远山，还有谁…; besides Lin Yuanshan, who else …. Conditions are none of them. */

const CHINESE =
  /除(?:了|去|开)?(?<names>[\p{Script=Han}·、,，和与及“”"「」]{2,60}?)(?:以外|之外|外)?(?:[,，](?=[^,，。?？]{0,40}(?:还有|另外))|(?=(?:还|又|另)(?!原))|(?=(?:\d|第|在|今|昨|那|这)[^,，。?？]{0,30}(?:还有|另外)))/u;
const ENGLISH =
  /\b(?:besides|apart from|other than|in addition to|except(?: for)?|aside from)\s+(?<names>[^?]{2,80}?),\s*(?=(?:who|which|what)\b)/iu;
/** Who else was there, besides the mayor? Only where persons are asked for: a place that is left out still says what is meant. */
const ENGLISH_BEHIND =
  /(?<=\b(?:who|whom|whose|leaders?|officials?|people|persons?|attendees?|members?)\b.{0,120}),?\s+(?:besides|apart from|other than|in addition to|except(?: for)?|aside from)\s+(?<names>[^,?]{2,60})(?=\?|$)/iu;
const BETWEEN = /[、,，和与及]|\s+and\s+(?:the\s+)?/u;

/** The question without the clause that leaves somebody out. */
export function withoutExceptions(text: string): string {
  return text.replace(CHINESE, '').replace(ENGLISH, '').replace(ENGLISH_BEHIND, '');
}

/** The names that a question leaves out, as typed; mostly none. */
export function exceptedNames(text: string): readonly string[] {
  const match = CHINESE.exec(text) ?? ENGLISH.exec(text) ?? ENGLISH_BEHIND.exec(text);
  const names = match?.groups?.names?.split(BETWEEN) ?? [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
