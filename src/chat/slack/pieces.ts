import type { types } from '@slack/bolt';

/** What is never divided over two messages: a block, or an element of a rich text block that its neighbors may share. */
export type Piece =
  | {
      readonly kind: 'rich';
      readonly element: types.RichTextBlockElement;
      /** Begins a block of its own, and does not stand last in a message. */
      readonly isHeading?: boolean;
    }
  | { readonly kind: 'block'; readonly block: types.KnownBlock }
  /** A line of small print, in mrkdwn. */
  | { readonly kind: 'small'; readonly text: string };

/** Characters of all texts in blocks or elements, as Slack seems to count them. */
export function textLength(json: unknown): number {
  if (Array.isArray(json)) return json.reduce((sum: number, each) => sum + textLength(each), 0);
  if (typeof json !== 'object' || json === null) return 0;
  return Object.entries(json).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}
