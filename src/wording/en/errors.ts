import { plural } from '../plural.ts';

/** What is wrong, and what to do: about what people typed. Words they can type stay English. */
export const errors = {
  noDay: (text: string) =>
    `"${text}" is no day. Write a date such as 2026-12-24, a span such as 3d or 2w, or a weekday.`,
  dayPassed: (text: string, day: string, today: string) =>
    `"${text}" is ${day}, which is not after today, ${today}. Write a later day.`,
  unknownChoice: (option: string, text: string, choices: string) => `Unknown ${option} "${text}"; use ${choices}.`,
  noStoryNumber: (text: string, most: string) => `"${text}" is no number of stories; use 1 to ${most}.`,
  nearRegion: (name: string, near: string) => `Unknown region "${name}"; did you mean ${near}?`,
  daysTwice: (one: string, other: string) => `Days are given twice, in "${one}" and "${other}"; give them once.`,
  timesDiffer: (text: string) => `"${text}" has different times for different days; make a subscription of each.`,
  noOffer: (id: string) =>
    `You offered no subscription "${id}" to this channel. Give /subscriptions in the channel it is in and press Move, then give /move here within a day.`,
  unknownZone: (text: string, near: string) => `Unknown time zone "${text}"; use ${near}.`,
  noZone: (text: string) => `Unknown time zone "${text}"; use a name such as Europe/Berlin or Asia/Seoul.`,
  severalZones: (text: string, zones: string) => `"${text}" has several time zones; use one of them, such as ${zones}.`,
  noQuietHours: (text: string) => `"${text}" are no quiet hours. Write them as 22:00-07:00, or "off".`,
  noSince: (text: string) =>
    `"${text}" is no time to look back to. Write 24h, 3d, 2w, yesterday, monday, or a day such as 2026-05-01.`,
  noTimes: 'No time given. Write times such as 08:00, 8am or "08:00 and 17:00".',
  tooManyTimes: (count: string, most: string) => `${count} times a day are too many; use at most ${most}.`,
  noTime: (text: string) => `"${text}" is not a time of day. Write times such as 08:00, 8am or "08:00 and 17:00".`,
  noRolesHere: 'There are no roles to mention here. Leave it empty.',
  noUserGroup: (text: string) =>
    `"${text}" is no user group. Give its id, such as S0614TZR7, from the group's menu in Slack.`,
  everybody: 'Everybody cannot be mentioned. Give the id of one role.',
  noRole: (text: string) => `"${text}" is no role. Give its id: 17 to 20 digits, by "Copy Role ID" in developer mode.`,
  mayNotMention: 'You may not mention that role yourself, so I will not either. Ask who may.',
  nameTooLong: (most: string) => `That name is too long; use at most ${most} characters.`,
  badName: (text: string) => `"${text}" cannot be a name: leave out @, #, backticks, "discord" and "clyde".`,
  noPicture: (text: string) => `"${text}" is no address of a picture; write one that begins with https://.`,
  noColor: (text: string) => `"${text}" is no color; write it as #05b2fc.`,
  noSubscription: (id: string) => `This channel has no subscription ${id}. /subscriptions lists those it has.`,
  hasAlready: (id: string) => `This channel has that already, as subscription ${id}. Change it with /subscriptions.`,
  tooMany: plural('en', {
    one: 'This channel has # subscription, the most there can be. Remove one with /subscriptions first.',
    other: 'This channel has # subscriptions, the most there can be. Remove one with /subscriptions first.',
  }),
  /** Ends what `interest` says. */
  fullStop: '.',
  interestAt: (position: string, problem: string) => `Cannot read the interest at character ${position}: ${problem}`,
  interest: {
    openQuote: 'the quotation mark is never closed',
    emptyQuote: 'there is nothing between the quotation marks',
    missingAfter: (name: string) => `something is missing after "${name}"`,
    unknownFilter: (name: string) => `"${name}" is unknown; use topic:, actor:, story:, language: or region:`,
    tooLong: (most: string) => `an interest has at most ${most} characters`,
    strayClose: '")" has no "(" before it',
    notEverything: 'NOT everything leaves nothing',
    openGroup: '"(" is never closed',
    missingAtEnd: 'something is missing at the end',
    missingBefore: (word: string) => `a topic or word is missing before "${word}"`,
    storyNumber: 'a story is named by its number, such as story:123; completion finds it by its title',
    noTopic: (name: string, topics: string) => `there is no topic "${name}"; there are ${topics}`,
    nearTopic: (name: string, near: string) => `there is no topic "${name}"; did you mean ${near}?`,
  },
  noInterest: 'No interest given. Use a topic such as asia, words, or "everything".',
  unknownLanguage: (text: string) =>
    `Unknown language "${text}"; use a code such as en or de, or a name such as German.`,
  unknownToldAs: (text: string) => `Unknown "${text}"; use digest, alerts or both.`,
  unknownDay: (text: string) => `Unknown day "${text}"; use daily, weekdays, weekends, or names such as "mon, wed".`,
  noDays: 'No day given. Use daily, weekdays, weekends, or names such as "mon, wed".',
  notActive: (id: string, state: string) => `Subscription ${id} is ${state}. Resume it first with /subscriptions.`,
  notListed: (text: string) =>
    `No feed we read has listed "${text}", and no story is called so. Check the link, or see /status for the feeds that are read.`,
  noBriefing: 'No briefing was sent to this channel so far. Give the link of an article instead.',
  noPlace: (place: string, stories: string) =>
    `The last briefing has no story ${place}; it has ${stories}. Give the link of an article instead.`,
  noSuchSubscription: (id: string) =>
    `There is no subscription ${id}; /subscriptions shows a channel's with their numbers.`,
};
