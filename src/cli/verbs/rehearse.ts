import { setTimeout } from 'node:timers/promises';
import { discordRehearsal } from '../../chat/discord/rehearse-discord.ts';
import { rehearsalReport, rehearse } from '../../chat/rehearsal.ts';
import { limits } from '../../chat/slack/limits.ts';
import { openHands } from '../../chat/slack/rehearse-hands.ts';
import { slackRehearsal } from '../../chat/slack/rehearse-slack.ts';
import { createSlackApi, noFigures } from '../../chat/slack/slack-api.ts';
import { loadConfig } from '../../config/config.ts';
import { readSecret } from '../../config/environment.ts';
import { silentLog } from '../../runtime/log.ts';
import { UserError } from '../../user-error.ts';

/** `kurzwelle rehearse slack`: plays against Slack itself what the tests play against our fake, and reports what it answers otherwise. */
export async function rehearseSlack(
  { channel }: { readonly channel?: string },
  env: Readonly<Record<string, string | undefined>>,
  wait: () => Promise<void> = () => setTimeout(limits.pace.channel.perMs),
  { sleep = setTimeout, say = console.error }: SlackRehearsalOptions = {},
): Promise<string> {
  const token = readSecret('SLACK_BOT_TOKEN', env);
  if (token === undefined) throw new UserError('SLACK_BOT_TOKEN is missing. Use a token from a test workspace.');
  if (channel === undefined)
    throw new UserError('Give a channel of the test workspace that the bot is a member of: --channel C012AB3CD.');
  const { apiUrl: slackApiUrl } = loadConfig(env).chat.slack;
  const api = createSlackApi({ token: async () => token, slackApiUrl, figures: noFigures, log: silentLog });
  const appToken = readSecret('SLACK_APP_TOKEN', env);
  const hands = appToken === undefined ? undefined : await openHands({ appToken, slackApiUrl, say, log: silentLog });
  try {
    return rehearsalReport('slack', await rehearse(slackRehearsal(api, channel, { hands, sleep }), { wait }));
  } finally {
    await hands?.stop();
  }
}

interface SlackRehearsalOptions {
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Shows the operator what to do by hand. */
  readonly say?: (line: string) => void;
}

/** Between steps at Discord, whose own limits are in its answers. */
const discordStepMs = 500;

/** `kurzwelle rehearse discord`: the same against Discord itself. */
export async function rehearseDiscord(
  { channel }: { readonly channel?: string },
  env: Readonly<Record<string, string | undefined>>,
  wait: () => Promise<void> = () => setTimeout(discordStepMs),
): Promise<string> {
  const token = readSecret('DISCORD_TOKEN', env);
  if (token === undefined) throw new UserError('DISCORD_TOKEN is missing. Use the token of a bot in a test server.');
  if (!/^\d{1,20}$/u.test(channel ?? ''))
    throw new UserError(
      'Give a text channel of the test server where the bot may post: --channel 1234567890123456789.',
    );
  const { apiUrl: api } = loadConfig(env).chat.discord;
  return rehearsalReport('discord', await rehearse(discordRehearsal({ token, api, channel: channel ?? '' }), { wait }));
}
