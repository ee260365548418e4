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

/** The least rights for what is switched on, each with what for. */
export function scopesNeeded(features: SlackFeatures): Readonly<Record<string, string>> {
  const names = ['pictures', 'unfurl', 'looks'] as const;
  return Object.assign({}, always, ...names.filter((name) => features[name]).map((name) => byFeature[name]));
}

/** Those that a token lacks, each with what does not work without it. */
export function scopesMissing(granted: readonly string[], features: SlackFeatures): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scopesNeeded(features)).filter(([scope]) => !granted.includes(scope)));
}
