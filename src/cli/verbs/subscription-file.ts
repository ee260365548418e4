import { z } from 'zod';
import type { ChannelRef } from '../../chat/chat.ts';
import { platforms } from '../../chat/platforms.ts';
import type { ChannelSettings } from '../../subscriptions/channel-settings.ts';
import type { PostStyle } from '../../subscriptions/parse-look.ts';
import type { SubscriptionChange } from '../../subscriptions/read-wish.ts';

/** A channel with its subscriptions, as a file holds them. */
export interface ChannelInFile {
  readonly channel: ChannelRef;
  readonly settings: ChannelSettings;
  /** Muted stories, each by an article of it: numbers of stories mean nothing in another archive. */
  readonly muted: readonly string[];
  readonly subscriptions: readonly SubscriptionInFile[];
}

/** A subscription as a file holds it, read and checked. */
export interface SubscriptionInFile extends SubscriptionChange, PostStyle {
  readonly createdBy: string;
  readonly isPaused: boolean;
  readonly pausedUntil?: Temporal.Instant;
  /** Where its next window begins. */
  readonly toldUntil?: Temporal.Instant;
  /** `line 7: channels.0.subscriptions.2`. */
  readonly place: string;
}

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({ code: 'custom', message: `"${text}" is no instant; write it as 2026-12-24T08:00:00Z` });
    return z.NEVER;
  }
});

const subscriptionSchema = z.strictObject({
  interest: z.string(),
  when: z.union([z.string(), z.number()]).default('daily at 08:00'),
  zone: z.string().optional(),
  language: z.string().optional(),
  as: z.string().optional(),
  length: z.string().default('normal'),
  stories: z.number().default(5),
  mention: z.string().optional(),
  look: z
    .strictObject({ name: z.string().optional(), picture: z.string().optional(), color: z.string().optional() })
    .optional(),
  paused: z.boolean().default(false),
  pausedUntil: instant.optional(),
  toldUntil: instant.optional(),
  createdBy: z.string().default('import'),
});
/** What `kurzwelle export --subscriptions` writes and `import` reads. */
export const subscriptionFileSchema = z.strictObject({
  channels: z.array(
    z.strictObject({
      platform: z.enum(platforms),
      workspace: z.string().min(1),
      channel: z.string().min(1),
      zone: z.string().default('Europe/Berlin'),
      language: z.string().default('en'),
      quiet: z.string().optional(),
      unfurl: z.boolean().default(false),
      muted: z.array(z.string()).default([]),
      subscriptions: z.array(subscriptionSchema).default([]),
    }),
  ),
});
/** A channel as it was typed: its fields are read one by one. */
export type TypedChannel = z.infer<typeof subscriptionFileSchema>['channels'][number];
/** A subscription as it was typed. */
export type TypedSubscription = z.infer<typeof subscriptionSchema>;
