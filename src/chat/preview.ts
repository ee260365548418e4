import type { Message } from './message.ts';

/** What a platform would be sent for a message. */
export interface PlatformPreview {
  /** The bodies of its requests, as they are sent: the post, then what continues it in its thread. */
  readonly messages: readonly object[];
  /** PNG in Base64 of pictures that the bodies name: Discord by their file's name, Slack by the id it gives an uploaded file. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** Renders for a platform without sending. A delivery's id marks the post, as it would there. */
export type PreviewRenderer = (message: Message, options?: { readonly deliveryId?: string }) => PlatformPreview;

/** The platforms that a message of the local chat can be looked at as. */
export interface MessagePreviews {
  readonly slack: PlatformPreview;
  readonly discord: PlatformPreview;
}
