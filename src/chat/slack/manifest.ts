import type { CommandSyntax } from '../parse-command-line.ts';
import { globalShortcuts, messageShortcuts } from './shortcuts.ts';

/** The least the bot needs, each with what for. */
export const botScopes = {
  commands: 'the slash command and the shortcuts',
  'chat:write': 'briefings and answers',
  'chat:write.public': 'briefings to public channels without an invitation',
  'app_mentions:read': 'answers to @mentions',
  'im:history': 'answers to direct messages',
  'channels:history': 'looking for a briefing that may have been posted before it is posted again',
  'groups:history': 'the same in private channels',
  'channels:read': 'whether who asks is in the channel; whether the channel is archived',
  'groups:read': 'the same in private channels',
  'im:read': 'the same in direct conversations',
} as const;

const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
  'message.im',
  'tokens_revoked',
] as const;

export interface ManifestOptions {
  /** With its slash. */
  readonly slashCommand: string;
  readonly commands: readonly CommandSyntax[];
  /** Where Slack reaches us; without it the app uses Socket Mode. */
  readonly httpUrl?: string;
}

/** The app as Slack creates it from a manifest. https://docs.slack.dev/reference/app-manifest */
export function slackManifest({ slashCommand, commands, httpUrl }: ManifestOptions) {
  const url = httpUrl === undefined ? {} : { url: eventsUrl(httpUrl) };
  const requestUrl = httpUrl === undefined ? {} : { request_url: eventsUrl(httpUrl) };
  const optionsUrl = httpUrl === undefined ? {} : { message_menu_options_url: eventsUrl(httpUrl) };
  return {
    display_information: {
      name: 'Kurzwelle',
      description: 'Short, cited news briefings',
      background_color: '#12304a',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Kurzwelle', always_online: true },
      shortcuts: shortcuts(),
      slash_commands: [
        {
          command: slashCommand,
          description: 'News briefings, who is who, and what is behind a story',
          usage_hint: usageHint(commands),
          should_escape: false,
          ...url,
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(botScopes) } },
    settings: {
      event_subscriptions: { bot_events: [...botEvents], ...requestUrl },
      interactivity: { is_enabled: true, ...requestUrl, ...optionsUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: httpUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** The path at which Bolt listens. */
function eventsUrl(httpUrl: string): string {
  return new URL('slack/events', httpUrl.endsWith('/') ? httpUrl : `${httpUrl}/`).href;
}

const hintLength = 1_000;

function usageHint(commands: readonly CommandSyntax[]): string {
  return `[${commands.map(({ name }) => name).join(' | ')}]`.slice(0, hintLength);
}

function shortcuts() {
  return [
    {
      name: 'Background on this',
      type: 'message',
      callback_id: messageShortcuts.background,
      description: 'What it is about, why it matters, who is involved',
    },
    {
      name: 'Who is in this?',
      type: 'message',
      callback_id: messageShortcuts.who,
      description: 'Persons and organizations, with their roles',
    },
    {
      name: 'Brief me',
      type: 'global',
      callback_id: globalShortcuts.brief,
      description: 'A news briefing now, for you',
    },
    {
      name: 'Subscribe a channel',
      type: 'global',
      callback_id: globalShortcuts.subscribe,
      description: 'News briefings for a channel, on a schedule',
    },
  ];
}
