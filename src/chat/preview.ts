import type { Form, Message } from './message.ts';

/** The requests a platform would receive for a message. */
export interface PlatformPreview {
  /** The request bodies as sent: the post, then its continuation in the thread. */
  readonly messages: readonly object[];
  /** PNG in Base64 of pictures that the bodies name: Discord by their file's name, Slack by the id it gives an uploaded file. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** Renders for a platform without sending. The delivery id marks the post as it would when sent. */
export type PreviewRenderer = (message: Message, options?: { readonly deliveryId?: string }) => PlatformPreview;

/** Previews of a local message on the other platforms. */
export interface MessagePreviews {
  readonly slack: PlatformPreview;
  readonly discord: PlatformPreview;
}

/** A form as sent to each platform: Slack's view, Discord's modal. */
export interface FormPreviews {
  readonly slack: object;
  readonly discord: object;
}

/** What the local chat shows messages and forms with, as other platforms get them. */
export interface Previews {
  readonly ofMessage: (message: Message, options: { readonly deliveryId?: string }) => Promise<MessagePreviews>;
  readonly ofForm: (form: Form, locale: string) => Promise<FormPreviews>;
}
