/** Sequences that Unicode recommends as emoji; built from a string because the compiler's target lacks the flag. */
const SEQUENCE = /^\p{RGI_Emoji}$/v;
/** One pictograph, with or without the mark that makes it colourful. */
const PICTOGRAPH = /^\p{Extended_Pictographic}\uFE0F?$/u;

/** Whether a name is an emoji that everybody has; the local Discord has no emoji of servers. */
export function isEmoji(name: string | null | undefined): boolean {
  return typeof name === 'string' && (SEQUENCE.test(name) || PICTOGRAPH.test(name));
}
