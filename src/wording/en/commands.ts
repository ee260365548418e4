import { counted, message } from '../message.ts';

/** Descriptions of commands and their options: at most 100 characters each, Discord's limit. The words people type stay English. */
export const commands = {
  brief: {
    description: 'A briefing now, for you',
    interest: 'Topic or words; everything if left out',
    since: 'How far back: 24h, 3d, 2026-05-01; default 24h',
  },
  catchup: {
    description: 'What this channel missed since its last briefing, for you',
    since: 'Everything since then: 24h, 3d, monday; default: what it was not told yet',
  },
  who: { description: 'Who is this person, organization or state in the news?', actor: 'Name to look up' },
  background: {
    description: 'What a story is about, why it matters, who is involved, and its timeline',
    topic: 'A story, an actor, or words',
  },
  story: { description: 'The latest of one story, and all its articles', story: 'A story' },
  ask: {
    description: 'A question, answered with sentences of the archive or not at all',
    question: 'What you want to know',
  },
  search: { description: 'Articles that hold these words, newest and best first', words: 'Words to look for' },
  preview: {
    description: 'What the last seven days would have brought, before you subscribe',
    interest: 'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT',
  },
  subscribe: {
    description: 'Have briefings posted to this channel on a schedule',
    interest: 'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT; or everything',
    times: 'Such as 08:00, "8am and 5pm" or "weekdays at noon"; default 08:00',
    days: 'daily, weekdays, weekends, or names; default daily',
    zone: "City or IANA zone; default the channel's",
    stories: 'At most so many stories, 1 to 20; further ones by title',
    as: 'Briefings at these times (default), alerts when a story breaks, or both',
  },
  subscriptions: {
    description: "This channel's subscriptions: last and next run, pause, edit, preview, send now, move, remove",
  },
  move: {
    description: 'Take a subscription into this channel that you offered in another one with its Move button',
    subscription: 'Its number',
  },
  settings: {
    description: "This channel's time zone, language, quiet hours and links; shows them, or changes what you give",
    zone: 'City or IANA zone, for new subscriptions and quiet hours',
    language: 'Language of new subscriptions, of briefings asked for, and of my own words',
    quiet: 'Such as 22:00-07:00, or off: what is due then comes on time, but silently',
    unfurl: 'Whether links to articles that people post here are summed up in a line',
  },
  topics: { description: 'The topics you can subscribe to' },
  why: {
    description: 'What became of an article or story, and why a briefing told it or did not',
    article: "Its link, DW's number, its number in the last briefing, or words of its title",
  },
  status: { description: 'Whether feeds are read and briefings delivered' },
  help: { description: 'What you can ask, or how one command works', command: 'A command' },
  /** Options of several commands. */
  shared: {
    length: 'How much of each story',
    language: "Language of the articles; default the channel's",
    channel: 'Another channel, a thread or a forum; default this one',
  },
  choices: {
    headlines: 'headlines only',
    short: 'short: one sentence a story',
    normal: 'normal: two or three',
    long: 'long: up to five',
    digest: 'Briefings',
    alerts: 'Alerts when a story breaks',
    both: 'Both',
    on: 'on',
    off: 'off',
  },
  /** Commands in the menu of a message; Discord takes 32 characters. */
  menu: { who: 'Who is in this?', background: 'Background' },
};

/** What is wrong, and what to do: about what people typed. Words they can type stay English. */
export const errors = {
  noDay: message(
    ['text'],
    '"{text}" is no day. Write a date such as 2026-12-24, a span such as 3d or 2w, or a weekday.',
  ),
  dayPassed: message(
    ['text', 'day', 'today'],
    '"{text}" is {day}, which is not after today, {today}. Write a later day.',
  ),
  unknownChoice: message(['option', 'text', 'choices'], 'Unknown {option} "{text}"; use {choices}.'),
  noStoryNumber: message(['text', 'most'], '"{text}" is no number of stories; use 1 to {most}.'),
  nearRegion: message(['name', 'near'], 'Unknown region "{name}"; did you mean {near}?'),
  daysTwice: message(['one', 'other'], 'Days are given twice, in "{one}" and "{other}"; give them once.'),
  timesDiffer: message(['text'], '"{text}" has different times for different days; make a subscription of each.'),
  noOffer: message(
    ['id'],
    'You offered no subscription "{id}" to this channel. Give /subscriptions in the channel it is in and press Move, then give /move here within a day.',
  ),
  unknownZone: message(['text', 'near'], 'Unknown time zone "{text}"; use {near}.'),
  noZone: message(['text'], 'Unknown time zone "{text}"; use a name such as Europe/Berlin or Asia/Seoul.'),
  severalZones: message(['text', 'zones'], '"{text}" has several time zones; use one of them, such as {zones}.'),
  noQuietHours: message(['text'], '"{text}" are no quiet hours. Write them as 22:00-07:00, or "off".'),
  noSince: message(
    ['text'],
    '"{text}" is no time to look back to. Write 24h, 3d, 2w, yesterday, monday, or a day such as 2026-05-01.',
  ),
  noTimes: 'No time given. Write times such as 08:00, 8am or "08:00 and 17:00".',
  tooManyTimes: message(['count', 'most'], '{count} times a day are too many; use at most {most}.'),
  noTime: message(['text'], '"{text}" is not a time of day. Write times such as 08:00, 8am or "08:00 and 17:00".'),
  noRolesHere: 'There are no roles to mention here. Leave it empty.',
  noUserGroup: message(
    ['text'],
    `"{text}" is no user group. Give its id, such as S0614TZR7, from the group's menu in Slack.`,
  ),
  everybody: 'Everybody cannot be mentioned. Give the id of one role.',
  noRole: message(['text'], '"{text}" is no role. Give its id: 17 to 20 digits, by "Copy Role ID" in developer mode.'),
  mayNotMention: 'You may not mention that role yourself, so I will not either. Ask who may.',
  nameTooLong: message(['most'], 'That name is too long; use at most {most} characters.'),
  badName: message(['text'], '"{text}" cannot be a name: leave out @, #, backticks, "discord" and "clyde".'),
  noPicture: message(['text'], '"{text}" is no address of a picture; write one that begins with https://.'),
  noColor: message(['text'], '"{text}" is no color; write it as #05b2fc.'),
  noSubscription: message(['id'], 'This channel has no subscription {id}. /subscriptions lists those it has.'),
  hasAlready: message(['id'], 'This channel has that already, as subscription {id}. Change it with /subscriptions.'),
  tooMany: counted(
    '{count, plural, one {This channel has # subscription, the most there can be. Remove one with /subscriptions first.} other {This channel has # subscriptions, the most there can be. Remove one with /subscriptions first.}}',
  ),
  /** Ends what `interest` says. */
  fullStop: '.',
  interestAt: message(['position', 'problem'], 'Cannot read the interest at character {position}: {problem}'),
  interest: {
    openQuote: 'the quotation mark is never closed',
    emptyQuote: 'there is nothing between the quotation marks',
    missingAfter: message(['name'], 'something is missing after "{name}"'),
    unknownFilter: message(['name'], '"{name}" is unknown; use topic:, actor:, story:, language: or region:'),
    tooLong: message(['most'], 'an interest has at most {most} characters'),
    strayClose: '")" has no "(" before it',
    notEverything: 'NOT everything leaves nothing',
    openGroup: '"(" is never closed',
    missingAtEnd: 'something is missing at the end',
    missingBefore: message(['word'], 'a topic or word is missing before "{word}"'),
    storyNumber: 'a story is named by its number, such as story:123; completion finds it by its title',
    noTopic: message(['name', 'topics'], 'there is no topic "{name}"; there are {topics}'),
    nearTopic: message(['name', 'near'], 'there is no topic "{name}"; did you mean {near}?'),
  },
  noInterest: 'No interest given. Use a topic such as asia, words, or "everything".',
  unknownLanguage: message(
    ['text'],
    'Unknown language "{text}"; use a code such as en or de, or a name such as German.',
  ),
  unknownDeliveryMode: message(['text'], 'Unknown "{text}"; use digest, alerts or both.'),
  unknownDay: message(['text'], 'Unknown day "{text}"; use daily, weekdays, weekends, or names such as "mon, wed".'),
  noDays: 'No day given. Use daily, weekdays, weekends, or names such as "mon, wed".',
  notActive: message(['id', 'state'], 'Subscription {id} is {state}. Resume it first with /subscriptions.'),
  notListed: message(
    ['text'],
    'No feed we read has listed "{text}", and no story is called so. Check the link, or see /status for the feeds that are read.',
  ),
  noBriefing: 'No briefing was sent to this channel so far. Give the link of an article instead.',
  noPlace: message(
    ['place', 'stories'],
    'The last briefing has no story {place}; it has {stories}. Give the link of an article instead.',
  ),
  noSuchSubscription: message(
    ['id'],
    "There is no subscription {id}; /subscriptions shows a channel's with their numbers.",
  ),
};

/** What a chat cannot do: unknown commands, missing rights, old buttons, trouble of ours. */
export const refusals = {
  onlyWhereInstalled: 'Subscriptions need the bot itself: add it to this server, or write to it directly.',
  linksNotRead:
    'The bot cannot see links posted here. Whoever runs it can change that with chat.discord.reads: links in its configuration.',
  unexpected: message(
    ['id'],
    'Something went wrong here, not with you. Try again; if it stays, tell the operator this id: {id}.',
  ),
  archiveDamaged:
    'The archive of this service is damaged: nothing can be saved, and parts of it cannot be read. The operator has been told and can restore a backup; until then no briefings are sent.',
  diskFull:
    'The disk of this service is full, so nothing was saved. Ask the operator to free some space, then try again.',
  tooLate: message(
    ['id'],
    'An answer asked for here could not be shown in time. Ask again; if it stays, tell the operator this id: {id}.',
  ),
  formTooLate: 'The form could not open in time. Press the button again.',
  formNotHere: 'Discord opens a form after a button or command only. Type / and choose the command.',
  otherVersion: 'This is of another version, or nobody answers it any more. Give the command again; /help lists all.',
  oldForm: 'That form is of an older version. Give the command again.',
  oldButton: 'That button is of an older version. Give the command again.',
  deadButton: 'That button leads nowhere any more. Give the command again.',
  notShared: 'That answer cannot be shared any more. Give the command again.',
  storyGone: 'That story is no longer in the archive. Search for it with /search.',
  actorGone: 'The archive does not know that name any more. Look it up with /who.',
  sentenceGone: 'The archive does not hold that sentence any more. What it holds now is found with /search.',
  briefingGone: 'That briefing is not kept any more. /catchup tells what the channel missed.',
  nobodyNamed: 'Not in the archive: nobody whom this message names. /who looks up a name.',
  nobodyLinked:
    'Not in the archive: neither the article behind that link nor anybody the message names. /who looks up a name.',
  noTopic: 'That message has neither words nor a link that the archive knows. /background takes a topic.',
  notManager: 'Only those who may manage this channel can change its subscriptions. Ask one of its managers.',
  notManagerOfSettings: 'Only those who may manage this channel can change its settings. Ask one of its managers.',
  needsPermission: message(
    ['permission'],
    `Only members with the permission "{permission}" here can change this channel's subscriptions. Ask one of them.`,
  ),
  commandsOnly: 'Who may manage a channel is told with commands only. Type / and choose the command from the list.',
  noCommand: message(['commands'], 'No command was given; use {commands}.'),
  unknownCommand: message(['name', 'commands'], 'Unknown command "{name}"; use {commands}.'),
  nearCommand: message(['name', 'near'], 'Unknown command "{name}"; did you mean {near}?'),
  unknownOption: message(['name', 'command', 'options'], 'Unknown option "{name}" of {command}; use {options}.'),
  noOptions: message(['name', 'command'], 'Unknown option "{name}" of {command}; it takes none.'),
  optionTwice: message(['name'], 'Option "{name}" was given twice; give it once.'),
  tooLong: message(
    ['option', 'length', 'most'],
    'That is too long for "{option}": {length} characters, and {most} at most. Say it in fewer words.',
  ),
  lineTooLong: message(
    ['length', 'most'],
    'That is too long: {length} characters, and {most} at most. Say it in fewer words.',
  ),
  noWords: message(['command', 'words'], '{command} takes no words after it; leave out "{words}".'),
  value: 'value',
  noValue: message(
    ['option', 'command', 'example'],
    'Option "{option}" of {command} has no value; write it as {example}.',
  ),
  needs: message(
    ['command', 'option', 'description', 'example'],
    '{command} needs "{option}": {description}. For example: {example}',
  ),
};
