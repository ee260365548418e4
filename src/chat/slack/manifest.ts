import type { CommandSyntax } from '../parse-command-line.ts';

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
  const scopes = Object.keys(scopesNeeded(features));
  return {
    display_information: {
      name: 'Kurzwelle',
      description: 'Short, cited news briefings',
      long_description: longDescription,
      background_color: '#12304a',
    },
    features: {
      agent_view: { agent_description: agentDescription, suggested_prompts: [...suggestedPrompts] },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Kurzwelle', always_online: true },
      shortcuts: shortcuts(),
      ...(features.unfurl && { unfurl_domains: ['dw.com'] }),
      slash_commands: [
        {
          command: slashCommand,
          description: 'News briefings, who is who, and what is behind a story',
          usage_hint: usageHint(commands),
          // So that a channel arrives by its id, not by its name.
          should_escape: true,
          ...url,
        },
      ],
    },
    oauth_config: {
      ...(install && { redirect_urls: [addressOf(paths.redirect, install.publicUrl)] }),
      scopes: { bot: scopes, bot_optional: scopes.filter(isOptional) },
    },
    settings: {
      event_subscriptions: { bot_events: eventsFor(features, install), ...requestUrl },
      interactivity: { is_enabled: true, ...requestUrl, ...optionsUrl },
      org_deploy_enabled: install !== undefined,
      socket_mode_enabled: httpUrl === undefined,
      token_rotation_enabled: install?.rotateTokens === true,
      // Slack takes steps of apps alone that organizations may install.
      ...(install && { function_runtime: 'remote' }),
    },
    ...(install && { functions: workflowSteps }),
  };
}

/** The address at which Slack creates the app from a manifest with one click. https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests */
export function manifestLink(app: object): string {
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(app))}`;
}

/** For the Marketplace and the app's own page: 4,000 characters at most. */
const longDescription = [
  "Kurzwelle reads Deutsche Welle's news feeds, groups the articles into stories and posts short briefings in your channels, at the times you",
  'choose. Every line is a sentence of an article, with its date and its source. Ask who somebody is, what is behind a story, or what happened',
  'since yesterday, in a channel, in a direct message or from the menu of any message. What an article takes back or corrects is corrected in the',
  'post, too. It needs no language model: what the archive does not say, Kurzwelle does not say.',
].join(' ');

/** 300 characters at most. */
const agentDescription =
  'Briefs you on the news, tells who is who and what is behind a story. Every line is dated and has its source; what is not in the archive is not answered.';

/** Four at most; each is what a person could type. */
const suggestedPrompts = [
  { title: 'What is new today?', message: 'brief since:today' },
  { title: 'Brief me on Asia', message: 'brief asia' },
  { title: 'Which topics are there?', message: 'topics' },
  { title: 'What can I ask?', message: 'help' },
] as const;

function eventsFor({ unfurl }: SlackFeatures, install: InstallSettings | undefined): string[] {
  const ofOrganizations = install ? ['function_executed', 'team_access_granted', 'team_access_revoked'] : [];
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

const stepText = (title: string, description: string, name: string, isRequired = false) => ({
  type: 'string',
  title,
  description,
  is_required: isRequired,
  name,
});
const stepChannel = {
  type: 'slack#/types/channel_id',
  title: 'Channel',
  description: 'Where it is posted',
  is_required: true,
  name: 'channel_id',
};
const output_parameters = { message_ts: stepText('Message', 'The time stamp of the message', 'message_ts', true) };

/** The steps for Workflow Builder, as the manifest declares them. https://docs.slack.dev/tools/bolt-js/tutorials/custom-steps */
const workflowSteps = {
  brief: {
    title: 'Post a news briefing',
    description: 'A cited briefing as of now, posted to a channel',
    input_parameters: {
      channel_id: stepChannel,
      interest: stepText('About', 'A topic, a name or words, such as: asia. Without it about everything', 'interest'),
      since: stepText('Since', 'Such as 24h, 2d or today', 'since'),
    },
    output_parameters,
  },
  ask: {
    title: 'Answer a question from the news',
    description: 'Cited sentences of the archive, or that it holds no answer, posted to a channel',
    input_parameters: {
      channel_id: stepChannel,
      question: stepText('Question', 'In your own words', 'question', true),
    },
    output_parameters,
  },
} as const;

/** What an operator switches on or off that needs rights of its own. */
export interface SlackFeatures {
  /** Charts as pictures; else their words. */
  readonly pictures: boolean;
  /** A line under links to dw.com that people post, in channels that ask for it. */
  readonly unfurl: boolean;
  /** A name and an icon of a subscription's own. */
  readonly looks: boolean;
}

/** Rights that the bot always needs, each with what for. https://docs.slack.dev/reference/scopes */
const always = {
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
  'users:read': 'the language of who asks; guests and people of other workspaces',
} as const;

const byFeature: Readonly<Record<keyof SlackFeatures, Readonly<Record<string, string>>>> = {
  pictures: { 'files:write': 'charts as pictures' },
  unfurl: { 'links:read': 'hearing of posted links to dw.com', 'links:write': 'a line under them' },
  looks: { 'chat:write.customize': "a subscription's own name and icon" },
};

/** Rights that whoever installs the app may withhold; what is lost by it is small, and said. */
const optional = new Set([
  'chat:write.public',
  'channels:history',
  'groups:history',
  ...Object.values(byFeature).flatMap((scopes) => Object.keys(scopes)),
]);

/** https://docs.slack.dev/changelog/2026/03/16/optional-scopes: `bot_optional`, each also in `bot` */
export function isOptional(scope: string): boolean {
  return optional.has(scope);
}

/** The least rights for what is switched on, each with what for. */
export function scopesNeeded(features: SlackFeatures): Readonly<Record<string, string>> {
  const names = ['pictures', 'unfurl', 'looks'] as const;
  return Object.assign({}, always, ...names.filter((name) => features[name]).map((name) => byFeature[name]));
}

/** Those that a token lacks, each with what does not work without it. */
export function scopesMissing(granted: readonly string[], features: SlackFeatures): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scopesNeeded(features)).filter(([scope]) => !granted.includes(scope)));
}

/** Shortcuts of a message's menu, by the ids that the manifest gives them. */
export const messageShortcuts = { background: 'message-background', who: 'message-who' } as const;

/** Begins the ids of shortcuts that are used from anywhere. */
export const globalPrefix = 'global-';

/** Shortcuts from anywhere: the prefix and the command whose form they open. */
const globalShortcuts = { brief: 'global-brief', subscribe: 'global-subscribe' } as const;

/** Where Slack and people reach us, below the address that the operator names. */
export const paths = {
  /** At which Bolt listens. */
  events: '/slack/events',
  /** Where people begin to install the app. */
  install: '/slack/install',
  /** Where Slack sends them back to. */
  redirect: '/slack/oauth_redirect',
} as const;

/** A path below where we are reached, which may have a path itself. */
export function addressOf(path: string, publicUrl: string): string {
  return new URL(path.slice(1), publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href;
}
