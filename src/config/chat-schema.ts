import { z } from 'zod';
import type { Platform } from '../chat/platforms.ts';

/** `chat.discord`. */
const discordSchema = z
  .strictObject({
    apiUrl: z
      .url({ protocol: /^https?$/, error: 'use a web address, such as https://discord.com/api' })
      .refine(
        (url) => /^https:|^http:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?=[:/]|$)/iu.test(url),
        'use https, which protects the token on its way; http is only allowed to this machine',
      )
      .transform((url) => url.replace(/\/$/u, ''))
      .optional()
      .describe('Address of a proxy or test server to use instead of https://discord.com/api, without the version.'),
    style: z
      .enum(['components', 'embeds'])
      .default('components')
      .describe('How posts are built. Use embeds if your members have old clients.'),
    crosspost: z
      .boolean()
      .default(false)
      .describe(
        'Publish posts in announcement channels to the servers that follow them, unless a subscription says otherwise.',
      ),
    managedBy: z
      .enum(['ManageChannels', 'ManageGuild', 'ManageMessages', 'ManageWebhooks'])
      .default('ManageChannels')
      .describe("The permission a member needs to change a channel's subscriptions."),
    reads: z
      .enum(['nothing', 'mentions', 'links'])
      .default('mentions')
      .describe(
        'Which messages the bot reads. `nothing`: none. `mentions`: @mentions and direct messages, which it answers. `links`: also links to dw.com, for which it needs the privileged Message Content Intent.',
      ),
    shards: z
      .union([
        z.literal('auto'),
        z.strictObject({ ids: z.array(z.number().int().min(0)).min(1), count: z.number().int().min(1) }),
      ])
      .default('auto')
      .describe("Connections to Discord: `auto`, or this process's share, such as `{ ids: [0, 1], count: 4 }`."),
  })
  .describe('Discord; runs if DISCORD_TOKEN is set. See docs/discord.md.')
  .prefault({});

/** `chat.slack`. */
/** What Slack does itself, or kept for itself: an app's command of the name is never called. https://slack.com/help/articles/201259356-Slash-commands-in-Slack */
const slackCommands = new Set(
  `/active /apps /archive /away /call /collapse /create-canvas /dm /dnd /expand /feed /feedback /help /huddle /invite /join /kick /leave /list
   /me /msg /mute /open /part /prefs /remind /remove /rename /search /shortcuts /shrug /star /status /topic /unarchive /who`.split(
    /\s+/u,
  ),
);

const slackSchema = z
  .strictObject({
    command: z
      .string()
      .regex(/^\/[a-z0-9_-]{1,31}$/, 'use a slash and lower case letters')
      .refine((command) => !slackCommands.has(command), {
        error: ({ input }) => `${input} is reserved by Slack; use another name, such as /dw or /news`,
      })
      .default('/dw')
      .describe("The slash command, as named in the app's manifest."),
    admins: z
      .array(z.string().regex(/^[UW][A-Z0-9]+$/, 'use user ids such as U012AB3CD'))
      .default([])
      .describe('IDs of the people who can change subscriptions. If empty, every member of a channel can.'),
    apiUrl: z
      .url({ protocol: /^https?$/, error: 'use a web address, such as https://slack.com/api/' })
      .refine(
        isPrivateOrEncrypted,
        'use https, which protects the token on its way; http is only allowed to this machine',
      )
      .transform((url) => (url.endsWith('/') ? url : `${url}/`))
      .optional()
      .describe('Address of a proxy or test server to use instead of https://slack.com/api/.'),
    url: z
      .url({ protocol: /^https$/, error: 'use an https address, such as https://news.example' })
      .optional()
      .describe('Public address of the pages from which workspaces install the app.'),
    rotateTokens: z
      .boolean()
      .default(false)
      .describe('Use tokens that expire after twelve hours. Slack does not let you turn this off again.'),
    pictures: z
      .boolean()
      .default(true)
      .describe('Show charts as pictures. Needs another permission: print the manifest again.'),
    unfurl: z
      .boolean()
      .default(false)
      .describe(
        'Summarize links to dw.com in channels that ask for it. Needs more permissions: print the manifest again.',
      ),
    looks: z
      .boolean()
      .default(false)
      .describe('Let subscriptions have their own name and icon. Needs another permission: print the manifest again.'),
    http: z
      .strictObject({
        host: z.string().default('127.0.0.1').describe('Address to listen on.'),
        port: z.number().int().min(0).max(65_535).default(8_788).describe('Port to listen on.'),
      })
      .describe(
        "Where to listen for Slack's requests, if SLACK_SIGNING_SECRET is set instead of SLACK_APP_TOKEN, and for the pages from which workspaces install the app. Put a reverse proxy with TLS in front of it.",
      )
      .prefault({}),
  })
  .describe('Slack; runs if SLACK_BOT_TOKEN and SLACK_APP_TOKEN are set. For several workspaces, see docs/slack.md.')
  .prefault({});

function isPrivateOrEncrypted(url: string): boolean {
  const { protocol, hostname } = URL.parse(url) ?? { protocol: '', hostname: '' };
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname);
}

const localChatSchema = z
  .strictObject({
    channels: z
      .array(z.string().regex(/^[a-z0-9-]+$/, 'use lower case letters, digits and "-"'))
      .min(1)
      .default(['newsroom', 'asia-desk'])
      .describe('Names of its channels.'),
  })
  .describe('The local page of the built-in server.')
  .prefault({});

/** `chat`: the local page, Discord and Slack. */
export const chatSchema = z
  .strictObject({ local: localChatSchema, discord: discordSchema, slack: slackSchema } satisfies Record<
    Platform,
    z.ZodType
  >)
  .describe('Where briefings go.')
  .prefault({});
