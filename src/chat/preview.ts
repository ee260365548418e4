import type { Form, Message } from './message.ts';

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

/** A form as each platform would be asked to open it: Slack's view, Discord's modal. */
export interface FormPreviews {
  readonly slack: object;
  readonly discord: object;
}

/** What the local chat shows messages and forms with, as other platforms get them. */
export interface Previews {
  readonly ofMessage: (message: Message, options: { readonly deliveryId?: string }) => Promise<MessagePreviews>;
  readonly ofForm: (form: Form, locale: string) => Promise<FormPreviews>;
}
