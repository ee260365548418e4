import { counted, message } from '../message.ts';

/** What a terminal and a small view show around our messages. */
export const chat = {
  intro: 'Type /help for commands, press Tab to complete, enter a number to press a button, or type /quit to leave.',
  howToFill: 'Press Enter to keep the value in brackets; type - to clear it.',
  required: 'This field is required.',
  useOneOf: message(['choices'], 'Use {choices}.'),
  nothingSent: 'Nothing was sent.',
  noButton: message(['button', 'most'], "There's no button {button}; the last answer has buttons 1 to {most}."),
  picture: 'Picture',
  /** How people ask for help without a command, apart by slashes. */
  helpWords: 'help / what can you do / how does this work',
};

/** Answers to lines that people type in words of their own. */
export const lines = {
  understood: message(['what'], 'Understood: {what}.'),
  undo: 'Undo',
  undone: 'Undone.',
  tooLate: 'This button has expired. It works for ten minutes.',
  nothingOn: message(['words'], 'Nothing on "{words}" in the last 7 days.'),
  didYouMean: message(['name'], 'Did you mean {name}?'),
  keepIt: 'Keep it as typed',
  sure: message(['names'], 'Is this what you mean: {names}?'),
  yes: 'Yes',
  /** Before the name of a channel. */
  elsewhere: 'Is this meant for another channel?',
  correctIt: 'Correct it',
  whichOne: 'Which one do you mean?',
  each: message(['id', 'name'], '{id}: {name}'),
  all: message(['count'], 'All {count}'),
  removed: message(['names'], 'Unsubscribed: {names}.'),
  paused: message(['names'], 'Paused: {names}.'),
  resumed: message(['names'], 'Resumed: {names}.'),
  noneOn: message(['name'], 'This channel has no subscription on {name}. See /subscriptions for the ones it has.'),
  friendly: "Hello! I read the news from Deutsche Welle and tell you what's new.",
  gladly: 'Glad to help.',
  canDo: 'Try "news on Asia", "climate every weekday at 8", "who is the pope", "my subscriptions" or "help".',
  notSure: "I'm not sure what you mean.",
  briefingOn: message(['words'], 'News on "{words}"'),
  searchFor: message(['words'], 'Search for "{words}"'),
  followIt: message(['words'], 'Follow "{words}"'),
};

/** What the first day and members who manage nothing are offered. */
export const firstDay = {
  newsNow: 'News now',
  everyDay: 'Every day at 8 here',
  whatCanYouDo: 'What can you do?',
  sendToMe: 'Send it to me',
  comesToYou: 'Only you get it, as a direct message. Type "my subscriptions" there to see yours.',
  comesHere: 'What you subscribe to will arrive here.',
  notInChannel: "I'm not in this channel, so I couldn't post anything here. Invite me with /invite, then try again.",
  missingPermissions: message(
    ['names'],
    "I can't post here without these permissions: {names}. Grant them in the channel's settings, then try again.",
  ),
  archivedThere: 'This channel is archived, so nothing can be posted there. Unarchive it, or choose another channel.',
  closedThere: message(
    ['reason'],
    "I can't post there: {reason}. Allow it in the channel's permissions, then try again.",
  ),
  saveAnyway: 'Save anyway',
};

/** Reports of readers that a line is wrong. */
export const report = {
  ask: 'Something wrong with this line? Report it as',
  kinds: { wrong: 'Wrong', outdated: 'Outdated', 'other-story': 'Different story', 'told-before': 'Already reported' },
  thanks: 'Thank you. The operator will see the line and its source.',
};

/** All subscriptions of a server or workspace, for those who manage it. */
export const overview = {
  title: 'All subscriptions here',
  count: counted('{count, plural, one {# subscription} other {# subscriptions}}'),
  inChannels: counted('{count, plural, one {in # channel} other {in # channels}}'),
  nextPage: 'Next page',
  firstPage: 'First page',
  pauseAll: message(['count'], 'Pause all {count}'),
  resumeAll: message(['count'], 'Resume all {count}'),
  pausedAll: counted('{count, plural, one {Paused # subscription.} other {Paused # subscriptions.}}'),
  resumedAll: counted('{count, plural, one {Resumed # subscription.} other {Resumed # subscriptions.}}'),
  defaults: message(['settings'], 'Channels without their own settings start with: {settings}.'),
  noDefaults: 'There are no defaults for channels yet. Set them with the options zone, language and quiet.',
  onlyServerManagers:
    'Only people who manage the whole server or workspace can see all its subscriptions. For those of this channel, use /subscriptions.',
};

/** Settings, status, topics, help, what the last days brought, muting and sharing. */
export const service = {
  settings: {
    title: "This channel's settings",
    zone: 'Time zone',
    language: 'Language',
    notChosen: message(['language'], '{language} (not set; I answer each person in their own language)'),
    quiet: 'Quiet hours',
    noQuiet: 'none',
    links: 'Posted links',
    told: 'summarized in one line',
    leftAlone: 'left alone',
    yours: 'Your settings',
    noteAloud:
      'Time zone and language apply to new subscriptions; existing ones keep theirs. Slack has no silent messages, so during quiet hours no alerts are sent, and briefings arrive as usual.',
    note: 'Time zone and language apply to new subscriptions; existing ones keep theirs. During quiet hours briefings still arrive on time, silently where the platform allows it.',
  },
  status: {
    title: 'Status',
    allWell: 'All feeds are healthy.',
    archiveDamaged:
      'The archive is damaged: it can only be read, and no briefings are sent. The operator has been notified.',
    noneRead: 'No feed has been read yet.',
    needLook: message(['troubled', 'of'], 'Feeds needing attention: {troubled} of {of}.'),
    archive: 'Archive',
    since: 'since',
    feeds: 'Feeds',
    subscriptions: 'Subscriptions',
    deliveries: 'Deliveries',
    model: 'Model',
    answersBy: 'Answers chosen by',
    words: 'the words of the question',
    runningSince: 'Running since',
    lastRead: 'Last read',
    never: 'never',
    nextTry: 'Next try',
    noneYet: 'none yet',
    states: {
      due: 'scheduled',
      claimed: 'in progress',
      sent: 'sent',
      retrying: 'retrying',
      suspended: 'suspended',
      dead: 'failed',
      missed: 'missed',
    },
    chosen: message(['chosen', 'byWords'], 'choices by the model: {chosen}, by words instead: {byWords}'),
    worded: message(
      ['worded', 'quoted', 'dropped'],
      'written by the model: {worded}, quoted instead: {quoted}, statements dropped: {dropped}',
    ),
    lastProblem: 'Last problem',
  },
  /** How often a feed is polled, and what decides it. */
  polling: {
    every: message(['minutes'], 'every {minutes} min'),
    pace: {
      tooNew: 'not known for long enough',
      serverAsks: 'its server asks for it',
      newPerDay: counted('{count, plural, one {# new entry a day} other {# new entries a day}}'),
      newPerWeek: counted('{count, plural, one {# new entry a week} other {# new entries a week}}'),
      lessThanWeekly: 'less than one new entry a week',
      quietDays: counted('{count, plural, one {nothing new for # day} other {nothing new for # days}}'),
    },
  },
  topics: {
    title: 'Topics',
    count: counted('{count, plural, one {# topic} other {# topics}}'),
    everything: 'Everything',
    mixtures: message(['mixture', 'words'], 'You can also combine them: {mixture}. Or use words: {words}'),
  },
  help: {
    title: 'Commands',
    note: message(
      ['command'],
      "Every line cites its source. If the archive doesn't cover something, you won't get an answer. For details on one command, use {command}.",
    ),
    optional: 'optional',
    example: 'Example',
  },
  outlook: {
    title: message(['topic'], '{topic}: the last 7 days'),
    nothing: 'Nothing found. Try fewer words, or another name for the same thing.',
    articles: counted('{count, plural, one {# article} other {# articles}}'),
    lessThanOne: 'less than one story per day',
    about: counted('{count, plural, one {about # story per day} other {about # stories per day}}'),
    more: counted('{count, plural, one {and # more story} other {and # more stories}}'),
    subscribe: message(['command'], 'To get this here, use {command}.'),
  },
  mute: {
    done: message(['story'], 'Muted in this channel: {story}'),
    note: 'It stays in the archive, and every command can still find it. You can unmute it in /subscriptions.',
    undo: 'Unmute',
    undone: message(['story'], 'Unmuted: {story}'),
  },
  followed: message(['story'], 'Story: {story}'),
  share: 'Share',
  sharedBy: message(['name'], 'Shared by {name}'),
  chart: {
    day: 'Mentions per day',
    week: 'Mentions per week',
    month: 'Mentions per month',
    mentions: counted('{count, plural, one {# mention} other {# mentions}}'),
    intro: message(['name', 'mentions', 'from', 'until'], '{mentions} of {name}, {from} to {until}.'),
    none: 'No mentions at other times.',
    weekOf: message(['day'], 'week of {day}'),
  },
};

/** What Slack alone shows around our messages: its home tab, forms, and who may not do what. */
export const slack = {
  search: 'Search the archive',
  searchHint: 'Words, or a question ending in "?"',
  briefMe: 'Brief me',
  subscribe: 'Subscribe',
  settings: 'Settings',
  yours: 'Direct messages, only for you:',
  ofChannel: 'In a channel:',
  channel: 'Channel',
  nothing: 'Nothing here yet.',
  more: "There's more than fits here.",
  notThere: "I'm not in that channel, or you aren't. Invite me there with /invite, or choose another.",
  noSuchChannel: message(
    ['channel'],
    'I can\'t tell which channel "{channel}" is. Type # and choose it from the list, or run the command on its own and choose it in the form.',
  ),
  cancel: 'Cancel',
  close: 'Close',
  /** After the app's name, while an answer is looked for: "Kurzwelle is looking…". */
  working: 'is looking in the archive…',
  oneMoment: 'One moment…',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  notSaid: "I couldn't post this in the channel. Invite me there, or briefings can't be delivered.",
  adminsOnly: 'Only people chosen by the operator can change subscriptions here. Ask one of them.',
  guest: "Guests can't change what a channel receives. Ask a full member of this workspace.",
  stranger:
    "You're from another workspace, so you can't change what this channel receives. Ask a member of this workspace.",
  notKnown: "Slack can't tell right now whether you may change what this channel receives. Try again in a minute.",
};

/** Subscribing, the panel of subscriptions, and their forms. */
export const subscription = {
  subscribedTo: message(['interest', 'when'], 'Subscribed to {interest}, {when}'),
  title: message(['id', 'interest'], 'Subscription {id}: {interest}'),
  /** When: "weekdays at 08:00 (Seoul)". */
  /** `hour`, without leading zero, of the first time: "a la 1", but "a las 8". */
  daysAt: message(['days', 'times', 'city'], '{days} at {times} ({city})', 'hour'),
  /** Between the parts of a description. */
  daily: 'daily',
  weekdays: 'weekdays',
  weekends: 'weekends',
  andAlerts: message(['when'], '{when} and alerts'),
  weekReview: message(['when'], 'week in review, {when}'),
  alertsOnly: 'alerts for breaking news',
  lengths: { headlines: 'headlines', short: 'short', normal: 'normal', long: 'long' },
  articlesIn: message(['language'], 'in {language}'),
  atMost: counted('{count, plural, one {at most # story} other {at most # stories}}'),
  nextBriefing: 'Next briefing',
  inQuietHours: "That's during this channel's quiet hours, so it will arrive silently.",
  noFeedsIn: message(
    ['language'],
    'No feeds in {language} are set up here, so nothing would arrive. Choose another language, or ask the operator to add feeds.',
  ),
  changeWith: 'You can change it in /subscriptions.',
  lastDays: 'Last 7 days',
  preview: 'Preview',
  edit: 'Edit',
  sendNow: 'Send now',
  pause: 'Pause',
  resume: 'Resume',
  look: 'Appearance',
  move: 'Move',
  remove: 'Remove',
  /** Buttons that change how a briefing is posted in Discord: to a thread for each story, and back. */
  splitStories: 'Thread per story',
  joinStories: 'One post',
  none: 'This channel has no subscriptions yet.',
  noneYours: 'You have no subscriptions yet.',
  yours: 'Your subscriptions',
  startWith: 'Create one with /subscribe.',
  ofChannel: "This channel's subscriptions",
  count: counted('{count, plural, one {# subscription in this channel} other {# subscriptions in this channel}}'),
  states: { active: 'active', paused: 'paused', suspended: 'suspended' },
  pausedUntil: 'Resumes automatically on',
  suspended: message(
    ['reason'],
    '{reason}. Nothing is lost: it resumes automatically once this is fixed, or when you resume it.',
  ),
  last: 'Last',
  noneYet: 'none yet',
  next: 'Next',
  lookIs: 'Appearance',
  mentions: message(['whom'], 'mentions {whom}'),
  postsAs: message(['name'], 'posts as {name}'),
  ownPicture: 'custom picture',
  publishes: 'published to followers',
  staysUnpublished: 'not published to followers',
  byStory: 'a thread for each story',
  inOnePost: 'all stories in one post',
  inColor: message(['color'], 'color {color}'),
  openOne: 'Open a subscription',
  muted: 'Muted',
  unmuteStory: 'Unmute a story',
  sending: 'It will be posted within a minute. The next briefing picks up where this one ends.',
  underWay: 'A briefing for this subscription is already on its way.',
  nothingNew: "There's nothing new, so nothing was posted.",
  newestTold: 'Latest news covered',
  canMove: message(['id'], 'Subscription {id} can be moved'),
  moveThere: message(
    ['interest', 'command'],
    'Go to the channel where {interest} should be posted and run {command} there.',
  ),
  moveRules:
    'You also need permission to manage that channel. Only you can accept this move, and it expires after 24 hours.',
  form: {
    save: 'Save',
    interest: 'Interest',
    interestHint: 'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT',
    when: 'When',
    /** As it is typed, and read again: "weekdays at 08:00". */
    daysAt: message(['days', 'times'], '{days} at {times}', 'hour'),
    alerts: 'alerts',
    zone: 'Time zone',
    whenHint: message(['both', 'alerts'], 'For example "{both}", or only "{alerts}"'),
    zoneHint: 'City or time zone, such as Berlin or Europe/Berlin',
    length: 'Length',
    most: 'Maximum stories',
    mostHint: '1 to 20',
    title: message(['id'], 'Subscription {id}'),
    pauseTitle: message(['id', 'interest'], 'Pause {id}: {interest}'),
    until: 'Until',
    untilHint: 'A date (2026-12-24), a span (3d) or a weekday; leave empty to pause until you resume it',
    lookTitle: message(['id'], 'Appearance: {id}'),
    mention: 'Mention',
    mentionHint: 'ID of one role or user group; leave empty for none',
    name: 'Name',
    nameHint: "Name shown as sender; leave empty for the bot's own",
    picture: 'Picture',
    pictureHint: 'Address of an avatar, beginning with https://',
    channel: 'Channel',
    channelHint: 'Where it posts from now on; you need permission to manage that channel',
    publish: 'Publish',
    publishHint: 'In an announcement channel: whether its followers get the posts, up to ten an hour',
    color: 'Color',
    colorHint: "For example #05b2fc; leave empty for the topic's color",
  },
  /** To who subscribed, when their channel refuses briefings. */
  suspendedTitle: 'Briefings suspended',
  suspendedSummary: "Your briefings can't be posted right now. Your subscriptions are safe.",
  noThreadsSummary:
    "Long briefings continue in the channel itself, because the bot isn't allowed to open threads there.",
  noThreadsRemedy:
    'To get threads back, allow "Create Public Threads" and "Send Messages in Threads" for the bot in that channel.',
  unpublishedSummary:
    'Some posts were not published to the servers that follow the channel: Discord allows ten an hour for each channel.',
  unpublishedRemedy:
    'They are in the channel, and can be published there by hand. Fewer times or alerts stay within the limit.',
  platformSays: message(['reason'], 'Reason: {reason}'),
  suspendedNote:
    'We retry with one briefing a day and resume everything as soon as one gets through. To resume now, use /subscriptions.',
  removedNote: 'They resume when Kurzwelle is invited to the channel again.',
  /** To who subscribed, when the platform takes a briefing as plain text only, or not at all. */
  refusedTitle: 'A briefing was refused',
  refusedSummary: "A briefing couldn't be posted as it was.",
  refusedNote: 'The next one will be sent in smaller parts. If this happens again, ask the operator to check the log.',
};
