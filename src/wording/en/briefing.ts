import { plural } from '../plural.ts';

const count = (forms: { one: string; other: string }) => plural('en', forms);

/** Briefings, alerts and corrections. */
export const briefing = {
  title: (topic: string) => `${topic.charAt(0).toUpperCase()}${topic.slice(1)} briefing`,
  alert: 'Breaking news',
  alertOn: (topic: string) => `Breaking: ${topic}`,
  everything: 'News',
  stories: count({ one: '# story', other: '# stories' }),
  minutes: count({ one: '# min', other: '# min' }),
  update: 'UPDATE',
  newSince: (when: string) => `New since ${when}`,
  whyItMatters: 'Why it matters',
  articles: count({ one: '# article', other: '# articles' }),
  also: 'Also',
  quiet: (since: string) => `Nothing new since ${since}.`,
  quietOn: (topic: string, since: string) => `Nothing new on ${topic} since ${since}.`,
  /** For a briefing asked for, not scheduled. */
  absent: (since: string) => `Not in the archive: nothing since ${since}.`,
  absentOn: (topic: string, since: string) => `Not in the archive: nothing on ${topic} since ${since}.`,
  next: (when: string) => `Next: ${when}`,
  today: 'today',
  tomorrow: 'tomorrow',
  late: 'late, after a pause of this service',
  missedSince: 'What this channel missed since',
  /** Counted things of stories/quantities.ts. */
  tolls: {
    killed: 'killed',
    injured: 'injured',
    missing: 'missing',
    arrested: 'arrested',
    rescued: 'rescued',
    displaced: 'displaced',
    infected: 'infected',
  },
  now: 'now',
  correction: 'Correction',
  corrected: 'Corrected',
  correctedAt: (when: string) => `Corrected ${when}`,
  saidSays: (before: string, now: string) => `said ${before}, says ${now}`,
  /** The sentence is another now. */
  saysOtherwise: 'the article says it otherwise now',
  /** The sentence is not in the article any more. */
  takenOut: 'not in the article any more',
  headlineChanged: (before: string) => `Headline changed; it was “${before}”`,
  quoted: (publishers: string) => `Quoted from ${publishers}; nothing rewritten.`,
  /** In place of `quoted` where a model worded or translated something. */
  generated: (publishers: string) =>
    `From ${publishers}. What is marked was worded by a model and checked against the sentences it cites; the rest is quoted.`,
  byModel: 'worded by a model',
  translated: (language: string) => `translated by a model from ${language}`,
  background: 'Background',
  whosWho: "Who's who",
  /** Of one story: at greater length, with what else can be done with it. */
  more: 'More',
  moreStories: 'More stories',
  phases: { breaking: 'breaking', developing: 'developing', sustained: 'ongoing', fading: 'fading' },
};
