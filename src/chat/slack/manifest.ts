import type { CommandSyntax } from '../parse-command-line.ts';
import { addressOf, paths } from './addresses.ts';
import { type SlackFeatures, scopesNeeded } from './scopes.ts';
import { globalShortcuts, messageShortcuts } from './shortcuts.ts';

const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_id_changed',
  'channel_left',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_unarchive',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
] as const;

/** What Slack's app depends on; without `httpUrl` it uses Socket Mode. */
export interface ManifestOptions {
  /** With its slash. */
  readonly slashCommand: string;
  readonly commands: readonly CommandSyntax[];
  /** Where Slack reaches us; without it the app uses Socket Mode. */
  readonly httpUrl?: string | undefined;
  readonly features: SlackFeatures;
  /** For an app that many workspaces install: where they come back to. */
  readonly install?: InstallSettings | undefined;
}

/** How workspaces install the app themselves. */
export interface InstallSettings {
  /** Where people reach us. */
  readonly publicUrl: string;
  /** Tokens that live twelve hours and are exchanged. Slack does not let an app go back. */
  readonly rotateTokens: boolean;
}

/** The app as Slack creates it from a manifest. https://docs.slack.dev/reference/app-manifest */
export function slackManifest({ slashCommand, commands, httpUrl, features, install }: ManifestOptions) {
  const url = httpUrl === undefined ? {} : { url: addressOf(paths.events, httpUrl) };
  const requestUrl = httpUrl === undefined ? {} : { request_url: addressOf(paths.events, httpUrl) };
  const optionsUrl = httpUrl === undefined ? {} : { message_menu_options_url: addressOf(paths.events, httpUrl) };
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
      ...(features.unfurl && { unfurl_domains: ['dw.com'] }),
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
    oauth_config: {
      ...(install && { redirect_urls: [addressOf(paths.redirect, install.publicUrl)] }),
      scopes: { bot: Object.keys(scopesNeeded(features)) },
    },
    settings: {
      event_subscriptions: { bot_events: eventsFor(features, install), ...requestUrl },
      interactivity: { is_enabled: true, ...requestUrl, ...optionsUrl },
      org_deploy_enabled: install !== undefined,
      socket_mode_enabled: httpUrl === undefined,
      token_rotation_enabled: install?.rotateTokens === true,
    },
  };
}

function eventsFor({ unfurl }: SlackFeatures, install: InstallSettings | undefined): string[] {
  const ofOrganizations = install ? ['team_access_granted', 'team_access_revoked'] : [];
  return [...botEvents, ...(unfurl ? ['link_shared'] : []), ...ofOrganizations].toSorted();
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
      name: 'Subscribe this channel',
      type: 'global',
      callback_id: globalShortcuts.subscribe,
      description: 'News briefings for the channel you are in, or another, on a schedule',
    },
  ];
}
