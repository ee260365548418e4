import { z } from 'zod';

/** `chat.discord`. */
export const discordSchema = z
  .strictObject({
    style: z
      .enum(['components', 'embeds'])
      .default('components')
      .describe('How posts are built; embeds are for servers whose members use old clients.'),
    crosspost: z
      .boolean()
      .default(false)
      .describe('Publish posts of announcement channels to the servers that follow them.'),
    managedBy: z
      .enum(['ManageChannels', 'ManageGuild', 'ManageMessages', 'ManageWebhooks'])
      .default('ManageChannels')
      .describe("The permission that lets a member change a channel's subscriptions."),
    reads: z
      .enum(['nothing', 'mentions', 'links'])
      .default('mentions')
      .describe(
        "What of people's messages is read: nothing; @mentions and direct messages, which are answered; or links to dw.com too, which needs the privileged Message Content Intent.",
      ),
    shards: z
      .union([
        z.literal('auto'),
        z.strictObject({ ids: z.array(z.number().int().min(0)).min(1), count: z.number().int().min(1) }),
      ])
      .default('auto')
      .describe(
        "Connections to Discord: auto, or this process's share of several, such as `{ ids: [0, 1], count: 4 }`.",
      ),
  })
  .describe('Runs where DISCORD_TOKEN is set; see docs/discord.md.')
  .prefault({});
