import { z } from 'zod';
import { discordSchema } from './discord-schema.ts';
import { slackSchema } from './slack-schema.ts';

const localChatSchema = z
  .strictObject({
    channels: z
      .array(z.string().regex(/^[a-z0-9-]+$/, 'use lower case letters, digits and "-"'))
      .min(1)
      .default(['newsroom', 'asia-desk'])
      .describe('Channels of the local page.'),
  })
  .describe('The page of the built-in server.')
  .prefault({});

/** `chat`: the local page, Discord and Slack. */
export const chatSchema = z
  .strictObject({ local: localChatSchema, discord: discordSchema, slack: slackSchema })
  .describe('Where briefings go.')
  .prefault({});
