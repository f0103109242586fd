/** Discord's Markdown as a tree: texts, never HTML. */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
      readonly children: readonly Inline[];
    }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'user' | 'channel' | 'role'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'time'; readonly at: number; readonly style: string };

/** One or several lines of a message. */
export type Block =
  | { readonly kind: 'line'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'small'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    };

/** An item of a list, with how deep it is set. */
export interface ListItem {
  readonly depth: number;
  readonly children: readonly Inline[];
  /** Indented lines below the item. */
  readonly below: readonly Block[];
}
