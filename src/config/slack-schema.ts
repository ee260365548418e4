import { z } from 'zod';

/** `chat.slack`. */
export const slackSchema = z
  .strictObject({
    command: z
      .string()
      .regex(/^\/[a-z0-9_-]{1,31}$/, 'use a slash and lower case letters')
      .default('/dw')
      .describe("The one slash command, as the app's manifest names it."),
    admins: z
      .array(z.string().regex(/^[UW][A-Z0-9]+$/, 'use user ids such as U012AB3CD'))
      .default([])
      .describe('Ids of those who may change subscriptions; empty: every member of a channel.'),
    url: z
      .url({ protocol: /^https$/, error: 'use an https address, such as https://news.example' })
      .optional()
      .describe('Where people reach the pages by which several workspaces install the app.'),
    rotateTokens: z
      .boolean()
      .default(false)
      .describe('Tokens that live twelve hours; Slack does not let an app go back.'),
    pictures: z.boolean().default(true).describe('Charts as pictures. Needs a right: print the manifest anew.'),
    unfurl: z
      .boolean()
      .default(false)
      .describe('A line under links to dw.com, in channels that ask for it. Needs rights: print the manifest anew.'),
    looks: z
      .boolean()
      .default(false)
      .describe("A subscription's own name and icon. Needs a right: print the manifest anew."),
    http: z
      .strictObject({
        host: z.string().default('127.0.0.1').describe('Address to listen at.'),
        port: z.number().int().min(0).max(65_535).default(8_788).describe('Port to listen at.'),
      })
      .describe(
        "Where a proxy with an https address hands on Slack's requests: with SLACK_SIGNING_SECRET in place of SLACK_APP_TOKEN, and for the pages by which workspaces install the app.",
      )
      .prefault({}),
  })
  .describe(
    'Runs where SLACK_BOT_TOKEN and SLACK_APP_TOKEN are set, or what docs/slack.md names for several workspaces.',
  )
  .prefault({});
