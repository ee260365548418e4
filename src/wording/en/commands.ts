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
