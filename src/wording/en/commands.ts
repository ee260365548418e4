import { counted, message } from '../message.ts';

/** Descriptions of commands and their options: at most 100 characters each, Discord's limit. The words people type stay English. */
export const commands = {
  brief: {
    description: 'Get a briefing now; only you see it',
    interest: 'Topic or words; leave out for everything',
    since: 'How far back: 24h, 3d, 2026-05-01; default 24h',
    until: 'A day in the past, or where to stop: yesterday, monday, 2026-05-01',
    as: 'week: the week in review instead of the news',
  },
  catchup: {
    description: 'See what this channel missed since its last briefing; only you see it',
    since: 'Everything since: 24h, 3d, monday; default: what was not posted here yet',
  },
  who: { description: 'Who is this person, organization or state in the news?', actor: 'Name to look up' },
  background: {
    description: "What a story is about, why it matters, who's involved, and its timeline",
    topic: 'A story, a name, or words',
  },
  story: { description: "One story: what's new, and all its articles", story: 'A story' },
  ask: {
    description: 'Ask a question; the answer quotes the archive',
    question: 'What you want to know',
  },
  search: { description: 'Find articles containing these words, best and newest first', words: 'Words to look for' },
  preview: {
    description: 'Before you subscribe: what the last seven days would have brought',
    interest: 'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT',
  },
  subscribe: {
    description: 'Get briefings in this channel on a schedule',
    interest: 'everything, or topic, words, actor:, story:, region:, language:, with AND, OR, NOT',
    times: 'For example 08:00, "8am and 5pm" or "weekdays at noon"; default 08:00',
    days: 'daily, weekdays, weekends, or day names; default daily',
    zone: "City or time zone; default the channel's",
    stories: 'Maximum number of stories, 1 to 20; any more are listed by title',
    as: 'Briefings at these times (default), alerts for breaking news, both, or a week in review',
    threads: 'In Discord: a thread or forum post for each story, to discuss it; default one post',
  },
  subscriptions: {
    description: "This channel's subscriptions: pause, edit, preview, send now, move or remove them",
  },
  move: {
    description: 'Bring a subscription here after pressing Move in its channel',
    subscription: 'Its number',
  },
  overview: {
    description: 'All subscriptions on this server, for those who manage it: filter, pause all, set defaults',
    filter: 'Words from the interest, a state, a language or a channel',
    zone: 'City or time zone for new channels',
    language: 'Language for new channels',
    quiet: 'Quiet hours for new channels: 22:00-07:00, or off',
  },
  settings: {
    description: "Show or change this channel's time zone, language, quiet hours and link summaries",
    zone: 'City or time zone, for new subscriptions and quiet hours',
    language: 'For new subscriptions, briefings on request, and the bot itself',
    quiet: 'For example 22:00-07:00, or off; briefings still arrive on time, but silently',
    unfurl: 'Whether to summarize links to articles that people post here',
  },
  topics: { description: 'The topics you can subscribe to' },
  why: {
    description: 'What happened to an article or story, and why a briefing did or did not include it',
    article: "Its link, DW's number, its number in the last briefing, or words from its title",
  },
  status: { description: 'Whether feeds are being read and briefings delivered' },
  help: { description: 'What you can ask, or how a command works', command: 'A command' },
  /** Options of several commands. */
  shared: {
    length: 'How much to show of each story',
    language: "Language of the articles; default the channel's",
    without: "What you don't want: sport, war, celebrities",
    channel: 'Another channel, a thread or a forum; default this one',
  },
  choices: {
    headlines: 'headlines only',
    short: 'short: one sentence per story',
    normal: 'normal: two or three sentences per story',
    long: 'long: up to five sentences per story',
    digest: 'Briefings',
    alerts: 'Alerts for breaking news',
    both: 'Both',
    week: 'Week in review, once a week',
    on: 'on',
    off: 'off',
    story: 'one for each story',
  },
  /**
   * Under which a command is found besides its English name, which stays what people type: one word of at most 32 small letters, digits,
   * hyphens and underscores, https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming.
   */
  names: {
    brief: 'brief',
    catchup: 'catchup',
    who: 'who',
    background: 'background',
    story: 'story',
    ask: 'ask',
    search: 'search',
    preview: 'preview',
    subscribe: 'subscribe',
    subscriptions: 'subscriptions',
    move: 'move',
    overview: 'overview',
    settings: 'settings',
    topics: 'topics',
    why: 'why',
    status: 'status',
    help: 'help',
  },
  /** Commands in the menu of a message; Discord takes 32 characters. */
  menu: { who: 'Who is in this?', background: 'Background' },
};

/** What is wrong, and what to do: about what people typed. Words they can type stay English. */
export const errors = {
  noAddress: message(['text'], '"{text}" isn\'t a web address. Use the address of a page or a feed.'),
  siteUnread: message(['address', 'why'], "Couldn't open {address}: {why}. Check the address."),
  siteBlocked: message(
    ['host'],
    '{host} is not on the public internet. To read feeds of your own network, add it to http.allowPrivate in kurzwelle.yaml and restart Kurzwelle.',
  ),
  noFeedsThere: message(
    ['address'],
    'No feed found at {address}. Try another page of the site, or the address of the feed itself.',
  ),
  feedKnown: message(['title'], '"{title}" is already configured.'),
  cannotWrite: message(['path', 'code'], "Can't write {path} ({code}). Check the file and its permissions."),
  noDay: message(
    ['text'],
    'I don\'t recognize "{text}" as a day. Use a date (2026-12-24), a span (3d, 2w) or a weekday.',
  ),
  dayPassed: message(
    ['text', 'day', 'today'],
    '"{text}" is {day}, which isn\'t in the future (today is {today}). Choose a later day.',
  ),
  unknownChoice: message(['option', 'text', 'choices'], 'Unknown {option} "{text}". Use {choices}.'),
  noStoryNumber: message(['text', 'most'], '"{text}" isn\'t a valid number of stories. Use 1 to {most}.'),
  nearRegion: message(['name', 'near'], 'Unknown region "{name}". Did you mean {near}?'),
  daysTwice: message(['one', 'other'], 'You entered the days twice, as "{one}" and "{other}". Enter them once.'),
  timesDiffer: message(
    ['text'],
    '"{text}" has different times on different days. Create a separate subscription for each.',
  ),
  noOffer: message(
    ['id'],
    'No subscription "{id}" is waiting to be moved here. Open /subscriptions in its channel, press Move, then run /move here within 24 hours.',
  ),
  unknownZone: message(['text', 'near'], 'Unknown time zone "{text}". Use {near}.'),
  noZone: message(['text'], 'Unknown time zone "{text}". Use a name such as Europe/Berlin or Asia/Seoul.'),
  severalZones: message(['text', 'zones'], '"{text}" has several time zones. Use one of them, such as {zones}.'),
  noQuietHours: message(['text'], '"{text}" isn\'t a time range. Use something like 22:00-07:00, or "off".'),
  sinceAfterUntil: message(['since', 'until'], '"{since}" is after "{until}". Use the earlier day for since:.'),
  noSince: message(
    ['text'],
    '"{text}" isn\'t a time in the past. Use 24h, 3d, 2w, yesterday, monday or a date such as 2026-05-01.',
  ),
  noTimes: 'No time given. Use times such as 08:00, 8am or "08:00 and 17:00".',
  tooManyTimes: message(['count', 'most'], '{count} times a day is too many. Use at most {most}.'),
  noTime: message(['text'], '"{text}" isn\'t a time of day. Use times such as 08:00, 8am or "08:00 and 17:00".'),
  noRolesHere: 'There are no roles to mention here. Leave this field empty.',
  noUserGroup: message(
    ['text'],
    '"{text}" isn\'t a user group. Enter its ID, such as S0614TZR7; you can copy it from the group\'s menu in Slack.',
  ),
  everybody: "You can't mention everyone. Enter the ID of a single role.",
  noRole: message(
    ['text'],
    '"{text}" isn\'t a role. Enter its ID (17 to 20 digits): turn on Developer Mode, right-click the role and choose "Copy Role ID".',
  ),
  mayNotMention: "You don't have permission to mention that role, so I won't either. Ask someone who does.",
  nameTooLong: message(['most'], 'That name is too long. Use at most {most} characters.'),
  badName: message(['text'], '"{text}" can\'t be used as a name. Avoid @, #, backticks, "discord" and "clyde".'),
  noPicture: message(['text'], '"{text}" isn\'t the address of a picture. Use one that begins with https://.'),
  noThreadsHere: 'Only Discord has a thread for each story. Leave out "threads".',
  noPublish: message(['text'], '"{text}" is neither "on" nor "off". Use one of them, or leave the field empty.'),
  noColor: message(['text'], '"{text}" isn\'t a color. Use something like #05b2fc.'),
  noSubscription: message(['id'], 'This channel has no subscription {id}. See /subscriptions for the ones it has.'),
  hasAlready: message(
    ['id'],
    'This channel already has that as subscription {id}. You can change it in /subscriptions.',
  ),
  tooMany: counted(
    '{count, plural, one {This channel already has # subscription, the maximum. Remove one in /subscriptions first.} other {This channel already has # subscriptions, the maximum. Remove one in /subscriptions first.}}',
  ),
  /** Ends what `interest` says. */
  fullStop: '.',
  interestAt: message(
    ['position', 'problem'],
    "There's a problem with the interest at character {position}: {problem}",
  ),
  interest: {
    openQuote: 'a quotation mark is never closed',
    emptyQuote: "there's nothing between the quotation marks",
    missingAfter: message(['name'], 'something is missing after "{name}"'),
    unknownFilter: message(['name'], '"{name}" is unknown; use topic:, actor:, story:, language: or region:'),
    tooLong: message(['most'], 'an interest can have at most {most} characters'),
    strayClose: '")" has no matching "("',
    notEverything: 'NOT everything leaves nothing to deliver',
    openGroup: '"(" is never closed',
    missingAtEnd: 'something is missing at the end',
    missingBefore: message(['word'], 'a topic or word is missing before "{word}"'),
    storyNumber: 'use the number of the story, such as story:123; you can find it by typing its title',
    noTopic: message(['name', 'topics'], 'there\'s no topic "{name}"; choose from {topics}'),
    noPreset: message(['name', 'known'], 'there\'s no preset "{name}"; use {known}'),
    nearTopic: message(['name', 'near'], 'there\'s no topic "{name}"; did you mean {near}?'),
  },
  noInterest: 'No interest given. Use a topic such as asia, words, or "everything".',
  unknownLanguage: message(
    ['text'],
    'Unknown language "{text}". Use a code such as en or de, or a name such as German.',
  ),
  unknownDeliveryMode: message(['text'], 'Unknown value "{text}". Use digest, alerts, both or week.'),
  unknownDay: message(['text'], 'Unknown day "{text}". Use daily, weekdays, weekends, or names such as "mon, wed".'),
  noDays: 'No day given. Use daily, weekdays, weekends, or names such as "mon, wed".',
  notActive: message(['id', 'state'], 'Subscription {id} is {state}. Resume it in /subscriptions first.'),
  notListed: message(
    ['text'],
    '"{text}" isn\'t in any feed we read, and no story has that name. Check the link, or see /status for the feeds we read.',
  ),
  noSuchDelivery: message(['id'], 'There is no delivery "{id}". It may have been deleted.'),
  alreadySent: message(['id'], '{id} has already been sent.'),
  beingSent: message(['id'], '{id} is being sent right now. Check again in two minutes.'),
  toldSince: message(['id'], 'A later briefing already included the news from {id}. There is nothing left to do.'),
  noSuchFeed: message(['id'], 'No feed "{id}" is configured. Reload the page to see those that are.'),
  recallOf: message(
    ['what'],
    '"{what}" is not in the archive. Enter the link or number of an article, or story:<number>.',
  ),
  recallLine: message(
    ['what', 'line'],
    'No line of "{what}" contains "{line}", or it has already been retracted. Copy the line from the post.',
  ),
  recallLines: message(
    ['what', 'line', 'count'],
    '"{line}" is in {count} lines of "{what}". Enter more words of the one you mean.',
  ),
  recallDone: message(['what'], '"{what}" has already been retracted.'),
  recallNone: message(['what'], 'Nothing of "{what}" has been retracted.'),
  noBriefing: 'No briefing has been sent to this channel yet. Use the link of an article instead.',
  noPlace: message(
    ['place', 'stories'],
    'The last briefing has no story {place}; it has {stories}. Use the link of an article instead.',
  ),
  noSuchSubscription: message(
    ['id'],
    "There's no subscription {id}. See /subscriptions for a channel's subscriptions and their numbers.",
  ),
};

/** What a chat cannot do: unknown commands, missing rights, old buttons, trouble of ours. */
export const refusals = {
  onlyWhereInstalled: 'Subscriptions need the bot itself: add it to this server, or write to it directly.',
  linksNotRead:
    "The bot can't see links posted here. The operator can change that with chat.discord.reads: links in the configuration.",
  unexpected: message(
    ['id'],
    'Something went wrong on our side. Try again; if it keeps happening, send the operator this ID: {id}.',
  ),
  archiveDamaged:
    "The service's archive is damaged: nothing can be saved, and some of it can't be read. The operator has been notified and can restore a backup. No briefings are sent until then.",
  databaseAway: "The service's database isn't responding, so nothing was looked up or saved. Try again in a minute.",
  diskFull: "The service's disk is full, so nothing was saved. Ask the operator to free up some space, then try again.",
  tooLate: message(
    ['id'],
    "An answer to your request couldn't be shown in time. Try again; if it keeps happening, send the operator this ID: {id}.",
  ),
  formTooLate: "The form couldn't be opened in time. Press the button again.",
  formNotHere: 'Discord can only open a form after a command or a button. Type / and choose the command.',
  otherVersion: 'This is from another version, or is no longer active. Run the command again; /help lists them all.',
  oldForm: 'This form is from an earlier version. Run the command again.',
  oldButton: 'This button is from an earlier version. Run the command again.',
  deadButton: 'This button no longer works. Run the command again.',
  notShared: "This answer can't be shared any more. Run the command again.",
  storyGone: 'That story is no longer in the archive. Try finding it with /search.',
  actorGone: 'That name is no longer in the archive. Try looking it up with /who.',
  sentenceGone: 'That sentence is no longer in the archive. To see what is, use /search.',
  briefingGone: 'That briefing is no longer stored. To see what the channel missed, use /catchup.',
  nobodyNamed: 'Nobody named in this message is in the archive. To look up a name, use /who.',
  nobodyLinked:
    'Neither the linked article nor anyone named in this message is in the archive. To look up a name, use /who.',
  noTopic: 'This message has no words or link that the archive covers. To choose a story yourself, use /background.',
  noChannelHere: "You can't choose another channel here. Run the command in that channel.",
  noSuchChannel: message(['channel'], 'There is no channel "{channel}". Choose one from the list, or type its name.'),
  notManager: 'Only people who can manage this channel can change its subscriptions. Ask one of them.',
  notManagerOfSettings: 'Only people who can manage this channel can change its settings. Ask one of them.',
  needsPermission: message(
    ['permission'],
    'Only members with the permission "{permission}" can change this channel\'s subscriptions. Ask one of them.',
  ),
  commandsOnly: 'I can only see who may manage a channel when you use a command. Type / and choose it from the list.',
  noCommand: message(['commands'], 'No command given. Use {commands}.'),
  unknownCommand: message(['name', 'commands'], 'Unknown command "{name}". Use {commands}.'),
  nearCommand: message(['name', 'near'], 'Unknown command "{name}". Did you mean {near}?'),
  unknownOption: message(['name', 'command', 'options'], '{command} has no option "{name}". Use {options}.'),
  noOptions: message(['name', 'command'], '{command} has no option "{name}"; it takes none.'),
  optionTwice: message(['name'], 'You entered the option "{name}" twice. Enter it once.'),
  tooLong: message(
    ['option', 'length', 'most'],
    'Too long for "{option}": {length} characters, and the limit is {most}. Use fewer words.',
  ),
  lineTooLong: message(['length', 'most'], 'Too long: {length} characters, and the limit is {most}. Use fewer words.'),
  noWords: message(['command', 'words'], '{command} takes no text after it. Leave out "{words}".'),
  value: 'value',
  noValue: message(
    ['option', 'command', 'example'],
    'The option "{option}" of {command} needs a value. Write it as {example}.',
  ),
  needs: message(
    ['command', 'option', 'description', 'example'],
    '{command} needs "{option}": {description}. For example: {example}',
  ),
};
